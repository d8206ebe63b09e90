"""A destination in a briefing -> the same place in what the briefing has become."""

from __future__ import annotations

from briefer.briefing.model import Briefing, Span
from briefer.desktop.destinations import (
    CardDestination,
    Destination,
    KindDestination,
    PassageDestination,
)


def moved_destination(destination: Destination, old: Briefing, new: Briefing) -> Destination | None:
    """Return where a destination has gone: a card by id, then title; a passage by its words."""
    if isinstance(destination, CardDestination):
        return _moved_card(destination, old, new)
    if isinstance(destination, KindDestination):
        return destination if any(k.id == destination.kind for k in new.kinds) else None
    return _moved_passage(destination, old, new)


def _moved_card(
    destination: CardDestination, old: Briefing, new: Briefing
) -> CardDestination | None:
    if destination.card in new.names.by_id:
        return destination
    before = old.names.by_id.get(destination.card)
    titles = (card.id for card in new.cards if before is not None and card.title == before.title)
    card_id = next(titles, None)
    return CardDestination(card_id) if card_id else None


def _moved_passage(
    destination: PassageDestination, old: Briefing, new: Briefing
) -> PassageDestination | None:
    before, after = old.document(destination.document), new.document(destination.document)
    if before is None or after is None:
        return None
    if before.text == after.text:
        return destination
    words = before.text[slice(*destination.span)]
    start = after.text.find(words) if words else -1
    if start < 0:
        return None
    return PassageDestination(destination.document, Span(start, start + len(words)))
