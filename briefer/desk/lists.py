"""The lists of picks that were saved under a name, briefing by briefing."""

from __future__ import annotations

import json
from sqlite3 import Connection

from briefer.desk.briefings import made_row, row_of
from briefer.desk.changes import PutList
from briefer.desk.model import NamedPicks, Pick
from briefer.desk.picks import columns_of, pick_of
from briefer.desk.rows import Row, select
from briefer.desk.rows import insert as insert_row


def lists_of(connection: Connection, path: str) -> tuple[NamedPicks, ...]:
    """Return the saved lists of a briefing by name."""
    rows = select(connection, "lists", "WHERE briefing = ?", (row_of(connection, path).id,))
    found = (NamedPicks(name, _picks(words)) for _, _, name, words in rows)
    return tuple(sorted(found, key=lambda saved: saved.name.casefold()))


def put_list(connection: Connection, change: PutList) -> PutList | None:
    """Save, replace or take away a list; return what undoes it, None when nothing changed."""
    briefing = made_row(connection, change.path).id
    where = "WHERE briefing = ? AND name = ?"
    found = select(connection, "lists", where, (briefing, change.name))
    before = _picks(found[0][3]) if found else None
    if before == change.picks:
        return None
    if change.picks is None:
        connection.execute("DELETE FROM lists WHERE id = ?", (found[0][0],))
    else:
        ((last,),) = connection.execute("SELECT coalesce(max(id), 0) FROM lists")
        number = found[0][0] if found else last + 1
        insert_row(connection, "lists", (number, briefing, change.name, _words(change.picks)))
    return PutList(change.path, change.name, before)


def _words(picks: tuple[Pick, ...]) -> str:
    return json.dumps([columns_of(pick) for pick in picks], ensure_ascii=False)


def _picks(words: str) -> tuple[Pick, ...]:
    rows: list[Row] = json.loads(words)
    return tuple(pick_of(tuple(row)) for row in rows)
