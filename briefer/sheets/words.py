"""Dates and references -> the words that pages print."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day(value: date) -> str:
    """Return a date in words.

    >>> day(date(2024, 5, 1))
    '1 May 2024'
    """
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def paragraphs(letter: str, numbers: Iterable[int]) -> str:
    """Return a reference, runs joined.

    >>> paragraphs("A", [1, 3, 4, 5])
    'A1, A3–5'
    """
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{letter}{run[0]}" if len(run) == 1 else f"{letter}{run[0]}–{run[-1]}" for run in runs
    )
