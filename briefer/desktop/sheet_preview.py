"""The pages of a PDF as they will be printed, one under the other, rendered as they are seen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from briefer.desktop.jobs import Jobs
from briefer.desktop.overrides import override
from briefer.desktop.page_pictures import picture_of
from briefer.desktop.theme import Theme
from briefer.language import tr
from briefer.sheets.page_images import PageImage, render_pages

_KEPT = 48_000_000  # bytes of images of pages, apart from those in view

PageSizes = tuple[tuple[float, float], ...]


class SheetPreview(QAbstractScrollArea):
    """Pages of one PDF; as wide as the view until zoomed."""

    page_changed = Signal(int)  # counts from 1; 0 without pages

    gap = 14  # between pages
    edge = 18  # around them
    least, most = 0.25, 4.0  # pixels per point
    job = "sheet-images"
    waits_with = tr("Drawing the page…")  # on a page whose image is not there yet

    def __init__(self, jobs: Jobs, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._theme = jobs, theme
        self._pdf, self._sizes = b"", PageSizes()
        self._zoom: float | None = None  # None: as wide as the view
        self._images: dict[int, QImage] = {}
        self._former: dict[int, QImage] = {}  # of the pages before, until the new ones are there
        self._coming: tuple[bytes, list[int], float] | None = None  # what is being rendered
        self._page = 0
        self.setObjectName("pages")
        self.setAccessibleName(tr("Preview of the pages"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._follow)

    def show_pages(self, pdf: bytes, sizes: PageSizes) -> None:
        """Show another PDF and stay where the reader is."""
        place = self.verticalScrollBar().value()
        self._pdf, self._sizes = pdf, sizes
        self._former = (self._former | self._images) if pdf else {}
        self._images = {}
        self._arrange()
        self.verticalScrollBar().setValue(place)
        self._follow()

    def zoom_in(self) -> None:
        """Show pages larger."""
        self._set_zoom(self._scale() * 1.2)

    def zoom_out(self) -> None:
        """Show pages smaller."""
        self._set_zoom(self._scale() / 1.2)

    def fit(self) -> None:
        """Show pages as wide as the view."""
        self._set_zoom(None)

    def go_to_page(self, number: int) -> None:
        """Scroll to a page, counted from 1."""
        if 1 <= number <= len(self._sizes):
            self.verticalScrollBar().setValue(self._boxes()[number - 1].top() - self.edge)

    @property
    def page(self) -> int:
        """Return the number of the page in view, counted from 1; 0 without pages."""
        return self._page

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme["window"]))
        painter.translate(self._origin())
        for number, box in enumerate(self._boxes()):
            if box.translated(self._origin()).intersects(self.viewport().rect()):
                self._paint_page(painter, number, box)
        painter.end()
        self._render_visible()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        self._follow()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            change = self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out
            change()
        else:
            super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if action := self._keys().get(Qt.Key(event.key())):
            action()
        else:
            super().keyPressEvent(event)

    def _keys(self) -> dict[Qt.Key, Callable[[], None]]:
        return {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit,
            Qt.Key.Key_Home: partial(self.go_to_page, 1),
            Qt.Key.Key_End: partial(self.go_to_page, len(self._sizes)),
        }

    def _set_zoom(self, zoom: float | None) -> None:
        page = self._page
        self._zoom = None if zoom is None else max(self.least, min(self.most, zoom))
        self._arrange()
        self.go_to_page(page)
        self.viewport().update()

    def _scale(self) -> float:
        if self._zoom is not None:
            return self._zoom
        widest = max((width for width, _height in self._sizes), default=1.0)
        room = self.viewport().width() - 2 * self.edge
        return max(self.least, min(self.most, room / widest))

    def _boxes(self) -> list[QRect]:
        scale, top, boxes = self._scale(), self.edge, []
        span = max(self.viewport().width(), self._widest() + 2 * self.edge)
        for width, height in self._sizes:
            wide, high = round(width * scale), round(height * scale)
            boxes.append(QRect((span - wide) // 2, top, wide, high))
            top += high + self.gap
        return boxes

    def _widest(self) -> int:
        return round(max((width for width, _height in self._sizes), default=0) * self._scale())

    def _origin(self) -> QPoint:
        return QPoint(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def _arrange(self) -> None:
        boxes = self._boxes()
        view = self.viewport().size()
        bottom = boxes[-1].bottom() + self.edge if boxes else 0
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, bottom - view.height()))
        vertical.setPageStep(view.height())
        vertical.setSingleStep(48)
        horizontal.setRange(0, max(0, self._widest() + 2 * self.edge - view.width()))
        horizontal.setPageStep(view.width())
        self.viewport().update()

    def _follow(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        above = [number for number, box in enumerate(self._boxes(), 1) if box.top() <= middle]
        page = above[-1] if above else min(1, len(self._sizes))
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
        self.viewport().update()

    def _paint_page(self, painter: QPainter, number: int, box: QRect) -> None:
        painter.fillRect(box, Qt.GlobalColor.white)
        if image := self._images.get(number) or self._former.get(number):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(box), image)
        elif self.waits_with:
            painter.setPen(Qt.GlobalColor.black)
            painter.drawText(self._seen(box), Qt.AlignmentFlag.AlignCenter, self.waits_with)
        painter.setPen(QColor(self._theme["border"]))
        painter.drawRect(box.adjusted(-1, -1, 0, 0))

    def _seen(self, box: QRect) -> QRect:
        """Return what is in view of a box."""
        return box.intersected(self.viewport().rect().translated(-self._origin()))

    def _render_visible(self) -> None:
        scale = self._scale() * self.devicePixelRatioF()
        view = self.viewport().rect().adjusted(0, -200, 0, 200)
        wanted = [
            number
            for number, box in enumerate(self._boxes())
            if box.translated(self._origin()).intersects(view) and not self._sharp(number, box)
        ]
        coming = (self._pdf, wanted, scale)
        if wanted and coming != self._coming:  # a newer job drops the older, and begins again
            self._coming = coming
            work = partial(render_pages, self._pdf, wanted, scale)
            self._jobs.run(self.job, work, partial(self._take, self._pdf))

    def _sharp(self, number: int, box: QRect) -> bool:
        image = self._images.get(number)
        return image is not None and abs(image.width() / self.devicePixelRatioF() - box.width()) < 2

    def _take(self, pdf: bytes, images: tuple[PageImage, ...]) -> None:
        if pdf is not self._pdf:
            return
        self._coming = None
        for image in images:
            self._images.pop(image.number, None)
            self._images[image.number] = picture_of(image)
            self._former.pop(image.number, None)
        self._forget(len(images))
        self.viewport().update()

    def _forget(self, fresh: int) -> None:
        """Let go of the images that were in view longest ago, when all take too much room."""
        size = sum(image.sizeInBytes() for image in self._images.values())
        for number in list(self._images)[: len(self._images) - fresh]:
            if size <= _KEPT:
                return
            size -= self._images.pop(number).sizeInBytes()
