"""Columns of names and links between neighbours -> an order that crosses as little as can be.

Barycenter sweeps, as Sugiyama, Tagawa and Toda describe them; the best order seen is kept.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

_SWEEPS = 12

Names = list[str]


def ordered(columns: Sequence[Sequence[str]], links: Iterable[tuple[str, str]]) -> list[Names]:
    """Return the columns, each in a better order; equal input gives an equal order."""
    near = _neighbours(links)
    best = [list(column) for column in columns]
    least = crossings(best, near)
    order = [list(column) for column in best]
    for sweep in range(_SWEEPS):
        if not least:
            break
        numbers = range(1, len(order)) if sweep % 2 == 0 else range(len(order) - 2, -1, -1)
        for number in numbers:
            beside = order[number - 1 if sweep % 2 == 0 else number + 1]
            _sort(order[number], beside, near)
        found = crossings(order, near)
        if found < least:
            least, best = found, [list(column) for column in order]
    return best


def crossings(columns: Sequence[Sequence[str]], near: Mapping[str, Sequence[str]]) -> int:
    """Return how many pairs of links between neighbouring columns cross."""
    return sum(_crossings(left, right, near) for left, right in pairwise(columns))


def _crossings(left: Sequence[str], right: Sequence[str], near: Mapping[str, Sequence[str]]) -> int:
    place = {name: number for number, name in enumerate(right)}
    above: list[int] = []
    found = 0
    for name in left:
        ends = sorted(place[other] for other in near.get(name, ()) if other in place)
        found += sum(len(above) - bisect_right(above, end) for end in ends)
        for end in ends:
            insort(above, end)
    return found


def _sort(column: Names, beside: Sequence[str], near: Mapping[str, Sequence[str]]) -> None:
    """Sort a column by the mean place of what each is linked to; the unlinked keep theirs."""
    place = {name: number for number, name in enumerate(beside)}
    share = len(beside) / max(len(column), 1)
    means = {}
    for number, name in enumerate(column):
        ends = [place[other] for other in near.get(name, ()) if other in place]
        means[name] = sum(ends) / len(ends) if ends else number * share
    column.sort(key=means.__getitem__)


def _neighbours(links: Iterable[tuple[str, str]]) -> Mapping[str, list[str]]:
    near: dict[str, list[str]] = {}
    for one, other in links:
        near.setdefault(one, []).append(other)
        near.setdefault(other, []).append(one)
    return near
