"""The vocabulary of the desk: what a reader keeps of a briefing.

All values are frozen. A briefing is known by its path and by what is in it, a card by its id and
its title, a passage by its range in a document (code points, half-open) and its words.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PickedCard:
    """A card on the list of picked ones."""

    card: str
    title: str


@dataclass(frozen=True, slots=True)
class PickedPassage:
    """A passage on the list of picked ones."""

    document: str
    start: int
    end: int
    words: str


Pick = PickedCard | PickedPassage


@dataclass(frozen=True, slots=True)
class NamedPicks:
    """A list of picks that was saved under a name."""

    name: str
    picks: tuple[Pick, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """The reader's own Markdown about a card, or about a passage: its `card` is "" then."""

    card: str
    title: str
    words: str
    passage: PickedPassage | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A card that the reader has read; `digest` is reading.py's, over what it said then."""

    card: str
    title: str
    digest: str


@dataclass(frozen=True, slots=True)
class ReadCard:
    """What a card says as it is read; `words` None stands for one that was never read."""

    card: str
    title: str
    digest: str = ""
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader was: a card, how far card and document were scrolled, and the way there.

    The history is the window's own words.
    """

    card: str
    title: str
    card_place: float = 0.0
    text_place: float = 0.0
    history: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """A briefing that was open, when last (seconds since 1970), and the place that was left."""

    path: str
    title: str
    opened: float
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What the desk holds for one briefing, and how the keeping stands.

    `undo` and `redo` name what would be undone or done again, "" for nothing. `trouble` says why
    what was done last is not on disk yet, "" when it is. `notice` says what happened to the
    file as it was opened, for as long as the desk lives.
    """

    path: str
    picks: tuple[Pick, ...] = ()
    notes: tuple[Note, ...] = ()
    place: Place | None = None  # where the reader was when the briefing was open before
    recent: tuple[Visit, ...] = ()  # the newest first
    undo: str = ""
    redo: str = ""
    trouble: str = ""
    notice: str = ""
    lists: tuple[NamedPicks, ...] = ()  # by name
    seen: tuple[Seen, ...] = ()
    known: tuple[str, ...] = ()  # ids of the cards that were there at the first visit
    private: bool = False  # nothing of this is written
