"""The lines under a card's heading -> its fields."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefer.briefing.model import Field, Link, Place, Span
from briefer.briefing.plain import link_words

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


def _add(fields: dict[str, Field], match: re.Match[str], place: Place) -> None:
    key, value = match["key"], (match["value"] or "").strip()
    column = match.start("value") + 1
    known = fields.get(key.casefold())
    if known is None:
        field = Field(key, value, _links(value, place, column, 0), place)
    else:
        joint = f"{known.value}, " if known.value else ""
        links = (*known.links, *_links(value, place, column, len(joint)))
        field = Field(known.key, joint + value if value else known.value, links, known.place)
    fields[key.casefold()] = field


def _links(value: str, place: Place, column: int, shift: int) -> tuple[Link, ...]:
    """Return a value's links; it begins in a column of its line, `shift` signs into the field."""
    if "[[" not in value:
        return ()
    links = []
    for match in _LINK.finditer(value):
        start, end = match.span()
        target, shown = link_words(match[1])
        if target:
            at = Place(place.file, place.line, column + start)
            links.append(Link(target, shown, at, Span(start + shift, end + shift)))
    return tuple(links)
