"""How a card of the run looks in the strip and in the overview."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefer.desktop.console_run_model import RunModel, Tile
from briefer.desktop.fonts import bold
from briefer.desktop.overrides import override
from briefer.desktop.theme import Theme, mixed

_BAR, _RADIUS, _GAP, _SIDE = 5, 7, 5, 12  # pixels on a small laptop
_DIMMED = 0.62


class Tiles(QStyledItemDelegate):
    """Paints tiles: the one the talk is at bright, the others dimmed."""

    def __init__(self, console: Theme, room: Theme, size: QSize) -> None:
        super().__init__()
        self._console, self._room = console, room
        self.size = size  # of every tile, in pixels
        self.current = -1  # row of the card that the talk is at
        self.scale = 1.0
        self.bright = False  # all tiles, as in the overview

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of every tile."""
        return self.size

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one tile."""
        tile: Tile = index.data(RunModel.TILE)
        here, scale = index.row() == self.current, self.scale
        gap, side = _GAP * scale, _SIDE * scale
        rect = QRectF(option.rect).adjusted(gap, gap, -gap, -gap)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, tile, lit=here or self.bright)
        if here or (chosen and self.bright):
            self._paint_ring(painter, rect, wide=chosen and self.bright)
        words = rect.adjusted(side, (_BAR + 7) * scale, -side, -6 * scale)
        self._paint_words(painter, words, tile, option.font)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, tile: Tile, *, lit: bool) -> None:
        share, radius = 1.0 if lit else _DIMMED, _RADIUS * self.scale
        outline = QPainterPath()
        outline.addRoundedRect(rect, radius, radius)
        painter.setClipPath(outline)
        painter.fillRect(rect, QColor(mixed(self._room["card"], self._console["window"], share)))
        bar = QRectF(rect.left(), rect.top(), rect.width(), _BAR * self.scale)
        color = self._room.kind_color(tile.color)
        painter.fillRect(bar, QColor(mixed(color, self._console["window"], share)))
        painter.setClipping(False)
        painter.setPen(QPen(QColor(self._console["border"]), self.scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, radius, radius)

    def _paint_ring(self, painter: QPainter, rect: QRectF, *, wide: bool) -> None:
        radius = _RADIUS * self.scale
        painter.setPen(QPen(QColor(self._console["accent"]), (4 if wide else 2.5) * self.scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), radius, radius)

    def _paint_words(self, painter: QPainter, rect: QRectF, tile: Tile, font: QFont) -> None:
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.85)
        facts = [str(tile.number), "must" if tile.must else "", tile.marking]
        painter.setPen(QColor(self._room["text"]))
        rest = _write(painter, rect, " · ".join(filter(None, facts)), small, lines=1)
        rest = _write(painter, rest.adjusted(0, 2 * self.scale, 0, 0), tile.title, bold(font))
        if self.bright:
            painter.setPen(QColor(self._room["muted"]))
            _write(painter, rest.adjusted(0, 3 * self.scale, 0, 0), tile.summary, small)


def _write(painter: QPainter, rect: QRectF, words: str, font: QFont, *, lines: int = 100) -> QRectF:
    """Write as many whole lines as there is room for, the last one with … ; return what is left."""
    layout = QTextLayout(words, font)
    painter.setFont(font)
    metrics = painter.fontMetrics()
    high = metrics.lineSpacing()
    lines = min(lines, int((rect.height() + 1) // high))
    top = rect.top()
    layout.beginLayout()
    for number in range(1, lines + 1):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(rect.width())
        start, ends = line.textStart(), line.textStart() + line.textLength()
        shown = words[start:] if number == lines else words[start:ends].rstrip()
        fitting = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(QPointF(rect.left(), top + metrics.ascent()), fitting)
        top += high
    layout.endLayout()
    return QRectF(rect.left(), top, rect.width(), max(rect.bottom() - top, 0))


def strip_width(room: int, count: int, least: float) -> int:
    """Return the width of a tile: all of them in the room, or, cut through, one that tells of more.

    >>> strip_width(1200, 8, 140), strip_width(1200, 30, 140)
    (150, 160)
    """
    fitting = max(int(room // least), 1)
    if count <= fitting:
        return int(min(room / max(count, 1), 1.6 * least))
    return int(room / (max(fitting, 2) - 0.5))


def grid_size(room: QSize, count: int, least: QSize) -> QSize:
    """Return the size of a tile in a grid that fills the room, at most half as high again."""
    columns = max(room.width() // max(least.width(), 1), 1)
    rows = -(-count // columns)
    high = min(max(room.height() // max(rows, 1), least.height()), least.height() * 3 // 2)
    return QSize(room.width() // columns, high)
