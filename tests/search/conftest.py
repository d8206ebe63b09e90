"""Small briefings to search in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefer.briefing.model import (
    Briefing,
    Card,
    Document,
    Field,
    Kind,
    Paragraph,
    Place,
    Prose,
    Relation,
    Span,
)
from briefer.briefing.names import names_of
from briefer.search.index import Index, build_index

PLACE = Place("breakdown.md", 1)
KINDS = (
    Kind("channels", "Channels", "Channel", "mdi6.phone", "#1f5fbf"),
    Kind("actors", "Actors", "Actor", "mdi6.account", "#7a3fb0"),
)

NewCard = Callable[..., Card]
NewBriefing = Callable[..., Briefing]
NewIndex = Callable[..., Index]


class NoFiles:
    """A briefing that was never on disk."""

    path = Path("nowhere")

    def names(self, folder: str = "") -> tuple[str, ...]:
        return ()

    def read(self, name: str, limit: int) -> bytes:
        raise AssertionError(name)


def _card(card_id: str, title: str, body: str = "", **more: object) -> Card:
    fields = tuple(
        Field(key, value, (), PLACE) for key, value in dict(more.pop("fields", {})).items()
    )
    notes = Prose(str(more.pop("notes", "")))
    kind = str(more.pop("kind", "channels"))
    return Card(card_id, title, kind, PLACE, fields, body=Prose(body), notes=notes, **more)


def _document(text: str, document_id: str = "article", letter: str = "A") -> Document:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    paragraphs = tuple(Paragraph(n, span) for n, span in enumerate(spans, 1))
    return Document(document_id, "Article", letter, "a.txt", text, paragraphs, "")


@pytest.fixture
def card() -> NewCard:
    """Return what makes a card from an id, a title, a body and further parts."""
    return _card


@pytest.fixture
def briefing() -> NewBriefing:
    """Return what makes a briefing from cards, the text of a document, and a language."""

    def new(
        *cards: Card,
        text: str = "",
        language: str = "en",
        relations: dict[str, tuple[Relation, ...]] | None = None,
    ) -> Briefing:
        return Briefing(
            "Briefing",
            NoFiles(),
            language=language,
            kinds=KINDS,
            cards=cards,
            documents=(_document(text),) if text else (),
            relations=relations or {},
            names=names_of(cards),
        )

    return new


@pytest.fixture
def index(briefing: NewBriefing) -> NewIndex:
    """Return what makes an index in memory of cards and a document's text."""

    def new(*cards: Card, **more: object) -> Index:
        return build_index(briefing(*cards, **more), None, None)

    return new
