"""The vocabulary of searching: hits, where their words stand, and what was understood.

Spans are half-open code points of the text they belong to.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from briefer.briefing.model import Span

if TYPE_CHECKING:
    from briefer.search.tree import Node


class Part(StrEnum):
    """A part of a card that is searched on its own."""

    TITLE = "title"
    ALIASES = "aliases"
    SUMMARY = "summary"
    BODY = "body"
    FIELDS = "fields"
    NOTES = "notes"


PASSAGE = "passage"  # what a passage has in place of parts


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of plain text around found words, with … where text was left out."""

    text: str
    marks: tuple[Span, ...] = ()
    part: Part = Part.BODY
    mine: bool = False  # from a note of the reader's


NOT_YET = Snippet("")  # of a hit that nobody has looked into


@dataclass(frozen=True, slots=True)
class CardHit:
    """A card that was found."""

    card: str  # its id
    kind: str  # the id of its kind
    title: str
    marks: tuple[Span, ...]  # in the title
    score: float
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A paragraph of a document, or a sentence of it, that was found."""

    document: str  # its id
    letter: str
    paragraph: int
    span: Span  # in the document's text: the first found words, else the whole passage
    score: float
    snippet: Snippet


Hit = CardHit | PassageHit


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one kind of cards, or of the documents; `total` counts those not listed too."""

    kind: str  # the kind's id; "" for the documents
    total: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """What a query found. `hits` go from the best down; `groups` hold the same, cards by kind."""

    query: str
    explained: str  # how the query was understood, in one line of words
    total: int
    took_ms: float
    hits: tuple[Hit, ...] = ()
    groups: tuple[Group, ...] = ()
    words: tuple[str, ...] = ()  # as they stand in the hits, for marking
    note: str = ""  # 'No exact match; showing "Sullivan"', a hint about a filter, or nothing
    meant: Node | None = None  # what was looked for in the end, for `Index.look_into`

    @property
    def cards(self) -> tuple[CardHit, ...]:
        """Return the hits that are cards, from the best down."""
        return tuple(hit for hit in self.hits if isinstance(hit, CardHit))

    @property
    def is_whole(self) -> bool:
        """Tell whether every hit was looked into."""
        return all(hit.snippet is not NOT_YET for hit in self.hits)

    @property
    def cards_as_listed(self) -> tuple[str, ...]:
        """Return the ids of the cards in the order that the list shows: kind after kind."""
        hits = (hit for group in self.groups for hit in group.hits)
        return tuple(hit.card for hit in hits if isinstance(hit, CardHit))
