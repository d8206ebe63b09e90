"""Where the window can go: a card, or a passage of a document."""

from __future__ import annotations

from typing import NamedTuple

from briefer.briefing.model import Span


class CardDestination(NamedTuple):
    """A card by its id."""

    card: str


class PassageDestination(NamedTuple):
    """A range of a document's text, in code points."""

    document: str
    span: Span


Destination = CardDestination | PassageDestination
