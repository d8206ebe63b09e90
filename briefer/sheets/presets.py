"""The ready-made choices that printing starts with, the likeliest first."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefer.language import tr
from briefer.sheets.options import Annex, Layout, Options


@dataclass(frozen=True, slots=True)
class Preset:
    """A layout and an annex under one name."""

    id: str
    title: str
    description: str
    layout: Layout
    annex: Annex

    def applied(self, options: Options) -> Options:
        """Return the options with this preset's layout and annex."""
        return replace(options, layout=self.layout, annex=self.annex)

    def fits(self, options: Options) -> bool:
        """Tell whether the options are what this preset makes of them."""
        return self.applied(options) == options


PRESETS = (
    Preset(
        "brief",
        Layout.BRIEF.label,
        tr("The bottom line of every card, kind by kind"),
        Layout.BRIEF,
        Annex.NONE,
    ),
    Preset(
        "sequence",
        Layout.SHEET.label,
        tr("Every card with its relations, text and quotations"),
        Layout.SHEET,
        Annex.NONE,
    ),
    Preset(
        "everything",
        tr("Everything with evidence"),
        tr("The cards, then each quotation in its paragraph and the documents"),
        Layout.SHEET,
        Annex.DOCUMENTS,
    ),
)
