"""Wishes -> changed tables, and the changes that would undo them."""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection
from typing import NamedTuple

from briefer.desk.briefings import note_place, note_visit
from briefer.desk.changes import (
    AddPick,
    Change,
    Forget,
    NotePlace,
    NoteRead,
    NoteVisit,
    PutList,
    PutSeen,
    Redo,
    RemovePick,
    Together,
    Traces,
    Undo,
    Wish,
    WriteNote,
    name_of,
)
from briefer.desk.forgetting import forget
from briefer.desk.lists import put_list
from briefer.desk.notes import write_note
from briefer.desk.picks import change_picks
from briefer.desk.seeing import put_seen

_MOST_UNDONE = 200


class Step(NamedTuple):
    """What was done, by name, and the change that takes it back (or does it again)."""

    name: str
    change: Change


class Done(NamedTuple):
    """What can be undone and done again, the newest last."""

    undo: tuple[Step, ...] = ()
    redo: tuple[Step, ...] = ()


def carry_out(connection: Connection, done: Done, wishes: Iterable[Wish]) -> Done:
    """Do what is asked, in order, in the transaction that is open."""
    for wish in wishes:
        done = _carry_out(connection, done, wish)
    return done


def _carry_out(connection: Connection, done: Done, wish: Wish) -> Done:
    match wish:
        case Undo():
            return _undo(connection, done)
        case Redo():
            return _redo(connection, done)
        case NoteVisit():
            note_visit(connection, wish)
        case NotePlace():
            note_place(connection, wish)
        case NoteRead():
            put_seen(connection, wish)
        case Forget():
            forget(connection, wish.traces)
            return done if wish.traces == {Traces.VISITS} else Done()
        case _:
            return _change(connection, done, wish)
    return done


def _change(connection: Connection, done: Done, change: Change) -> Done:
    inverse = _apply(connection, change)
    if inverse is None:
        return done
    return Done((*done.undo, Step(name_of(change), inverse))[-_MOST_UNDONE:])


def _undo(connection: Connection, done: Done) -> Done:
    """Take back the newest change that another window has not made void."""
    undo = list(done.undo)
    while undo:
        step = undo.pop()
        if (again := _apply(connection, step.change)) is not None:
            return Done(tuple(undo), (*done.redo, Step(step.name, again)))
    return Done((), done.redo)


def _redo(connection: Connection, done: Done) -> Done:
    redo = list(done.redo)
    while redo:
        step = redo.pop()
        if (back := _apply(connection, step.change)) is not None:
            return Done((*done.undo, Step(step.name, back)), tuple(redo))
    return Done(done.undo, ())


def _apply(connection: Connection, change: Change) -> Change | None:
    match change:
        case WriteNote():
            return write_note(connection, change)
        case Together():
            return _together(connection, change)
        case PutList():
            return put_list(connection, change)
        case PutSeen():
            return put_seen(connection, change)
        case _:
            return change_picks(connection, change)


def _together(connection: Connection, change: Together) -> Together | None:
    done = [_apply(connection, part) for part in change.changes]
    back = [part for part in reversed(done) if isinstance(part, AddPick | RemovePick | WriteNote)]
    return Together(change.name, tuple(back)) if back else None
