"""The desk's tables, as steps from one version to the next; a step is never edited again."""

from __future__ import annotations

from sqlite3 import Connection

from briefer.desk.errors import DamagedDesk, NewerDesk
from briefer.desk.rows import good_rows, insert, select

Steps = tuple[tuple[str, ...], ...]

STEPS: Steps = (
    (
        """CREATE TABLE briefings (
            id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, content TEXT NOT NULL,
            title TEXT NOT NULL, opened REAL NOT NULL, card TEXT NOT NULL,
            card_title TEXT NOT NULL, card_place REAL NOT NULL, text_place REAL NOT NULL,
            checksum TEXT NOT NULL)""",
        """CREATE TABLE picks (
            id INTEGER PRIMARY KEY, briefing INTEGER NOT NULL, position INTEGER NOT NULL,
            card TEXT NOT NULL, title TEXT NOT NULL, document TEXT NOT NULL,
            first INTEGER NOT NULL, last INTEGER NOT NULL, words TEXT NOT NULL,
            checksum TEXT NOT NULL)""",
        """CREATE TABLE notes (
            id INTEGER PRIMARY KEY, briefing INTEGER NOT NULL, card TEXT NOT NULL,
            title TEXT NOT NULL, words TEXT NOT NULL, checksum TEXT NOT NULL)""",
    ),
    (
        "ALTER TABLE briefings RENAME TO before",
        """CREATE TABLE briefings (
            id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, content TEXT NOT NULL,
            title TEXT NOT NULL, opened REAL NOT NULL, card TEXT NOT NULL,
            card_title TEXT NOT NULL, card_place REAL NOT NULL, text_place REAL NOT NULL,
            history TEXT NOT NULL, checksum TEXT NOT NULL)""",
        """INSERT INTO briefings SELECT id, path, content, title, opened, card, card_title,
            card_place, text_place, '', '' FROM before""",
        "DROP TABLE before",
        "ALTER TABLE notes RENAME TO before",
        """CREATE TABLE notes (
            id INTEGER PRIMARY KEY, briefing INTEGER NOT NULL, card TEXT NOT NULL,
            title TEXT NOT NULL, words TEXT NOT NULL, document TEXT NOT NULL,
            first INTEGER NOT NULL, last INTEGER NOT NULL, quoted TEXT NOT NULL,
            checksum TEXT NOT NULL)""",
        "INSERT INTO notes SELECT id, briefing, card, title, words, '', 0, 0, '', '' FROM before",
        "DROP TABLE before",
        """CREATE TABLE lists (
            id INTEGER PRIMARY KEY, briefing INTEGER NOT NULL, name TEXT NOT NULL,
            picks TEXT NOT NULL, checksum TEXT NOT NULL)""",
        """CREATE TABLE seen (
            id INTEGER PRIMARY KEY, briefing INTEGER NOT NULL, card TEXT NOT NULL,
            title TEXT NOT NULL, digest TEXT NOT NULL, checksum TEXT NOT NULL)""",
        """CREATE TABLE seen_words (
            id INTEGER PRIMARY KEY, words TEXT NOT NULL, checksum TEXT NOT NULL)""",
        """CREATE TABLE known (
            id INTEGER PRIMARY KEY, cards TEXT NOT NULL, checksum TEXT NOT NULL)""",
    ),
)
_META = "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL, checksum TEXT NOT NULL)"


def version_of(connection: Connection) -> int:
    """Return the version of the tables; 0 for a new file."""
    if not tables_of(connection):
        return 0
    rows = select(connection, "meta", "WHERE key = 'version'")
    if len(rows) != 1:
        raise DamagedDesk("The file does not say its version")
    return int(rows[0][1])


def tables_of(connection: Connection) -> tuple[str, ...]:
    """Return the names of the tables that are there."""
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return tuple(name for (name,) in found)


def migrate(connection: Connection, steps: Steps = STEPS) -> None:
    """Bring the tables to the newest version, inside the transaction that is open."""
    version = version_of(connection)
    if version > len(steps):
        raise NewerDesk("A newer Briefer wrote what you keep. Update Briefer to see and change it.")
    if version == len(steps):
        return
    if version == 0:
        connection.execute(_META)
    for step in steps[version:]:
        for statement in step:
            connection.execute(statement)
    if version:
        _sum_again(connection)
    insert(connection, "meta", ("version", str(len(steps))))


def check_tables(connection: Connection, steps: Steps = STEPS) -> None:
    """Raise DamagedDesk when the file, a table or a row is not as it was written."""
    verdicts = [verdict for (verdict,) in connection.execute("PRAGMA integrity_check(1)")]
    if verdicts != ["ok"]:
        raise DamagedDesk(str(verdicts[0]) if verdicts else "The file cannot be checked")
    tables = tables_of(connection)
    version = version_of(connection)
    for table in tables:
        select(connection, table)
    if tables and version <= len(steps) and _shape(connection) != _wanted_shape(steps[:version]):
        raise DamagedDesk("The tables are not as they were made")


def _sum_again(connection: Connection) -> None:
    """Give every row a checksum over the columns that it has now."""
    from briefer.desk.rows import checksum

    for table in tables_of(connection):
        for row in connection.execute(f"SELECT rowid, * FROM {table}").fetchall():
            total = checksum(table, row[1:-1])
            connection.execute(f"UPDATE {table} SET checksum = ? WHERE rowid = ?", (total, row[0]))


def _shape(connection: Connection) -> tuple[tuple[str, str], ...]:
    found = connection.execute("SELECT name, coalesce(sql, '') FROM sqlite_master ORDER BY name")
    return tuple((name, sql) for name, sql in found)


def _wanted_shape(steps: Steps) -> tuple[tuple[str, str], ...]:
    from contextlib import closing
    from sqlite3 import connect

    with closing(connect(":memory:")) as fresh:
        migrate(fresh, steps)
        return _shape(fresh)


def salvage(damaged: Connection, into: Connection) -> None:
    """Copy every row that is still as it was written; what cannot be read is passed over.

    An older file's rows come in through tables of its own version.
    """
    from contextlib import closing
    from sqlite3 import connect

    with closing(connect(":memory:", isolation_level=None)) as old:
        migrate(old, STEPS[: _salvaged_version(damaged)])
        _copy_good_rows(damaged, old)
        migrate(old)
        _copy_good_rows(old, into)


def _salvaged_version(damaged: Connection) -> int:
    """Return the newest version whose tables have as many columns as these."""
    from contextlib import closing
    from sqlite3 import connect

    there = _columns_of(damaged)
    for version in range(len(STEPS), 0, -1):
        with closing(connect(":memory:")) as fresh:
            migrate(fresh, STEPS[:version])
            wanted = _columns_of(fresh)
        if all(there[table] == wanted.get(table) for table in there):
            return version
    return len(STEPS)


def _columns_of(connection: Connection) -> dict[str, int]:
    from sqlite3 import Error

    counts = {}
    try:
        for table in ("briefings", "picks", "notes"):
            columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
            if columns:
                counts[table] = len(columns)
    except (Error, UnicodeError):
        return counts
    return counts


def _copy_good_rows(damaged: Connection, into: Connection) -> None:
    from sqlite3 import Error

    for table in tables_of(into):
        try:
            for row in good_rows(damaged, table):
                if table != "meta":
                    insert(into, table, row)
        except (Error, OverflowError, UnicodeError):
            continue
