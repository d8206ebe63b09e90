"""Where the window can go: a card, a kind of cards, or a passage of a document."""

from __future__ import annotations

from typing import NamedTuple

from briefer.briefing.model import Span


class CardDestination(NamedTuple):
    """A card by its id."""

    card: str


class KindDestination(NamedTuple):
    """A kind by its id: its introduction and its cards."""

    kind: str


class PassageDestination(NamedTuple):
    """A range of a document's text, in code points."""

    document: str
    span: Span


PageDestination = CardDestination | KindDestination  # what the pane of the cards can show
Destination = PageDestination | PassageDestination
