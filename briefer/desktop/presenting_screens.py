"""Puts room and console on their screens, now and when screens come and go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from briefer.desktop.presenting_wayland import screens_are_the_desktops
from briefer.talk.stage import Placement, Stage, apart

Recall = Callable[[Sequence[str]], Placement]  # where the windows were on these screens


class Screens(QObject):
    """Keeps the room and the console where the stage says."""

    placed = Signal(tuple, object)  # on these screens, so, by the presenter's choice: Placement
    front_changed = Signal()

    def __init__(
        self, application: QGuiApplication, room: QWidget, console: QWidget, recall: Recall
    ) -> None:
        super().__init__(room)
        self._application, self._room, self._console = application, room, console
        self._recall = recall
        screens, primary = screen_names(application)
        self.stage = Stage(screens, primary, recall(screens))
        application.screenAdded.connect(self._add)
        application.screenRemoved.connect(self._take_screens)
        for screen in application.screens():
            screen.geometryChanged.connect(self._take_screens)

    @property
    def console_shown(self) -> bool:
        """Tell whether the presenter can see the console."""
        return self.stage.console_shown

    def arrange(self, *_: object) -> None:
        """Put both windows where they belong."""
        stage, screens = self.stage, screens_apart(self._application)
        by_name = dict(zip(stage.screens, screens, strict=False))
        found = stage.placement
        room = by_name.get(found.room, screens[0])
        shown = (
            (self._room, room, stage.room_shown),
            (self._console, by_name.get(found.console, room), stage.console_shown),
        )
        for window, place, wanted in shown:
            if wanted:
                _fill(window, place)
        for window, _place, wanted in shown:
            if not wanted:
                window.hide()
        self._front(self._console if stage.console_shown else self._room)

    def swap(self) -> None:
        """Swap the screens; with one, bring the other window to the front."""
        self._become(self.stage.swapped())
        if not self.stage.alone:
            self.placed.emit(self.stage.screens, self.stage.placement)

    def open_panel(self) -> None:
        """Let the presenter see a panel of the console."""
        self._become(self.stage.with_panel(opened=True))

    def leave_panel(self) -> None:
        """Let a lone screen show again what it showed before."""
        self._become(self.stage.with_panel(opened=False))

    def _add(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._take_screens)
        self._take_screens()

    def _take_screens(self, *_: object) -> None:
        screens, primary = screen_names(self._application)
        known = self._recall(screens) if self.stage.alone else Placement("", "")
        stage = self.stage.with_screens(screens, primary)
        self.stage = replace(stage, wanted=known) if known.room else stage
        self.arrange()

    def _become(self, stage: Stage) -> None:
        if stage != self.stage:
            self.stage = stage
            self.arrange()

    def _front(self, window: QWidget) -> None:
        window.raise_()
        window.activateWindow()
        self.front_changed.emit()


class Rehearsal(QObject):
    """Both windows side by side on one screen; stands in for Screens."""

    front_changed = Signal()

    def __init__(self, room: QWidget, console: QWidget, area: Callable[[], QRect]) -> None:
        super().__init__(room)
        self._room, self._console, self._area = room, console, area
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

    def open_panel(self) -> None:
        """Do nothing: the console is there."""

    def leave_panel(self) -> None:
        """Do nothing: the room is there."""


def screens_apart(application: QGuiApplication) -> list[QScreen]:
    """Return the screens without those that mirror another."""
    screens = application.screens()
    rects = (screen.geometry() for screen in screens)
    places = [(rect.left(), rect.top(), rect.width(), rect.height()) for rect in rects]
    return [screens[number] for number in apart(places)]


def screen_names(application: QGuiApplication) -> tuple[tuple[str, ...], str]:
    """Return the names of the screens, no two alike, and that of the first among them."""
    names: list[str] = []
    primary = ""
    for screen in screens_apart(application):
        name, number = screen.name(), 1
        while name in names:  # two projectors of one make
            number += 1
            name = f"{screen.name()} {number}"
        names.append(name)
        if screen is application.primaryScreen():
            primary = name
    return tuple(names), primary or names[0]


def _fill(window: QWidget, screen: QScreen) -> None:
    """Let a window fill a screen."""
    there = window.isVisible() and window.screen() is screen and window.isFullScreen()
    if there and window.geometry() == screen.geometry():
        return
    if window.isVisible() and screens_are_the_desktops():
        window.hide()  # there a window that is shown stays on its screen
    elif window.isVisible():
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.showFullScreen()
