"""Briefing, report and options -> the data that the templates walk, and the images they need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from briefer.briefing.model import Briefing, Card, Document
from briefer.evidence.model import Report
from briefer.evidence.passage_cards import with_passages_checked
from briefer.language import ntr
from briefer.sheets.annex import annex_of
from briefer.sheets.cards import card_data, introduction
from briefer.sheets.evidence import GREY, Book, book_of
from briefer.sheets.footers import footer_of
from briefer.sheets.marking import marking_of, paper_ink
from briefer.sheets.matrix import matrix_data
from briefer.sheets.options import (
    CardsOfKind,
    Layout,
    Options,
    Orientation,
    Paper,
    WholeBriefing,
)
from briefer.sheets.prose import language_of, targets_of
from briefer.sheets.relations import relations_data
from briefer.sheets.selection import selected_cards
from briefer.sheets.sizes import measure_of
from briefer.sheets.words import day

_WITH_CONTENTS = {Layout.SHEET, Layout.PAGE}
_ORIENTATIONS = {
    Layout.MATRIX: Orientation.LANDSCAPE,
    Layout.RELATIONS: Orientation.LANDSCAPE,
}
# Millimetres at the sides.
_MARGINS = {Layout.CARDS: 10, Layout.BRIEF: 15, Layout.MATRIX: 15, Layout.RELATIONS: 15}
_FRONT = 12  # cards; the contents of more have the first page to themselves
_EVEN = 0.8  # cards whose titles surely stand on one page, to the lines of a page
_TRIM = 1.5  # millimetres off the margins of a brief that has to be closer
_BINDING = 10  # millimetres more at the bound side
_SMALLEST, _LARGEST = 10.0, 14.0  # points of the text


@dataclass(frozen=True, slots=True)
class Shape:
    """What is decided while typesetting: whether contents are worth it, and close setting."""

    contents: bool
    closeness: int = 0  # of a brief: 0 airy, 1 close, 2 tight


def pages_of(
    briefing: Briefing, report: Report, options: Options, shape: Shape
) -> tuple[dict[str, Any], Mapping[str, bytes]]:
    """Return data.json and the images by name; raises SelectionError without cards."""
    cards = selected_cards(briefing, options.selection)
    report = with_passages_checked(report, briefing, cards)
    matrix = options.layout is Layout.MATRIX
    relations = options.layout is Layout.RELATIONS
    overview = matrix or relations  # of the cards, not the cards themselves
    numbers = {} if overview else {card.id: n for n, card in enumerate(cards, start=1)}
    paper = _paper(briefing, options, shape)
    measure = measure_of(paper)
    book = book_of(
        briefing,
        report,
        numbers,
        measure,
        every_grade=options.every_grade,
        greyscale=options.greyscale,
        own_notes=options.own_notes,
    )
    grouped = isinstance(options.selection, WholeBriefing | CardsOfKind) and len(cards) > 1
    data = {
        **paper,
        **_lines(briefing, options),
        **footer_of(book, cards, options),
        "layout": options.layout.value,
        "front": len(cards) > 1,
        "closeness": shape.closeness,
        "trim": _TRIM * shape.closeness,
        "cards_on_page": options.cards_on_page,
        "contents": shape.contents and len(cards) > 1 and options.layout in _WITH_CONTENTS,
        "front_page": len(cards) > _FRONT,
        "even": len(cards) <= _EVEN * measure.lines,
        "grouped": grouped,
        "groups": [] if overview else _groups(book, cards, options, grouped=grouped),
        "matrix": matrix_data(book, report, cards, options.matrix) if matrix else None,
        "relations": relations_data(book, report, cards, _width(paper)) if relations else None,
        "annex": annex_of(book, cards, options.annex, notes=options.notes),
    }
    return data, book.pictures.assets


def _width(paper: dict[str, Any]) -> float:
    """Return the width between the margins, in millimetres."""
    sides = (297, 210) if paper["paper"] == Paper.A4.value else (279, 216)
    return float(sides[0 if paper["flipped"] else 1] - 2 * paper["margin"] - paper["binding"])


def _paper(briefing: Briefing, options: Options, shape: Shape) -> dict[str, Any]:
    paper = options.paper or (Paper.US_LETTER if briefing.paper == "us-letter" else Paper.A4)
    orientation = options.orientation or _ORIENTATIONS.get(options.layout, Orientation.PORTRAIT)
    return {
        "paper": paper.value,
        "flipped": orientation is Orientation.LANDSCAPE,
        "margin": _MARGINS.get(options.layout, 20) - _TRIM * shape.closeness,
        "binding": _BINDING if options.binding else 0,
        "both_sides": options.both_sides,
        "size": _LARGEST if options.large_print else _SMALLEST,
    }


def _lines(briefing: Briefing, options: Options) -> dict[str, Any]:
    language, region = language_of(briefing.language)
    marking = marking_of(briefing, options)
    as_of = f"As of {day(briefing.as_of)}" if briefing.as_of else f"Printed {day(options.checked)}"
    return {
        "title": briefing.title.strip() or "Briefing",
        "subtitle": briefing.subtitle,
        "authors": list(briefing.authors),
        "language": language,
        "region": region,
        "date_line": as_of,
        "marking": marking,
        "marking_ink": _marking_ink(marking, options),
        "marking_lines": min(4, 1 + len(marking) // 50),
        "documents": [_document(document) for document in briefing.documents],
        "reading": _reading(briefing),
    }


def _marking_ink(marking: str, options: Options) -> str:
    ink = paper_ink(marking)
    return "#ffffff" if ink and options.greyscale else ink


def _document(document: Document) -> dict[str, str]:
    extent = ntr("{n} paragraph", "{n} paragraphs", len(document.paragraphs))
    note = extent if document.readable else "not readable"
    return {"letter": document.letter, "title": document.title, "note": note}


def _reading(briefing: Briefing) -> str:
    if not briefing.documents:
        return ""
    letter = briefing.documents[0].letter
    return f"{letter}1 is paragraph 1 of text {letter}."


def _groups(
    book: Book, cards: tuple[Card, ...], options: Options, *, grouped: bool
) -> list[dict[str, Any]]:
    """Return the cards by kind, in the order given; one nameless group when not grouped."""
    level = 2 if grouped else 1
    if not grouped:
        return [_group("", GREY, "solid", [], _set(book, cards, options, level))]
    groups = []
    for kind_id, members in groupby(cards, key=lambda card: card.kind):
        kind = book.briefing.kind(kind_id)
        intro = introduction(book, kind)
        data = _set(book, tuple(members), options, level)
        groups.append(_group(kind.heading, book.color_of(kind), book.dash_of(kind), intro, data))
    return groups


def _group(
    heading: str, color: str, dash: str, intro: list[Any], cards: list[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "heading": heading,
        "color": color,
        "dash": dash,
        "intro": intro,
        "targets": targets_of(intro),
        "cards": cards,
    }


def _set(book: Book, cards: tuple[Card, ...], options: Options, level: int) -> list[dict[str, Any]]:
    return [card_data(book, card, level=level, notes=options.notes) for card in cards]
