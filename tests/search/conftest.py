"""Small briefings to search in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefer.briefing.model import Briefing, Card, Relation
from briefer.briefing.names import names_of
from briefer.search.index import Index, build_index
from tests.search.material import KINDS, NoFiles, new_card, new_document

NewCard = Callable[..., Card]
NewBriefing = Callable[..., Briefing]
NewIndex = Callable[..., Index]


@pytest.fixture
def card() -> NewCard:
    """Return what makes a card from an id, a title, a body and further parts."""
    return new_card


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
            documents=(new_document(text),) if text else (),
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
