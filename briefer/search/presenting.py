"""Entries that were found -> hits with their marks and snippets, and groups of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from briefer.briefing.model import Card, Span
from briefer.search.entries import Entries, Passage, words_of
from briefer.search.finding import Found, Place
from briefer.search.marking import Forms, Marker, Memory
from briefer.search.model import NOT_YET, CardHit, Group, Hit, Part, PassageHit
from briefer.search.query import leaves
from briefer.search.snippets import best_snippet, snippet
from briefer.search.tree import Node, Scope

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
        marker = Marker(node, self._forms, self._memory)
        scopes = [leaf for leaf in leaves(node) if isinstance(leaf, Scope)]
        parts = scopes[0].parts if scopes else _SHOWN_FIRST
        entries = [self._entries.at(place.ordinal) for place in found.places]
        seen = _listed_first(entries, first)
        return tuple(
            self._hit(place, entry, marker, parts) if number in seen else _bare_hit(place, entry)
            for number, (place, entry) in enumerate(zip(found.places, entries, strict=True))
        )

    def groups(self, found: Found, hits: tuple[Hit, ...]) -> tuple[Group, ...]:
        """Return the hits by kind of card, the kind with the best hit first, then the passages."""
        table: dict[str, list[Hit]] = {}
        for hit in hits:
            table.setdefault(hit.kind if isinstance(hit, CardHit) else "", []).append(hit)
        numbers = {kind.id: n for n, kind in enumerate(self._entries.briefing.kinds)}
        totals = {kind: found.groups.get(n, 0) for kind, n in numbers.items()} | {
            "": found.passages
        }
        ordered = sorted(table, key=lambda kind: kind == "")
        return tuple(
            Group(kind, max(totals.get(kind, 0), len(table[kind])), tuple(table[kind]))
            for kind in ordered
        )

    def _words(self, card_id: str, part: Part) -> str:
        return " · ".join(words_of(self._entries.briefing.card(card_id), part))

    def _hit(
        self, place: Place, found: Card | Passage, marker: Marker, parts: tuple[Part, ...]
    ) -> Hit:
        score = round(place.score, 3)
        if isinstance(found, Passage):
            return _passage_hit(found, marker, score)
        shown = ((part, text) for part in parts if (text := self._text(found.id, part)))
        return CardHit(
            found.id,
            found.kind,
            found.title,
            marker.marks(found.title) if parts is _SHOWN_FIRST or Part.TITLE in parts else (),
            score,
            best_snippet(marker, shown),
        )


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


def _passage_hit(passage: Passage, marker: Marker, score: float) -> PassageHit:
    document, (start, end) = passage.document, passage.span
    text = document.text[start:end]
    marks = marker.marks(text)
    span = Span(start + marks[0].start, start + marks[0].end) if marks else passage.span
    shown = snippet(text, marks, Part.BODY)
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
