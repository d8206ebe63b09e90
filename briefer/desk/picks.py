"""The ordered list of picked cards and passages of each briefing."""

from __future__ import annotations

from sqlite3 import Connection
from typing import assert_never

from briefer.desk.briefings import made_row, row_of
from briefer.desk.changes import AddPick, Change, MovePick, PutPicks, RemovePick
from briefer.desk.model import Pick, PickedCard, PickedPassage
from briefer.desk.rows import Row, insert, select

PickChange = AddPick | RemovePick | MovePick | PutPicks


def picks_of(connection: Connection, path: str) -> tuple[Pick, ...]:
    """Return the picks of a briefing in their order."""
    return tuple(pick_of(row[3:]) for row in _rows(connection, row_of(connection, path).id))


def change_picks(connection: Connection, change: PickChange) -> Change | None:
    """Do a change and return what undoes it; None when nothing changed."""
    if isinstance(change, AddPick) and change.index is None:
        return _append(connection, change.path, change.pick)
    picks = picks_of(connection, change.path)
    match change:
        case AddPick(path, pick, index):
            return _add(connection, path, picks, pick, index)
        case RemovePick(path, pick):
            return _remove(connection, path, picks, pick)
        case MovePick(path, pick, index):
            return _move(connection, path, picks, pick, index)
        case PutPicks(path, wanted):
            changed = _put(connection, path, picks, tuple(dict.fromkeys(wanted)))
            return PutPicks(path, picks) if changed else None
        case _:
            assert_never(change)


def _append(connection: Connection, path: str, pick: Pick) -> Change | None:
    """Put a pick at the end; of a long list no other row is read."""
    briefing = made_row(connection, path).id
    where, identity = _where(pick)
    if select(connection, "picks", f"WHERE briefing = ? AND {where}", (briefing, *identity)):
        return None
    ((last,),) = connection.execute("SELECT coalesce(max(id), 0) FROM picks")
    furthest = "SELECT coalesce(max(position), -1) FROM picks WHERE briefing = ?"
    ((position,),) = connection.execute(furthest, (briefing,))
    insert(connection, "picks", (last + 1, briefing, position + 1, *columns_of(pick)))
    return RemovePick(path, pick)


def _where(pick: Pick) -> tuple[str, Row]:
    match pick:
        case PickedCard(card):
            return "card = ?", (card,)
        case PickedPassage(document, start, end):
            return "document = ? AND first = ? AND last = ?", (document, start, end)


def _add(
    connection: Connection, path: str, picks: tuple[Pick, ...], pick: Pick, index: int | None
) -> Change | None:
    if index_of(pick, picks) is not None:
        return None
    at = len(picks) if index is None else min(max(index, 0), len(picks))
    _put(connection, path, picks, (*picks[:at], pick, *picks[at:]))
    return RemovePick(path, pick)


def _remove(
    connection: Connection, path: str, picks: tuple[Pick, ...], pick: Pick
) -> Change | None:
    at = index_of(pick, picks)
    if at is None:
        return None
    _put(connection, path, picks, (*picks[:at], *picks[at + 1 :]))
    return AddPick(path, picks[at], at)


def _move(
    connection: Connection, path: str, picks: tuple[Pick, ...], pick: Pick, index: int
) -> Change | None:
    at = index_of(pick, picks)
    to = min(max(index, 0), len(picks) - 1)
    if at is None or at == to:
        return None
    others = (*picks[:at], *picks[at + 1 :])
    _put(connection, path, picks, (*others[:to], picks[at], *others[to:]))
    return MovePick(path, pick, at)


def index_of(pick: Pick, picks: tuple[Pick, ...]) -> int | None:
    """Return where a pick is on a list: a card by its id, a passage by its range."""
    wanted = _identity(pick)
    return next((at for at, other in enumerate(picks) if _identity(other) == wanted), None)


def _identity(pick: Pick) -> tuple[str, int, int, str]:
    match pick:
        case PickedCard(card):
            return card, 0, 0, ""
        case PickedPassage(document, start, end):
            return "", start, end, document


def _put(
    connection: Connection, path: str, before: tuple[Pick, ...], after: tuple[Pick, ...]
) -> bool:
    """Write the list, only those rows that change."""
    if before == after:
        return False
    briefing = made_row(connection, path).id
    same = next(
        (at for at, (old, new) in enumerate(zip(before, after, strict=False)) if old != new),
        min(len(before), len(after)),
    )
    connection.execute("DELETE FROM picks WHERE briefing = ? AND position >= ?", (briefing, same))
    ((last,),) = connection.execute("SELECT coalesce(max(id), 0) FROM picks")
    for position, pick in enumerate(after[same:], same):
        last += 1
        insert(connection, "picks", (last, briefing, position, *columns_of(pick)))
    return True


def _rows(connection: Connection, briefing: int) -> tuple[Row, ...]:
    return select(connection, "picks", "WHERE briefing = ? ORDER BY position, id", (briefing,))


def columns_of(pick: Pick) -> Row:
    """Return a pick as the columns of a row."""
    match pick:
        case PickedCard(card, title):
            return card, title, "", 0, 0, ""
        case PickedPassage(document, start, end, words):
            return "", "", document, start, end, words


def pick_of(columns: Row) -> Pick:
    """Return the pick that `columns_of` made these columns of."""
    card, title, document, first, last, words = columns
    if card:
        return PickedCard(card, title)
    return PickedPassage(document, first, last, words)
