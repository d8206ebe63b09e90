"""Choices of a print <-> one line to keep for the next; marking and selection are not kept."""

from __future__ import annotations

import json
from dataclasses import replace

from briefer.sheets.options import Annex, Layout, Options, Orientation, Paper


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
    }
    return json.dumps({key: value for key, value in kept.items() if value})


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
        )
    except (ValueError, AttributeError, TypeError):
        return options
