"""The reader's own notes on the cards of each briefing."""

from __future__ import annotations

from sqlite3 import Connection

from briefer.desk.briefings import made_row, row_of
from briefer.desk.changes import WriteNote
from briefer.desk.model import Note
from briefer.desk.rows import insert, select


def notes_of(connection: Connection, path: str) -> tuple[Note, ...]:
    """Return the notes on a briefing's cards, the oldest first."""
    where = "WHERE briefing = ? ORDER BY id"
    rows = select(connection, "notes", where, (row_of(connection, path).id,))
    return tuple(Note(card, title, words) for _, _, card, title, words in rows)


def write_note(connection: Connection, change: WriteNote) -> WriteNote | None:
    """Write, replace or take away a note; return what undoes it, None when nothing changed."""
    briefing = made_row(connection, change.path).id
    where = "WHERE briefing = ? AND card = ?"
    found = select(connection, "notes", where, (briefing, change.card))
    before = found[0][4] if found else ""
    if before == change.words:
        return None
    if found and not change.words:
        connection.execute("DELETE FROM notes WHERE id = ?", (found[0][0],))
    else:
        ((last,),) = connection.execute("SELECT coalesce(max(id), 0) FROM notes")
        number = found[0][0] if found else last + 1
        row = (number, briefing, change.card, change.title, change.words)
        insert(connection, "notes", row)
    return WriteNote(change.path, change.card, change.title, before)
