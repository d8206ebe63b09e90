"""Takes wishes from any thread, keeps them in order, and says how they stand."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from threading import Lock

from briefer.desk.backups import back_up, drop_copies, is_lost, restore, set_aside
from briefer.desk.briefings import known_cards, recent_visits, row_of
from briefer.desk.carrying_out import Done, carry_out
from briefer.desk.changes import Forget, Traces, Wish
from briefer.desk.errors import CannotKeep, DamagedDesk, DeskError, NewerDesk
from briefer.desk.lists import lists_of
from briefer.desk.model import Kept
from briefer.desk.notes import notes_of
from briefer.desk.picks import picks_of
from briefer.desk.schema import check_tables, migrate
from briefer.desk.seeing import seen_of, words_read
from briefer.desk.store import Store
from briefer.language import tr

FILE = "desk.sqlite3"


class Desk:
    """What the reader keeps, in a folder that is given; nothing is opened before `keep`.

    A wish that cannot be written stays in line and is tried again at each `keep`; until then what
    is returned shows it, and says so. A private desk shows what there is, and writes nothing.
    """

    def __init__(self, folder: Path, today: Callable[[], date], *, private: bool = False) -> None:
        self.file = folder / FILE
        self._private = private
        self._today = today
        self._wishes: list[Wish] = []
        self._lock = Lock()  # one at a time, in the order of the wishes
        self._store: Store | None = None
        self._done = Done()
        self._notice = ""

    def ask(self, wish: Wish) -> None:
        """Put a wish into the line; quick, and does nothing yet."""
        self._wishes.append(wish)

    @property
    def is_waiting(self) -> bool:
        """Tell whether something that was asked for is not written yet."""
        return bool(self._wishes)

    def keep(self, path: str) -> Kept:
        """Write what was asked for; return what there is of the briefing at a path.

        When this returns without `trouble`, all that was asked for before is on disk.
        """
        with self._lock:
            try:
                return self._kept(path)
            except CannotKeep as trouble:
                self._let_go()
                return self._shown_only(path, trouble)

    def words_read(self, path: str, card: str) -> str | None:
        """Return what a card said when it was read last; None when that is not known."""
        with self._lock, suppress(DeskError):
            return self._opened().look(lambda tables: words_read(tables, path, card))
        return None

    def go_private(self, *, private: bool) -> None:
        """Write nothing from now on; or again, and let go of what was done meanwhile."""
        with self._lock, suppress(CannotKeep):
            if private != self._private:
                if self._wishes:
                    self._kept("")
                self._let_go()
                self._private, self._done = private, Done()
                self._wishes.clear()

    def close(self) -> None:
        """Write what is in line, renew the day's copy, and let go of the file."""
        with self._lock, suppress(CannotKeep):
            if self._wishes or self._store is not None:
                self._kept("")
                self._back_up()
            self._let_go()

    def _kept(self, path: str) -> Kept:
        try:
            return self._written(path)
        except DamagedDesk:
            self._recover()
        try:
            return self._written(path)
        except DamagedDesk as again:
            raise CannotKeep(tr("it is damaged and could not be restored")) from again

    def _written(self, path: str) -> Kept:
        store = self._opened()
        wishes = tuple(self._wishes)  # more may come meanwhile, at the end
        work = partial(_carried_out, done=self._done, wishes=wishes, path=path)
        self._done, kept = store.write(work) if wishes else store.look(work)
        del self._wishes[: len(wishes)]
        self._purge(store, wishes)
        return replace(kept, notice=self._notice, private=self._private)

    def _purge(self, store: Store, wishes: tuple[Wish, ...]) -> None:
        """Wipe what is to be forgotten from the copies, and from the file's free pages."""
        forgotten = [wish.traces for wish in wishes if isinstance(wish, Forget)]
        if forgotten and not self._private:
            with suppress(OSError):
                drop_copies(self.file, damaged_too=set(Traces) in forgotten)
            with suppress(sqlite3.OperationalError):
                store.connection.execute("VACUUM")
            self._back_up()

    def _opened(self) -> Store:
        if self._private:
            self._store = self._store or Store.in_memory(_in_memory(self.file))
        elif self._store is None:
            if is_lost(self.file):
                self._recover()
            self._store = Store(self.file)
            self._back_up()
        return self._store

    def _back_up(self) -> None:
        if self._store is not None and not self._private:
            with suppress(OSError, sqlite3.OperationalError):  # the file itself is what counts
                back_up(self.file, self._store.connection, self._today())

    def _recover(self) -> None:
        """Set a damaged file aside and go on with the newest good copy."""
        self._let_go()
        try:
            aside = set_aside(self.file, self._today()) if self.file.exists() else None
            whence = restore(self.file, aside)
        except (DeskError, OSError, sqlite3.Error) as error:
            raise CannotKeep(tr("it is damaged and could not be set aside")) from error
        self._done = Done()
        gone = tr("The file with what you keep is gone. You go on")
        damaged = tr("The file with what you keep was damaged. You go on")
        self._notice = (
            tr(
                "{damaged} with {whence}; the damaged file is kept as {name}.",
                damaged=damaged,
                whence=whence,
                name=aside.name,
            )
            if aside
            else tr("{gone} with {whence}.", gone=gone, whence=whence)
        )

    def _shown_only(self, path: str, trouble: CannotKeep) -> Kept:
        """Return how it would stand, from a copy in memory."""
        wishes = tuple(self._wishes)
        with closing(_in_memory(self.file)) as memory:
            _, kept = _carried_out(memory, self._done, wishes, path)
        return replace(kept, trouble=_sentence(trouble))

    def _let_go(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None


def _carried_out(
    connection: sqlite3.Connection, done: Done, wishes: tuple[Wish, ...], path: str
) -> tuple[Done, Kept]:
    done = carry_out(connection, done, wishes)
    return done, kept_in(connection, path, done)


def _in_memory(file: Path) -> sqlite3.Connection:
    """Return a copy of the file in memory, an empty one when it cannot be read."""
    memory = _empty_memory()
    try:
        with closing(_read_only(file)) as there:
            there.backup(memory)
        check_tables(memory)
        migrate(memory)
    except (DeskError, sqlite3.Error, OSError, OverflowError, UnicodeError):
        memory.close()
        memory = _empty_memory()
        migrate(memory)
    return memory


def _empty_memory() -> sqlite3.Connection:
    return sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)


def kept_in(connection: sqlite3.Connection, path: str, done: Done) -> Kept:
    """Return what the tables hold for a briefing."""
    row = row_of(connection, path)
    return Kept(
        path,
        picks_of(connection, path),
        notes_of(connection, path),
        row.place,
        recent_visits(connection),
        done.undo[-1].name if done.undo else "",
        done.redo[-1].name if done.redo else "",
        lists=lists_of(connection, path),
        seen=seen_of(connection, path),
        known=known_cards(connection, row.id),
    )


def _read_only(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=1.0)


def _sentence(trouble: CannotKeep) -> str:
    if isinstance(trouble, NewerDesk):
        return str(trouble)
    return tr(
        "What you pick and write cannot be kept now: {trouble}. It is tried again.", trouble=trouble
    )
