"""A matrix -> a table that spreadsheets and word processors take: tabs, or HTML."""

from __future__ import annotations

import html

from briefer.language import ntr, tr
from briefer.views.matrix import Cell, Matrix

# A spreadsheet takes a cell that opens with one of these for a formula.
_FORMULA = ("=", "+", "-", "@")


def cell_words(cell: Cell | None) -> str:
    """Return a cell in words: "A1 A3 (2 sources)"; "" where nothing is tied."""
    if cell is None:
        return ""
    parts = [sources_words(cell)] + ([tr("disputed")] if cell.disputed else [])
    behind = "; ".join(part for part in parts if part)
    return f"{cell.references} ({behind})" if cell.references else tr("tied, no passage")


def sources_words(cell: Cell) -> str:
    """Return on how many sources a cell rests: "2 sources", "one source", or ""."""
    if cell.single:
        return tr("one source")
    return ntr("{n} source", "{n} sources", len(cell.sources)) if cell.sources else ""


def tabbed(matrix: Matrix) -> str:
    """Return the matrix as lines with tabs between, headers first."""
    return "".join("\t".join(map(_plain, row)) + "\n" for row in _rows(matrix))


def as_html(matrix: Matrix) -> str:
    """Return the matrix as an HTML table with headers for rows and columns."""
    head, *rest = _rows(matrix)
    columns = "".join(f'<th scope="col">{html.escape(words)}</th>' for words in head)
    rows = "".join(
        f'<tr><th scope="row">{html.escape(name)}</th>'
        + "".join(f"<td>{html.escape(words)}</td>" for words in cells)
        + "</tr>"
        for name, *cells in rest
    )
    title = html.escape(matrix.title)
    return f'<table border="1"><caption>{title}</caption><tr>{columns}</tr>{rows}</table>'


def _rows(matrix: Matrix) -> list[list[str]]:
    head = [matrix.row_kind.heading, *(column.title for column in matrix.columns)]
    rows = [
        [row.title, *(cell_words(matrix.cell(row, column)) for column in matrix.columns)]
        for row in matrix.rows
    ]
    return [head, *rows]


def _plain(words: str) -> str:
    line = " ".join(words.split())
    return f"'{line}" if line.startswith(_FORMULA) else line
