"""Level-1 headings and briefing.toml's `[[kinds]]` -> the kinds of cards."""

from __future__ import annotations

from collections.abc import Iterable

from briefer.briefing.manifest import KindEntry
from briefer.briefing.model import Kind, Place, Prose
from briefer.briefing.slugs import slug

LEFT_OUT = "left-out"  # not a kind: sentences read and not used on purpose

KNOWN_KINDS = (
    KindEntry("Overview", "Overview", "mdi6.compass-outline", "#475569"),
    KindEntry("Channels", "Channel", "mdi6.phone-classic", "#1f5fbf"),
    KindEntry("Actors", "Actor", "mdi6.account-group-outline", "#7a3fb0"),
    KindEntry("Purposes", "Purpose", "mdi6.target", "#0f7a5a"),
    KindEntry("Sources", "Source", "mdi6.newspaper-variant-outline", "#a8590b"),
)
_OTHER_ICON = "mdi6.card-text-outline"
_OTHER_COLORS = ("#7a5b00", "#a23063", "#0b7285", "#5f6b00", "#9a3b26", "#4a55a8")


def kind_id(heading: str) -> str:
    """Return the id of the kind that a level-1 heading names."""
    return slug(heading) or "kind"


class Kinds:
    """What is known of kinds: the built-in ones, as briefing.toml changes and adds to them."""

    def __init__(self, entries: Iterable[KindEntry]) -> None:
        self._known = {kind_id(entry.heading): entry for entry in KNOWN_KINDS}
        for entry in entries:
            key = kind_id(entry.heading)
            known = self._known.get(key, KindEntry(entry.heading, "", "", ""))
            self._known[key] = KindEntry(
                entry.heading,
                entry.singular or known.singular,
                entry.icon or known.icon,
                entry.color or known.color,
            )
        self.headings = frozenset(entry.heading.casefold() for entry in self._known.values())

    def kind(self, heading: str, introduction: Prose, place: Place, turn: int) -> Kind:
        """Return the kind of a heading; `turn` tells those without a colour apart."""
        key = kind_id(heading)
        known = self._known.get(key, KindEntry(heading, "", "", ""))
        return Kind(
            id=key,
            heading=heading,
            singular=known.singular or heading,
            icon=known.icon or _OTHER_ICON,
            color=known.color or _OTHER_COLORS[turn % len(_OTHER_COLORS)],
            introduction=introduction,
            place=place,
        )
