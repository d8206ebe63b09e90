"""What the reader does -> the desk, off the main thread; and what it keeps -> the window."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from briefer.desktop.browsing import Browsing
from briefer.desktop.jobs import Jobs

if TYPE_CHECKING:
    from briefer.briefing.model import Briefing
    from briefer.desk.changes import Wish
    from briefer.desk.desk import Desk
    from briefer.desk.model import Kept, NamedPicks, Pick, Place, Visit
    from briefer.desk.settling import Settled
    from briefer.desktop.last_place import Last

_JOB = "desk"
_SETTLED = 200  # ms from a change by another window to the look at it
_STAYED = 2_000  # ms on a card until it is where the reader is
_TRY_AGAIN = 10_000  # ms until what could not be kept is tried again


class Keeping(QObject):
    """The desk of the open briefing; nothing of it is loaded before `start`.

    `told` is a sentence about what happened to the file or why it can't be written, "" when all
    is well again.
    """

    kept_changed = Signal(object)  # Kept
    place_found = Signal(object)  # Place: where the reader was when the briefing was open before
    told = Signal(str)
    stayed = Signal()  # the reader has been on a card for a while, with the window in front

    def __init__(
        self,
        folder: Path,
        jobs: Jobs,
        browsing: Browsing,
        parent: QObject | None = None,
        *,
        private: bool = False,
    ) -> None:
        super().__init__(parent)
        self._folder, self._jobs, self._browsing = folder, jobs, browsing
        self.private = private
        self.starts_with_last = True
        self._desk: Desk | None = None
        self._briefing: Briefing | None = None
        self._notice = ""
        self._busy = False  # a look is on its way
        self._asked: list[Callable[[], None]] = []  # once it is known what is kept
        self.kept: Kept | None = None
        self._recent: tuple[Visit, ...] = ()
        self.left: Place | None = None  # where the visit before ended; None in the first one
        self._watcher = QFileSystemWatcher(self)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settling.timeout.connect(self._look)
        self._trying = QTimer(self, singleShot=True, interval=_TRY_AGAIN)
        self._trying.timeout.connect(self._look)
        self._staying = QTimer(self, singleShot=True, interval=_STAYED)
        self._staying.timeout.connect(self._stay)
        self._watcher.fileChanged.connect(lambda _: self._look_soon())

    def start(self) -> None:
        """Load the desk and follow what is opened; call after the first paint."""
        from datetime import date

        from briefer.desk.desk import Desk

        self._desk = Desk(self._folder, date.today, private=self.private)
        self._browsing.briefing_opened.connect(self._asked.clear)
        self._browsing.briefing_opened.connect(self._visit)
        self._browsing.briefing_replaced.connect(self._visit_when_complete)
        self._browsing.card_changed.connect(lambda _: self._staying.start())
        self._visit()
        if self._briefing is None:
            self._find_recent()

    def once_kept(self, do: Callable[[], None]) -> None:
        """Do something when it is known what is kept of the open briefing: at once, as a rule."""
        if self.kept is None:
            self._asked.append(do)
        else:
            do()

    def ask(self, wish: Wish) -> None:
        """Ask for a change; `kept_changed` tells when it is on disk, or why it is not."""
        if self._desk is not None:
            self._desk.ask(wish)
            if self._briefing is None:
                self._find_recent()
            else:
                self._look()

    def forget_recent(self) -> None:
        """Forget which briefings were open, and where the reader was in them."""
        from briefer.desk.changes import Forget, Traces

        self.ask(Forget(frozenset({Traces.VISITS})))
        self.forget_last()

    def note_place(self) -> None:
        """Remember where the reader is; call before the briefing is left."""
        from briefer.desk.changes import NotePlace
        from briefer.desk.model import Place
        from briefer.desktop.history_words import history_words
        from briefer.desktop.last_place import Last

        if self._desk is None or self._briefing is None or not self._browsing.card_id:
            return
        card = self._browsing.shown_card()
        if card is not None:
            words = history_words(self._browsing.visits())
            place = Place(card.id, card.title, *self._browsing.places(), words)
            self._desk.ask(NotePlace(self.path, place))
            self._write_last(Last(self.path, card.id, place.card_place, place.text_place))

    def _write_last(self, last: Last) -> None:
        """Note where the next start begins."""
        from briefer.desktop.last_place import write_last

        if not self.private:
            last = last._replace(start=self.starts_with_last)
            self._jobs.run("last", partial(write_last, self._folder, last), lambda _: None)

    def forget_last(self) -> None:
        """Let the next start begin with the built-in briefing."""
        from briefer.desktop.last_place import write_last

        if not self.private:
            self._jobs.run("last", partial(write_last, self._folder, None), lambda _: None)

    def go_private(self, *, private: bool) -> None:
        """Write nothing from now on; or again, and let go of what was done meanwhile."""
        if private != self.private and self._desk is not None:
            self.private = private
            self.note_place()
            switch = partial(self._desk.go_private, private=private)
            self._jobs.run(_JOB, partial(_after, switch, self._desk, self.path), self._take)

    def words_read(self, card: str, tell: Callable[[str | None], None]) -> None:
        """Find what a card said when it was read last."""
        briefing = self._browsing.briefing
        if self._desk is None or briefing is None or self.kept is None:
            return
        from briefer.desk.reading import seen_as

        known = seen_as(briefing.card(card), briefing, self.kept)
        self._jobs.run("words-read", partial(self._desk.words_read, self.path, known), tell)

    def _stay(self) -> None:
        """Take it that the reader reads the card, where the window is in front."""
        window = self.parent()
        if self.kept is None:
            return
        if isinstance(window, QWidget) and not window.isActiveWindow():
            self._staying.start()
            return
        self.note_place()
        self.stayed.emit()
        self._look()

    def close(self) -> None:
        """Keep what is to be kept and let go of the file; the jobs' end is waited for."""
        for timer in (self._staying, self._settling, self._trying):
            timer.stop()
        if self._desk is not None:
            self.note_place()
            self._jobs.run(_JOB, self._desk.close, lambda _: None)

    @property
    def path(self) -> str:
        """Return the path under which the open briefing is kept."""
        return str(self._briefing.files.path.absolute()) if self._briefing else ""

    @property
    def lists(self) -> tuple[NamedPicks, ...]:
        """Return the lists that are saved of the open briefing, by name."""
        return self.kept.lists if self.kept is not None else ()

    @property
    def picks(self) -> tuple[Pick, ...]:
        """Return what is picked in the open briefing."""
        return self.kept.picks if self.kept is not None else ()

    def settled(self) -> tuple[Settled, ...]:
        """Return what is picked, with the cards that it means now."""
        briefing = self._browsing.briefing
        if briefing is None or not self.picks:
            return ()
        from briefer.desk.settling import settled_picks

        return settled_picks(self.picks, briefing)

    def picked_cards(self) -> tuple[str, ...]:
        """Return the ids of the picked cards that the briefing has, in their order."""
        return tuple(dict.fromkeys(found.card for found in self.settled() if found.card))

    def picked_names(self) -> tuple[str, ...]:
        """Return the names of the picked cards and passages that are there, in their order."""
        settled = self.settled()
        if not settled:
            return ()
        from briefer.desk.settling import picked_names

        return picked_names(settled)

    def noted_cards(self) -> tuple[str, ...]:
        """Return the ids of the cards that have a note of the reader's."""
        briefing = self._browsing.briefing
        if briefing is None or self.kept is None or not self.kept.notes:
            return ()
        from briefer.desk.settling import noted_cards

        return noted_cards(self.kept.notes, briefing)

    def recent(self) -> tuple[Visit, ...]:
        """Return the briefings that were opened last, the newest first."""
        return self._recent

    def _find_recent(self) -> None:
        """Learn what was open before, where nothing is open now: it is what leads out of there."""
        if self._desk is not None:
            self._jobs.run("recent", partial(self._desk.keep, ""), self._take_recent)

    def _take_recent(self, kept: Kept) -> None:
        self._recent = kept.recent
        if self._briefing is None:
            self._tell(kept)

    def _visit_when_complete(self) -> None:
        if self._briefing is None or not self._briefing.complete:
            self._visit()
        else:
            self._briefing = self._browsing.briefing or self._briefing
            if self.kept is not None:
                self.kept_changed.emit(self.kept)

    def _visit(self) -> None:
        """Find what is kept of the briefing that is open now."""
        briefing = self._browsing.briefing
        if briefing is None or self._desk is None:
            return
        self._briefing, self.kept, self.left = briefing, None, None
        if briefing.complete:
            visit = partial(_visited, self._desk, briefing, self.path, time.time())
            self._jobs.run(_JOB, visit, self._take)

    def _look_soon(self) -> None:
        """Look at what another window keeps, now and then even while it never rests."""
        if not self._settling.isActive():
            self._settling.start()

    def _look(self) -> None:
        """Have the desk write and tell; one look at a time, or who is quick sees none of them."""
        if self._desk is not None and self._briefing is not None and not self._busy:
            self._busy = True
            self._jobs.run(_JOB, partial(self._keep, self._desk, self.path), self._take)

    def _keep(self, desk: Desk, path: str) -> Kept:
        try:
            return desk.keep(path)
        finally:
            self._busy = False

    def _take(self, kept: Kept) -> None:
        if kept.path != self.path:
            return
        is_first, before = self.kept is None, self.kept
        self.kept, self._recent = kept, kept.recent
        if is_first:
            self.left = kept.place
        self._watch()
        self._tell(kept)
        if self._desk is not None and self._desk.is_waiting and not kept.trouble:
            self._look()  # it was asked for while the last look was on its way
        if kept != before:
            self.kept_changed.emit(kept)
        if is_first:
            self._staying.start()
            self._do_what_was_asked()
            # not within this turn: what was kept has been marked in the window, let it be painted
            QTimer.singleShot(0, self, partial(self._find_place, kept))

    def _find_place(self, kept: Kept) -> None:
        if kept.path == self.path and kept.place is not None:
            self.place_found.emit(kept.place)

    def _do_what_was_asked(self) -> None:
        for do in self._asked:
            do()
        self._asked.clear()

    def _tell(self, kept: Kept) -> None:
        if kept.trouble:
            self._trying.start()
        words = kept.trouble or kept.notice
        if words != self._notice:
            self._notice = words
            self.told.emit(words)

    def _watch(self) -> None:
        """Learn of what other windows keep."""
        file = str(self._desk.file) if self._desk is not None else ""
        if file not in self._watcher.files() and Path(file).exists():
            self._watcher.addPath(file)


def _visited(desk: Desk, briefing: Briefing, path: str, when: float) -> Kept:
    from briefer.desk.changes import NoteVisit
    from briefer.desk.identity import content_of

    cards = tuple(card.id for card in briefing.cards)
    desk.ask(NoteVisit(path, content_of(briefing), briefing.title, when, cards))
    return desk.keep(path)


def _after(switch: Callable[[], None], desk: Desk, path: str) -> Kept:
    switch()
    return desk.keep(path)
