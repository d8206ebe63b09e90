"""What the picture of the relations is made of: boxes for cards, curves for what ties them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QTransform,
)
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from briefer.desktop.fonts import bold
from briefer.desktop.overrides import override
from briefer.desktop.pictures import Pictures
from briefer.desktop.theme import Theme, mixed
from briefer.desktop.tooltips import plain_tooltip
from briefer.views.graph import Link
from briefer.views.graph_paths import Lit
from briefer.views.graph_places import Box, Curve

_RADIUS = 5
_STRIPE = 4
_FADED = 0.42
_ROOM = 3  # around a box, for its ring
_PILE = 6  # pixels that the cards of a group stand out
_DIM, _PLAIN = 0.22, 0.55  # how much of their colour links have that are not lit
_LIT_WIDTH = 2.2


class BoxPictures:
    """Boxes as pictures, in one theme and one size of letters."""

    def __init__(self, theme: Theme, letters: QFont) -> None:
        self._theme, self._letters = theme, bold(letters)
        self._small = QFont(letters)
        self._small.setPixelSize(max(7, round(letters.pixelSize() * 0.86)))
        self._pictures = Pictures()

    def draw(self, painter: QPainter, look: BoxLook, left: float, top: float) -> None:
        """Draw a box at a point; as sharp as the painter's device is, however it is scaled."""
        transform, ratio = painter.worldTransform(), painter.device().devicePixelRatioF()
        picture = self.picture(look, transform.m11(), ratio)
        where = transform.map(QPointF(left - _ROOM, top - _ROOM))
        painter.setWorldTransform(QTransform())
        painter.drawPixmap(where.toPoint(), picture)
        painter.setWorldTransform(transform)

    def picture(self, look: BoxLook, scale: float, ratio: float) -> QPixmap:
        """Return the picture of a box for a scale, and the device pixel ratio of where it goes."""
        more = 2 * _ROOM + (_PILE if look.is_group else 0)
        return self._pictures.get(
            (look, scale),
            ratio,
            (look.width + more) * scale,
            (look.height + more) * scale,
            lambda inner: self._draw(inner, look, scale),
        )

    def _draw(self, painter: QPainter, look: BoxLook, scale: float) -> None:
        theme, rect = self._theme, QRectF(_ROOM, _ROOM, look.width, look.height)
        painter.scale(scale, scale)
        painter.setPen(QPen(QColor(theme["border"]), 1))
        painter.setBrush(QColor(theme["card"]))
        for shift in (_PILE, _PILE / 2) if look.is_group else ():
            painter.drawRoundedRect(rect.translated(shift, shift), _RADIUS, _RADIUS)
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        painter.save()
        outline = QPainterPath()
        outline.addRoundedRect(rect, _RADIUS, _RADIUS)
        painter.setClipPath(outline)
        stripe = QRectF(rect.left(), rect.top(), _STRIPE, rect.height())
        painter.fillRect(stripe, QColor(look.color))
        painter.restore()
        self._draw_words(painter, look, rect.adjusted(_STRIPE + 9, 0, -8, 0))
        if look.is_chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme["accent"]), 2.4))
            painter.drawRoundedRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5), _RADIUS, _RADIUS)

    def _draw_words(self, painter: QPainter, look: BoxLook, room: QRectF) -> None:
        sign = "▸ " if look.is_group else ""
        lines = ((sign + look.title, self._letters, "text"), (look.detail, self._small, "muted"))
        heights = [QFontMetricsF(font).height() for _, font, _ in lines]
        top = room.top() + (room.height() - sum(heights)) / 2
        for (words, font, role), height in zip(lines, heights, strict=True):
            painter.setFont(font)
            painter.setPen(QColor(self._theme[role]))
            shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            line = QRectF(room.left(), top, room.width(), height)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), shown)
            top += height


class BoxLook(NamedTuple):
    """All that a picture of a box shows."""

    title: str
    detail: str
    is_group: bool
    color: str
    width: float
    height: float
    is_chosen: bool


class BoxItem(QGraphicsItem):
    """A card, or a folded group of cards, drawn as a pile."""

    def __init__(self, box: Box, color: str, pictures: BoxPictures) -> None:
        super().__init__()
        node = self.node = box.node
        self._box, self._pictures = box, pictures
        self._look = BoxLook(
            node.title, node.detail, node.is_group, color, box.width, box.height, is_chosen=False
        )
        more = _ROOM + (_PILE if node.is_group else 0)
        rect = QRectF(box.left, box.top, box.width, box.height)
        self._rect = rect.adjusted(-_ROOM, -_ROOM, more, more)
        self.setZValue(2)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(plain_tooltip(f"{node.title}\n{node.detail}"))

    def show_state(self, *, dim: bool, chosen: bool) -> None:
        """Dim the box or not; a ring marks a chosen one."""
        self.setOpacity(_FADED if dim else 1.0)
        if chosen != self._look.is_chosen:
            self._look = self._look._replace(is_chosen=chosen)
            self.update()

    def draw_ahead(self, scale: float, ratio: float) -> None:
        """Have the picture ready for this scale and device pixel ratio."""
        self._pictures.picture(self._look, scale, ratio)

    @override
    def boundingRect(self) -> QRectF:
        return self._rect

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        self._pictures.draw(painter, self._look, self._box.left, self._box.top)


class LinksItem(QGraphicsItem):
    """All ties between the boxes, at one stroke but for those that are lit.

    Their colours are mixed with the ground's: through an opacity, lines take four times as long.
    """

    def __init__(self, curves: Iterable[Curve], rect: QRectF, theme: Theme) -> None:
        super().__init__()
        self._curves = tuple(curves)
        self._rect = rect
        self._near, self._every = (
            _path(curve for curve in self._curves if every or curve.link.steps == 1)
            for every in (False, True)
        )
        self._plain, self._dim = (
            QPen(QColor(mixed(theme["muted"], theme["window"], share)), 1.0)
            for share in (_PLAIN, _DIM)
        )
        self._pen = QPen(QColor(theme["accent"]), _LIT_WIDTH)
        self._lit: tuple[Curve, ...] = ()
        self._is_dim = self._shows_every = False

    def show_state(self, lit: Lit, *, every: bool) -> None:
        """Light some and dim the rest; those past a column are seen when lit or asked for."""
        self._lit = tuple(c for c in self._curves if (c.link.left, c.link.right) in lit.links)
        self._is_dim, self._shows_every = bool(lit.nodes), every
        self.update()

    def drawn(self) -> tuple[Link, ...]:
        """Return the links that are seen now."""
        return tuple(
            curve.link
            for curve in self._curves
            if self._shows_every or curve.link.steps == 1 or curve in self._lit
        )

    @override
    def boundingRect(self) -> QRectF:
        return self._rect

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setPen(self._dim if self._is_dim else self._plain)
        painter.drawPath(self._every if self._shows_every else self._near)
        painter.setPen(self._pen)
        for curve in self._lit:
            painter.drawPath(_path((curve,)))


def _path(curves: Iterable[Curve]) -> QPainterPath:
    path = QPainterPath()
    for curve in curves:
        path.moveTo(*curve.start)
        for piece in curve.pieces:
            path.cubicTo(*piece)
    return path
