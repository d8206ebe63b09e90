"""Picks and a briefing as it is now -> the cards and passages that they mean in it.

Words that moved are found where they stand now. A card is named by its id, a passage as
briefing.passage_names has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefer.briefing.model import Briefing, Document, Span
from briefer.briefing.passage_names import NamedPassage
from briefer.desk.model import Note, Pick, PickedCard, PickedPassage


@dataclass(frozen=True, slots=True)
class Settled:
    """A pick, and the card or the passage that it means: neither where that is gone."""

    pick: Pick
    card: str = ""
    passage: NamedPassage | None = None

    @property
    def name(self) -> str:
        """Return the name of the card or passage; "" where it is gone."""
        return self.passage.name if self.passage is not None else self.card


def settled_picks(picks: tuple[Pick, ...], briefing: Briefing) -> tuple[Settled, ...]:
    """Return every pick in its order: its card by id, else by title; its passage by its words."""
    return tuple(_settled(pick, briefing) for pick in picks)


def picked_names(settled: Iterable[Settled]) -> tuple[str, ...]:
    """Return the names of the picked cards and passages that are there, each once, in order."""
    return tuple(dict.fromkeys(found.name for found in settled if found.name))


def card_of_note(note: Note, briefing: Briefing) -> str:
    """Return the id of the card that a note is on now; "" for a passage, and for a card gone."""
    return "" if note.passage is not None else _named(note.card, note.title, briefing)


def note_on(card: str, notes: tuple[Note, ...], briefing: Briefing) -> Note | None:
    """Return the note on a card: the one by its id, else one that its title leads to."""
    own = next((note for note in notes if note.card == card), None)
    return own or next((n for n in notes if card_of_note(n, briefing) == card), None)


def noted_cards(notes: tuple[Note, ...], briefing: Briefing) -> tuple[str, ...]:
    """Return the ids of the cards that have a note, each once."""
    found = (card_of_note(note, briefing) for note in notes)
    return tuple(dict.fromkeys(card for card in found if card))


def passage_now(passage: PickedPassage, briefing: Briefing) -> NamedPassage | None:
    """Return where a passage's words stand: at its own range, else the first place; else None."""
    document = briefing.document(passage.document)
    if document is None:
        return None
    own = document.text[passage.start : passage.end]
    if " ".join(own.split()) == passage.words:
        return NamedPassage(document.id, Span(passage.start, passage.end))
    span = where_words_stand(passage.words, document)
    return NamedPassage(document.id, span) if span else None


def where_words_stand(words: str, document: Document, start: int = 0) -> Span | None:
    """Return the first place of words behind an offset, else at all, whatever the white space."""
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    if not pattern.pattern:
        return None
    found = pattern.search(document.text, start) or pattern.search(document.text)
    return Span(*found.span()) if found else None


def _settled(pick: Pick, briefing: Briefing) -> Settled:
    match pick:
        case PickedPassage():
            return Settled(pick, passage=passage_now(pick, briefing))
        case PickedCard(card, title):
            return Settled(pick, _named(card, title, briefing))


def _named(card: str, title: str, briefing: Briefing) -> str:
    if card in briefing.names.by_id:  # as a rule: only few are looked for by title
        return card
    return next((other.id for other in briefing.cards if other.title == title), "")
