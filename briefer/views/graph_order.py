"""Columns of names and links between neighbours -> an order that crosses as little as can be.

Barycenter sweeps, as Sugiyama, Tagawa and Toda describe them; the best order seen is kept.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

_SWEEPS = 12

Names = list[str]
Ends = Mapping[str, Sequence[str]]  # by name, what it is linked to in the column beside


def ordered(columns: Sequence[Sequence[str]], links: Iterable[tuple[str, str]]) -> list[Names]:
    """Return the columns, each in a better order; equal input gives an equal order.

    `links` lead from a name to one of the next column.
    """
    ahead, behind = _ends(links)
    best = [list(column) for column in columns]
    least = _all_crossings(best, ahead)
    order = [list(column) for column in best]
    for sweep in range(_SWEEPS):
        if not least:
            break
        if sweep % 2 == 0:
            for number in range(1, len(order)):
                _sort(order[number], order[number - 1], behind)
        else:
            for number in range(len(order) - 2, -1, -1):
                _sort(order[number], order[number + 1], ahead)
        found = _all_crossings(order, ahead)
        if found < least:
            least, best = found, [list(column) for column in order]
    return best


def crossings(columns: Sequence[Sequence[str]], links: Iterable[tuple[str, str]]) -> int:
    """Return how many pairs of links between neighbouring columns cross."""
    return _all_crossings(columns, _ends(links)[0])


def _ends(links: Iterable[tuple[str, str]]) -> tuple[Ends, Ends]:
    ahead: dict[str, list[str]] = {}
    behind: dict[str, list[str]] = {}
    for one, other in links:
        ahead.setdefault(one, []).append(other)
        behind.setdefault(other, []).append(one)
    return ahead, behind


def _all_crossings(columns: Sequence[Sequence[str]], ahead: Ends) -> int:
    return sum(_crossings(left, right, ahead) for left, right in pairwise(columns))


def _crossings(left: Sequence[str], right: Sequence[str], ahead: Ends) -> int:
    """Count, link by link, those that begin further up and end further down."""
    place = _places(right)
    above: list[int] = []
    found = 0
    for name in left:
        if linked := ahead.get(name):
            ends = sorted([place[other] for other in linked])
            there = len(above)
            for end in ends:
                found += there - bisect_right(above, end, 0, there)
            for end in ends:
                insort(above, end)
    return found


def _sort(column: Names, beside: Sequence[str], linked: Ends) -> None:
    """Sort a column by the mean place of what each is linked to; the unlinked keep theirs."""
    place = _places(beside)
    share = len(beside) / max(len(column), 1)
    means = {}
    for number, name in enumerate(column):
        ends = linked.get(name)
        means[name] = sum([place[end] for end in ends]) / len(ends) if ends else number * share
    column.sort(key=means.__getitem__)


def _places(column: Sequence[str]) -> Mapping[str, int]:
    return {name: number for number, name in enumerate(column)}
