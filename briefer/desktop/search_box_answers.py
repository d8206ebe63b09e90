"""A query -> results, in the background: from the index, or from titles until it is there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefer.briefing.model import Briefing, Span
from briefer.desktop.destinations import CardDestination, Destination, PassageDestination
from briefer.desktop.jobs import Jobs

if TYPE_CHECKING:
    from briefer.search.index import Index
    from briefer.search.model import Hit, Results
    from briefer.search.titles import Titles

_HITS = 40
_PASSAGES = 10  # of the hits, at the least, where there are so many


class SearchAnswers(QObject):
    """Asks what can answer now; a newer query drops the answer to an older one."""

    answered = Signal(object)  # Results

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._briefing: Briefing | None = None
        self._index: Index | None = None
        self._titles: Titles | None = None

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

    def ask(self, query: str) -> None:
        """Have `answered` say what the query finds."""
        self._jobs.run("search", partial(self._answer, query), self._tell)

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

    def _answer(self, query: str) -> Results | None:
        index, briefing = self._index, self._briefing
        if index is not None:
            return index.search(query, limit=_HITS, typing=True, room_for_passages=_PASSAGES)
        if briefing is None:
            return None
        if self._titles is None:
            from briefer.search.titles import Titles

            self._titles = Titles(briefing)
        return self._titles.search(query, limit=_HITS)

    def _tell(self, results: Results | None) -> None:
        if results is not None:
            self.answered.emit(results)
