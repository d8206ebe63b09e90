"""Key pressed to hits painted, and the index's building, beside SQLite FTS5 over the same cards.

Twenty queries of one to three words out of the briefing are typed letter by letter into the real
search box in a window; time runs from the key to the event loop's next round after the list of
hits was painted. FTS5 gets the same words, the last one as a prefix, and gives 50 hits with
snippets; nothing is painted there.
"""

from __future__ import annotations

import gc
import json
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.figures import Row
from benchmarks.material import Material, write_briefing
from benchmarks.screen import virtual_screen
from briefer.briefing.model import Briefing, Card
from briefer.briefing.names import names_of
from briefer.briefing.plain import plain_words
from briefer.briefing.reading import read_briefing

CARDS = 10_000
COPIES = 10  # of every card, for the row with many
QUERIES = 20
_FRAME = 16.7  # ms
_BUILD = 1.5  # s


def rows() -> Iterator[Row]:
    """Measure in processes of their own, on a screen of their own."""
    with tempfile.TemporaryDirectory() as name, virtual_screen() as environment:
        folder = write_briefing(Path(name), Material(cards=CARDS))
        few = _measured(folder, 1, environment)
        yield _typed_row(CARDS, few, (_FRAME, 2 * _FRAME))
        yield _built_row(few)
        many = _measured(folder, COPIES, environment)
        yield _typed_row(CARDS * COPIES, many, (2 * _FRAME, None))


def _measured(folder: Path, copies: int, environment: dict[str, str]) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.searching", str(folder), str(copies)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _typed_row(cards: int, figures: dict[str, Any], bars: tuple[float, float | None]) -> Row:
    ours, work, theirs = figures["painted"], figures["work"], figures["fts5"]
    most, nearly_all = _share(ours, 0.95), _share(ours, 0.99)
    second = f", 99 % within {bars[1]:.0f} ms" if bars[1] else ""
    return Row(
        f"key pressed to hits painted, {cards:,} cards, {len(ours)} keys",
        f"95 % {most:.1f} ms, 99 % {nearly_all:.1f} ms, median {statistics.median(ours):.1f} ms "
        f"(work on the processor: 95 % {_share(work, 0.95):.1f} ms); "
        f"FTS5 without painting 95 % {_share(theirs, 0.95):.1f} ms",
        f"95 % within {bars[0]:.1f} ms{second}",
        most <= bars[0] and (bars[1] is None or nearly_all <= bars[1]),
    )


def _built_row(figures: dict[str, Any]) -> Row:
    built, fts5 = figures["built"], figures["fts5_built"]
    return Row(
        f"index of {CARDS:,} cards built",
        f"{built:.2f} s; FTS5 {fts5:.2f} s ({built / fts5:.2f} times)",
        f"at most {_BUILD} s, no stutter over 50 ms (longest here {figures['stutter']:.0f} ms)",
        built <= _BUILD and figures["stutter"] <= 50,
    )


def _share(times: list[float], share: float) -> float:
    """Return the time within which this share of the keys was answered."""
    return sorted(times)[min(int(len(times) * share), len(times) - 1)]


def _measure(folder: Path, copies: int) -> dict[str, Any]:
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    briefing = _multiplied(read_briefing(folder), copies)
    gc.freeze()  # as the program does when it has opened a briefing
    queries = _queries(briefing)
    started = time.perf_counter()
    database = _database(briefing)
    fts5_built = time.perf_counter() - started
    index, built, stutter = _index_in_background(application, briefing)
    painted, work = _type(application, briefing, index, queries)
    return {
        "painted": painted,
        "work": work,
        "fts5": [_ask(database, typed) for typed in _typed(queries)],
        "built": built,
        "fts5_built": fts5_built,
        "stutter": stutter * 1000,
    }


def _multiplied(briefing: Briefing, copies: int) -> Briefing:
    """Return the briefing with so many of each card: the same words in ten times as many places."""
    if copies == 1:
        return briefing
    cards = tuple(
        card._replace(id=f"{card.id}-{turn}", title=f"{card.title} {turn}")
        for turn in range(copies)
        for card in briefing.cards
    )
    return briefing._replace(cards=cards, names=names_of(cards), relations={}, mentions={})


def _queries(briefing: Briefing) -> list[str]:
    chance = random.Random(4)
    return [_query(chance, chance.choice(briefing.cards)) for _ in range(QUERIES)]


def _query(chance: random.Random, card: Card) -> str:
    words = [word for word in plain_words(card.body.text).lower().split() if word.isalpha()]
    start = chance.randrange(max(len(words) - 3, 1))
    return " ".join(words[start : start + chance.randint(1, 3)])


def _typed(queries: list[str]) -> Iterator[str]:
    for query in queries:
        yield from (query[: end + 1] for end in range(len(query)) if query[end] != " ")


def _index_in_background(application: Any, briefing: Briefing) -> tuple[Any, float, float]:
    """Build the index as the window does; return it, its seconds, and the longest stutter."""
    from briefer.desktop.jobs import ThreadJobs
    from briefer.search.index import build_index

    jobs, found = ThreadJobs(), []
    started = last = time.perf_counter()
    jobs.run("index", lambda: build_index(briefing, None, None), found.append)
    longest = 0.0
    while not found:
        application.processEvents()
        time.sleep(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return found[0], last - started, longest


def _type(
    application: Any, briefing: Briefing, index: Any, queries: list[str]
) -> tuple[list[float], list[float]]:
    """Type the queries; return milliseconds by key: until painted, and of the processor."""
    from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
    from PySide6.QtGui import QPixmap
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QListView, QMainWindow

    from briefer.desktop.jobs import ThreadJobs
    from briefer.desktop.search_box import SearchBox
    from briefer.desktop.theme import load_theme
    from briefer.desktop.theme_styles import dress
    from briefer.resources import themes_folder

    class NoIcons:
        def pixmap(self, name: str, color: str, size: int) -> QPixmap:
            return QPixmap()

    class Watch(QObject):
        armed = False
        loop = QEventLoop()

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if self.armed and event.type() == QEvent.Type.Paint:
                self.armed = False
                QTimer.singleShot(0, self.loop.quit)
            return False

    theme = load_theme(themes_folder(), "light")
    dress(application, theme, themes_folder())
    window, watch = QMainWindow(), Watch()
    box = SearchBox(theme, NoIcons(), ThreadJobs(window), window)
    box.setGeometry(300, 20, 560, 36)
    window.resize(1280, 800)
    window.show()
    QTest.qWaitForWindowActive(window)
    box.set_briefing(briefing)
    box.set_index(index)
    box.focus_box()
    box.popup().findChild(QListView).viewport().installEventFilter(watch)
    box.answered.connect(lambda: setattr(watch, "armed", True))
    times, work = [], []
    for query in ["warm", *queries]:
        box.clear()
        application.processEvents()
        for letter in query:
            started, worked = time.perf_counter(), time.process_time()
            QTest.keyClicks(box, letter)
            watch.loop.exec()
            if letter != " ":
                times.append((time.perf_counter() - started) * 1000)
                work.append((time.process_time() - worked) * 1000)
    return times[len("warm") :], work[len("warm") :]


def _database(briefing: Briefing) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.execute(
        "CREATE VIRTUAL TABLE cards USING fts5(title, aliases, summary, body, notes,"
        " tokenize='porter unicode61', prefix='1 2 3')"
    )
    database.executemany(
        "INSERT INTO cards VALUES (?, ?, ?, ?, ?)",
        (
            (c.title, " ".join(c.aliases), c.summary, plain_words(c.body.text), c.notes.text)
            for c in briefing.cards
        ),
    )
    return database


def _ask(database: sqlite3.Connection, typed: str) -> float:
    started = time.perf_counter()
    *whole, last = typed.split()
    asked = " ".join([*(f'"{word}"' for word in whole), f'"{last}"*'])
    database.execute(
        "SELECT rowid, snippet(cards, -1, '<mark>', '</mark>', '…', 24) FROM cards"
        " WHERE cards MATCH ? ORDER BY rank LIMIT 50",
        (asked,),
    ).fetchall()
    database.execute("SELECT count(*) FROM cards WHERE cards MATCH ?", (asked,)).fetchone()
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    print(json.dumps(_measure(Path(sys.argv[1]), int(sys.argv[2]))))
