"""The room's window: one picture that fills the screen, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from briefer.desktop.overrides import override
from briefer.desktop.presenting_keys import key_name, key_place
from briefer.desktop.room_slides import Slides
from briefer.desktop.room_view import RoomViewWidget
from briefer.language import tr
from briefer.talk.talk import Aid

_NOTCH = 120  # what a mouse's wheel turns at once; touch pads send less, more often
_POINTER_RESTS = 2000  # milliseconds until the pointer hides


class RoomWindow(QWidget):
    """Shows the room what it is to see; keys and clicks go out as signals."""

    key_pressed = Signal(str, str, bool)  # its name, its place, whether it was held
    clicked = Signal()
    wheeled = Signal(int)  # 1: on, -1: back
    shape_changed = Signal(int, int)
    closed = Signal()

    def __init__(self, slides: Slides) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(tr("{title} — the room", title=slides.briefing.title))
        self.setAccessibleName(tr("The room's view"))
        self.setObjectName("roomWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.picture = RoomViewWidget(slides, self, fills=True)
        self.picture.pointed.connect(self._wake_pointer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.picture)
        self._said = _said(self)
        self._turned = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_POINTER_RESTS)
        self._rest.timeout.connect(lambda: self.setCursor(Qt.CursorShape.BlankCursor))
        self._rest.start()

    def say(self, words: str) -> None:
        """Show the presenter a few words at the lower edge, where there is no console to do it."""
        self._said.setText(words)
        self._said.setVisible(bool(words))
        self._place_words()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass every key on."""
        self.key_pressed.emit(key_name(event), key_place(event), event.isAutoRepeat())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go on with a click, back with the mouse's back button."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()
        elif event.button() == Qt.MouseButton.BackButton:
            self.wheeled.emit(-1)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Go on and back with the wheel."""
        self._turned += event.angleDelta().y()
        if abs(self._turned) >= _NOTCH:
            self.wheeled.emit(-1 if self._turned > 0 else 1)
            self._turned = 0

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the new shape."""
        super().resizeEvent(event)
        self.shape_changed.emit(self.width(), self.height())
        self._place_words()

    @override
    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Leave Tab to the talk: a clicker may send it."""
        return False

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window was closed by other means than Esc."""
        super().closeEvent(event)
        self.closed.emit()

    def _wake_pointer(self, _: QPointF) -> None:
        view = self.picture.view
        pointing = view is not None and view.aid in (Aid.POINTER, Aid.SPOTLIGHT)
        if pointing:  # one thing that moves is enough
            self.setCursor(Qt.CursorShape.BlankCursor)
            return
        self.unsetCursor()
        self._rest.start()

    def _place_words(self) -> None:
        self._said.adjustSize()
        left = (self.width() - self._said.width()) // 2
        self._said.move(left, self.height() - self._said.height() - 24)


def _said(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setMargin(10)
    label.setAutoFillBackground(True)
    label.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
    label.setForegroundRole(QPalette.ColorRole.ToolTipText)
    label.hide()
    return label
