"""What the room sees -> a painted picture, of any size, with what helps the room to look."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from briefer.desktop.room_slide import HEIGHT, Slide
from briefer.desktop.room_slides import Slides
from briefer.talk.talk import Aid, RoomView, Showing

_POINTER = 0.012  # of the height: its radius
_SPOT = 0.17
_SHADE = 165  # of 255: how dark it is around the spotlight
_ZOOM = 2.0
CENTRE = QPointF(0.5, 0.5)


def slide_of(slides: Slides, view: RoomView) -> tuple[Slide, int] | None:
    """Return the slide of a view, and its page; None for black and white."""
    match view.showing:
        case Showing.BLACK | Showing.WHITE:
            return None
        case Showing.SOURCE:
            return slides.source(view.card, view.source)
        case Showing.CARD:
            return slides.card(view.card), view.page


def paint_view(painter: QPainter, rect: QRectF, slides: Slides, view: RoomView) -> None:
    """Paint what the room sees, without pointer, spotlight and zoom."""
    found = slide_of(slides, view)
    if found is None:
        black = view.showing is Showing.BLACK
        painter.fillRect(rect, Qt.GlobalColor.black if black else Qt.GlobalColor.white)
        return
    painter.fillRect(rect, QColor(slides.theme["card"]))
    place = slide_rect(rect, slides.width)
    painter.save()
    painter.translate(place.topLeft())
    painter.scale(place.width() / slides.width, place.height() / HEIGHT)
    slide, page = found
    slide.paint(painter, page)
    painter.restore()


def slide_rect(rect: QRectF, width: int) -> QRectF:
    """Return where a slide of this width stands in a rectangle: whole, in the middle."""
    scale = min(rect.width() / width, rect.height() / HEIGHT)
    size = QRectF(0, 0, width * scale, HEIGHT * scale)
    size.moveCenter(rect.center())
    return size


def zoom(painter: QPainter, rect: QRectF, view: RoomView, point: QPointF) -> None:
    """Turn the painter so that what comes is drawn larger around a point (0 to 1 each way)."""
    if view.aid is not Aid.ZOOM:
        return
    centre = _at(rect, point)
    painter.setClipRect(rect)
    painter.translate(centre)
    painter.scale(_ZOOM, _ZOOM)
    painter.translate(-centre)


def paint_aid(painter: QPainter, rect: QRectF, view: RoomView, point: QPointF, color: str) -> None:
    """Paint the pointer or the spotlight over the picture."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    at = _at(rect, point)
    if view.aid is Aid.POINTER:
        radius = rect.height() * _POINTER
        glow = QColor(color)
        glow.setAlpha(90)
        painter.setBrush(glow)
        painter.drawEllipse(at, 1.7 * radius, 1.7 * radius)
        painter.setBrush(QColor(color))
        painter.drawEllipse(at, radius, radius)
    elif view.aid is Aid.SPOTLIGHT:
        shade = QPainterPath()
        shade.addRect(rect)
        shade.addEllipse(at, rect.height() * _SPOT, rect.height() * _SPOT)
        painter.fillPath(shade, QColor(0, 0, 0, _SHADE))


def _at(rect: QRectF, point: QPointF) -> QPointF:
    return QPointF(rect.left() + point.x() * rect.width(), rect.top() + point.y() * rect.height())
