"""Queries over titles and aliases alone: what answers until the index is ready."""

from __future__ import annotations

from functools import cached_property
from time import perf_counter

from briefer.briefing.model import Briefing, Card
from briefer.language import tr
from briefer.search.explaining import explained
from briefer.search.filters import Filters
from briefer.search.folding import tokens
from briefer.search.marking import Marker
from briefer.search.model import CardHit, Group, Results, Snippet
from briefer.search.presenting import marked_words
from briefer.search.query import parse
from briefer.search.tree import All, Either, Node, Not, Tagged, Text


class Titles:
    """Finds cards by the words of their names; filters other than `kind:` find nothing yet."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing

    @cached_property
    def _names(self) -> tuple[tuple[Card, tuple[str, ...]], ...]:
        return tuple(
            (card, tuple(word for name in (card.title, *card.aliases) for word in tokens(name)))
            for card in self._briefing.cards
        )

    def search(self, query: str, *, limit: int | None) -> Results:
        """Return the cards whose title and aliases have the words, the last one as a beginning."""
        started = perf_counter()
        parsed = parse(query, typing=True)
        if parsed is None:
            return Results(query, "", 0, 0.0)
        node = Filters(self._briefing, checked=False).understand(parsed, typing=True).node
        found = [card for card, words in self._names if _fits(node, card, words)]
        marker = Marker(node, lambda _word: ())
        hits = tuple(_hit(card, marker) for card in found[:limit])
        took = round((perf_counter() - started) * 1000, 3)
        note = tr("The index is being built; so far in titles only")
        groups = _groups(found, hits)
        words = marked_words(hits)
        return Results(query, explained(node), len(found), took, hits, groups, words, note)


def _fits(node: Node, card: Card, words: tuple[str, ...]) -> bool:
    match node:
        case All(nodes):
            return all(_fits(inner, card, words) for inner in nodes)
        case Either(nodes):
            return any(_fits(inner, card, words) for inner in nodes)
        case Not(inner):
            return not _fits(inner, card, words)
        case Text(_, (*first, last), prefix):
            whole = set(first) <= set(words)
            return whole and any(w == last or (prefix and w.startswith(last)) for w in words)
        case Tagged(tags, _):
            return f"kind:{card.kind}" in tags or "type:card" in tags
    return False


def _hit(card: Card, marker: Marker) -> CardHit:
    marks = marker.marks(card.title)
    return CardHit(card.id, card.kind, card.title, marks, 0.0, Snippet(card.summary[:160]))


def _groups(found: list[Card], hits: tuple[CardHit, ...]) -> tuple[Group, ...]:
    kinds = dict.fromkeys(card.kind for card in found)
    return tuple(
        Group(
            kind,
            sum(card.kind == kind for card in found),
            tuple(hit for hit in hits if hit.kind == kind),
        )
        for kind in kinds
    )
