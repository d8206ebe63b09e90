"""A widget that shows what the room sees: the room's window fills itself with one, the console
has one beside its notes.
"""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from briefer.desktop.overrides import override
from briefer.desktop.room_picture import CENTRE, paint_aid, paint_view, slide_rect, zoom
from briefer.desktop.room_slides import Slides
from briefer.talk.talk import Aid, RoomView, Showing

_KEPT = 6  # pictures; one of 4K takes 33 MB


class RoomViewWidget(QWidget):
    """Paints a RoomView; pictures are kept, so that going on is a copy."""

    pointed = Signal(QPointF)  # where the mouse is over the picture, 0 to 1 each way

    def __init__(
        self, slides: Slides, parent: QWidget | None = None, *, fills: bool = False
    ) -> None:
        """A picture that `fills` its widget carries the slide's ground to the edges."""
        super().__init__(parent)
        self._slides, self._fills = slides, fills
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, fills)
        self._view: RoomView | None = None
        self._point = CENTRE
        self._pictures: OrderedDict[tuple[str, int, Showing, int], QPixmap] = OrderedDict()
        self.setMouseTracking(True)

    @property
    def view(self) -> RoomView | None:
        """Return what is shown."""
        return self._view

    def show_view(self, view: RoomView) -> None:
        """Show this."""
        if view != self._view:
            self._view = view
            self.update()

    def show_at_once(self, view: RoomView) -> None:
        """Show this before anything else is done."""
        if view != self._view:
            self._view = view
            self.repaint()

    def point_at(self, point: QPointF) -> None:
        """Move pointer, spotlight and zoom here."""
        self._point = point
        if self._view is not None and self._view.aid is not Aid.NONE:
            self.update()

    def forget(self) -> None:
        """Draw everything anew: slides have changed."""
        self._pictures.clear()
        self.update()

    def prepare(self, view: RoomView) -> bool:
        """Draw a picture ahead; return whether there was something to do."""
        if not self.isVisible() or _key(view) in self._pictures:
            return False
        self._picture(view)
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the picture, and paint the pointer over it."""
        if self._view is None:
            return
        painter = QPainter(self)
        area = self._area()
        painter.save()
        zoom(painter, area, self._view, self._point)
        plain = self._view.showing in (Showing.BLACK, Showing.WHITE)
        if plain or self._view.aid is Aid.ZOOM:
            paint_view(painter, area, self._slides, self._view)
        else:
            painter.drawPixmap(area.topLeft(), self._picture(self._view))
        painter.restore()
        paint_aid(painter, area, self._view, self._point, self._slides.theme["bad"])
        if not self._fills:  # black stays to be seen on a dark console
            painter.setPen(QColor(self._slides.theme["muted"]))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(0, 0, -1, -1))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw in the new size."""
        super().resizeEvent(event)
        self._pictures.clear()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where the mouse is."""
        super().mouseMoveEvent(event)
        area = self._area()
        at = event.position() - area.topLeft()
        x, y = at.x() / max(area.width(), 1), at.y() / max(area.height(), 1)
        self.pointed.emit(QPointF(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)))

    @override
    def sizeHint(self) -> QSize:
        """Ask for a good part of the window."""
        return QSize(960, 540)

    def _area(self) -> QRectF:
        """Return where the picture stands: everywhere, or at the top in the slide's shape."""
        whole = QRectF(self.rect())
        if self._fills:
            return whole
        size = slide_rect(whole, self._slides.width).size().toSize()
        return QRectF(round((whole.width() - size.width()) / 2), 0, size.width(), size.height())

    def _picture(self, view: RoomView) -> QPixmap:
        ratio = self.devicePixelRatioF()
        key = _key(view)
        kept = self._pictures.get(key)
        if kept is None or kept.devicePixelRatio() != ratio:
            area = self._area()
            kept = QPixmap(area.size().toSize() * ratio)
            kept.setDevicePixelRatio(ratio)
            painter = QPainter(kept)
            paint_view(painter, QRectF(area.translated(-area.topLeft())), self._slides, view)
            painter.end()
            self._pictures[key] = kept
            if len(self._pictures) > _KEPT:
                self._pictures.popitem(last=False)
        self._pictures.move_to_end(key)
        return kept


def _key(view: RoomView) -> tuple[str, int, Showing, int]:
    return view.card, view.page, view.showing, view.source
