"""What is presented, how, and in which windows: what a talk in two windows is given."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import SignalInstance

from briefer.briefing.model import Briefing
from briefer.desktop.console_find import Find
from briefer.desktop.console_notes import NORMAL
from briefer.desktop.console_styles import TalkThemes
from briefer.desktop.room_slides import SMALLEST
from briefer.evidence.model import Report
from briefer.talk.run import Run


@dataclass(frozen=True, slots=True)
class Subject:
    """What is presented."""

    briefing: Briefing
    report: Report | None
    run: Run
    position: int = 0


@dataclass(frozen=True, slots=True)
class Manner:
    """How it is presented; `now` gives seconds of a clock that never goes back."""

    themes: TalkThemes
    find: Find
    smallest: int = SMALLEST  # pixels of running text on a slide that is 1080 high
    notes_size: int = NORMAL  # pixels on a small laptop
    source_key: str = ""  # a key of the clicker that shows the source too
    now: Callable[[], float] = time.monotonic


class Windows(Protocol):
    """Keeps the two windows on their screens; Screens, or Rehearsal."""

    front_changed: SignalInstance

    @property
    def console_shown(self) -> bool: ...
    def arrange(self) -> None: ...
    def swap(self) -> None: ...
    def open_panel(self) -> None: ...
    def leave_panel(self) -> None: ...
