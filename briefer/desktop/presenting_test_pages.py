"""A numbered page on every screen, to see before the meeting which one is which."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QScreen,
)
from PySide6.QtWidgets import QWidget

from briefer.desktop.overrides import override
from briefer.desktop.presenting_screens import Recall, screen_names, screens_apart
from briefer.language import tr
from briefer.talk.stage import placement

_NUMBER, _EDGE = 0.34, 0.006  # of the height; where the edge is cut, so will be the slides


class ScreenTest(QObject):
    """Shows the pages until a key or a click; room and console as they would be."""

    def __init__(self, application: QGuiApplication, recall: Recall, parent: QWidget) -> None:
        """Take a dialog as parent, or it would keep keys and clicks from the pages."""
        super().__init__(parent)
        names, primary = screen_names(application)
        found = placement(names, primary, recall(names))
        roles = {found.console: tr("The console"), found.room: tr("The room")}
        pairs = zip(names, screens_apart(application), strict=False)
        self.pages = [
            _Page(number, name, roles.get(name, ""), screen, parent)
            for number, (name, screen) in enumerate(pairs, 1)
        ]
        for page in self.pages:
            page.left.connect(self.close)

    def show(self) -> None:
        """Show a page on every screen."""
        for page in self.pages:
            page.showFullScreen()
        self.pages[0].activateWindow()

    def close(self) -> None:
        """Take the pages away."""
        for page in self.pages:
            page.close()
            page.deleteLater()


class _Page(QWidget):
    left = Signal()

    def __init__(self, number: int, name: str, role: str, screen: QScreen, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self._number, self._role, self._name = number, role, name
        self.setAccessibleName(tr("Screen {number}: {role}", number=number, role=role))
        self.setScreen(screen)
        self.setGeometry(screen.geometry())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge = max(round(self.height() * _EDGE), 1)
        painter.setPen(QPen(self.palette().text(), edge))
        painter.drawRect(self.rect().adjusted(edge, edge, -edge, -edge))
        font = painter.font()
        middle = int(Qt.AlignmentFlag.AlignCenter)
        font.setPixelSize(round(self.height() * _NUMBER))
        painter.setFont(font)
        painter.drawText(self.rect().adjusted(0, 0, 0, -self.height() // 5), middle,
                         str(self._number))  # fmt: skip
        font.setPixelSize(max(round(self.height() * 0.035), 12))
        painter.setFont(font)
        words = tr("{role} · {name}\nAny key ends the test", role=self._role, name=self._name)
        painter.drawText(self.rect().adjusted(0, self.height() // 2, 0, 0), middle, words)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.left.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.left.emit()
