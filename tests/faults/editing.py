"""A process that edits a desk in every way and says each change only when it is on disk.

usage: editing.py FOLDER NAME COUNT
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from briefer.desk.changes import (
    AddPick,
    MovePick,
    NotePlace,
    NoteRead,
    PutList,
    PutSeen,
    Wish,
    WriteNote,
)
from briefer.desk.desk import Desk
from briefer.desk.model import Kept, PickedCard, PickedPassage, Place, ReadCard

HERE = "/briefings/one"


def edits(name: str, number: int) -> tuple[Wish, ...]:
    """Return an edit that leaves its name behind in one of the tables."""
    pick = PickedCard(name, "A card")
    passage = PickedPassage(name, number, number + 5, name)
    read = ReadCard(name, "A card", "digest", f"What {name} says")
    kinds: tuple[tuple[Wish, ...], ...] = (
        (AddPick(HERE, pick), MovePick(HERE, pick, 0)),
        (WriteNote(HERE, name, "A card", f"About {name}. Ünïcode."),),
        (PutList(HERE, name, (pick, passage)),),
        (NoteRead(HERE, (read,)), NotePlace(HERE, Place(name, "A card", 0.5, 0.5, name))),
        (AddPick(HERE, passage),),
        (WriteNote(HERE, "", "", name, passage),),
        (PutSeen(HERE, (read,)),),
    )
    return kinds[number % len(kinds)]


def names_in(kept: Kept) -> set[str]:
    """Return the names that edits have left behind."""
    picks = (p.card if isinstance(p, PickedCard) else p.words for p in kept.picks)
    notes = (note.card or note.words for note in kept.notes)
    lists, seen = (saved.name for saved in kept.lists), (found.card for found in kept.seen)
    return {*picks, *notes, *lists, *seen}


def main(folder: str, name: str, count: str) -> None:
    desk = Desk(Path(folder), lambda: date(2026, 11, 23))
    for number in range(int(count)):
        own = f"{name}-{number}"
        for wish in edits(own, number):
            desk.ask(wish)
        kept = desk.keep(HERE)
        print(f"trouble {kept.trouble}" if kept.trouble else own, flush=True)
    while desk.keep(HERE).trouble:
        pass
    desk.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
