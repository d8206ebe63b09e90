"""Entries that were found -> hits with their marks and snippets, and groups of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from briefer.briefing.model import Card, Span
from briefer.search.card_texts import words_of
from briefer.search.entries import Entries, Passage
from briefer.search.finding import Found, Place
from briefer.search.marking import Forms, Marker, Memory
from briefer.search.model import NOT_YET, CardHit, Group, Hit, Part, PassageHit, Snippet
from briefer.search.query import leaves
from briefer.search.snippets import best_snippet, snippet
from briefer.search.tree import Node, Noted, Scope

_SHOWN_FIRST = (Part.SUMMARY, Part.BODY, Part.ALIASES, Part.FIELDS, Part.NOTES)
_REMEMBERED = 3000  # parts of cards as plain words
_MOST_WORDS = 40  # handed on for marking


class Presenter:
    """Makes hits for one briefing; it remembers the plain words of cards."""

    def __init__(self, entries: Entries, forms: Forms) -> None:
        self._entries, self._forms = entries, forms
        self._text = lru_cache(maxsize=_REMEMBERED)(self._words)
        self._memory = Memory()

    def hits(self, found: Found, node: Node, first: int | None) -> tuple[Hit, ...]:
        """Return the hits of what was found, in the same order.

        Only the `first` of them as `groups` list them are looked into for marks and snippets.
        """
        sight = self._sight(node)
        entries = [self._entries.at(place.ordinal) for place in found.places]
        seen = _listed_first(entries, first)
        return tuple(
            self._hit(round(place.score, 3), entry, sight)
            if number in seen
            else _bare_hit(place, entry)
            for number, (place, entry) in enumerate(zip(found.places, entries, strict=True))
        )

    def groups(self, found: Found, hits: tuple[Hit, ...]) -> tuple[Group, ...]:
        """Return the hits by kind of card, the kind with the best hit first, then the passages.

        Kinds whose cards are all beyond the limit follow with no hits.
        """
        table: dict[str, list[Hit]] = {}
        for hit in hits:
            table.setdefault(hit.kind if isinstance(hit, CardHit) else "", []).append(hit)
        numbers = {kind.id: n for n, kind in enumerate(self._entries.briefing.kinds)}
        totals = {kind: found.groups.get(n, 0) for kind, n in numbers.items()} | {
            "": found.passages
        }
        for kind in filter(totals.get, totals):
            table.setdefault(kind, [])
        ordered = sorted(table, key=lambda kind: kind == "")
        return tuple(
            Group(kind, max(totals.get(kind, 0), len(table[kind])), tuple(table[kind]))
            for kind in ordered
        )

    def look_into(self, hits: tuple[Hit, ...], node: Node) -> tuple[Hit, ...]:
        """Return the same hits with their marks and snippets."""
        sight = self._sight(node)
        return tuple(self._hit(hit.score, self._entry(hit), sight) for hit in hits)

    def _entry(self, hit: Hit) -> Card | Passage:
        briefing = self._entries.briefing
        if isinstance(hit, CardHit):
            return briefing.card(hit.card)
        document = briefing.document(hit.document)
        assert document is not None
        return Passage(document, hit.paragraph, hit.span)

    def _sight(self, node: Node) -> _Sight:
        return _sight(node, Marker(node, self._forms, self._memory))

    def _words(self, card_id: str, part: Part) -> str:
        return " · ".join(words_of(self._entries.briefing.card(card_id), part))

    def _hit(self, score: float, found: Card | Passage, sight: _Sight) -> Hit:
        marker = sight.marker
        if isinstance(found, Passage):
            return _passage_hit(found, sight, score)
        titled = sight.parts is _SHOWN_FIRST or Part.TITLE in sight.parts
        marks = marker.marks(found.title) if titled else ()
        shown = sight.note(f"card:{found.id}") or best_snippet(
            marker,
            ((part, text) for part in sight.parts if (text := self._text(found.id, part))),
        )
        return CardHit(found.id, found.kind, found.title, marks, score, shown)


class _Sight(NamedTuple):
    """What is looked at in an entry: the parts of a card, or notes on it."""

    marker: Marker
    parts: tuple[Part, ...]
    notes: Mapping[str, str]  # the reader's own words, by the tag of an entry

    def note(self, tag: str) -> Snippet | None:
        """Return a snippet of the reader's note on an entry."""
        words = self.notes.get(tag)
        if words is None:
            return None
        return replace(snippet(words, self.marker.marks(words), Part.NOTES), mine=True)


def _sight(node: Node, marker: Marker) -> _Sight:
    found = tuple(leaves(node))
    scopes = [leaf for leaf in found if isinstance(leaf, Scope)]
    notes = {tag: words for leaf in found if isinstance(leaf, Noted) for tag, words in leaf.notes}
    return _Sight(marker, scopes[0].parts if scopes else () if notes else _SHOWN_FIRST, notes)


def _listed_first(entries: list[Card | Passage], first: int | None) -> Collection[int]:
    """Return which of the entries come first in the groups that `Presenter.groups` makes."""
    if first is None or first >= len(entries):
        return range(len(entries))
    kinds = dict.fromkeys(entry.kind for entry in entries if isinstance(entry, Card))
    ranks = {kind: rank for rank, kind in enumerate(kinds)}
    listed = sorted(
        range(len(entries)),
        key=lambda n: ranks[e.kind] if isinstance(e := entries[n], Card) else len(ranks),
    )
    return frozenset(listed[:first])


def _bare_hit(place: Place, found: Card | Passage) -> Hit:
    score = round(place.score, 3)
    if isinstance(found, Card):
        return CardHit(found.id, found.kind, found.title, (), score, NOT_YET)
    document = found.document
    return PassageHit(document.id, document.letter, found.paragraph, found.span, score, NOT_YET)


def _passage_hit(passage: Passage, sight: _Sight, score: float) -> PassageHit:
    document, (start, end) = passage.document, passage.span
    text = document.text[start:end]
    note = sight.note(f"at:{document.id}:{passage.paragraph}")
    marks = sight.marker.marks(text) if note is None else ()
    span = Span(start + marks[0].start, start + marks[0].end) if marks else passage.span
    shown = note or snippet(text, marks, Part.BODY)
    return PassageHit(document.id, document.letter, passage.paragraph, span, score, shown)


def marked_words(hits: tuple[Hit, ...]) -> tuple[str, ...]:
    """Return the words that are marked in the hits as they stand there, each once in any case."""
    words: dict[str, str] = {}
    for word in _marked(hits):
        words.setdefault(word.casefold(), word)
        if len(words) == _MOST_WORDS:
            break
    return tuple(words.values())


def _marked(hits: tuple[Hit, ...]) -> Iterator[str]:
    for hit in hits:
        if isinstance(hit, CardHit):
            yield from (hit.title[mark.start : mark.end] for mark in hit.marks)
        snippet = hit.snippet
        yield from (snippet.text[mark.start : mark.end] for mark in snippet.marks)
