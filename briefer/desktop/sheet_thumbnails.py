"""The pages small, in a strip beside the preview: the one in view is framed, a click goes there."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from briefer.desktop.jobs import Jobs
from briefer.desktop.overrides import override
from briefer.desktop.sheet_preview import SheetPreview
from briefer.desktop.theme import Theme
from briefer.language import tr

_WIDTH = 112
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}


class SheetThumbnails(SheetPreview):
    """Small pages with their numbers, for going to one."""

    page_chosen = Signal(int)  # counts from 1

    gap = 26  # room for the number
    edge = 12
    least = 0.02
    job = "sheet-thumbnails"
    waits_with = ""

    def __init__(self, jobs: Jobs, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(jobs, theme, parent)
        self._current = 0
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(tr("Pages"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_current(self, page: int) -> None:
        """Frame the page that the preview shows, and bring it into view."""
        self._current = page
        boxes = self._boxes()
        if 1 <= page <= len(boxes):
            box, bar = boxes[page - 1], self.verticalScrollBar()
            top, bottom = bar.value(), bar.value() + self.viewport().height()
            if box.top() - self.edge < top:
                bar.setValue(box.top() - self.edge)
            elif box.bottom() + self.gap > bottom:
                bar.setValue(box.bottom() + self.gap - self.viewport().height())
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_current(self._current)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if page := self._page_at(event.position()):
            self.page_chosen.emit(page)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = Qt.Key(event.key()), len(self._sizes)
        ends = {Qt.Key.Key_Home: 1, Qt.Key.Key_End: last}
        if last and (key in _STEPS or key in ends):
            page = ends.get(key) or self._current + _STEPS[key]
            self.page_chosen.emit(max(1, min(last, page)))
        else:
            super().keyPressEvent(event)

    def _page_at(self, position: QPointF) -> int:
        point = position.toPoint() - self._origin()
        for number, box in enumerate(self._boxes(), start=1):
            if box.adjusted(-self.edge, -self.gap // 2, self.edge, self.gap // 2).contains(point):
                return number
        return 0

    @override
    def _paint_page(self, painter: QPainter, number: int, box: QRect) -> None:
        super()._paint_page(painter, number, box)
        current = number + 1 == self._current
        color = QColor(self._theme["accent"] if current else self._theme["muted"])
        if current:
            painter.setPen(QPen(color, 2))
            painter.drawRect(box.adjusted(-2, -2, 2, 2))
        painter.setPen(color)
        below = QRect(box.left(), box.bottom() + 4, box.width(), self.gap - 8)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(number + 1))
