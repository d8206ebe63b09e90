"""A numbered page on every screen, to see before the meeting which one is which."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from briefer.desktop.overrides import override
from briefer.desktop.presenting_screens import Recall, screen_names
from briefer.talk.stage import placement

_NUMBER = 0.34  # of the height


class ScreenTest(QObject):
    """Shows the pages until a key or a click; room and console as they would be."""

    def __init__(self, application: QGuiApplication, recall: Recall) -> None:
        super().__init__()
        names, primary = screen_names(application)
        found = placement(names, primary, recall(names))
        roles = {found.console: "The console", found.room: "The room"}
        pairs = zip(names, application.screens(), strict=False)
        self.pages = [
            _Page(number, name, roles.get(name, ""), screen)
            for number, (name, screen) in enumerate(pairs, 1)
        ]
        for page in self.pages:
            page.left.connect(self.close)

    def show(self) -> None:
        """Show a page on every screen."""
        for page in self.pages:
            page.showFullScreen()

    def close(self) -> None:
        """Take the pages away."""
        for page in self.pages:
            page.close()


class _Page(QWidget):
    left = Signal()

    def __init__(self, number: int, name: str, role: str, screen: QScreen) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self._number, self._role, self._name = number, role, name
        self.setAccessibleName(f"Screen {number}: {role}")
        self.setScreen(screen)
        self.setGeometry(screen.geometry())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = painter.font()
        middle = int(Qt.AlignmentFlag.AlignCenter)
        font.setPixelSize(round(self.height() * _NUMBER))
        painter.setFont(font)
        painter.drawText(self.rect().adjusted(0, 0, 0, -self.height() // 5), middle,
                         str(self._number))  # fmt: skip
        font.setPixelSize(max(round(self.height() * 0.035), 12))
        painter.setFont(font)
        words = f"{self._role} · {self._name}\nAny key ends the test"
        painter.drawText(self.rect().adjusted(0, self.height() // 2, 0, 0), middle, words)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.left.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.left.emit()
