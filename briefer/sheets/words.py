"""Dates and references -> the words that pages print."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from briefer.views.references import paragraph_runs

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
    return ", ".join(paragraph_runs(letter, numbers))
