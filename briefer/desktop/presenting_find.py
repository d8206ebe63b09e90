"""What the presenter types -> cards and passages that can be looked at privately."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from briefer.briefing.model import Briefing, Card, Span
from briefer.briefing.passage_names import NamedPassage
from briefer.desktop.console_find import Found
from briefer.desktop.jobs import Jobs
from briefer.evidence.model import Report
from briefer.search.model import CardHit, Hit, PassageHit, Results

if TYPE_CHECKING:
    from briefer.search.index import Index

_MOST, _PASSAGES = 60, 20


class _Searching(Protocol):
    def __call__(self, query: str, *, limit: int) -> Results: ...


class Finder:
    """Answers from titles at once; its first question has the whole index built meanwhile."""

    def __init__(self, briefing: Briefing, report: Report | None, jobs: Jobs) -> None:
        from briefer.search.titles import Titles

        self._briefing, self._report, self._jobs = briefing, report, jobs
        self._search: _Searching = Titles(briefing).search
        self._asked = False
        self.ready: Callable[[], None] = lambda: None  # called when more can be found than before

    def is_for(self, briefing: Briefing) -> bool:
        """Tell whether the cards of this briefing are searched."""
        return self._briefing.cards is briefing.cards

    def begin(self) -> None:
        """Build the whole index meanwhile, once."""
        if not self._asked:
            self._asked = True
            build = partial(_built, self._briefing, self._report)
            self._jobs.run("talk index", build, self._take_index)

    def cards(self, query: str) -> tuple[str, ...]:
        """Return the ids of the cards that were found, the best first."""
        self.begin()
        hits = self._search(query, limit=len(self._briefing.cards)).cards if query.strip() else ()
        return tuple(dict.fromkeys(hit.card for hit in hits))

    def __call__(self, query: str) -> tuple[Found, ...]:
        """Return what was found, the best first; cards in their order for no words at all."""
        self.begin()
        if not query.strip():
            return tuple(Found(c.id, self._named(c)) for c in self._briefing.cards[:_MOST])
        return tuple(map(self._found, self._search(query, limit=_MOST).hits))

    def _found(self, hit: Hit) -> Found:
        if isinstance(hit, CardHit):
            return Found(hit.card, self._named(self._briefing.card(hit.card)))
        passage = NamedPassage(hit.document, self._sentence(hit))
        return Found(passage.name, f"{hit.letter}{hit.paragraph}  {hit.snippet.text}")

    def _named(self, card: Card) -> str:
        return f"{card.title}  ·  {self._briefing.kind(card.kind).singular}"

    def _sentence(self, hit: PassageHit) -> Span:
        """Return the sentence that the found words stand in; the words alone without a report."""
        uses = self._report.sentences if self._report else ()
        around = (
            use.span
            for use in uses
            if use.document == hit.document and use.span.start <= hit.span.start < use.span.end
        )
        return next(around, hit.span)

    def _take_index(self, index: Index) -> None:
        self._search = partial(index.search, typing=True, room_for_passages=_PASSAGES)
        self.ready()


def _built(briefing: Briefing, report: Report | None) -> Index:
    from briefer.search.index import build_index

    return build_index(briefing, report, None)
