"""How the cells of a matrix are drawn: a page of them at once, those that are tied as pictures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLine, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from briefer.desktop.fonts import bold
from briefer.desktop.kind_header import Place
from briefer.desktop.pictures import Pictures
from briefer.desktop.theme import Theme, mixed
from briefer.language import tr
from briefer.views.matrix import Cell, Matrix
from briefer.views.matrix_table import sources_words

_STRIPE = 4  # pixels of a stripe, and as much between two
_STRIPED = 1.25  # how much stronger a stripe is than the tint of a kind
_SMALL = 0.86  # the second line's letters, as a share of the first's


def small(font: QFont) -> QFont:
    """Return the letters of a second line."""
    smaller = QFont(font)
    smaller.setPixelSize(max(8, round(QFontMetrics(font).height() * 0.72 * _SMALL)))
    return smaller


class MatrixPainting:
    """Draws cells: the paragraphs, on how many sources they rest, and whether that is disputed."""

    def __init__(self, theme: Theme) -> None:
        self._pictures = Pictures()
        self.set_colors(theme, theme["hover"])

    def set_colors(self, theme: Theme, tint: str) -> None:
        """Take other colours; `tint` is the ground of cells that are tied."""
        self._theme, self._tint = theme, tint
        self._pictures.clear()

    def set_letters(self, font: QFont) -> None:
        """Take other letters."""
        self._bold, self._small = bold(font), small(font)
        self._pictures.clear()

    def draw(
        self,
        painter: QPainter,
        page: QRect,
        across: Sequence[Place],
        down: Sequence[Place],
        matrix: Matrix | None,
    ) -> None:
        """Draw a part of the page, with these columns and rows on it."""
        painter.fillRect(page, QColor(self._theme["card"]))
        if matrix is None or not across or not down:
            return
        ratio = painter.device().devicePixelRatioF()
        for row in down:
            for column in across:
                if cell := matrix.cell(matrix.rows[row.number], matrix.columns[column.number]):
                    size = (column.length, row.length)
                    self._draw_cell(painter, column.start, row.start, size, cell, ratio)
        right, bottom = min(page.right(), across[-1].end), min(page.bottom(), down[-1].end)
        painter.setPen(QPen(QColor(self._theme["border"])))
        painter.drawLines(
            [QLine(page.left(), row.end, right, row.end) for row in down]
            + [QLine(column.end, page.top(), column.end, bottom) for column in across]
        )

    def draw_ring(self, painter: QPainter, rect: QRect, *, has_focus: bool) -> None:
        """Draw a ring around the current cell, heavier while the keyboard is here."""
        color = QColor(self._theme["accent" if has_focus else "muted"])
        painter.setPen(QPen(color, 3 if has_focus else 2))
        painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _draw_cell(
        self,
        painter: QPainter,
        left: int,
        top: int,
        size: tuple[int, int],
        cell: Cell,
        ratio: float,
    ) -> None:
        key = (cell.references, len(cell.sources), cell.disputed, *size)
        picture = self._pictures.get(
            key, ratio, *size, lambda inner: self._draw_tie(inner, QRect(0, 0, *size), cell)
        )
        painter.drawPixmap(left, top, picture)

    def _draw_tie(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        if cell.single or cell.disputed:
            self._draw_stripes(painter, rect, "bad" if cell.disputed else "warning")
        else:
            painter.fillRect(rect, QColor(self._tint))
        self._draw_words(painter, rect, cell)

    def _draw_words(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        theme = self._theme
        lines = [(cell.references or tr("tied"), self._bold, "text")]
        if cell.disputed:
            lines.append((tr("≠ disputed"), bold(self._small), "bad"))
        elif cell.single:
            lines.append((tr("one source"), self._small, "warning"))
        else:
            lines.append((sources_words(cell) or tr("no passage"), self._small, "muted"))
        heights = [QFontMetrics(letters).height() for _, letters, _ in lines]
        top = rect.top() + (rect.height() - sum(heights)) // 2
        for (words, letters, role), height in zip(lines, heights, strict=True):
            line = QRect(rect.left() + 4, top, rect.width() - 8, height)
            painter.setFont(letters)
            painter.setPen(QColor(theme[role]))
            shown = QFontMetrics(letters).elidedText(
                words, Qt.TextElideMode.ElideRight, line.width()
            )
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, shown)
            top += height

    def _draw_stripes(self, painter: QPainter, rect: QRect, role: str) -> None:
        """Stripe a ground, so that it is told from a plain one without colour."""
        painter.fillRect(rect, QColor(self._theme["card"]))
        share = min(1.0, _STRIPED * self._theme.tint)
        color = QColor(mixed(self._theme[role], self._theme["card"], share))
        painter.setPen(QPen(color, _STRIPE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
        step = round(_STRIPE * 2.83)
        for left in range(rect.left() - rect.height(), rect.right() + step, step):
            painter.drawLine(left, rect.bottom(), left + rect.height(), rect.top())
