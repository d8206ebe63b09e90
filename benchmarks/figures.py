"""Rows of design.md's speed table, printed as they are measured."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, how it came out, and the bar that design.md sets."""

    what: str
    measured: str
    bar: str
    held: bool


def print_row(row: Row) -> None:
    """Print one row at once: a benchmark can take minutes."""
    sign = "ok  " if row.held else "OVER"
    print(f"{sign}  {row.what}: {row.measured}  (bar: {row.bar})", flush=True)


def spread(values: Sequence[float], unit: str, digits: int = 2) -> str:
    """Return median and range of the values, as in "0.41 s (0.39 to 0.47)".

    >>> spread([1.0, 2.0, 4.0], "s", 1)
    '2.0 s (1.0 to 4.0)'
    """
    low, high = min(values), max(values)
    return f"{statistics.median(values):.{digits}f} {unit} ({low:.{digits}f} to {high:.{digits}f})"
