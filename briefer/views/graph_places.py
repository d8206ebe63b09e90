"""A graph and the room for it -> where its nodes and curves lie, the same for screen and paper."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from briefer.views.graph import Column, Graph, Link, Node

_LEAST_GAP, _MOST_GAP = 0.36, 1.0  # between columns, as shares of a node's width
_BOW = 0.12  # how far a link within a column stands out at its left, as a share of that


class Measures(NamedTuple):
    """Lengths in the units of the place that the graph is drawn in."""

    width: float  # of a node
    height: float  # of a node
    pitch: float  # from one node to the next, at the least
    head: float  # above the nodes, for the kinds' names


class Box(NamedTuple):
    """Where a node lies."""

    node: Node
    left: float
    top: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """Return the height of its middle."""
        return self.top + self.height / 2


class Curve(NamedTuple):
    """Cubic Béziers one after the other: a start, then two control points and an end for each.

    One that leads past a column goes between the nodes there, never across one.
    """

    link: Link
    points: tuple[float, ...]  # each x and y

    @property
    def start(self) -> tuple[float, float]:
        """Return where it begins."""
        return self.points[0], self.points[1]

    @property
    def pieces(self) -> Iterator[tuple[float, ...]]:
        """Return the six numbers of each Bézier that follows."""
        return (self.points[at : at + 6] for at in range(2, len(self.points), 6))


class Passage(NamedTuple):
    """A column to be passed: its edges and the heights at which no node lies."""

    left: float
    right: float
    free: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """Boxes by node id, curves, and the left edge of each column."""

    width: float
    height: float
    boxes: Mapping[str, Box]
    curves: tuple[Curve, ...]
    heads: tuple[tuple[Column, float], ...]


def places_of(graph: Graph, measures: Measures, room: tuple[float, float]) -> Places:
    """Lay a graph out: columns share the width, the nodes of each the height.

    It is larger than the room where nodes would not have theirs.
    """
    count = max(len(graph.columns), 1)
    before = _BOW * measures.width if _has_bows(graph) else 0.0
    gap = (room[0] - before - count * measures.width) / max(count - 1, 1)
    gap = min(max(gap, _LEAST_GAP * measures.width), _MOST_GAP * measures.width)
    width = before + count * measures.width + (count - 1) * gap
    most = max((len(column.nodes) for column in graph.columns), default=0)
    height = max(room[1], measures.head + most * measures.pitch)
    lefts = [before + number * (measures.width + gap) for number in range(count)]
    boxes = {
        box.node.id: box
        for column, left in zip(graph.columns, lefts, strict=False)
        for box in _column(column, left, height, measures)
    }
    passages = tuple(
        _passage([boxes[node.id] for node in column.nodes])
        for column in graph.columns
        if column.nodes
    )
    curves = tuple(
        _curve(link, boxes[link.left], boxes[link.right], passages) for link in graph.links
    )
    heads = tuple(zip(graph.columns, lefts, strict=False))
    return Places(width, height, boxes, curves, heads)


def _has_bows(graph: Graph) -> bool:
    """Tell whether links within the first column stand out at its left."""
    first = {node.id for column in graph.columns[:1] for node in column.nodes}
    return any(link.steps == 0 and link.left in first for link in graph.links)


def _column(column: Column, left: float, height: float, measures: Measures) -> list[Box]:
    step = (height - measures.head) / max(len(column.nodes), 1)
    return [
        Box(
            node,
            left,
            measures.head + (number + 0.5) * step - measures.height / 2,
            measures.width,
            measures.height,
        )
        for number, node in enumerate(column.nodes)
    ]


def _passage(boxes: list[Box]) -> Passage:
    tops = [box.top for box in boxes]
    ends = [box.top + box.height for box in boxes]
    between = [(end + top) / 2 for end, top in zip(ends, tops[1:], strict=False)]
    margin = between[0] - ends[0] if between else boxes[0].height / 8
    free = (tops[0] - margin, *between, ends[-1] + margin)
    return Passage(boxes[0].left, boxes[0].left + boxes[0].width, free)


def _curve(link: Link, one: Box, other: Box, passages: tuple[Passage, ...]) -> Curve:
    y1, y2 = one.middle, other.middle
    if link.steps == 0:  # within a column: a bow at its left
        bow = one.left - one.width * _BOW * 4 / 3  # a Bézier comes to three quarters of that
        return Curve(link, (one.left, y1, bow, y1, bow, y2, other.left, y2))
    start, end = one.left + one.width, other.left
    x, y = start, y1
    points = [x, y]
    for passage in passages:
        if start < passage.left and passage.right < end:
            straight = y1 + (y2 - y1) * (passage.left - start) / (end - start)
            height = _nearest(passage.free, straight)
            points += _sway(x, y, passage.left, height)
            points += _sway(passage.left, height, passage.right, height)
            x, y = passage.right, height
    return Curve(link, (*points, *_sway(x, y, end, y2)))


def _nearest(heights: tuple[float, ...], wanted: float) -> float:
    """Return the one of some heights, from top to bottom, that is nearest to one."""
    at = bisect_left(heights, wanted)
    return min(heights[max(at - 1, 0) : at + 1], key=lambda height: abs(height - wanted))


def _sway(x1: float, y1: float, x2: float, y2: float) -> tuple[float, ...]:
    """Return a Bézier from one point to another that is level at both."""
    half = (x2 - x1) / 2
    return (x1 + half, y1, x2 - half, y2, x2, y2)
