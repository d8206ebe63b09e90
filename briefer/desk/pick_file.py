"""Picks <-> a small text file that people can read, edit and send.

# Picked cards: US–Russia security channels

- [[crisis-hotlines|Crisis hotlines]]
- “the two nations coordinated” [@article, ¶4]
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefer.briefing.citing import bracketed_citation
from briefer.briefing.model import Briefing, Document, Span
from briefer.desk.model import Pick, PickedCard, PickedPassage
from briefer.desk.settling import passage_now, where_words_stand

LONGEST = 1_000_000  # characters of a file that is read
_MOST = 10_000  # picks
_CARD = re.compile(r"\[\[([^\[\]|]+)(?:\|([^\[\]]*))?\]\]")
_PASSAGE = re.compile(r"[“\"„«](.+)[”\"“»]\s*\[@([a-z0-9-]+)\s*,\s*¶?\s*(\d{1,9})")
_BULLET = re.compile(r"\s*(?:[-*+]|\d{1,6}[.)])?\s*")


@dataclass(frozen=True, slots=True)
class ReadPicks:
    """What a file names, in its order, and the lines that name nothing in this briefing."""

    picks: tuple[Pick, ...]
    unknown: tuple[tuple[int, str], ...] = ()  # line number from 1, and what it says


def pick_file(picks: tuple[Pick, ...], briefing: Briefing) -> str:
    """Return the text of the file."""
    lines = [f"- {_written(pick, briefing)}" for pick in picks]
    head = f"# Picked cards: {_on_one_line(briefing.title)}"
    return "\n".join((head, "", *lines, ""))


def read_pick_file(text: str, briefing: Briefing) -> ReadPicks:
    """Return the picks that a file names; a line may also be a card's bare id or title."""
    picks: list[Pick] = []
    unknown: list[tuple[int, str]] = []
    for number, line in enumerate(text[:LONGEST].removeprefix("\ufeff").splitlines(), 1):
        words = line[_BULLET.match(line).end() :].strip()  # type: ignore[union-attr]
        if not words or words.startswith("#"):
            continue
        pick = _read(words, briefing)
        if pick is None:
            unknown.append((number, words))
        else:
            picks.append(pick)
    return ReadPicks(tuple(dict.fromkeys(picks))[:_MOST], tuple(unknown))


def passage_at(document: Document, span: Span) -> PickedPassage:
    """Return a passage of a document as a pick."""
    return PickedPassage(document.id, *span, _on_one_line(document.text[slice(*span)]))


def _written(pick: Pick, briefing: Briefing) -> str:
    match pick:
        case PickedCard(card, title):
            shown = re.sub(r"[\[\]|]+", " ", title).strip()
            return f"[[{card}|{shown}]]"
        case PickedPassage(document_id, _, _, words):
            found, document = passage_now(pick, briefing), briefing.document(document_id)
            where = f"[@{document_id}, ¶1]"
            if found is not None and document is not None:
                where = bracketed_citation(document, found.span)
            return f"“{_on_one_line(words)}” {where}"


def _read(words: str, briefing: Briefing) -> Pick | None:
    if quoted := _PASSAGE.search(words):
        return _passage(quoted[1], quoted[2], int(quoted[3]), briefing)
    named = _CARD.search(words)
    names = (named[1], named[2] or "") if named else (words,)
    found = (briefing.names.find(name.strip()) for name in names if name.strip())
    card = next((card for card in found if card is not None), None)
    return PickedCard(card.id, card.title) if card else None


def _passage(
    words: str, document_id: str, paragraph: int, briefing: Briefing
) -> PickedPassage | None:
    document = briefing.document(document_id)
    if document is None:
        return None
    named = min(max(paragraph, 1), max(len(document.paragraphs), 1)) - 1
    start = document.paragraphs[named].span.start if document.paragraphs else 0
    span = where_words_stand(words, document, start)
    return passage_at(document, span) if span else None


def _on_one_line(words: str) -> str:
    return " ".join(words.split())
