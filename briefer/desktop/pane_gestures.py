"""What the mouse does the same in every pane: Ctrl and the wheel zoom, side buttons go back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from briefer.desktop.overrides import override

_NOTCH = 120  # what Qt counts for one notch of a wheel


class PaneGestures(QObject):
    """Watches the scrolled areas of panes; only what it knows is taken from them."""

    zoomed = Signal(int)  # steps, negative is smaller
    went_back = Signal()
    went_forward = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._turned = 0

    def watch(self, pane: QWidget) -> None:
        """Watch a pane and every scrolled area in it."""
        areas = pane.findChildren(QAbstractScrollArea)
        if isinstance(pane, QAbstractScrollArea):
            areas.append(pane)
        for area in areas:
            area.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            return self._turn(event)
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            return self._press(event.button())
        return False

    def _turn(self, event: QWheelEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _NOTCH)
        self._turned -= steps * _NOTCH
        if steps:
            self.zoomed.emit(steps)
        return True

    def _press(self, button: Qt.MouseButton) -> bool:
        if button == Qt.MouseButton.BackButton:
            self.went_back.emit()
            return True
        if button == Qt.MouseButton.ForwardButton:
            self.went_forward.emit()
            return True
        return False
