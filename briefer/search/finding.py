"""A query's tree -> ordinals with scores, and how many there are of each kind of card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefer.search.building import Stored, the_one_door
from briefer.search.matching import Lexicon, Matching
from briefer.search.model import PASSAGE
from briefer.search.query import leaves
from briefer.search.tree import Near, Node, Tagged, Text

if TYPE_CHECKING:
    import tantivy


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


class Finder:
    """Asks one stored index."""

    def __init__(self, stored: Stored, lexicon: Lexicon) -> None:
        self._searcher = stored.searcher
        self._matching = Matching(stored.index.schema, lexicon)

    def find(self, node: Node, limit: int | None, room: int) -> Found:
        """Return the best `limit` entries; up to `room` of them are passages if there are any."""
        with the_one_door():
            cards_only = self._matching.only(self._matching.query(node), "type:card")
            in_texts = self._matching.query(node, (PASSAGE,))
            texts_only = self._matching.only(in_texts, _passages(node))
            ranked = any(isinstance(leaf, Text | Near) for leaf in leaves(node))
            cards, card_count = self._best(cards_only, limit, ranked=ranked)
            texts, text_count = self._best(texts_only, limit, ranked=ranked)
            counted = card_count > len(cards)
            groups = self._by_kind(cards_only) if counted else {}
        return Found(_together(cards, texts, limit, room), card_count, text_count, groups)

    def _best(
        self, query: tantivy.Query, limit: int | None, *, ranked: bool
    ) -> tuple[list[Place], int]:
        import tantivy

        most = max(1, self._searcher.num_docs if limit is None else limit)
        if ranked:
            result = self._searcher.search(query, limit=most)
        else:
            result = self._searcher.search(
                query, limit=most, order_by_field="ordinal", order=tantivy.Order.Asc
            )
        addresses = [address for _, address in result.hits]
        ordinals = self._searcher.fast_field_values("ordinal", addresses)
        scores = [float(score) if ranked else 0.0 for score, _ in result.hits]
        places = [Place(s, int(n or 0)) for s, n in zip(scores, ordinals, strict=True)]
        return sorted(places, key=_rank), int(result.count)  # type: ignore[attr-defined]

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
