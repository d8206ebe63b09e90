"""Keeps the search box's index in step with the open briefing, in the background."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefer.briefing.model import Briefing
from briefer.desktop.browsing import Browsing
from briefer.desktop.jobs import Jobs
from briefer.desktop.search_box import SearchBox
from briefer.evidence.model import Report

if TYPE_CHECKING:
    from briefer.desk.model import Note
    from briefer.search.index import Index
    from briefer.search.mine import Mine, MyNote


class Indexing(QObject):
    """Builds an index when a briefing is there whole, and again when it or its report changes."""

    def __init__(
        self,
        browsing: Browsing,
        search_box: SearchBox,
        jobs: Jobs,
        folder: Path,
        *,
        private: bool = False,
    ) -> None:
        super().__init__(browsing)
        self._browsing, self._search_box, self._jobs = browsing, search_box, jobs
        self.folder, self._private = folder, private
        self._index: Index | None = None
        self._mine: Callable[[], Mine] = _nothing  # until the desk has told
        browsing.briefing_opened.connect(self.build)
        browsing.briefing_replaced.connect(self.build)
        browsing.report_changed.connect(self.build)

    def build(self) -> None:
        """Build the index of what is open now."""
        briefing, report = self._browsing.briefing, self._browsing.report
        if briefing is None or not briefing.complete or report is None:
            return
        folder = None if self._private else self.folder
        self._jobs.run("index", lambda: _built(briefing, report, folder), self._take)

    def go_private(self, *, private: bool) -> None:
        """Keep the index in memory from now on, or in its folder again."""
        self._private = private
        self.build()

    def mark_mine(
        self,
        picked: tuple[str, ...],
        noted: tuple[str, ...],
        *,
        unread: tuple[str, ...] | None = None,
        notes: tuple[Note, ...] = (),
    ) -> None:
        """Let what is the reader's own be searched for: cards by their ids, notes by their words.

        `unread` is None where nobody keeps what was read.
        """
        briefing = self._browsing.briefing
        self._mine = partial(_mine, briefing, picked, noted, unread, notes)
        if self._index is not None:
            self._take(self._index)

    def cards_found(self, query: str) -> tuple[str, ...]:
        """Return the ids of all cards that a query finds, the best first."""
        from briefer.search.model import CardHit

        hits = self._index.search(query).hits if self._index is not None else ()
        return tuple(dict.fromkeys(hit.card for hit in hits if isinstance(hit, CardHit)))

    def _take(self, index: Index) -> None:
        self._index = index
        index.mark_mine(self._mine())
        self._search_box.set_index(index)


def _nothing() -> Mine:
    from briefer.search.mine import Mine

    return Mine((), None, ())


def _mine(
    briefing: Briefing | None,
    picked: tuple[str, ...],
    noted: tuple[str, ...],
    unread: tuple[str, ...] | None,
    notes: tuple[Note, ...],
) -> Mine:
    """Return what is the reader's own; its module is there once an index is."""
    from briefer.search.mine import Mine, MyNote

    own = _own_notes(notes, briefing) if briefing is not None else ()
    with_words = {note.card for note in own}
    bare = tuple(MyNote("", card) for card in noted if card not in with_words)
    return Mine(picked, unread, (*own, *bare))


def _own_notes(notes: tuple[Note, ...], briefing: Briefing) -> tuple[MyNote, ...]:
    """Return the notes whose card or passage the briefing has."""
    from briefer.desk.settling import card_of_note, passage_now
    from briefer.search.mine import MyNote

    found = []
    for note in notes:
        if note.passage is None:
            if card := card_of_note(note, briefing):
                found.append(MyNote(note.words, card))
        elif (passage := passage_now(note.passage, briefing)) is not None:
            document = briefing.document(passage.document)
            assert document is not None
            number = document.paragraph_at(passage.span.start)
            found.append(MyNote(note.words, "", document.id, number))
    return tuple(found)


def _built(briefing: Briefing, report: Report, folder: Path | None) -> Index:
    from briefer.search.index import build_index

    return build_index(briefing, report, folder)
