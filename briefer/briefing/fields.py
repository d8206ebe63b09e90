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
MOST_LINES = 400  # of one card's fields
MOST_SIGNS = 30_000
_FIELD = re.compile(
    r"[ \t]{0,3}(?:[-*+][ \t]+)?"
    r"([^\W\d_][\w '’()&/-]{0,39}+)[ \t]*:(?:[ \t]+(.*))?$"
)
_LINK = re.compile(r"\[\[([^\[\]]{1,400})\]\]")
_new = tuple.__new__  # half the time of a named tuple's own call
_ITEM = re.compile(r"(?:\[\[[^\[\]]*+\]\]|[^,])++")


def read_fields(
    lines: Sequence[str], place: Place, empty_keys: frozenset[str]
) -> tuple[tuple[Field, ...], int]:
    """Return the fields that the lines open with, and how many lines they take.

    `place` is that of the first line. A key without a value is a field only when it is one of
    `empty_keys`, which are casefolded. Lines beyond the bounds are no fields any more.
    """
    fields: dict[str, Field] = {}
    at, left = 0, MOST_SIGNS
    for at, line in enumerate((*lines, "")):
        left -= len(line)
        match = _FIELD.match(line) if ":" in line and left >= 0 and at < MOST_LINES else None
        if match:
            key, value = match.groups()
            key = key.rstrip(" ")
            folded = key.casefold()
            if value or folded in empty_keys:
                value = (value or "").strip()
                where = _new(Place, (place.file, place.line + at, match.start(2) + 1))
                fields[folded] = _field(key, value, where, fields.get(folded))
                continue
        if fields or line.strip():
            break
    return tuple(fields.values()), at if fields else 0


def are_cut(lines: Sequence[str], taken: int) -> bool:
    """Tell whether `read_fields` ended at a line for its bounds alone."""
    if taken < MOST_LINES and sum(map(len, lines[: taken + 1])) <= MOST_SIGNS:
        return False
    return taken < len(lines) and _FIELD.match(lines[taken]) is not None


def list_items(value: str) -> tuple[str, ...]:
    """Split a value at the commas outside of `[[ ]]`.

    >>> list_items("[[a, b]], c")
    ('[[a, b]]', 'c')
    """
    parts = _ITEM.findall(value) if "[[" in value else value.split(",")
    return tuple(item for part in parts if (item := part.strip()))


def _field(key: str, value: str, place: Place, known: Field | None) -> Field:
    """Return the field that a line makes, or goes on with when its key was there before.

    `place` is where the value begins.
    """
    if known is None:
        where = _new(Place, (place[0], place[1], 1))
        return _new(Field, (key, value, _links(value, place, 0), where))
    joint = f"{known.value}, " if known.value else ""
    links = (*known.links, *_links(value, place, len(joint)))
    return Field(known.key, joint + value if value else known.value, links, known.place)


def _links(value: str, place: Place, shift: int) -> tuple[Link, ...]:
    """Return a value's links; it begins at a place, `shift` signs into the field."""
    if "[[" not in value:
        return ()
    file, line, column = place
    links = []
    for match in _LINK.finditer(value):
        start, end = match.span()
        target, shown = link_words(match[1])
        if target:
            at = _new(Place, (file, line, column + start))
            span = _new(Span, (start + shift, end + shift))
            links.append(_new(Link, (target, shown, at, span)))
    return tuple(links)
