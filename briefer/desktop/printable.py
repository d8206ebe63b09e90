"""What stands in the window now -> what can be printed of it."""

from __future__ import annotations

from briefer.desktop.browsing import Browsing
from briefer.desktop.keeping import Keeping
from briefer.desktop.own_notes import own_notes
from briefer.desktop.print_choices import Printable
from briefer.desktop.search_box import SearchBox


def printable_of(browsing: Browsing, keeping: Keeping, search_box: SearchBox) -> Printable:
    """Return the card that is shown, what is picked, the hits, and the reader's notes."""
    briefing, kept = browsing.briefing, keeping.kept
    query, found = search_box.found_cards()
    return Printable(
        card=browsing.card_id,
        picked=keeping.picked_names(),
        query=query,
        found=found,
        own_notes=own_notes(kept.notes, briefing) if kept and briefing else (),
    )
