"""A passage of a document as a talk names it where it names cards: "passage:article:10-42"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefer.briefing.model import Span

_TARGET = re.compile(r"passage:(?P<document>[^:]+):(?P<start>\d+)-(?P<end>\d+)")


@dataclass(frozen=True, slots=True)
class Passage:
    """A range of a document's text."""

    document: str  # its id
    span: Span

    @property
    def target(self) -> str:
        """Return its name; no card's id has a colon."""
        return f"passage:{self.document}:{self.span.start}-{self.span.end}"


def passage_of(target: str) -> Passage | None:
    """Return the passage that a target names; None for the id of a card.

    >>> passage_of("passage:article:10-42")
    Passage(document='article', span=Span(start=10, end=42))
    """
    match = _TARGET.fullmatch(target)
    if match is None:
        return None
    return Passage(match["document"], Span(int(match["start"]), int(match["end"])))
