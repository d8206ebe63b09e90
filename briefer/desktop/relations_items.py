"""What the picture of the relations is made of: boxes for cards, curves for what ties them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsPathItem, QStyleOptionGraphicsItem, QWidget

from briefer.desktop.fonts import bold
from briefer.desktop.glance_view import Style
from briefer.desktop.overrides import override
from briefer.views.graph_places import Box, Curve

_RADIUS = 5
_STRIPE = 4
_FADED = 0.42
_ROOM = 3  # around a box, for its ring


class BoxItem(QGraphicsItem):
    """A card, or a folded group of cards, drawn as a pile."""

    def __init__(self, box: Box, color: str, letters: QFont, style: Style) -> None:
        super().__init__()
        self.node = box.node
        self._rect = QRectF(box.left, box.top, box.width, box.height)
        self._color, self._letters, self._theme = color, letters, style.theme
        self._ring = ""
        self.setZValue(2)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(f"{box.node.title}\n{box.node.detail}".replace("<", "‹"))

    def show_state(self, *, dim: bool, ring: str) -> None:
        """Dim the box or not; a ring in a colour marks a chosen one."""
        self._ring = ring
        self.setOpacity(_FADED if dim else 1.0)
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        more = 6 if self.node.is_group else 0
        return self._rect.adjusted(-_ROOM, -_ROOM, _ROOM + more, _ROOM + more)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        theme, rect = self._theme, self._rect
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme["border"]), 1))
        painter.setBrush(QColor(theme["card"]))
        for shift in (6, 3) if self.node.is_group else ():
            painter.drawRoundedRect(rect.translated(shift, shift), _RADIUS, _RADIUS)
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        painter.save()
        outline = QPainterPath()
        outline.addRoundedRect(rect, _RADIUS, _RADIUS)
        painter.setClipPath(outline)
        stripe = QRectF(rect.left(), rect.top(), _STRIPE, rect.height())
        painter.fillRect(stripe, QColor(self._color))
        painter.restore()
        self._draw_words(painter)
        if self._ring:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._ring), 2.4))
            painter.drawRoundedRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5), _RADIUS, _RADIUS)

    def _draw_words(self, painter: QPainter) -> None:
        small = QFont(self._letters)
        small.setPixelSize(max(7, round(self._letters.pixelSize() * 0.86)))
        room = self._rect.adjusted(_STRIPE + 9, 0, -8, 0)
        sign = "▸ " if self.node.is_group else ""
        lines = (
            (sign + self.node.title, bold(self._letters), "text"),
            (self.node.detail, small, "muted"),
        )
        heights = [QFontMetricsF(font).height() for _, font, _ in lines]
        top = room.top() + (room.height() - sum(heights)) / 2
        for (words, font, role), height in zip(lines, heights, strict=True):
            painter.setFont(font)
            painter.setPen(QColor(self._theme[role]))
            shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            line = QRectF(room.left(), top, room.width(), height)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), shown)
            top += height


class CurveItem(QGraphicsPathItem):
    """A tie between two boxes."""

    def __init__(self, curve: Curve, style: Style) -> None:
        path = QPainterPath()
        path.moveTo(*curve.start)
        for piece in curve.pieces:
            path.cubicTo(*piece)
        super().__init__(path)
        self.link = curve.link
        self._theme = style.theme

    def show_state(self, *, lit: bool, dim: bool, every: bool) -> None:
        """Light the curve or dim it; one that leads past a column is seen when lit or asked for."""
        self.setVisible(lit or every or self.link.steps == 1)
        pen = QPen(QColor(self._theme["accent" if lit else "muted"]), 2.2 if lit else 1.0)
        self.setPen(pen)
        self.setOpacity(1.0 if lit else 0.22 if dim else 0.55)
        self.setZValue(1 if lit else 0)
