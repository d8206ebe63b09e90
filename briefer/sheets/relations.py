"""Briefing and report -> who is tied to whom: a picture for the page, and all of it in words."""

from __future__ import annotations

from typing import Any

from briefer.briefing.model import Card
from briefer.evidence.model import Report
from briefer.sheets.errors import SelectionError
from briefer.sheets.evidence import Book
from briefer.views.citing import citings_of
from briefer.views.graph import Graph
from briefer.views.graph_folding import Folding
from briefer.views.graph_places import Measures, places_of
from briefer.views.graph_words import ties_in_words

_MEASURES = Measures(width=50, height=10, pitch=11.5, head=9)  # millimetres
_HEIGHT = 132  # millimetres that a landscape page has below the title
_LEGEND = (
    "Lines tie cards of neighbouring columns. The list after the picture names every tie, those "
    "that lead past a column too."
)


def relations_data(
    book: Book, report: Report, cards: tuple[Card, ...], width: float
) -> dict[str, Any]:
    """Return the picture of some cards for a page of this width, in millimetres."""
    briefing = book.briefing
    graph = Folding(briefing, citings_of(briefing, report), cards).graph()
    if not graph.links:
        raise SelectionError("No cards in this selection are tied, so there is no picture.")
    near = Graph(graph.columns, tuple(link for link in graph.links if link.steps == 1))
    places = places_of(near, _MEASURES, (width, _HEIGHT))
    colors = {kind.id: book.color_of(kind) for kind in briefing.kinds}
    return {
        "title": "Relations",
        "legend": _LEGEND,
        "scale": min(1.0, width / places.width, _HEIGHT / places.height),
        "width": places.width,
        "height": places.height,
        "heads": [
            {"left": left, "words": column.kind.heading, "color": colors[column.kind.id]}
            for column, left in places.heads
        ],
        "curves": [list(curve.points) for curve in places.curves],
        "boxes": [
            {
                "left": box.left,
                "top": box.top,
                "width": box.width,
                "height": box.height,
                "title": box.node.title,
                "detail": box.node.detail,
                "color": colors[box.node.kind],
            }
            for box in places.boxes.values()
        ],
        "words": [
            {"heading": heading, "cards": [{"title": t, "ties": list(ties)} for t, ties in listed]}
            for heading, listed in ties_in_words(briefing, graph)
        ],
    }
