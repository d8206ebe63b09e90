"""Key pressed to the room's window repainted, in a talk on the built-in briefing with two windows.

A presenter goes through the run and back, shows sources, black and white in between, with a pause
after every key in which the next pictures are drawn. Time runs from the key until the room's window
has handed its picture to the screen. Beside it, a bare window that does nothing but show one of two
pictures of that size.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

from benchmarks.figures import Row
from benchmarks.screen import virtual_screen

_FRAME = 16.7  # ms
_SIZES = ((1280, 720), (1920, 1080), (3840, 2160))
_ROUND = ("PgDown", "PgDown", "S", "S", "PgDown", "B", "B", "PgUp", "PgDown", "W", "PgDown")
_NAMES = {"PgDown": "PageDown", "PgUp": "PageUp"}
_ROUNDS = 12
_PAUSE = 0.25  # seconds between two keys: quicker than any presenter


def rows() -> Iterator[Row]:
    """Measure each size in one process of its own, on two screens of its own."""
    for width, height in _SIZES:
        with virtual_screen(f"{2 * width}x{height}") as environment:
            command = [sys.executable, "-m", "benchmarks.presenting", str(width), str(height)]
            run = subprocess.run(
                command, env=environment, capture_output=True, text=True, check=True
            )
        ours, bare = json.loads(run.stdout.splitlines()[-1])
        most, floor = _share(ours, 0.95), _share(bare, 0.95)
        yield Row(
            f"key to room repainted at {width}x{height}, {len(ours)} keys",
            f"95 % {most:.1f} ms, median {statistics.median(ours):.1f} ms; bare window "
            f"95 % {floor:.1f} ms, median {statistics.median(bare):.1f} ms",
            "95 % within 16.7 ms, or within what a bare window takes",
            most <= max(_FRAME, floor),
        )


def _share(times: list[float], share: float) -> float:
    return sorted(times)[min(int(len(times) * share), len(times) - 1)]


def _measure(width: int, height: int) -> tuple[list[float], list[float]]:
    from PySide6.QtCore import QRect, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    talk = _talk(application, QRect(0, 0, width, height), QRect(width, 0, width, height))
    painted: list[float] = []
    _note_painting(talk.room.picture, painted)
    bare_window = _bare_window(QRect(0, 0, width, height))
    ours, bare = [], []
    for key in _ROUND * _ROUNDS:
        talk.room.raise_()
        _rest(application)
        painted.clear()
        started = time.perf_counter()
        QTest.keyClick(talk.room, Qt.Key[f"Key_{_NAMES.get(key, key)}"])
        ours.append((painted[0] - started) * 1000)
        bare_window.raise_()
        _rest(application)
        started = time.perf_counter()
        bare_window.turn()
        bare.append((time.perf_counter() - started) * 1000)
    return ours, bare


def _note_painting(picture: Any, painted: list[float]) -> None:
    """Have the moments noted at which a picture is on its way to the screen."""
    show = picture.show_at_once

    def shown(view: Any) -> None:
        show(view)
        painted.append(time.perf_counter())

    picture.show_at_once = shown


def _bare_window(place: Any) -> Any:
    from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
    from PySide6.QtWidgets import QWidget

    class Bare(QWidget):
        def __init__(self) -> None:
            super().__init__()
            self.pictures = [QPixmap(place.size()) for _ in range(2)]
            for picture, color in zip(self.pictures, ("#ffffff", "#102030"), strict=True):
                picture.fill(QColor(color))

        def paintEvent(self, _: QPaintEvent) -> None:
            QPainter(self).drawPixmap(0, 0, self.pictures[0])

        def turn(self) -> None:
            self.pictures.reverse()
            self.repaint()

    window = Bare()
    window.setGeometry(place)
    window.show()
    return window


def _talk(application: Any, room: Any, console: Any) -> Any:
    from PySide6.QtCore import QObject, QRect, Signal
    from PySide6.QtWidgets import QWidget

    from briefer.briefing.reading import read_briefing
    from briefer.desktop.console_styles import TalkThemes
    from briefer.desktop.fonts import register_fonts
    from briefer.desktop.presenting import Presenting
    from briefer.desktop.presenting_runs import runs_of
    from briefer.desktop.presenting_subject import Manner, Subject
    from briefer.desktop.theme import load_theme
    from briefer.evidence.checker import check
    from briefer.resources import built_in_briefing, fonts_folder, themes_folder

    class Places(QObject):
        front_changed = Signal()
        console_shown = True

        def __init__(self, windows: tuple[tuple[QWidget, QRect], ...]) -> None:
            super().__init__()
            self._windows = windows

        def arrange(self) -> None:
            for window, place in self._windows:
                window.setGeometry(place)
                window.show()

        def swap(self) -> None: ...
        def open_panel(self) -> None: ...
        def leave_panel(self) -> None: ...

    register_fonts(application, fonts_folder())
    briefing, folder = read_briefing(built_in_briefing()), themes_folder()
    themes = TalkThemes(load_theme(folder, "dark"), load_theme(folder, "light"), folder)
    subject = Subject(briefing, check(briefing), runs_of(briefing)[0])
    talk = Presenting(subject, Manner(themes, lambda _query: ()))
    talk.places = Places(((talk.room, room), (talk.console, console)))
    talk.begin(talk.places)
    return talk


def _rest(application: Any) -> None:
    """Let a presenter's pause go by."""
    end = time.perf_counter() + _PAUSE
    while time.perf_counter() < end:
        application.processEvents()
        time.sleep(0.002)


if __name__ == "__main__":
    print(json.dumps(_measure(int(sys.argv[1]), int(sys.argv[2]))))
