"""Briefing and report -> one kind by another, with the paragraphs behind each meeting."""

from __future__ import annotations

from typing import Any

from briefer.briefing.model import Briefing, Card, Kind
from briefer.sheets.cards import color_of
from briefer.sheets.errors import SelectionError
from briefer.sheets.evidence import Book, cited, references

_WIDEST = 16  # columns that stay readable on one page


def matrix_of(book: Book, cards: tuple[Card, ...]) -> dict[str, Any]:
    """Return the matrix of the kind with the most relations among the cards to another kind."""
    rows_kind, columns_kind = _kinds(book.briefing, cards)
    rows = [card for card in cards if card.kind == rows_kind.id]
    columns = book.briefing.cards_of(columns_kind.id)
    related = {row.id: _related(book.briefing, row) for row in rows}
    met = [c for c in columns if any(c.id in found for found in related.values())][:_WIDEST]
    return {
        "title": f"{rows_kind.heading} by {columns_kind.heading.lower()}",
        "legend": "A shaded cell: the two cards are tied. Its references name the paragraphs "
        "that the quotations on both cards share, else those of the row.",
        "corner": rows_kind.heading,
        "row_color": color_of(rows_kind),
        "column_color": color_of(columns_kind),
        "columns": [card.title for card in met],
        "rows": [_row(book, row, met, related[row.id]) for row in rows],
    }


def _row(book: Book, row: Card, columns: list[Card], related: frozenset[str]) -> dict[str, Any]:
    cells = [_cell(book, row, column, tied=column.id in related) for column in columns]
    return {"title": row.title, "cells": cells}


def _cell(book: Book, row: Card, column: Card, *, tied: bool) -> dict[str, Any]:
    if not tied:
        return {"related": False, "refs": "", "single": False}
    own, other = cited(book, row), cited(book, column)
    single = len(book.origins.get(row.id, ())) == 1
    return {"related": True, "refs": references(book, own & other or own), "single": single}


def _related(briefing: Briefing, card: Card) -> frozenset[str]:
    return frozenset(other for tie in briefing.relations.get(card.id, ()) for other in tie.cards)


def _kinds(briefing: Briefing, cards: tuple[Card, ...]) -> tuple[Kind, Kind]:
    """Return the pair of kinds for rows and columns; channels by actors where there are such."""
    present = [kind for kind in briefing.kinds if any(card.kind == kind.id for card in cards)]
    pairs = [(row, column) for row in present for column in briefing.kinds if row is not column]
    preferred = [p for p in pairs if (p[0].id, p[1].id) == ("channels", "actors")]
    tied = [pair for pair in (*preferred, *pairs) if _ties(briefing, cards, *pair)]
    if not tied:
        raise SelectionError("No two kinds in this selection are tied, so there is no matrix.")
    return tied[0]


def _ties(briefing: Briefing, cards: tuple[Card, ...], row: Kind, column: Kind) -> bool:
    return any(
        tie.kind == column.id
        for card in cards
        if card.kind == row.id
        for tie in briefing.relations.get(card.id, ())
    )
