"""What the reader has read of each briefing, and what it said then."""

from __future__ import annotations

from sqlite3 import Connection

from briefer.desk.briefings import made_row, row_of
from briefer.desk.changes import NoteRead, PutSeen
from briefer.desk.model import ReadCard, Seen
from briefer.desk.rows import Row, insert, select


def seen_of(connection: Connection, path: str) -> tuple[Seen, ...]:
    """Return the cards of a briefing that were read."""
    rows = _rows(connection, row_of(connection, path).id)
    return tuple(Seen(card, title, digest) for _, _, card, title, digest in rows)


def words_read(connection: Connection, path: str, card: str) -> str | None:
    """Return what a card said when it was read last; None when it never was."""
    where = "WHERE briefing = ? AND card = ?"
    found = select(connection, "seen", where, (row_of(connection, path).id, card))
    return _words(connection, found[0][0]) if found else None


def put_seen(connection: Connection, change: PutSeen | NoteRead) -> PutSeen | None:
    """Mark cards; return what undoes it, None when nothing changed."""
    briefing = made_row(connection, change.path).id
    there = {row[2]: row for row in _rows(connection, briefing)}
    ((last,),) = connection.execute("SELECT coalesce(max(id), 0) FROM seen")
    before: list[ReadCard] = []
    for read in change.cards:
        row = there.get(read.card)
        if (row[4] if row else "") == read.digest:
            continue
        before.append(_before(connection, read, row))
        last += 0 if row else 1
        _put(connection, row[0] if row else last, briefing, read)
    return PutSeen(change.path, tuple(before)) if before else None


def _before(connection: Connection, read: ReadCard, row: Row | None) -> ReadCard:
    if row is None:
        return ReadCard(read.card, read.title)
    number, _, card, title, digest = row
    return ReadCard(card, title, digest, _words(connection, number))


def _put(connection: Connection, number: int, briefing: int, read: ReadCard) -> None:
    if read.words is None:
        connection.execute("DELETE FROM seen WHERE id = ?", (number,))
        connection.execute("DELETE FROM seen_words WHERE id = ?", (number,))
        return
    insert(connection, "seen", (number, briefing, read.card, read.title, read.digest))
    insert(connection, "seen_words", (number, read.words))


def _words(connection: Connection, number: int) -> str:
    found = select(connection, "seen_words", "WHERE id = ?", (number,))
    return found[0][1] if found else ""


def _rows(connection: Connection, briefing: int) -> tuple[Row, ...]:
    return select(connection, "seen", "WHERE briefing = ? ORDER BY id", (briefing,))
