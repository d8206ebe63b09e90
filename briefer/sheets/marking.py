"""The marking of a print, and the cards whose own marking it is not."""

from __future__ import annotations

from briefer.briefing.marking_colors import label_of, read_marking_colors
from briefer.briefing.model import Briefing
from briefer.language import tr
from briefer.resources import themes_folder
from briefer.sheets.options import Options
from briefer.sheets.selection import selected_cards

_NAMED = 5


def marking_of(briefing: Briefing, options: Options) -> str:
    """Return the banner of every page; "" for none."""
    marking = briefing.marking if options.marking is None else options.marking
    return " ".join(marking.split())


def paper_ink(marking: str) -> str:
    """Return the ink of a TLP label, which stands on black; "" for any other marking."""
    label = label_of(marking)
    if not label.startswith("TLP:"):
        return ""
    colors = read_marking_colors(themes_folder()).get(label)
    return colors.ink if colors else ""


def marking_doubts(briefing: Briefing, options: Options) -> tuple[str, ...]:
    """Say which cards are printed under another marking than their own."""
    printed = marking_of(briefing, options)
    says = (
        tr("this print says {printed}", printed=printed)
        if printed
        else tr("this print has no marking")
    )
    cards = selected_cards(briefing, options.selection)
    own = ((card, " ".join(card.field(tr("Marking")).split())) for card in cards)
    other = [(card, marking) for card, marking in own if marking and marking != printed]
    said = [
        tr("“{title}” is marked {marking}; {says}.", title=card.title, marking=marking, says=says)
        for card, marking in other[:_NAMED]
    ]
    more = (
        [tr("So it is with {other} more cards.", other=len(other) - _NAMED)]
        if len(other) > _NAMED
        else []
    )
    return (*said, *more)
