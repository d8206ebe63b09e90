"""The chips below the search box: which operator is in a query, and how it gets there."""

from __future__ import annotations

import re

from briefer.briefing.model import Briefing, Kind

_ANY = re.compile(
    r"(?:^|(?<=\s))(?:kind:(?:\"[^\"]*\"|[^\s()]+)|in:documents?)(?=\s|$)\s*", re.IGNORECASE
)


def chips_of(briefing: Briefing) -> tuple[tuple[str, str], ...]:
    """Return, for each kind and for the documents, a chip's words and its operator."""
    kinds = tuple((kind.heading, operator_of(kind)) for kind in briefing.kinds)
    return (*kinds, (heading_of_texts(briefing), operator_of(None)))


def operator_of(kind: Kind | None) -> str:
    """Return the filter for the cards of a kind; for the passages of the documents without one."""
    if kind is None:
        return "in:document"
    name = kind.singular.casefold()
    return f'kind:"{name}"' if re.search(r"[^\w-]", name) else f"kind:{name}"


def heading_of_texts(briefing: Briefing) -> str:
    """Return what the passages of the documents stand under."""
    return "Text" if len(briefing.documents) == 1 else "Texts"


def operator_in(query: str) -> str:
    """Return the filter of a query that a chip may stand for, "" if there is none."""
    found = _ANY.search(query)
    return found.group().strip() if found else ""


def with_filter(query: str, operator: str) -> str:
    """Return the query with this filter in place of another; without it if it was there.

    The filter stands first, for the last word of a query may be a beginning.

    >>> with_filter("hotl kind:actor", "kind:channel")
    'kind:channel hotl'
    """
    rest = _ANY.sub("", query).strip()
    if operator_in(query) == operator:
        return rest
    return f"{operator} {rest}"
