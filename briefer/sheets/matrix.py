"""Briefing and report -> one kind by another, with the paragraphs behind each meeting."""

from __future__ import annotations

from typing import Any

from briefer.briefing.model import Briefing, Card, Kind
from briefer.evidence.model import Report
from briefer.language import ntr
from briefer.sheets.errors import SelectionError
from briefer.sheets.evidence import Book
from briefer.views.citing import citings_of
from briefer.views.matrix import Cell, Matrix, MatrixChoice, chosen_matrix
from briefer.views.matrix_table import sources_words

_LEGEND = (
    "A shaded cell: the two cards are tied. Its references name the paragraphs that the quotations "
    "on both cards share, else those of the row."
)
_WIDEST = 16  # columns that stay readable on one page


def matrix_data(
    book: Book, report: Report, cards: tuple[Card, ...], choice: MatrixChoice
) -> dict[str, Any]:
    """Return the chosen matrix; the legend says which columns are left out: paper is narrow."""
    matrix = chosen_matrix(book.briefing, citings_of(book.briefing, report), cards, choice)
    if matrix is None:
        raise SelectionError("No two kinds in this selection are tied, so there is no matrix.")
    if not matrix.cells:
        raise SelectionError(f"No cards of this selection make a matrix “{matrix.title}”.")
    met = [column for column in matrix.columns if matrix.count_of_column(column)]
    unmet, wider = len(matrix.columns) - len(met), len(met) - _WIDEST
    del met[_WIDEST:]
    said = [_LEGEND]
    if unmet:
        said.append(
            ntr(
                "{n} column without any tie is left out.",
                "{n} columns without any tie are left out.",
                unmet,
            )
        )
    if wider > 0:
        said.append(ntr("{n} more column would not fit.", "{n} more columns would not fit.", wider))
    return {
        "title": matrix.title,
        "legend": " ".join(said),
        "corner": matrix.row_kind.heading,
        "row_color": book.color_of(matrix.row_kind),
        "column_color": book.color_of(matrix.column_kind),
        "columns": [card.title for card in met],
        "rows": [_row(matrix, row, met) for row in matrix.rows],
    }


def _row(matrix: Matrix, row: Card, columns: list[Card]) -> dict[str, Any]:
    return {"title": row.title, "cells": [_cell(matrix.cell(row, column)) for column in columns]}


def _cell(cell: Cell | None) -> dict[str, Any]:
    if cell is None:
        return {"related": False, "refs": "", "sources": "", "disputed": False}
    return {
        "related": True,
        "refs": cell.references,
        "sources": sources_words(cell),
        "disputed": cell.disputed,
    }


def tied_kinds(briefing: Briefing) -> tuple[tuple[Kind, Kind], ...]:
    """Return the pairs of kinds that make a matrix, rows first, in the briefing's order."""
    ties = {
        (card.kind, tie.kind)
        for card in briefing.cards
        for tie in briefing.relations.get(card.id, ())
    }
    pairs = ((row, column) for row in briefing.kinds for column in briefing.kinds)
    return tuple((r, c) for r, c in pairs if r is not c and (r.id, c.id) in ties)
