"""A talk in two windows that a test presses keys in; its clock stands until it is moved."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from briefer.briefing.model import Briefing
from briefer.briefing.reading import read_briefing
from briefer.desktop.console_styles import TalkThemes
from briefer.desktop.fonts import register_fonts
from briefer.desktop.presenting import Presenting
from briefer.desktop.presenting_find import Finder
from briefer.desktop.presenting_runs import runs_of
from briefer.desktop.presenting_subject import Manner, Subject
from briefer.desktop.theme import load_theme
from briefer.evidence.checker import check
from briefer.evidence.model import Report
from briefer.resources import built_in_briefing, fonts_folder, themes_folder
from tests.desktop.program_material import HandJobs

MANIFEST = """title = "Marked"
marking = "INTERNAL"
[[documents]]
id = "article"
title = "Article"
file = "article.txt"
"""
ARTICLE = "Hotlines stay open, not closed. Talks go on.\n\nNothing else is said.\n"
BREAKDOWN = """# Channels

## Exact
Stays open.

> Hotlines stay open, not closed.
> — [@article, ¶1]

### Notes

Say it slowly.

## Altered
Marking: SECRET
Priority: must

A “not” is gone.

> Hotlines stay open, closed.
> — [@article, ¶1]

## Without
No quotation here.
"""


class SideBySide(QObject):
    """Shows both windows at a size; swapping is only counted."""

    front_changed = Signal()

    def __init__(self, size: QSize, *, console: bool = True) -> None:
        super().__init__()
        self.size, self.console_shown, self.swaps = size, console, 0
        self.windows: tuple[QWidget, ...] = ()
        self.panels: list[str] = []
        self._console = console

    def arrange(self) -> None:
        for window in self.windows:
            window.resize(self.size)
            window.show()

    def swap(self) -> None:
        self.swaps += 1

    def open_panel(self) -> None:
        self.panels.append("open")
        self.console_shown = True

    def leave_panel(self) -> None:
        self.panels.append("left")
        self.console_shown = self._console


class StandingClock:
    """Seconds that go on only when told."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@cache
def built_in() -> tuple[Briefing, Report]:
    briefing = read_briefing(built_in_briefing())
    return briefing, check(briefing)


def written(folder: Path, breakdown: str = BREAKDOWN, article: str = ARTICLE):
    (folder / "briefing.toml").write_text(MANIFEST, encoding="utf-8")
    (folder / "article.txt").write_text(article, encoding="utf-8")
    (folder / "breakdown.md").write_text(breakdown, encoding="utf-8")
    briefing = read_briefing(folder)
    return briefing, check(briefing)


def themes() -> TalkThemes:
    folder = themes_folder()
    return TalkThemes(load_theme(folder, "dark"), load_theme(folder, "light"), folder)


def fonts() -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    register_fonts(application, fonts_folder())


class Talked:
    """A talk that has begun."""

    def __init__(self, qtbot, material, *, console=True) -> None:
        fonts()
        briefing, report = material
        self.clock, self.jobs = StandingClock(), HandJobs()
        subject = Subject(briefing, report, runs_of(briefing)[0])
        manner = Manner(
            themes(), Finder(briefing, report, self.jobs), source_key="Tab", now=self.clock
        )
        self.talking = Presenting(subject, manner)
        self.windows = SideBySide(QSize(1280, 720), console=console)
        self.windows.windows = (self.talking.room, self.talking.console)
        self.ended: list[object] = []
        self.talking.ended.connect(self.ended.append)
        self.talking.begin(self.windows)
        self.room, self.console = self.talking.room, self.talking.console

    @property
    def seen(self):
        """What the room's window shows."""
        view = self.room.picture.view
        assert view is not None
        return view

    def press(self, *keys: Qt.Key | str, window: QWidget | None = None) -> None:
        for key in keys:
            if isinstance(key, str):
                QTest.keyClicks(window or self.room, key)
            else:
                QTest.keyClick(window or self.room, key)
