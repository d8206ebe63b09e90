"""A briefing -> the card that it opens on, and the kinds that have numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefer.briefing.model import Briefing


def opening_card(briefing: Briefing) -> str:
    """Return the card that a briefing opens on: the first of its overview, else its first."""
    overview = (card.id for card in briefing.cards if card.kind == "overview")
    return next(overview, briefing.cards[0].id if briefing.cards else "")


def numbered_kinds(briefing: Briefing | None) -> tuple[str, ...]:
    """Return the ids of the kinds that Ctrl+1 to Ctrl+4 lead to: all but the overview."""
    kinds = briefing.kinds if briefing else ()
    return tuple(kind.id for kind in kinds if kind.id != "overview")
