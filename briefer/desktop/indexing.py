"""Keeps the search box's index in step with the open briefing, in the background."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefer.briefing.model import Briefing
from briefer.desktop.browsing import Browsing
from briefer.desktop.jobs import Jobs
from briefer.desktop.search_box import SearchBox
from briefer.evidence.model import Report

if TYPE_CHECKING:
    from briefer.search.index import Index


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
        self._mine: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
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

    def mark_mine(self, picked: tuple[str, ...], noted: tuple[str, ...]) -> None:
        """Let the cards that the reader has picked and noted be searched for."""
        self._mine = (picked, noted)
        if self._index is not None:
            self._take(self._index)

    def cards_found(self, query: str) -> tuple[str, ...]:
        """Return the ids of all cards that a query finds, the best first."""
        from briefer.search.model import CardHit

        hits = self._index.search(query).hits if self._index is not None else ()
        return tuple(dict.fromkeys(hit.card for hit in hits if isinstance(hit, CardHit)))

    def _take(self, index: Index) -> None:
        from briefer.search.filters import Mine

        self._index = index
        index.mark_mine(Mine(*self._mine))
        self._search_box.set_index(index)


def _built(briefing: Briefing, report: Report, folder: Path | None) -> Index:
    from briefer.search.index import build_index

    return build_index(briefing, report, folder)
