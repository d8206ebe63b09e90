"""How a card of the run looks in the strip and in the overview."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefer.desktop.console_run_model import RunModel, Tile
from briefer.desktop.overrides import override
from briefer.desktop.theme import Theme, mixed

_BAR, _RADIUS, _GAP = 5, 7, 5
_DIMMED = 0.62


class Tiles(QStyledItemDelegate):
    """Paints tiles: the one the talk is at bright, the others dimmed."""

    def __init__(self, console: Theme, room: Theme, size: QSize) -> None:
        super().__init__()
        self._console, self._room, self._size = console, room, size
        self.current = -1  # row of the card that the talk is at
        self.scale = 1.0
        self.bright = False  # all tiles, as in the overview

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of every tile."""
        return self._size * self.scale

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one tile."""
        tile: Tile = index.data(RunModel.TILE)
        here = index.row() == self.current
        rect = QRectF(option.rect).adjusted(_GAP, _GAP, -_GAP, -_GAP)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, tile, lit=here or self.bright)
        if here or (chosen and self.bright):
            self._paint_ring(painter, rect, wide=chosen and self.bright)
        self._paint_words(painter, rect.adjusted(12, _BAR + 8, -12, -8), tile, option.font)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, tile: Tile, *, lit: bool) -> None:
        share = 1.0 if lit else _DIMMED
        outline = QPainterPath()
        outline.addRoundedRect(rect, _RADIUS, _RADIUS)
        painter.setClipPath(outline)
        painter.fillRect(rect, QColor(mixed(self._room["card"], self._console["window"], share)))
        bar = QRectF(rect.left(), rect.top(), rect.width(), _BAR)
        color = self._room.kind_color(tile.color)
        painter.fillRect(bar, QColor(mixed(color, self._console["window"], share)))
        painter.setClipping(False)

    def _paint_ring(self, painter: QPainter, rect: QRectF, *, wide: bool) -> None:
        painter.setPen(QPen(QColor(self._console["accent"]), 4 if wide else 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), _RADIUS, _RADIUS)

    def _paint_words(self, painter: QPainter, rect: QRectF, tile: Tile, font: QFont) -> None:
        small, bold = QFont(font), QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.85)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setPen(QColor(self._room["text"]))
        painter.setFont(small)
        number = f"{tile.number} · must" if tile.must else str(tile.number)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignTop), number)
        painter.setFont(bold)
        below = rect.adjusted(0, painter.fontMetrics().height() + 3, 0, 0)
        wrapped = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        title = painter.boundingRect(below, wrapped, tile.title)
        painter.drawText(below, wrapped, tile.title)
        if self.bright:
            self._paint_summary(painter, below.adjusted(0, title.height() + 4, 0, 0), tile, small)

    def _paint_summary(self, painter: QPainter, rect: QRectF, tile: Tile, font: QFont) -> None:
        """Paint as many whole lines of the summary as there is room for."""
        painter.setFont(font)
        painter.setPen(QColor(self._room["muted"]))
        line = painter.fontMetrics().lineSpacing()
        rect.setHeight(max(int(rect.height() // line), 0) * line)
        painter.setClipRect(rect)
        wrapped = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        painter.drawText(rect, wrapped, tile.summary)
