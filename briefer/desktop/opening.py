"""A path -> an open briefing: small ones at once, large ones by their outline first."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefer.briefing.model import Briefing
from briefer.desktop.collecting import collecting_later
from briefer.desktop.jobs import Jobs
from briefer.desktop.reading_ahead import Ahead, Opened, is_large, open_at

if TYPE_CHECKING:
    from briefer.desktop.reading_whole import Whole
    from briefer.desktop.report_ahead import ReadyReport


class Opening(QObject):
    """Reads and checks briefings, off the main thread where that takes time."""

    card_ready = Signal(object, object, object)  # Briefing, Report or None, ReadyCard
    opened = Signal(object, object)  # Briefing, Report or None: another briefing
    replaced = Signal(object, object)  # Briefing, Report or None: the same one, read again
    report_ready = Signal(object)  # ReadyReport: of the report that is told next
    checked = Signal(object)  # Report
    unreadable = Signal(object, object)  # Path, problems: nothing could be opened
    reload_failed = Signal(object)  # problems: the briefing stays as it was

    def __init__(
        self, jobs: Jobs, ahead: Ahead | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._ahead = jobs, ahead
        self._turn = 0
        self._whole: Whole | None = None  # what reads on in a child, while it is the open one
        self.path: Path | None = None

    def open(self, path: Path) -> None:
        """Open the briefing at this path."""
        self._turn += 1
        ahead, self._ahead = self._ahead, None
        outcome = (ahead.take(path) if ahead else None) or open_at(path)
        self._whole = ahead.whole if ahead else None
        if outcome.briefing is None:
            self.unreadable.emit(path, outcome.problems)
            return
        self.path = path
        if outcome.card is not None:
            self.card_ready.emit(outcome.briefing, outcome.report, outcome.card)
        self.opened.emit(outcome.briefing, outcome.report)
        self._go_on(outcome)

    def reload(self) -> None:
        """Read the open briefing again; the window keeps its place."""
        if self.path is None:
            return
        self._turn += 1
        self._whole = None
        if is_large(self.path):
            self._read_in_background(self.path)
        else:
            self._take_again(self._turn, open_at(self.path))

    def _go_on(self, outcome: Opened) -> None:
        """Fetch in the background what is not there yet."""
        if outcome.briefing is None or self.path is None:
            return
        if not outcome.briefing.complete:
            self._read_in_background(self.path)
        elif outcome.report is None:
            self._check_in_background(outcome.briefing)

    def _read_in_background(self, path: Path) -> None:
        read = partial(_read_whole, path, self._whole)
        self._jobs.run("read", read, partial(self._take_again, self._turn))

    def _check_in_background(self, briefing: Briefing) -> None:
        work = partial(_check, briefing, self._whole)
        self._jobs.run("check", work, partial(self._take_report, self._turn))

    def _take_again(self, turn: int, outcome: Opened) -> None:
        if turn != self._turn:
            return
        if outcome.briefing is None:
            self.reload_failed.emit(outcome.problems)
            return
        self.replaced.emit(outcome.briefing, outcome.report)
        self._go_on(outcome)

    def _take_report(self, turn: int, ready: ReadyReport) -> None:
        if turn == self._turn:
            self.report_ready.emit(ready)
            self.checked.emit(ready.report)


def _read_whole(path: Path, whole: Whole | None) -> Opened:
    with collecting_later():
        briefing = whole.briefing() if whole else None
    return Opened(briefing) if briefing else open_at(path, whole=True)


def _check(briefing: Briefing, whole: Whole | None) -> ReadyReport:
    from briefer.desktop.report_ahead import ready_report

    with collecting_later():
        report = whole.report() if whole else None
        if report is None:
            from briefer.evidence.checker import check  # loading it holds up the window

            report = check(briefing)
        return ready_report(briefing, report)
