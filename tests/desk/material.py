"""Desks, picks and damage for the tests of what the reader keeps."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

from briefer.desk.changes import (
    AddPick,
    NotePlace,
    NoteRead,
    NoteVisit,
    PutList,
    Wish,
    WriteNote,
)
from briefer.desk.desk import Desk
from briefer.desk.model import Kept, PickedCard, PickedPassage, Place, ReadCard

HERE = "/briefings/one"
NOTES = ("Call <b>them</b>. Ünïcode.", "Since when?")
READ = "What card a said. " * 20
TODAY = date(2026, 11, 23)


def a_desk(folder: Path, today: date = TODAY, *, private: bool = False) -> Desk:
    return Desk(folder, lambda: today, private=private)


def card(name: str) -> PickedCard:
    return PickedCard(name, name.title())


def done(desk: Desk, *wishes: Wish, path: str = HERE) -> Kept:
    for wish in wishes:
        desk.ask(wish)
    return desk.keep(path)


def picked(desk: Desk, *names: str) -> Kept:
    return done(desk, *(AddPick(HERE, card(name)) for name in names))


def names(kept: Kept) -> list[str]:
    return [pick.card for pick in kept.picks if isinstance(pick, PickedCard)]


def a_full_file(folder: Path, *, backup: bool) -> Path:
    """Write a file with all there is; return it, with or without a copy in backups."""
    desk = a_desk(folder)
    visit = NoteVisit(HERE, "abc", "One", 5.0)
    done(desk, visit, WriteNote(HERE, "a", "A", NOTES[0]))
    done(desk, WriteNote(HERE, "", "", NOTES[1], PickedPassage("article", 3, 9, "words")))
    done(desk, PutList(HERE, "Tuesday", (card("a"), card("b"))))
    done(desk, NoteRead(HERE, (ReadCard("a", "A", "digest", READ),)))
    done(desk, NotePlace(HERE, Place("a", "A", 0.25, 0.5, "the way")))
    picked(desk, *(f"card-{number}" for number in range(30)))
    desk.close()
    if not backup:
        for copy in (folder / "backups").iterdir():
            copy.unlink()
    return desk.file


def read_after(folder: Path, damage: Callable[[bytearray], None]) -> Kept:
    """Damage the file and return what a new desk holds."""
    file = folder / "desk.sqlite3"
    data = bytearray(file.read_bytes())
    damage(data)
    file.write_bytes(data)
    desk = a_desk(folder)
    try:
        return desk.keep(HERE)
    finally:
        with suppress(OSError):
            desk.close()
