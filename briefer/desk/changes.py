"""What can be asked of the desk; every change of picks and notes can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefer.desk.model import Pick, PickedPassage, Place, ReadCard
from briefer.language import tr


@dataclass(frozen=True, slots=True)
class AddPick:
    """Put a pick on the list, at an index or at its end; one that is there stays where it is."""

    path: str
    pick: Pick
    index: int | None = None


@dataclass(frozen=True, slots=True)
class RemovePick:
    """Take a pick off the list."""

    path: str
    pick: Pick


@dataclass(frozen=True, slots=True)
class MovePick:
    """Move a pick to an index of the list."""

    path: str
    pick: Pick
    index: int


@dataclass(frozen=True, slots=True)
class PutPicks:
    """Make the list these picks, in this order; () empties it."""

    path: str
    picks: tuple[Pick, ...]


@dataclass(frozen=True, slots=True)
class WriteNote:
    """Write the reader's note on a card, or on a passage; "" takes it away."""

    path: str
    card: str
    title: str
    words: str
    passage: PickedPassage | None = None


@dataclass(frozen=True, slots=True)
class Together:
    """Several changes that are taken back at once; `name` says what they do."""

    name: str
    changes: tuple[AddPick | RemovePick | WriteNote, ...]


@dataclass(frozen=True, slots=True)
class PutList:
    """Save picks under a name; None takes the list of that name away."""

    path: str
    name: str
    picks: tuple[Pick, ...] | None


@dataclass(frozen=True, slots=True)
class PutSeen:
    """Mark cards as read, or as never read, because the reader says so."""

    path: str
    cards: tuple[ReadCard, ...]


@dataclass(frozen=True, slots=True)
class NoteRead:
    """The reader has read cards; nothing that is undone."""

    path: str
    cards: tuple[ReadCard, ...]


@dataclass(frozen=True, slots=True)
class NoteVisit:
    """A briefing was opened at a time; `content` is what identity.py makes of it.

    `cards` are the ids of its cards: those of the first visit are not new later.
    """

    path: str
    content: str
    title: str
    when: float
    cards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotePlace:
    """The reader leaves a briefing here."""

    path: str
    place: Place


class Traces(StrEnum):
    """What can be forgotten, in all briefings."""

    VISITS = "visits"  # recent briefings, the places in them, and the way there
    READING = "reading"  # which cards were read
    PICKS = "picks"  # picked cards and the saved lists
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Forget:
    """Wipe these, in the file and in its copies; it cannot be undone."""

    traces: frozenset[Traces]


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last change."""


@dataclass(frozen=True, slots=True)
class Redo:
    """Do again what was taken back last."""


Change = AddPick | RemovePick | MovePick | PutPicks | WriteNote | Together | PutList | PutSeen
Wish = Change | NoteVisit | NotePlace | NoteRead | Forget | Undo | Redo


def name_of(change: Change) -> str:
    """Return what a change does, as it stands behind "Undo"."""
    match change:
        case AddPick():
            return tr("pick")
        case RemovePick():
            return tr("unpick")
        case MovePick():
            return tr("move")
        case PutPicks():
            return tr("change of the picked cards")
        case WriteNote():
            return tr("note")
        case Together(name):
            return name
        case PutList():
            return tr("change of a saved list")
        case PutSeen():
            return tr("mark as read")
