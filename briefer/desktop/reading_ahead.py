"""Reads and checks a briefing in a child process, while this one is busy loading Qt.

Nothing here imports Qt: the child is forked before that, and ends when it has told what it read.
"""

from __future__ import annotations

import os
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefer.desktop.collecting import collecting_later

if TYPE_CHECKING:
    from briefer.briefing.model import Briefing, Problem
    from briefer.briefing.outline_rows import OutlineRows
    from briefer.desktop.card_ahead import ReadyCard
    from briefer.desktop.reading_whole import Whole
    from briefer.evidence.model import Report

_LARGE = 1_000_000  # bytes of breakdown from which the outline comes first
_QUICK_CARDS = 150  # up to here checking is a matter of milliseconds
_QUICK_TEXT = 60_000  # characters of documents
_PATIENCE = 10  # added to the niceness of a child that reads on


class Opened(NamedTuple):
    """What a path gave: a briefing, with its report when that was quick; else why there is none."""

    briefing: Briefing | None
    report: Report | None = None
    problems: tuple[Problem, ...] = ()
    card: ReadyCard | None = None  # the one to be shown first, when it was made ahead


class _ToldOutline(NamedTuple):
    """What the child found at first, and its outline in the form in which it is quickly told."""

    opened: Opened
    rows: OutlineRows


class Ahead:
    """A child process that reads one briefing; taken once."""

    def __init__(self, path: Path, card: str = "") -> None:
        """Begin to read; where a process cannot be forked, `take` has nothing.

        `card` is the one to be shown first, where the briefing has it.
        """
        self._path = path
        self.whole: Whole | None = None  # how the child goes on after an outline that was taken
        self._pipe, self._child = -1, 0
        if hasattr(os, "fork") and (os.cpu_count() or 1) > 1:
            self._pipe, end = os.pipe()
            self._child = os.fork()
            if self._child == 0:
                from briefer.briefing.halving import end_with

                os.close(self._pipe)  # or it would wait for ever once its parent is gone
                end_with(partial(_tell, path, card, end))
            os.close(end)

    def take(self, path: Path) -> Opened | None:
        """Return what the child read, if this is its path and it has read it."""
        if self._child <= 0:
            return None
        import pickle

        from briefer.briefing.halving import read_told

        pipe, child, self._child = os.fdopen(self._pipe, "rb"), self._child, 0
        told = read_told(pipe) if path == self._path else b""
        opened = _opened(pickle.loads(told)) if told else None
        if opened is not None and opened.briefing is not None and not opened.briefing.complete:
            from briefer.desktop.reading_whole import Whole

            self.whole = Whole(pipe, child)
        else:
            pipe.close()
            os.waitpid(child, 0)
        return opened


def open_at(path: Path, *, whole: bool = False) -> Opened:
    """Read the briefing at a path; of a large one the outline, unless the whole is asked for."""
    from briefer.briefing.errors import UnreadableBriefing
    from briefer.briefing.reading import read_briefing, read_outline

    large = breakdown_size(path) > _LARGE
    read = read_outline if large and not whole else read_briefing
    try:
        with collecting_later() if large else nullcontext():
            briefing = read(path)
    except UnreadableBriefing as unreadable:
        return Opened(None, None, unreadable.problems)
    return Opened(briefing, _quick_report(briefing))


def breakdown_size(path: Path) -> int:
    """Return the bytes of a briefing's breakdown; 0 when it cannot be told."""
    from briefer.briefing.breakdown import breakdown_names
    from briefer.briefing.errors import UnreadableBriefing
    from briefer.briefing.files import open_files

    try:
        files = open_files(path)
    except UnreadableBriefing:
        return 0
    return sum(files.size(name) for name in breakdown_names(files)[0])


def is_large(path: Path) -> bool:
    """Tell whether reading this briefing takes long enough to be done in the background."""
    return breakdown_size(path) > _LARGE


def _quick_report(briefing: Briefing) -> Report | None:
    """Return the report when it costs next to nothing, so that the first paint is the last."""
    text = sum(len(document.text) for document in briefing.documents)
    if not briefing.complete or len(briefing.cards) > _QUICK_CARDS or text > _QUICK_TEXT:
        return None
    from briefer.evidence.checker import check

    return check(briefing)


def _with_card(opened: Opened, card: str) -> Opened:
    from briefer.desktop.card_ahead import ready_card
    from briefer.desktop.opening_card import opening_card

    briefing, report = opened.briefing, opened.report
    if briefing is None or not briefing.cards:
        return opened
    there = briefing.complete and card in briefing.names.by_id
    first = card if there else opening_card(briefing)
    return opened._replace(card=ready_card(briefing, report, first))


def _opened(told: Opened | _ToldOutline) -> Opened:
    if isinstance(told, Opened):
        return told
    from briefer.briefing.outline_rows import outline_from

    return told.opened._replace(briefing=outline_from(told.rows))


def _tell(path: Path, card: str, end: int) -> None:
    """Read, and write what was read into the pipe; where it fails, the parent reads for itself."""
    from briefer.briefing.errors import UnreadableBriefing
    from briefer.briefing.halving import tell
    from briefer.briefing.outline_rows import rows_of
    from briefer.briefing.reading import Reading
    from briefer.desktop.reading_whole import tell_whole

    with os.fdopen(end, "wb") as pipe:
        if not is_large(path):
            tell(pipe, _with_card(open_at(path), card))
            return
        try:
            reading = Reading(path)
        except UnreadableBriefing as unreadable:
            tell(pipe, Opened(None, None, unreadable.problems))
            return
        outline = reading.outline()
        opened = _with_card(Opened(outline), card)
        tell(pipe, _ToldOutline(opened._replace(briefing=None), rows_of(outline)))
        os.nice(_PATIENCE)  # the window is there now, and comes first
        tell_whole(reading, pipe)
