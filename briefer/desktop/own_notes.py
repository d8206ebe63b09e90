"""Notes of the desk -> notes that can be printed; the command line has it too, so nothing of Qt."""

from __future__ import annotations

from collections.abc import Iterable

from briefer.briefing.model import Briefing
from briefer.desk.model import Note
from briefer.desk.settling import card_of_note, passage_now
from briefer.sheets.options import OwnNote


def own_notes(notes: Iterable[Note], briefing: Briefing) -> tuple[OwnNote, ...]:
    """Return the notes on cards that the briefing has, and those on passages."""
    found = []
    for note in notes:
        if note.passage is not None:
            if (passage := passage_now(note.passage, briefing)) is not None:
                found.append(OwnNote("", note.words, passage.document, *passage.span))
        elif card := card_of_note(note, briefing):
            found.append(OwnNote(card, note.words))
    return tuple(found)
