"""The lines under a card's heading -> its fields."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefer.briefing.finds import link_in
from briefer.briefing.model import Field, Link, Place, Span

ALIASES = "Also known as"
KNOWN_KEYS = (
    ALIASES, "Status", "As of", "Confidence", "Document", "Via", "Reliability", "Credibility",
    "Priority", "Minutes", "Marking",
)  # fmt: skip
_FIELD = re.compile(
    r"[ \t]{0,3}(?:[-*+][ \t]+)?"
    r"(?P<key>[^\W\d_][\w '’()&/-]{0,39}?)[ \t]*:(?:[ \t]+(?P<value>.*))?$"
)
_LINK = re.compile(r"\[\[([^\[\]]{1,400})\]\]")
_ITEM = re.compile(r"(?:\[\[[^\[\]]*+\]\]|[^,])++")


def read_fields(
    lines: Sequence[str], place: Place, empty_keys: frozenset[str]
) -> tuple[tuple[Field, ...], int]:
    """Return the fields that the lines open with, and how many lines they take.

    `place` is that of the first line. A key without a value is a field only when it is one of
    `empty_keys`, which are casefolded.
    """
    fields: dict[str, Field] = {}
    at = 0
    for at, line in enumerate((*lines, "")):
        match = _FIELD.match(line) if ":" in line else None
        if match and not match["value"] and match["key"].casefold() not in empty_keys:
            match = None
        if match:
            _add(fields, match, Place(place.file, place.line + at))
        elif line.strip() or fields:
            break
    return tuple(fields.values()), at if fields else 0


def list_items(value: str) -> tuple[str, ...]:
    """Split a value at the commas outside of `[[ ]]`.

    >>> list_items("[[a, b]], c")
    ('[[a, b]]', 'c')
    """
    parts = _ITEM.findall(value) if "[[" in value else value.split(",")
    return tuple(item for part in parts if (item := part.strip()))


def bare_name(item: str) -> str:
    """Return an item's name: what a link around all of it leads to, else the item itself."""
    if item.startswith("[[") and (match := _LINK.fullmatch(item)):
        return match[1].replace("\\|", "|").partition("|")[0].strip()
    return item


def _add(fields: dict[str, Field], match: re.Match[str], place: Place) -> None:
    key, value = match["key"], (match["value"] or "").strip()
    start = place._replace(column=match.start("value") + 1 if value else 1)
    known = fields.get(key.casefold())
    if known is None:
        field = Field(key, value, _links(value, start, 0), place)
    else:
        joint = f"{known.value}, " if known.value else ""
        links = (*known.links, *_links(value, start, len(joint)))
        field = Field(known.key, joint + value if value else known.value, links, known.place)
    fields[key.casefold()] = field


def _links(value: str, place: Place, shift: int) -> tuple[Link, ...]:
    if "[[" not in value:
        return ()
    found = (
        (link_in(match, place._replace(column=place.column + match.start())), match.span())
        for match in _LINK.finditer(value)
    )
    return tuple(
        Link(link.target, link.shown, link.place, Span(start + shift, end + shift))
        for link, (start, end) in found
        if link
    )
