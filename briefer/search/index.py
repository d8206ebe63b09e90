"""A briefing -> an index that answers queries.

index = build_index(briefing, report, cache_folder)
index.search("crisis hotl", limit=50, typing=True)
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from briefer.briefing.model import Briefing, Span
from briefer.evidence.model import Altered, Missing, Report, Shortened, Verbatim
from briefer.language import tr
from briefer.search.building import BrokenIndex, Stored, build
from briefer.search.entries import Entries
from briefer.search.explaining import explained
from briefer.search.filters import Filters
from briefer.search.finding import Finder
from briefer.search.folding import fold
from briefer.search.keeping import kept_index
from briefer.search.matching import Lexicon
from briefer.search.mine import NOTHING_MINE, Mine
from briefer.search.model import CardHit, Hit, PassageHit, Results
from briefer.search.presenting import Presenter, marked_words
from briefer.search.query import MOST, leaves, parse
from briefer.search.slips import corrected, loosened
from briefer.search.stemming import families, stem_for
from briefer.search.tree import All, Near, Node


def build_index(briefing: Briefing, report: Report | None, folder: Path | None) -> Index:
    """Build the index of a briefing, or open the one kept in the folder for the same content.

    Without a folder it lives in memory. Without a report, the `is:` filters find nothing.
    """
    entries = Entries(briefing, report)
    return Index(entries, kept_index(entries, folder))


class _Scope(NamedTuple):
    limit: int | None
    room: int  # for passages
    first: int | None  # hits with marks and snippets


class Index:
    """Answers queries over the cards and passages of one briefing, on any thread."""

    def __init__(self, entries: Entries, stored: Stored) -> None:
        self._entries, self._mine = entries, NOTHING_MINE
        self._use(stored)

    def search(
        self,
        query: str,
        *,
        limit: int | None = None,
        typing: bool = False,
        room_for_passages: int = 0,
        first: int | None = None,
    ) -> Results:
        """Return what a query finds, at most `limit` hits; anything can be asked.

        While typing, the last word matches as a prefix. As many of the hits as there is room for
        are passages, even where all cards are better. With `first`, only so many of the hits, in
        the order of the groups, have marks and a snippet: the rest is there sooner without.
        """
        started = perf_counter()
        scope = _Scope(limit, room_for_passages, first)
        try:
            results = self._search(query, scope, typing=typing)
        except BrokenIndex:  # the kept files went away, or tantivy failed: once more, in memory
            self._use(build(self._entries, None))
            results = self._search(query, scope, typing=typing)
        return replace(results, took_ms=round((perf_counter() - started) * 1000, 3))

    def other_side(self, hit: Hit) -> str | tuple[str, Span] | None:
        """Return where a card's first passage stands, or the id of a card that cites a passage."""
        report = self._entries.report
        for checked in report.quotations if report else ():
            if isinstance(checked.outcome, Missing) or not checked.outcome.ranges:
                continue
            if isinstance(hit, CardHit) and checked.card == hit.card:
                return checked.outcome.document, checked.outcome.ranges[0]
            if isinstance(hit, PassageHit) and _cites(checked.outcome, hit):
                return checked.card
        return None

    def look_into(self, results: Results, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
        """Return hits of these results, which `first` left out, with their marks and snippets."""
        assert results.meant is not None
        return self._presenter.look_into(hits, results.meant)

    def mark_mine(self, mine: Mine) -> None:
        """Take what is the reader's own, for is:picked, is:unread, has:mynotes and in:mynotes."""
        self._mine = mine

    def _use(self, stored: Stored) -> None:
        stem = stem_for(self._entries.briefing.language)
        self._lexicon = Lexicon(stored.words, stem, families(stored.words, stem))
        self._finder = Finder(stored, self._lexicon)
        self._presenter = Presenter(self._entries, self._lexicon.forms)

    def _search(self, query: str, scope: _Scope, *, typing: bool) -> Results:
        parsed = parse(query, typing=typing)
        if parsed is None:
            return Results(query, "", 0, 0.0)
        checked = self._entries.report is not None
        filters = Filters(self._entries.briefing, checked=checked, mine=self._mine)
        understood = filters.understand(parsed, typing=typing)
        meant = corrected(understood.node, self._lexicon)
        results = self._found(query, meant, scope)
        if not results.total and (looser := loosened(meant)) is not meant:
            meant, results = looser, self._found(query, looser, scope)
        slip = meant is not understood.node
        shown = (_showing(results, meant),) if slip else ()
        long = isinstance(parsed, All) and len(parsed.nodes) == MOST
        cut = (tr("Only the first {most} words are looked for", most=MOST),) if long else ()
        notes = (*shown, *cut, *understood.hints)
        said = explained(understood.node)
        return replace(results, explained=said, note=". ".join(filter(None, notes)), meant=meant)

    def _found(self, query: str, node: Node, scope: _Scope) -> Results:
        found = self._finder.find(node, scope.limit, scope.room)
        hits = self._presenter.hits(found, node, scope.first)
        groups = self._presenter.groups(found, hits)
        return Results(
            query, "", found.cards + found.passages, 0.0, hits, groups, marked_words(hits)
        )


def _cites(outcome: Verbatim | Shortened | Altered, hit: PassageHit) -> bool:
    return outcome.document == hit.document and hit.paragraph in outcome.paragraphs


def _showing(results: Results, meant: Node) -> str:
    """Say what is shown in place of words that nothing holds; nothing when nothing was found."""
    if not results.total:
        return ""
    near = [leaf.tokens for leaf in leaves(meant) if isinstance(leaf, Near)]
    marked = [next((w for w in results.words if fold(w) in own), own[0]) for own in near]
    words = ", ".join(dict.fromkeys(marked or results.words[:3]))
    return tr("No exact match; showing {words}", words=words) if words else tr("No exact match")
