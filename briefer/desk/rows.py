"""Rows with checksums <-> tuples: nothing that was altered on the disk is ever returned."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import blake2b
from sqlite3 import Connection
from typing import Any

from briefer.desk.errors import DamagedDesk

Row = tuple[Any, ...]


def checksum(table: str, values: Row) -> str:
    """Return what a row's last column holds: it covers the table's name and all other columns."""
    text = json.dumps([table, *values], ensure_ascii=True)
    return blake2b(text.encode("ascii"), digest_size=12).hexdigest()


def insert(connection: Connection, table: str, values: Row) -> None:
    """Add a row, or replace the one with its key; `values` are all columns but the checksum."""
    marks = ", ".join("?" * (len(values) + 1))
    row = (*values, checksum(table, values))
    connection.execute(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", row)


def select(
    connection: Connection, table: str, where: str = "", parameters: Row = ()
) -> tuple[Row, ...]:
    """Return rows without their checksums; DamagedDesk when one of them was altered."""
    found = connection.execute(f"SELECT * FROM {table} {where}", parameters).fetchall()
    if not all(_is_good(table, row) for row in found):
        raise DamagedDesk(f"A row of {table} is not what was written")
    return tuple(row[:-1] for row in found)


def good_rows(connection: Connection, table: str) -> Iterator[Row]:
    """Yield the rows that are as they were written."""
    for row in connection.execute(f"SELECT * FROM {table}"):
        if _is_good(table, row):
            yield row[:-1]


def _is_good(table: str, row: Row) -> bool:
    try:
        return bool(checksum(table, row[:-1]) == row[-1])
    except TypeError:  # a column holds bytes now
        return False
