"""The briefings that were open, by path: their rows, the places in them, and the recent ones."""

from __future__ import annotations

from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple

from briefer.desk.changes import NotePlace, NoteVisit
from briefer.desk.model import Place, Visit
from briefer.desk.rows import insert, select

_MOST_RECENT = 10


class BriefingRow(NamedTuple):
    """A row of the table; `opened` is 0 for one that is not listed as recent."""

    id: int
    path: str
    content: str = ""
    title: str = ""
    opened: float = 0.0
    card: str = ""
    card_title: str = ""
    card_place: float = 0.0
    text_place: float = 0.0
    history: str = ""

    @property
    def place(self) -> Place | None:
        """Return where the reader left it."""
        if not self.card:
            return None
        return Place(self.card, self.card_title, self.card_place, self.text_place, self.history)


def row_of(connection: Connection, path: str) -> BriefingRow:
    """Return the row of a path; its id is 0 when there is none yet."""
    found = select(connection, "briefings", "WHERE path = ?", (path,))
    return BriefingRow(*found[0]) if found else BriefingRow(0, path)


def made_row(connection: Connection, path: str) -> BriefingRow:
    """Return the row of a path, and make it when there is none."""
    row = row_of(connection, path)
    if row.id:
        return row
    ((last,),) = connection.execute("SELECT coalesce(max(id), 0) FROM briefings")
    row = row._replace(id=last + 1)
    insert(connection, "briefings", row)
    return row


def note_visit(connection: Connection, visit: NoteVisit) -> None:
    """Put a briefing at the head of the recent ones; one that has moved keeps what it had."""
    row = _moved_here(connection, visit) or made_row(connection, visit.path)
    opened = max(float(visit.when), _newest(connection) + 0.001)  # clocks go back, order does not
    noted = row._replace(path=visit.path, content=visit.content, title=visit.title, opened=opened)
    insert(connection, "briefings", noted)
    if visit.cards and not select(connection, "known", "WHERE id = ?", (noted.id,)):
        insert(connection, "known", (noted.id, "\n".join(visit.cards)))


def known_cards(connection: Connection, briefing: int) -> tuple[str, ...]:
    """Return the ids of the cards that were there at the first visit."""
    found = select(connection, "known", "WHERE id = ?", (briefing,))
    return tuple(found[0][1].split("\n")) if found else ()


def note_place(connection: Connection, left: NotePlace) -> None:
    """Remember where the reader leaves a briefing."""
    place = left.place
    row = made_row(connection, left.path)._replace(
        card=place.card,
        card_title=place.title,
        card_place=float(place.card_place),
        text_place=float(place.text_place),
        history=place.history,
    )
    insert(connection, "briefings", row)


def forget_visits(connection: Connection) -> None:
    """List nothing as recent any more and forget the places; picks and notes stay."""
    for found in select(connection, "briefings"):
        row = BriefingRow(*found)
        bare = BriefingRow(row.id, row.path, row.content, row.title)
        insert(connection, "briefings", bare)


def recent_visits(connection: Connection) -> tuple[Visit, ...]:
    """Return the briefings that were opened last, the newest first."""
    order = f"WHERE opened > 0 ORDER BY opened DESC LIMIT {_MOST_RECENT}"
    rows = (BriefingRow(*found) for found in select(connection, "briefings", order))
    return tuple(Visit(row.path, row.title, row.opened, row.place) for row in rows)


def _newest(connection: Connection) -> float:
    ((newest,),) = connection.execute("SELECT coalesce(max(opened), 0) FROM briefings")
    return float(newest)


def _moved_here(connection: Connection, visit: NoteVisit) -> BriefingRow | None:
    """Return the row of the same content whose own path is gone, for a path never seen."""
    if select(connection, "briefings", "WHERE path = ?", (visit.path,)) or not visit.content:
        return None
    where = "WHERE content = ? ORDER BY opened DESC"
    same = (
        BriefingRow(*found) for found in select(connection, "briefings", where, (visit.content,))
    )
    return next((row for row in same if not _exists(row.path)), None)


def _exists(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False
