"""The reader's way through a briefing <-> words to be kept."""

from __future__ import annotations

import json
from typing import Any

from briefer.briefing.model import Briefing, Span
from briefer.desktop.destinations import (
    CardDestination,
    Destination,
    KindDestination,
    PassageDestination,
)
from briefer.desktop.history import Visit

_MOST = 60  # visits, up to where the reader is


def history_words(visits: tuple[Visit, ...]) -> str:
    """Return the visits up to the one where the reader is, the newest last."""
    return json.dumps([_row(visit) for visit in visits[-_MOST:]], ensure_ascii=False)


def visits_in(words: str, briefing: Briefing) -> tuple[Visit, ...]:
    """Return those visits that the briefing still has; none when the words are damaged."""
    try:
        rows = json.loads(words or "[]")
        visits = [_visit(row, briefing) for row in rows[-_MOST:]]
    except (ValueError, TypeError, KeyError, IndexError, RecursionError):
        return ()
    return tuple(visit for visit in visits if visit is not None)


def _row(visit: Visit) -> list[Any]:
    places = [round(visit.card_place, 4), round(visit.document_place, 4)]
    destination = visit.destination
    if isinstance(destination, CardDestination):
        return ["card", destination.card, *places]
    if isinstance(destination, KindDestination):
        return ["kind", destination.kind, *places]
    return ["passage", destination.document, *places, *destination.span]


def _visit(row: list[Any], briefing: Briefing) -> Visit | None:
    sort, name, card_place, document_place, *span = row
    destination = _destination(str(sort), str(name), span, briefing)
    if destination is None:
        return None
    return Visit(destination, float(card_place), float(document_place))


def _destination(sort: str, name: str, span: list[Any], briefing: Briefing) -> Destination | None:
    if sort == "card":
        return CardDestination(name) if name in briefing.names.by_id else None
    if sort == "kind":
        return KindDestination(name) if any(k.id == name for k in briefing.kinds) else None
    document = briefing.document(name)
    start, end = (int(offset) for offset in span)
    if document is None or not 0 <= start <= end <= len(document.text):
        return None
    return PassageDestination(name, Span(start, end))
