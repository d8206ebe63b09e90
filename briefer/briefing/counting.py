"""A number and a noun -> how many there are, in words."""

from __future__ import annotations


def with_noun(number: int, noun: str) -> str:
    """Return the number with its noun, whose plural ends in s.

    >>> with_noun(1, "page"), with_noun(2_000, "page")
    ('1 page', '2,000 pages')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
