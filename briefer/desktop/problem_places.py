"""A place in a briefing's files -> the card that stands there."""

from __future__ import annotations

from briefer.briefing.model import Briefing, Card, Place


def card_at(briefing: Briefing, place: Place) -> Card | None:
    """Return the card that a line belongs to; None before the first card and in other files."""
    above = [
        card
        for card in briefing.cards
        if card.place.file == place.file and 0 < card.place.line <= place.line
    ]
    return max(above, key=lambda card: card.place.line, default=None)
