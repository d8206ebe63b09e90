"""A path -> an open briefing: small ones at once, large ones by their outline first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from briefer.briefing.errors import UnreadableBriefing
from briefer.briefing.model import Briefing
from briefer.briefing.reading import read_briefing, read_outline
from briefer.desktop.jobs import Jobs
from briefer.evidence.model import Report

_LARGE = 1_000_000  # bytes of breakdown from which the outline comes first
_QUICK_CARDS = 150  # up to here checking is a matter of milliseconds
_QUICK_TEXT = 60_000  # characters of documents


class Opening(QObject):
    """Reads and checks briefings, off the main thread where that takes time."""

    opened = Signal(object, object)  # Briefing, Report or None: another briefing
    replaced = Signal(object, object)  # Briefing, Report or None: the same one, read again
    checked = Signal(object)  # Report
    unreadable = Signal(object, object)  # Path, problems: nothing could be opened
    reload_failed = Signal(object)  # problems: the briefing stays as it was

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._turn = 0
        self.path: Path | None = None

    def open(self, path: Path) -> None:
        """Open the briefing at this path."""
        self._turn += 1
        large = breakdown_size(path) > _LARGE
        outcome = _outcome(partial(read_outline if large else read_briefing, path))
        if not isinstance(outcome, Briefing):
            self.unreadable.emit(path, outcome.problems)
            return
        self.path = path
        report = _quick_report(outcome)
        self.opened.emit(outcome, report)
        if not outcome.complete:
            self._read_in_background(path)
        elif report is None:
            self._check_in_background(outcome)

    def reload(self) -> None:
        """Read the open briefing again; the window keeps its place."""
        if self.path is None:
            return
        self._turn += 1
        if breakdown_size(self.path) > _LARGE:
            self._read_in_background(self.path)
        else:
            self._take_again(self._turn, _outcome(partial(read_briefing, self.path)))

    def _read_in_background(self, path: Path) -> None:
        read = partial(_outcome, partial(read_briefing, path))
        self._jobs.run("read", read, partial(self._take_again, self._turn))

    def _check_in_background(self, briefing: Briefing) -> None:
        self._jobs.run("check", partial(_check, briefing), partial(self._take_report, self._turn))

    def _take_again(self, turn: int, outcome: Briefing | UnreadableBriefing) -> None:
        if turn != self._turn:
            return
        if not isinstance(outcome, Briefing):
            self.reload_failed.emit(outcome.problems)
            return
        report = _quick_report(outcome)
        self.replaced.emit(outcome, report)
        if report is None:
            self._check_in_background(outcome)

    def _take_report(self, turn: int, report: Report) -> None:
        if turn == self._turn:
            self.checked.emit(report)


def breakdown_size(path: Path) -> int:
    """Return the bytes of a briefing's breakdown; 0 when it cannot be told."""
    try:
        if path.is_file():
            return path.stat().st_size
        files = [path / "breakdown.md", *(path / "breakdown").glob("*.md")]
        return sum(file.stat().st_size for file in files if file.is_file())
    except OSError:
        return 0


def _outcome(read: Callable[[], Briefing]) -> Briefing | UnreadableBriefing:
    try:
        return read()
    except UnreadableBriefing as unreadable:
        return unreadable


def _quick_report(briefing: Briefing) -> Report | None:
    """Return the report when it costs next to nothing, so that the first paint is the last."""
    text = sum(len(document.text) for document in briefing.documents)
    quick = len(briefing.cards) <= _QUICK_CARDS and text <= _QUICK_TEXT
    return _check(briefing) if quick and briefing.complete else None


def _check(briefing: Briefing) -> Report:
    from briefer.evidence.checker import check

    return check(briefing)
