"""Which window fills which screen, now and when screens come and go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Placement:
    """The names of the screens; without a second one the console has none of its own."""

    room: str
    console: str


def placement(screens: Sequence[str], primary: str, wanted: str) -> Placement:
    """Return where room and console go; `wanted` is the room's screen as remembered, or "".

    >>> placement(("laptop", "projector"), "laptop", "")
    Placement(room='projector', console='laptop')
    """
    if len(screens) < 2:
        return Placement(screens[0] if screens else "", "")
    others = [name for name in screens if name != primary]
    room = wanted if wanted in screens else others[0]
    console = primary if room != primary else others[0]
    return Placement(room, console)


class Screens(QObject):
    """Keeps the room and the console on their screens."""

    room_moved = Signal(str)  # to this screen, by the presenter's choice
    front_changed = Signal()

    def __init__(
        self, application: QGuiApplication, room: QWidget, console: QWidget, wanted: str
    ) -> None:
        super().__init__(room)
        self._application, self._room, self._console = application, room, console
        self._wanted = wanted
        self._console_in_front = False  # where there is one screen only
        application.screenAdded.connect(self.arrange)
        application.screenRemoved.connect(self._lose)

    @property
    def console_shown(self) -> bool:
        """Tell whether the presenter can see the console."""
        return self._console.isVisible()

    @property
    def alone(self) -> bool:
        """Tell whether there is only one screen."""
        return len(self._application.screens()) < 2

    def arrange(self, *_: object) -> None:
        """Put both windows where they belong."""
        screens = {screen.name(): screen for screen in self._application.screens()}
        primary = self._application.primaryScreen().name()
        found = placement(tuple(screens), primary, self._wanted)
        if not found.console:
            self._arrange_alone(screens[found.room])
            return
        _fill(self._room, screens[found.room])
        _fill(self._console, screens[found.console])
        self._front(self._console)

    def swap(self) -> None:
        """Swap the screens; with one, bring the other window to the front."""
        if self.alone:
            self._console_in_front = not self._console_in_front
            self.arrange()
            return
        self._wanted = self._console.screen().name()
        self.arrange()
        self.room_moved.emit(self._wanted)

    def show_console(self) -> None:
        """Let the presenter see the console."""
        if self.alone and not self._console_in_front:
            self.swap()

    def _lose(self, _: QScreen) -> None:
        self._console_in_front = True  # the room's screen may be the one that went
        self.arrange()

    def _arrange_alone(self, screen: QScreen) -> None:
        shown, hidden = self._room, self._console
        if self._console_in_front:
            shown, hidden = hidden, shown
        _fill(shown, screen)
        hidden.hide()
        self._front(shown)

    def _front(self, window: QWidget) -> None:
        window.raise_()
        window.activateWindow()
        self.front_changed.emit()


class Rehearsal(QObject):
    """Both windows side by side on one screen; stands in for Screens."""

    room_moved = Signal(str)
    front_changed = Signal()

    def __init__(self, room: QWidget, console: QWidget, area: Callable[[], QRect]) -> None:
        super().__init__(room)
        self._room, self._console, self._area = room, console, area
        self._turned = False
        self.console_shown = True

    def arrange(self) -> None:
        """Show the console at the left, the room at its right upper corner."""
        area = self._area()
        width = round(area.width() * 0.36)
        room = QRect(area.right() - width, area.top() + 36, width, round(width * 9 / 16))
        console = area.adjusted(0, 36, -width - 12, -12)
        for window, place in ((self._room, room), (self._console, console)):
            window.setGeometry(place)
            window.show()
        self._console.activateWindow()

    def swap(self) -> None:
        """Do nothing: both are there."""

    def show_console(self) -> None:
        """Do nothing: it is there."""


def _fill(window: QWidget, screen: QScreen) -> None:
    """Let a window fill a screen."""
    if window.isVisible() and window.screen() is screen and window.isFullScreen():
        return
    if window.isVisible():
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.showFullScreen()
