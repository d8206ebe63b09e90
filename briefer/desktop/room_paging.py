"""Where a tall text may be cut -> the pages that it is shown on, nothing ever cut through."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from operator import attrgetter
from typing import NamedTuple


class Worth(IntEnum):
    """How good a place is to turn the page, and how full the page must be for it."""

    AFTER_HEADING = 0
    IN_BLOCK = 1  # between the lines of a paragraph or inside a box
    BLOCKS = 2
    BEFORE_HEADING = 3


_above = attrgetter("above")
_FULL_ENOUGH = {Worth.BEFORE_HEADING: 0.45, Worth.BLOCKS: 0.6, Worth.IN_BLOCK: 0.0}


@dataclass(frozen=True, slots=True)
class Break:
    """A gap in the text: what is above ends at `above`, what is below begins at `below`."""

    above: float
    below: float
    worth: Worth


class Stretch(NamedTuple):
    """The part of a tall text that one page shows."""

    top: float
    bottom: float


def paged(
    top: float, bottom: float, breaks: Sequence[Break], room: tuple[float, float]
) -> tuple[Stretch, ...]:
    """Return the pages of a text; `room` is the height of the first page and of the others.

    `breaks` go from the top down. Only where none fits is a page cut at its very end.
    """
    pages: list[Stretch] = []
    height = room[0]
    while bottom - top > height:
        chosen = _chosen(top, height, breaks)
        pages.append(Stretch(top, chosen.above))
        top, height = chosen.below, room[1]
    return (*pages, Stretch(top, bottom))


def _chosen(top: float, height: float, breaks: Sequence[Break]) -> Break:
    first = bisect_right(breaks, top, key=_above)
    last = bisect_right(breaks, top + height, first, key=_above)
    fitting = [b for b in breaks[first:last] if b.below > top]
    for worth, share in _FULL_ENOUGH.items():
        good = [b for b in fitting if b.worth >= worth and b.above - top >= share * height]
        if good:
            return good[-1]
    if fitting:
        return fitting[-1]
    return Break(top + height, top + height, Worth.IN_BLOCK)
