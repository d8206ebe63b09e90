"""Where the window can go: a card, or a passage of a document."""

from __future__ import annotations

from dataclasses import dataclass

from briefer.briefing.model import Span


@dataclass(frozen=True, slots=True)
class CardDestination:
    """A card by its id."""

    card: str


@dataclass(frozen=True, slots=True)
class PassageDestination:
    """A range of a document's text, in code points."""

    document: str
    span: Span


Destination = CardDestination | PassageDestination
