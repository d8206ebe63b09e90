"""A whole program on a briefing of its own, and jobs that tests drive by hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.desktop.icons import Icons
from briefer.desktop.program import Program
from briefer.desktop.settings import Settings
from briefer.desktop.theme import load_theme
from briefer.desktop.theme_choice import ThemeChoice
from briefer.desktop.theme_styles import dress
from briefer.guard.fence import Fence
from briefer.guard.outside import Answer
from briefer.resources import built_in_briefing, themes_folder

BREAKDOWN = """\
# Overview

## In short
Two channels.

# Channels

## Crisis hotlines {#hotlines}
Actors: [[Russia]]

Lines for a crisis.

> Hotlines stay open.
> — [@article, ¶1]

See <https://example.org/a>.

## Formal talks
Talks & more.

# Actors

## Russia
A state.

## A very long title that no list is wide enough to show <b>without</b> an ellipsis at its end

Words.
"""
MANIFEST = """\
title = "Channels"
marking = "{marking}"

[[documents]]
id = "article"
title = "Article"
file = "documents/article.txt"
"""
ARTICLE = "Hotlines stay open.\nTalks go on.\n"


class NotedOutside:
    """Starts no program, and notes what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []
        self.answer = Answer(True)

    def start(self) -> None:
        self.asked.append(("start",))

    def close(self) -> None:
        self.asked.append(("close",))

    def open_address(self, address: str) -> Answer:
        return self._note("open_address", address)

    def open_pdf(self, file: Path) -> Answer:
        return self._note("open_pdf", file)

    def edit(self, file: Path, line: int) -> Answer:
        return self._note("edit", file, line)

    def spool(self, program: str, options: tuple[str, ...], pages: bytes = b"") -> Answer:
        return self._note("spool", program, options, pages)

    def _note(self, *asked: Any) -> Answer:
        self.asked.append(asked)
        return self.answer


class HandJobs:
    """Jobs that wait until the test does them; a newer one of a name drops the older."""

    def __init__(self) -> None:
        self.waiting: dict[str, tuple[Callable[[], Any], Callable[[Any], None]]] = {}

    def run(self, name: str, work: Callable[[], Any], on_result: Callable[[Any], None]) -> None:
        self.waiting[name] = (work, on_result)

    def finish(self, name: str) -> None:
        work, on_result = self.waiting.pop(name)
        on_result(work())


def write_briefing(folder: Path, breakdown: str = BREAKDOWN, marking: str = "") -> Path:
    (folder / "documents").mkdir(parents=True, exist_ok=True)
    (folder / "briefing.toml").write_text(MANIFEST.format(marking=marking), encoding="utf-8")
    (folder / "breakdown.md").write_text(breakdown, encoding="utf-8")
    (folder / "documents" / "article.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


def new_program(folder: Path, presented: list[str] | None = None) -> Program:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    settings = Settings(folder / "settings.ini")
    load = partial(load_theme, themes_folder())
    choice = ThemeChoice(application.styleHints(), load, "light", application)
    dress(application, choice.theme, themes_folder())
    choice.theme_changed.connect(lambda theme: dress(application, theme, themes_folder()))
    jobs = HandJobs()
    shown = [] if presented is None else presented
    return Program(
        settings=settings,
        choice=choice,
        icons=Icons(folder / "icons.png", "test", jobs),
        jobs=jobs,
        fence=Fence(NotedOutside()),
        window_icon=QIcon(),
        built_in=built_in_briefing(),
        data_folder=folder / "data",
        index_folder=folder / "search",
        version="0.0",
        start_presenting=lambda _briefing, _report, card, _picked: shown.append(card),
        present_cards=lambda _briefing, _report, _title, cards: shown.extend(cards),
    )


def opened_program(
    qtbot: QtBot, folder: Path, briefing: Path, presented: list[str] | None = None
) -> Program:
    """Return a program that shows a briefing in an active window; its jobs still wait."""
    program = new_program(folder, presented)
    qtbot.addWidget(program.window)
    program.open(briefing)
    with qtbot.waitSignal(program.ready):
        program.show()
    qtbot.waitActive(program.window)
    return program
