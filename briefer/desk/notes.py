"""The reader's own notes on the cards and passages of each briefing."""

from __future__ import annotations

from sqlite3 import Connection

from briefer.desk.briefings import made_row, row_of
from briefer.desk.changes import WriteNote
from briefer.desk.model import Note, PickedPassage
from briefer.desk.rows import Row, insert, select


def notes_of(connection: Connection, path: str) -> tuple[Note, ...]:
    """Return the notes on a briefing's cards and passages, the oldest first."""
    where = "WHERE briefing = ? ORDER BY id"
    rows = select(connection, "notes", where, (row_of(connection, path).id,))
    return tuple(map(_note, rows))


def write_note(connection: Connection, change: WriteNote) -> WriteNote | None:
    """Write, replace or take away a note; return what undoes it, None when nothing changed."""
    briefing = made_row(connection, change.path).id
    about = _about(change.passage)
    where = "WHERE briefing = ? AND card = ? AND document = ? AND first = ? AND last = ?"
    found = select(connection, "notes", where, (briefing, change.card, *about[:3]))
    before = found[0][4] if found else ""
    if before == change.words:
        return None
    if found and not change.words:
        connection.execute("DELETE FROM notes WHERE id = ?", (found[0][0],))
    else:
        ((last,),) = connection.execute("SELECT coalesce(max(id), 0) FROM notes")
        number = found[0][0] if found else last + 1
        row = (number, briefing, change.card, change.title, change.words, *about)
        insert(connection, "notes", row)
    return WriteNote(change.path, change.card, change.title, before, change.passage)


def _about(passage: PickedPassage | None) -> Row:
    if passage is None:
        return "", 0, 0, ""
    return passage.document, passage.start, passage.end, passage.words


def _note(row: Row) -> Note:
    _, _, card, title, words, document, first, last, quoted = row
    passage = PickedPassage(document, first, last, quoted) if document else None
    return Note(card, title, words, passage)
