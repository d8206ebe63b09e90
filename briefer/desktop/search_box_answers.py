"""A query -> results, in the background: from the index, or from titles until it is there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from briefer.briefing.model import Briefing, Span
from briefer.desktop.destinations import CardDestination, Destination, PassageDestination
from briefer.desktop.jobs import Jobs

if TYPE_CHECKING:
    from briefer.desktop.search_results_model import HitRow
    from briefer.search.index import Index
    from briefer.search.model import Hit, Results
    from briefer.search.titles import Titles

_HITS = 40
_QUIET = 60  # ms without a key until the hits out of sight are looked into
_PASSAGES = 10  # of the hits, at the least, where there are so many


class SearchAnswers(QObject):
    """Asks what can answer now; a newer query drops the answer to an older one."""

    answered = Signal(object)  # Results; only the first hits have marks and snippets
    completed = Signal(object)  # the same Results, all hits with theirs
    listed = Signal(object, tuple)  # Results with every hit there is, and their HitRows
    looked_into = Signal(object, int, tuple)  # those Results, a row's number, HitRows from it on

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._briefing: Briefing | None = None
        self._index: Index | None = None
        self._titles: Titles | None = None
        self._asked = ""
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._quiet.timeout.connect(self._complete)

    @property
    def briefing(self) -> Briefing | None:
        """Return what is searched."""
        return self._briefing

    def set_briefing(self, briefing: Briefing) -> None:
        """Search another briefing: its titles until there is an index."""
        self._briefing, self._index, self._titles = briefing, None, None

    def set_index(self, index: Index | None) -> None:
        """Search this index from now on."""
        self._index = index

    def ask(self, query: str, first: int) -> None:
        """Have `answered` say what the query finds, then `completed` when nothing more is asked.

        Only the `first` hits can be seen at once; the others are looked into when there is time.
        """
        self._asked = query
        self._quiet.stop()
        self._jobs.run("search", partial(self._answer, query, first), self._tell)

    def ask_all(self, query: str, first: int) -> None:
        """Have `listed` say all that the query finds; only `first` hits are looked into."""
        self._asked = query
        self._quiet.stop()
        self._jobs.run("search", partial(self._list, query, first), self._tell_list)

    def look_into(self, results: Results, start: int, rows: tuple[HitRow, ...]) -> None:
        """Have `looked_into` say what these rows of all that was listed show."""
        if (index := self._index) is not None:
            self._jobs.run(
                "snippets",
                partial(_looked_into, index, results, rows),
                lambda done: self.looked_into.emit(results, start, done),
            )

    def cards(self, query: str) -> tuple[str, ...]:
        """Return the ids of all cards that the query finds, in the order of the list."""
        results = self._search(query, None, first=0)
        return results.cards_as_listed if results else ()

    def destination(self, hit: Hit, *, other_side: bool = False) -> Destination | None:
        """Return where a hit leads; the other side of a card is its passage, and of that a card."""
        if other_side:
            side = self._index.other_side(hit) if self._index else None
            if isinstance(side, str):
                return CardDestination(side)
            return PassageDestination(*side) if side else None
        from briefer.search.model import CardHit

        if isinstance(hit, CardHit):
            return CardDestination(hit.card)
        return PassageDestination(hit.document, Span(*hit.span))

    def _answer(self, query: str, first: int | None) -> Results | None:
        if query != self._asked:  # a newer one came while this waited for a thread
            return None
        return self._search(query, _HITS, first=first)

    def _list(self, query: str, first: int) -> tuple[Results, tuple[HitRow, ...]] | None:
        results = self._search(query, None, first=first) if query == self._asked else None
        if results is None or self._briefing is None:
            return None
        from briefer.desktop.search_results_model import rows_of_everything

        return results, rows_of_everything(results, self._briefing)

    def _search(self, query: str, limit: int | None, *, first: int | None) -> Results | None:
        index, briefing = self._index, self._briefing
        if index is not None:
            room = _PASSAGES if limit else 0
            return index.search(
                query, limit=limit, typing=True, room_for_passages=room, first=first
            )
        if briefing is None:
            return None
        if self._titles is None:
            from briefer.search.titles import Titles

            self._titles = Titles(briefing)
        return self._titles.search(query, limit=limit)

    def _tell(self, results: Results | None) -> None:
        if results is None:
            return
        self.answered.emit(results)
        if not results.is_whole:
            self._quiet.start()

    def _tell_list(self, found: tuple[Results, tuple[HitRow, ...]] | None) -> None:
        if found is not None:
            self.listed.emit(*found)

    def _complete(self) -> None:
        self._jobs.run("search", partial(self._answer, self._asked, None), self._tell_whole)

    def _tell_whole(self, results: Results | None) -> None:
        if results is not None:
            self.completed.emit(results)


def _looked_into(index: Index, results: Results, rows: tuple[HitRow, ...]) -> tuple[HitRow, ...]:
    from dataclasses import replace  # brings `inspect` along: 10 ms before the first paint

    hits = index.look_into(results, tuple(row.hit for row in rows))
    return tuple(replace(row, hit=hit) for row, hit in zip(rows, hits, strict=True))
