"""The marking of a print, and the cards whose own marking it is not."""

from __future__ import annotations

from briefer.briefing.model import Briefing
from briefer.sheets.options import Options
from briefer.sheets.selection import selected_cards

_NAMED = 5


def marking_of(briefing: Briefing, options: Options) -> str:
    """Return the banner of every page; "" for none."""
    marking = briefing.marking if options.marking is None else options.marking
    return " ".join(marking.split())


def marking_doubts(briefing: Briefing, options: Options) -> tuple[str, ...]:
    """Say which cards are printed under another marking than their own."""
    printed = marking_of(briefing, options)
    says = f"this print says {printed}" if printed else "this print has no marking"
    cards = selected_cards(briefing, options.selection)
    own = ((card, " ".join(card.field("Marking").split())) for card in cards)
    other = [(card, marking) for card, marking in own if marking and marking != printed]
    said = [f"“{card.title}” is marked {marking}; {says}." for card, marking in other[:_NAMED]]
    more = [f"So it is with {len(other) - _NAMED} more cards."] if len(other) > _NAMED else []
    return (*said, *more)
