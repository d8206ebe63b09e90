"""A graph and the room for it -> where its nodes and curves lie, the same for screen and paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from briefer.views.graph import Column, Graph, Link, Node

_LEAST_GAP, _MOST_GAP = 0.36, 1.0  # between columns, as shares of a node's width


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
    """A cubic Bézier: start, two control points, end; each x and y."""

    link: Link
    points: tuple[float, float, float, float, float, float, float, float]


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
    gap = (room[0] - count * measures.width) / max(count - 1, 1)
    gap = min(max(gap, _LEAST_GAP * measures.width), _MOST_GAP * measures.width)
    width = count * measures.width + (count - 1) * gap
    most = max((len(column.nodes) for column in graph.columns), default=0)
    height = max(room[1], measures.head + most * measures.pitch)
    lefts = [number * (measures.width + gap) for number in range(count)]
    boxes = {
        box.node.id: box
        for column, left in zip(graph.columns, lefts, strict=False)
        for box in _column(column, left, height, measures)
    }
    curves = tuple(_curve(link, boxes[link.left], boxes[link.right]) for link in graph.links)
    heads = tuple(zip(graph.columns, lefts, strict=False))
    return Places(width, height, boxes, curves, heads)


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


def _curve(link: Link, one: Box, other: Box) -> Curve:
    y1, y2 = one.middle, other.middle
    if link.steps == 0:  # within a column: a bow at its left
        bow = one.left - one.width * 0.16
        return Curve(link, (one.left, y1, bow, y1, bow, y2, other.left, y2))
    start, end = one.left + one.width, other.left
    half = (end - start) / 2
    return Curve(link, (start, y1, start + half, y1, end - half, y2, end, y2))
