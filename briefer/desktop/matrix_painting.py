"""How the matrix is drawn: its cells, and its headers in the colours of their kinds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from briefer.desktop.broken_lines import BrokenLines
from briefer.desktop.fonts import bold
from briefer.desktop.matrix_model import MatrixModel
from briefer.desktop.overrides import override
from briefer.desktop.theme import Theme, mixed
from briefer.language import tr
from briefer.views.matrix import Cell
from briefer.views.matrix_table import sources_words

_STRIPE = 4  # pixels of a stripe, and as much between two
_STRIPED = 1.25  # how much stronger a stripe is than the tint of a kind
_PAD = 8
_SMALL = 0.86  # the second line's letters, as a share of the first's
_LINES, _MOST_LINES = 2, 4  # of a header
_SHARES = (1.0, 0.92, 0.84)  # of the font's size that titles may take


def small(font: QFont) -> QFont:
    """Return the letters of a second line."""
    smaller = QFont(font)
    smaller.setPixelSize(max(8, round(QFontMetrics(font).height() * 0.72 * _SMALL)))
    return smaller


class CellPainting(QStyledItemDelegate):
    """Draws a cell: the paragraphs, on how many sources they rest, and whether it is disputed."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._view, self._tint = theme, view, theme["hover"]

    def set_colors(self, theme: Theme, tint: str) -> None:
        """Take other colours; `tint` is the ground of cells that are tied."""
        self._theme, self._tint = theme, tint

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(90, round(option.fontMetrics.height() * 2.6))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        rect, theme = option.rect, self._theme
        cell = index.data(MatrixModel.CellRole)
        painter.fillRect(rect, QColor(self._tint if cell else theme["card"]))
        if cell and (cell.single or cell.disputed):
            self._draw_stripes(painter, rect, "bad" if cell.disputed else "warning")
        painter.setPen(QColor(theme["border"]))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if cell:
            self._draw_words(painter, rect, option.font, cell)
        if index == self._view.currentIndex():
            self._draw_ring(painter, rect)
        painter.restore()

    def _draw_words(self, painter: QPainter, rect: QRect, font: QFont, cell: Cell) -> None:
        theme, second = self._theme, small(font)
        lines = [(cell.references or "tied", bold(font), "text")]
        lines.append((sources_words(cell) or tr("no passage"), second, "muted"))
        if cell.disputed:
            lines[-1] = (tr("≠ disputed"), bold(second), "bad")
        elif cell.single:
            lines[-1] = (tr("one source"), second, "warning")
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
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(self._theme["card"]))
        share = min(1.0, _STRIPED * self._theme.tint)
        color = QColor(mixed(self._theme[role], self._theme["card"], share))
        painter.setPen(QPen(color, _STRIPE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
        step = round(_STRIPE * 2.83)
        for left in range(rect.left() - rect.height(), rect.right() + step, step):
            painter.drawLine(left, rect.bottom(), left + rect.height(), rect.top())
        painter.restore()

    def _draw_ring(self, painter: QPainter, rect: QRect) -> None:
        width = 3 if self._view.hasFocus() else 2
        role = "accent" if self._view.hasFocus() else "muted"
        painter.setPen(QPen(QColor(self._theme[role]), width))
        painter.drawRect(rect.adjusted(1, 1, -2, -2))


class KindHeader(QHeaderView):
    """A header whose cards are written in their kind's colour; the current one is marked."""

    def __init__(self, orientation: Qt.Orientation, theme: Theme, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._marked = -1
        self._theme: Theme = theme
        self._inks: tuple[str, ...] = (theme["text"],)
        self._letters = bold(self.font())
        self._broken, self._most = BrokenLines(self._letters), _LINES
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def set_colors(self, theme: Theme, *inks: str) -> None:
        """Take other colours; `inks` are those of the kinds, the last one for the rest."""
        self._theme, self._inks = theme, inks
        self.viewport().update()

    def fit_titles(self) -> None:
        """Take letters that the longest word has room for, and the lines that the titles need.

        In sections that all have the default size.
        """
        room = self.defaultSectionSize() - 2 * _PAD
        titles = [self._title(section) for section in range(self.count())]
        for share in _SHARES:
            self._letters = bold(self.font())
            self._letters.setPixelSize(round(QFontInfo(self.font()).pixelSize() * share))
            self._broken = BrokenLines(self._letters)
            if all(self._broken.has_room(title, room) for title in titles):
                break
        numbers = (self._broken.broken(title, room, _MOST_LINES).number for title in titles)
        self._most = max((_LINES, *numbers))
        self.geometriesChanged.emit()

    @property
    def marked(self) -> int:
        """Return the section that is marked; -1 when none is."""
        return self._marked

    def mark(self, section: int) -> None:
        """Mark the section of the current card; -1 marks none."""
        self._marked = section
        self.viewport().update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._letters = bold(self.font())
            self._broken = BrokenLines(self._letters)

    @override
    def sizeHint(self) -> QSize:
        line = QFontMetrics(self._letters).height()
        if self.orientation() == Qt.Orientation.Horizontal:
            return QSize(super().sizeHint().width(), line * self._most + 2 * _PAD)
        return QSize(line * 11, super().sizeHint().height())

    @override
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        theme, marked = self._theme, section == self._marked
        painter.fillRect(rect, QColor(theme["selection" if marked else "card"]))
        painter.setPen(QColor(theme["border"]))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        across = self.orientation() == Qt.Orientation.Horizontal
        side = Qt.AlignmentFlag.AlignHCenter if across else Qt.AlignmentFlag.AlignLeft
        room = rect.adjusted(_PAD if across else 14, 4, -_PAD, -4)
        own = self._inks[min(section, len(self._inks) - 1)]
        painter.setFont(self._letters)
        painter.setPen(QColor(theme["selected_text"] if marked else own))
        shown = self._broken.broken(self._title(section), room.width(), self._most)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | side), shown.words)
        painter.restore()

    def _title(self, section: int) -> str:
        return str(self.model().headerData(section, self.orientation()) or "")
