"""Dated copies of the desk's file, one a day, the newest five; and what was set aside."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from briefer.briefing.durable import sync_folder
from briefer.desk.errors import DeskError
from briefer.desk.schema import check_tables, salvage
from briefer.desk.store import Store
from briefer.language import tr

_KEPT = 5
_FOLDER = "backups"
_HEADER = 100  # bytes; SQLite takes a shorter file for a new one


def back_up(file: Path, source: sqlite3.Connection, today: date) -> None:
    """Make or renew the copy of today, and let go of those older than the newest five."""
    folder = file.parent / _FOLDER
    folder.mkdir(exist_ok=True)
    target = folder / f"{file.stem}-{today.isoformat()}{file.suffix}"
    unfinished = target.with_suffix(".new")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(unfinished)) as copy:
        source.backup(copy)
        check_tables(copy)
    _replace(unfinished, target)
    for old in tuple(_backups(file))[_KEPT:]:
        old.unlink()


def drop_copies(file: Path, *, damaged_too: bool) -> None:
    """Take every dated copy away, and what was set aside as damaged."""
    for copy in tuple(_backups(file)):
        copy.unlink()
    if damaged_too:
        for aside in file.parent.glob(f"{file.stem}-damaged-*"):
            aside.unlink()
    sync_folder(file.parent)


def set_aside(file: Path, today: date) -> Path:
    """Rename a damaged file, with its journal; return its new name."""
    for number in range(1, 1000):
        aside = file.with_name(f"{file.stem}-damaged-{today.isoformat()}-{number}{file.suffix}")
        if not aside.exists():
            break
    journal = file.with_name(file.name + "-journal")
    if journal.exists():
        journal.rename(aside.with_name(aside.name + "-journal"))
    file.rename(aside)
    sync_folder(file.parent)
    return aside


def is_lost(file: Path) -> bool:
    """Tell whether the file is gone or empty though there are copies of it."""
    size = file.stat().st_size if file.exists() else 0
    return size < _HEADER and any(_backups(file))


def restore(file: Path, aside: Path | None) -> str:
    """Put the newest good copy in the file's place; return whence it came, for people.

    Without a good copy, the rows that are still as they were written are taken from what was set
    aside.
    """
    for backup in _backups(file):
        with suppress(DeskError, sqlite3.Error, OSError, UnicodeError, OverflowError):
            _copy_checked(backup, file)
            return tr("the copy of {day}", day=backup.stem[-10:])
    unfinished = file.with_suffix(".new")
    unfinished.unlink(missing_ok=True)
    with closing(Store(unfinished)) as fresh, suppress(sqlite3.Error, OSError, UnicodeError):
        if aside is not None:
            _salvage(aside, fresh)
    _replace(unfinished, file)
    return tr("what of it is undamaged")


def _salvage(aside: Path, fresh: Store) -> None:
    with closing(sqlite3.connect(aside)) as damaged:
        damaged.text_factory = lambda words: words.decode("utf-8", "replace")
        fresh.write(lambda connection: salvage(damaged, connection))


def _copy_checked(backup: Path, file: Path) -> None:
    unfinished = file.with_suffix(".new")
    unfinished.write_bytes(backup.read_bytes())
    with closing(sqlite3.connect(unfinished)) as copy:
        check_tables(copy)
    _replace(unfinished, file)


def _replace(unfinished: Path, target: Path) -> None:
    """Put a finished file in a name's place so that a power cut leaves one or the other."""
    with unfinished.open("rb+") as written:
        os.fsync(written.fileno())
    unfinished.replace(target)
    sync_folder(target.parent)


def _backups(file: Path) -> Iterator[Path]:
    """Yield the copies, the newest first."""
    found = (file.parent / _FOLDER).glob(f"{file.stem}-????-??-??{file.suffix}")
    yield from sorted(found, reverse=True)
