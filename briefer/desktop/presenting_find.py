"""What the presenter types -> cards that can be looked at privately."""

from __future__ import annotations

from briefer.briefing.model import Briefing
from briefer.desktop.console_find import Find, Found

_MOST = 60


def card_finder(briefing: Briefing) -> Find:
    """Return what finds cards by their names; all of them for nothing."""
    from briefer.search.titles import Titles

    titles = Titles(briefing)

    def find(query: str) -> tuple[Found, ...]:
        if not query.strip():
            return tuple(Found(card.id, card.title) for card in briefing.cards[:_MOST])
        hits = titles.search(query, limit=_MOST).cards
        return tuple(Found(hit.card, hit.title) for hit in hits)

    return find
