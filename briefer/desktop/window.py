"""The window: banners, menus, bar, notice, panes and status line, one above the other."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QIcon, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenuBar, QStackedLayout, QVBoxLayout, QWidget

from briefer.desktop.marking_banner import MarkingBanner
from briefer.desktop.notice_bar import NoticeBar
from briefer.desktop.overrides import override
from briefer.desktop.panes import Panes
from briefer.desktop.status_line import StatusLine
from briefer.desktop.top_bar import TopBar
from briefer.desktop.unreadable_page import UnreadablePage

_SMALLEST = (720, 420)
_USUAL = (1440, 900)
_TITLE_BAR = 40  # what a window manager may put above; unknown before the window is shown
_NAME = "Briefer"


class Window(QWidget):
    """Holds the parts and says what happened to the window itself."""

    closed = Signal()
    activated = Signal()
    briefing_dropped = Signal(object)  # Path
    went_back = Signal()
    went_forward = Signal()

    def __init__(self, icon: QIcon) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(_NAME)
        QApplication.setWindowIcon(icon)  # of the console and the room too
        self.setAcceptDrops(True)
        self.setMinimumSize(*_SMALLEST)
        self.unreadable = UnreadablePage(self)
        self.notice = NoticeBar(self)
        self.menus = QMenuBar(self)
        self._markings = (MarkingBanner(self), MarkingBanner(self))
        self._pages = QStackedLayout()

    def assemble(self, panes: Panes, bar: TopBar, status: StatusLine) -> None:
        """Put the parts into their places; once."""
        self.panes, self.bar, self.status = panes, bar, status
        top, bottom = self._markings
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (top, self.menus, bar, self.notice):
            column.addWidget(widget)
        column.addLayout(self._pages, 1)  # before it holds any: alone, it shows them as windows
        self._pages.addWidget(panes)
        self._pages.addWidget(self.unreadable)
        column.addWidget(status)
        column.addWidget(bottom)

    def fit(self) -> None:
        """Take the usual size, or what the screen has room for."""
        room = self.screen().availableGeometry().size()
        self.resize(min(_USUAL[0], room.width()), min(_USUAL[1], room.height() - _TITLE_BAR))

    def show_marking(self, marking: str) -> None:
        """Show the briefing's marking at top and bottom."""
        for banner in self._markings:
            banner.show_marking(marking)

    def show_title(self, card: str, briefing: str) -> None:
        """Name the card and the briefing in the window's title."""
        words = " — ".join(part for part in (card, briefing, _NAME) if part)
        self.setWindowTitle(words.replace("[*]", "[*][*]"))  # [*] is Qt's sign for "modified"

    def show_panes(self) -> None:
        """Show the briefing."""
        self._pages.setCurrentWidget(self.panes)

    def show_unreadable(self) -> None:
        """Show why nothing could be opened."""
        self._pages.setCurrentWidget(self.unreadable)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.activated.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.BackButton:
            self.went_back.emit()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.went_forward.emit()
        else:
            super().mousePressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_path(event) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_path(event)
        if path is not None:
            event.acceptProposedAction()
            self.briefing_dropped.emit(path)


def _dropped_path(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
