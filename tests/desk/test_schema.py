"""Versions of the tables: brought up to date whole or not at all, and never down."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from briefer.desk.errors import DamagedDesk, NewerDesk
from briefer.desk.model import Note, PickedCard, PickedPassage, Place
from briefer.desk.rows import insert, select
from briefer.desk.schema import STEPS, check_tables, migrate, version_of
from tests.desk.material import HERE, a_desk, done, names, picked

OLD = (("CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT, checksum TEXT)",),)
NEW = (
    *OLD,
    (
        "ALTER TABLE things RENAME TO before",
        "CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT, size INTEGER, checksum TEXT)",
        "INSERT INTO things SELECT id, name, 7, '' FROM before",
        "DROP TABLE before",
    ),
)
BROKEN = (*OLD, (NEW[1][0], NEW[1][1], "INSERT INTO nowhere VALUES (1)"))


@pytest.fixture
def tables():
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, OLD)
        insert(connection, "things", (1, "one"))
        yield connection


def test_a_step_keeps_the_rows_and_sums_them_again(tables) -> None:
    migrate(tables, NEW)
    check_tables(tables, NEW)
    assert select(tables, "things") == ((1, "one", 7),)
    assert version_of(tables) == 2


def test_a_step_that_fails_leaves_all_as_it_was(tables) -> None:
    tables.execute("BEGIN IMMEDIATE")
    with pytest.raises(sqlite3.OperationalError):
        migrate(tables, BROKEN)
    tables.execute("ROLLBACK")
    check_tables(tables, OLD)
    assert (version_of(tables), select(tables, "things")) == (1, ((1, "one"),))


def test_a_newer_file_is_not_migrated(tables) -> None:
    migrate(tables, NEW)
    with pytest.raises(NewerDesk):
        migrate(tables, OLD)
    assert select(tables, "things") == ((1, "one", 7),)


def test_a_new_file_is_complete_and_whole() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection)
        check_tables(connection)
        assert version_of(connection) == len(STEPS)


def a_file_of_the_first_version(folder) -> None:
    with closing(sqlite3.connect(folder / "desk.sqlite3", isolation_level=None)) as old:
        migrate(old, STEPS[:1])
        insert(old, "briefings", (1, HERE, "abc", "One", 5.0, "a", "A", 0.25, 0.5))
        insert(old, "picks", (1, 1, 0, "a", "A", "", 0, 0, ""))
        insert(old, "picks", (2, 1, 1, "", "", "article", 3, 9, "words"))
        insert(old, "notes", (1, 1, "a", "A", "mine"))


def is_all_there(kept) -> bool:
    return (
        kept.picks == (PickedCard("a", "A"), PickedPassage("article", 3, 9, "words"))
        and kept.notes == (Note("a", "A", "mine"),)
        and kept.place == Place("a", "A", 0.25, 0.5)
        and [visit.path for visit in kept.recent] == [HERE]
    )


def test_a_file_of_the_first_version_is_brought_up_to_date_whole(tmp_path) -> None:
    a_file_of_the_first_version(tmp_path)
    kept = a_desk(tmp_path).keep(HERE)
    assert is_all_there(kept)
    assert (kept.trouble, kept.notice) == ("", "")
    assert is_all_there(a_desk(tmp_path).keep(HERE))


def test_a_damaged_file_of_the_first_version_gives_its_undamaged_rows(tmp_path) -> None:
    a_file_of_the_first_version(tmp_path)
    file = tmp_path / "desk.sqlite3"
    data = bytearray(file.read_bytes())
    data[data.index(b"mine")] ^= 1
    file.write_bytes(data)
    kept = a_desk(tmp_path).keep(HERE)
    assert "what of it is undamaged" in kept.notice
    assert (len(kept.picks), kept.notes) == (2, ())


def test_a_table_made_otherwise_is_damage(tables) -> None:
    tables.execute("CREATE TABLE intruder (x)")
    with pytest.raises(DamagedDesk):
        check_tables(tables, OLD)


def test_a_file_of_a_newer_briefer_is_left_alone_and_said_to_be_so(tmp_path) -> None:
    desk = a_desk(tmp_path)
    picked(desk, "a")
    desk.close()
    with closing(sqlite3.connect(desk.file, isolation_level=None)) as connection:
        insert(connection, "meta", ("version", "99"))
    before = desk.file.read_bytes()
    kept = picked(a_desk(tmp_path), "b")
    assert "newer Briefer" in kept.trouble
    assert names(kept) == ["b"]
    assert desk.file.read_bytes() == before
    assert not list(tmp_path.glob("*damaged*"))
    assert done(a_desk(tmp_path), path=HERE).picks == ()
