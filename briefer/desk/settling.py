"""Picks and a briefing as it is now -> the cards and passages that they mean in it."""

from __future__ import annotations

from dataclasses import dataclass

from briefer.briefing.model import Briefing
from briefer.desk.model import Note, Pick, PickedCard, PickedPassage


@dataclass(frozen=True, slots=True)
class Settled:
    """A pick and the card that it means: "" for a passage, and for a card that is gone."""

    pick: Pick
    card: str = ""


def settled_picks(picks: tuple[Pick, ...], briefing: Briefing) -> tuple[Settled, ...]:
    """Return every pick in its order, with its card found by id, else by title."""
    return tuple(Settled(pick, _card_of(pick, briefing)) for pick in picks)


def picked_cards(picks: tuple[Pick, ...], briefing: Briefing) -> tuple[str, ...]:
    """Return the ids of the picked cards that the briefing has, each once, in their order."""
    found = (settled.card for settled in settled_picks(picks, briefing))
    return tuple(dict.fromkeys(card for card in found if card))


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


def _card_of(pick: Pick, briefing: Briefing) -> str:
    match pick:
        case PickedPassage():
            return ""
        case PickedCard(card, title):
            return _named(card, title, briefing)


def _named(card: str, title: str, briefing: Briefing) -> str:
    if card in briefing.names.by_id:  # as a rule: only few are looked for by title
        return card
    return next((other.id for other in briefing.cards if other.title == title), "")
