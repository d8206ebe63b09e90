"""Choices of a print <-> one line to keep for the next.

Marking, selection, a matrix's kinds and the reader's own notes are chosen anew each time: they
belong to one briefing, and own notes are nobody else's.
"""

from __future__ import annotations

import json
from dataclasses import replace

from briefer.sheets.options import Annex, Foot, Layout, Options, Orientation, Paper


def remembered(options: Options) -> str:
    """Return the line to keep."""
    kept = {
        "layout": options.layout,
        "paper": options.paper,
        "orientation": options.orientation,
        "annex": options.annex,
        "notes": options.notes,
        "every_grade": options.every_grade,
        "large_print": options.large_print,
        "foot": options.foot,
        "cards_on_page": options.cards_on_page,
        "binding": options.binding,
        "both_sides": options.both_sides,
        "greyscale": options.greyscale,
    }
    return json.dumps({key: value for key, value in kept.items() if value})


def on_paper(line: str, paper: str) -> str:
    """Return a kept line with the paper that the reader chose in the settings; "" for none."""
    try:
        kept = json.loads(line or "{}")
        return json.dumps({**kept, "paper": paper}) if paper else line
    except (ValueError, TypeError):
        return line


def recalled(line: str, options: Options) -> Options:
    """Return the options with what was kept; a damaged line changes nothing."""
    try:
        kept = json.loads(line or "{}")
        return replace(
            options,
            layout=Layout(kept.get("layout", options.layout)),
            paper=Paper(kept["paper"]) if kept.get("paper") else options.paper,
            orientation=Orientation(kept["orientation"]) if kept.get("orientation") else None,
            annex=Annex(kept.get("annex", options.annex)),
            notes=kept.get("notes") is True,
            every_grade=kept.get("every_grade") is True,
            large_print=kept.get("large_print") is True,
            foot=Foot(kept.get("foot", options.foot)),
            cards_on_page=2 if kept.get("cards_on_page") == 2 else 4,
            binding=kept.get("binding") is True,
            both_sides=kept.get("both_sides") is True,
            greyscale=kept.get("greyscale") is True,
        )
    except (ValueError, AttributeError, TypeError):
        return options
