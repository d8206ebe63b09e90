"""The one SQLite file: opened, checked, and written in transactions that are on disk at the end."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from briefer.briefing.durable import sync_folder
from briefer.desk.errors import CannotKeep, DamagedDesk
from briefer.desk.schema import check_tables, migrate
from briefer.language import tr

Result = TypeVar("Result")

_PATIENCE = 5.0  # seconds that another window may hold the file
_PASSING = {  # what may be otherwise next time; anything else is damage
    sqlite3.SQLITE_BUSY: tr("another window holds it"),
    sqlite3.SQLITE_LOCKED: tr("another window holds it"),
    sqlite3.SQLITE_PROTOCOL: tr("another window holds it"),
    sqlite3.SQLITE_FULL: tr("the disk is full"),
    sqlite3.SQLITE_IOERR: tr("the disk does not take it"),
    sqlite3.SQLITE_READONLY: tr("the folder is read-only"),
    sqlite3.SQLITE_CANTOPEN: tr("the file cannot be opened"),
    sqlite3.SQLITE_PERM: tr("the folder may not be written to"),
    sqlite3.SQLITE_NOMEM: tr("there is not enough memory"),
    sqlite3.SQLITE_INTERRUPT: tr("it was interrupted"),
}


class Store:
    """One connection; its methods raise CannotKeep, DamagedDesk or NewerDesk."""

    def __init__(self, file: Path) -> None:
        """Open the file, make it when there is none, check it, and bring its tables up to date."""
        self._file = file
        self.connection = self._guarded(lambda: _connected(file))
        try:
            self.look(check_tables)
            self.write(migrate)
        except BaseException:
            self.close()
            raise

    @classmethod
    def in_memory(cls, connection: sqlite3.Connection) -> Store:
        """Return a store over tables that live in memory, and end with it."""
        store = cls.__new__(cls)
        store._file, store.connection = Path(":memory:"), connection
        return store

    def write(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Do the work in a transaction that is on disk when this returns, or undone."""
        return self._guarded(lambda: self._in_transaction("BEGIN IMMEDIATE", work))

    def look(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Read what belongs together."""
        return self._guarded(lambda: self._in_transaction("BEGIN", work))

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def _in_transaction(self, begin: str, work: Callable[[sqlite3.Connection], Result]) -> Result:
        self.connection.execute(begin)
        try:
            result = work(self.connection)
            self.connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
            raise
        return result

    def _guarded(self, work: Callable[[], Result]) -> Result:
        try:
            return work()
        except (sqlite3.DatabaseError, OverflowError, UnicodeError) as error:
            raise _said(error, self._file) from error
        except OSError as error:
            raise CannotKeep(error.strerror or str(error)) from error


def _connected(file: Path) -> sqlite3.Connection:
    file.parent.mkdir(parents=True, exist_ok=True)
    is_new = not file.exists()
    connection = sqlite3.connect(
        file, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA journal_mode=TRUNCATE")
        connection.execute("PRAGMA synchronous=EXTRA")
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA cell_size_check=ON")
        connection.execute("PRAGMA secure_delete=ON")
        if is_new:
            sync_folder(file.parent)
    except BaseException:
        connection.close()
        raise
    return connection


def _said(error: Exception, file: Path) -> CannotKeep | DamagedDesk:
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if code is not None else None
    if primary not in _PASSING or (primary == sqlite3.SQLITE_READONLY and _writable(file)):
        return DamagedDesk(str(error))
    return CannotKeep(_PASSING[primary])


def _writable(file: Path) -> bool:
    """Tell whether it is the file's own words that make it read-only."""
    return os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)
