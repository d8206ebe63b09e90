"""What can be asked of the desk; every change of picks and notes can be undone."""

from __future__ import annotations

from dataclasses import dataclass

from briefer.desk.model import Pick, Place


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
    """Write the reader's note on a card; "" takes it away."""

    path: str
    card: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class NoteVisit:
    """A briefing was opened at a time; `content` is what identity.py makes of it."""

    path: str
    content: str
    title: str
    when: float


@dataclass(frozen=True, slots=True)
class NotePlace:
    """The reader leaves a briefing here."""

    path: str
    place: Place


@dataclass(frozen=True, slots=True)
class ForgetVisits:
    """List no recent briefings any more, and forget the places in them."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last change."""


@dataclass(frozen=True, slots=True)
class Redo:
    """Do again what was taken back last."""


Change = AddPick | RemovePick | MovePick | PutPicks | WriteNote
Wish = Change | NoteVisit | NotePlace | ForgetVisits | Undo | Redo


def name_of(change: Change) -> str:
    """Return what a change does, as it stands behind "Undo"."""
    match change:
        case AddPick():
            return "pick"
        case RemovePick():
            return "unpick"
        case MovePick():
            return "move"
        case PutPicks():
            return "change of the picked cards"
        case WriteNote():
            return "note"
