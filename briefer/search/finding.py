"""A query's tree -> ordinals with scores, and how many there are of each kind of card."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from briefer.search.building import Stored, the_one_door
from briefer.search.matching import Lexicon, Matching
from briefer.search.model import PASSAGE, Part
from briefer.search.query import leaves
from briefer.search.tree import All, Near, Node, Tagged, Text

if TYPE_CHECKING:
    import tantivy

_PARTS = tuple(Part)
_LISTED = 10_000  # cards that are sooner listed than asked for once more to count their kinds


@dataclass(frozen=True, slots=True)
class Place:
    """An entry that fits, by its ordinal."""

    score: float
    ordinal: int


@dataclass(frozen=True, slots=True)
class Found:
    """The best entries from the best down, and the counts of all that fit."""

    places: tuple[Place, ...]
    cards: int
    passages: int
    groups: Mapping[int, int]  # cards by the number of their kind


class _Best(NamedTuple):
    """The best places, how many fit in all, and where as many as were listed stand in the index."""

    places: list[Place]
    total: int
    addresses: list[tantivy.DocAddress]


class Finder:
    """Asks one stored index."""

    def __init__(self, stored: Stored, lexicon: Lexicon) -> None:
        self._searcher, self._lexicon = stored.searcher, lexicon
        self._matching = Matching(stored.index.schema, lexicon)

    def find(self, node: Node, limit: int | None, room: int) -> Found:
        """Return the best `limit` entries; up to `room` of them are passages if there are any."""
        with the_one_door():
            cards_only = self._matching.only(self._matching.query(node), "type:card")
            in_texts = self._matching.query(node, (PASSAGE,))
            texts_only = self._matching.only(in_texts, _passages(node))
            ranked = any(isinstance(leaf, Text | Near) for leaf in leaves(node))
            listed = self._most_cards(node) if limit else 0
            cards = self._best(cards_only, limit, ranked=ranked, listed=listed)
            texts = self._best(texts_only, limit, ranked=ranked)
            together = _together(cards.places, texts.places, limit, room)
            cut = cards.total + texts.total > len(together)
            groups = self._groups(cards, cards_only) if cut and cards.total else {}
        return Found(together, cards.total, texts.total, groups)

    def _best(
        self, query: tantivy.Query, limit: int | None, *, ranked: bool, listed: int = 0
    ) -> _Best:
        import tantivy

        most = max(1, self._searcher.num_docs if limit is None else limit)
        if ranked:
            result = self._searcher.search(query, limit=max(most, listed))
        else:
            result = self._searcher.search(
                query, limit=most, order_by_field="ordinal", order=tantivy.Order.Asc
            )
        hits = result.hits
        addresses = [address for _, address in hits]
        ordinals = self._searcher.fast_field_values("ordinal", addresses[:most])
        scores = [float(score) if ranked else 0.0 for score, _ in hits[:most]]
        places = [Place(s, int(n or 0)) for s, n in zip(scores, ordinals, strict=True)]
        return _Best(sorted(places, key=_rank), int(result.count), addresses)  # type: ignore[attr-defined]

    def _most_cards(self, node: Node) -> int:
        """Return how many cards can fit at the most, where a whole word bounds it; else 0."""
        nodes = node.nodes if isinstance(node, All) else (node,)
        words = [n for n in nodes if isinstance(n, Text) and (len(n.tokens) > 1 or not n.prefix)]
        most = min(map(self._cards_with, words), default=0)
        return most if most <= _LISTED else 0

    def _cards_with(self, text: Text) -> int:
        word = text.tokens[0]
        alone = len(text.tokens) == 1 and not text.quoted
        forms = (word, *self._lexicon.forms(word)) if alone else (word,)
        return sum(self._searcher.doc_freq(part, form) for part in _PARTS for form in forms)

    def _groups(self, best: _Best, query: tantivy.Query) -> Mapping[int, int]:
        """Return how many cards of each kind there are; a list that has them all is counted."""
        if best.total == len(best.addresses):
            numbers = self._searcher.fast_field_values("group", best.addresses)
            return Counter(int(number or 0) for number in numbers)
        return self._by_kind(query)

    def _by_kind(self, query: tantivy.Query) -> dict[int, int]:
        asked = {"groups": {"terms": {"field": "group", "size": 1000}}}
        answer = self._searcher.aggregate(query, asked)
        return {int(b["key"]): int(b["doc_count"]) for b in answer["groups"]["buckets"]}


def _passages(node: Node) -> str:
    """Return which passages are meant: sentences where they are asked for, else paragraphs."""
    tagged = (leaf.tags for leaf in leaves(node) if isinstance(leaf, Tagged))
    return "type:sentence" if any("is:uncited" in tags for tags in tagged) else "type:passage"


def _together(
    cards: list[Place], texts: list[Place], limit: int | None, room: int
) -> tuple[Place, ...]:
    both = sorted((*cards, *texts), key=_rank)
    if limit is None or len(both) <= limit:
        return tuple(both)
    limit = max(0, limit)
    own = set(texts[: min(room, limit)])
    rest = [place for place in both if place not in own]
    return tuple(sorted((*own, *rest[: limit - len(own)]), key=_rank))


def _rank(place: Place) -> tuple[float, int]:
    return -round(place.score, 4), place.ordinal
