"""A passage of a document, named where cards are named: "passage:article:10-42"."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefer.briefing.model import Span

_NAME = re.compile(r"passage:(?P<document>[^:]+):(?P<start>\d+)-(?P<end>\d+)")


class NamedPassage(NamedTuple):
    """A range of a document's text; `document` is the id."""

    document: str
    span: Span

    @property
    def name(self) -> str:
        """Return its name; no card's id has a colon."""
        return f"passage:{self.document}:{self.span.start}-{self.span.end}"


def passage_named(name: str) -> NamedPassage | None:
    """Return the passage that a name stands for; None for the id of a card.

    >>> passage_named("passage:article:10-42")
    NamedPassage(document='article', span=Span(start=10, end=42))
    """
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    return NamedPassage(match["document"], Span(int(match["start"]), int(match["end"])))
