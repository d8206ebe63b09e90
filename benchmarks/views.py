"""A change of views with 400 cards in the real window, and the board of 10,000 scrolled.

What counts is what the reader waits for: the processor's time from the command until the view
has been painted once and nothing is left to do, so that work put off to a later turn counts as
well. The window paints itself as it does for a reader; nothing is painted a second time for the
measurement. Each view is shown after another card was read for a second, and the card again after a
moment on the view; the board is scrolled to anywhere, where no card was seen before. A bare repaint
of the whole window with the card, in the same run, says how busy the machine is.
"""

from __future__ import annotations

import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.figures import Row
from benchmarks.material import Material, write_briefing
from benchmarks.screen import virtual_screen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from briefer.desktop.program import Program

_VIEWS = ("board", "relations", "matrix", "evidence")
_TIMES = 30  # that each view is shown
_PAGES = 100  # that the board is scrolled
_READING, _LOOKING = 1.0, 0.3  # seconds on the card, and on another view
_FRAME = 16.7  # ms
_LOOK, _QUIET = 0.1, 5  # seconds between looks at what the program does, and how many find nothing
_REPAINT = "repaint"  # the key of the bare repaints
_BACK = "card"  # and of the ways back from each of the views

Figures = dict[str, list[float]]  # milliseconds


def rows() -> Iterator[Row]:
    """Yield a row for each view, and one for the board of 10,000 cards."""
    with tempfile.TemporaryDirectory() as name, virtual_screen() as environment:
        small = write_briefing(Path(name) / "small", Material(cards=400, sentences=400))
        large = write_briefing(Path(name) / "large")
        switched = _run(small, environment, "switch")
        for view in _VIEWS:
            yield _row(f"card to {view}, 400 cards", switched[view], switched[_REPAINT])
        yield _row("back to the card, 400 cards", switched[_BACK], switched[_REPAINT])
        scrolled = _run(large, environment, "scroll")
        what = "board of 10,000 cards scrolled to anywhere"
        yield _row(what, scrolled["board"], scrolled[_REPAINT])


def _row(what: str, times: list[float], repaints: list[float]) -> Row:
    most = sorted(times)[int(len(times) * 0.95)]
    median, bare = statistics.median(times), statistics.median(repaints)
    words = f"95 % {most:.1f} ms, median {median:.1f} ms; a bare repaint {bare:.1f} ms"
    return Row(what, words, "95 % within 16.7 ms", most <= _FRAME)


def _run(folder: Path, environment: dict[str, str], what: str) -> Figures:
    command = [sys.executable, "-m", "benchmarks.views", what, str(folder)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def _settle() -> None:
    """Do all that waits to be done now."""
    from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop

    dispatcher = QAbstractEventDispatcher.instance()
    while dispatcher.processEvents(QEventLoop.ProcessEventsFlag.AllEvents):
        pass


def _read(seconds: float) -> None:
    """Let a reader's time pass."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        _settle()
        time.sleep(0.01)


def _wait_until_idle() -> None:
    """Wait until the program does nothing by itself any more: no thread reads or indexes."""
    quiet = 0
    while quiet < _QUIET:
        start = time.process_time()
        _settle()
        time.sleep(_LOOK)
        quiet = quiet + 1 if time.process_time() - start < _LOOK / 20 else 0


@cache
def _paint_watch() -> Any:
    """Return an event filter that notes whether what it watches was painted."""
    from PySide6.QtCore import QEvent, QObject

    class PaintWatch(QObject):
        seen = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            self.seen = self.seen or event.type() == QEvent.Type.Paint
            return False

    return PaintWatch()


def _waited(command: Callable[[], object], painted: Callable[[], QWidget]) -> float:
    """Return the milliseconds from a command until a widget has been painted for it."""
    watch = _paint_watch()
    watch.seen = False
    start = time.process_time()
    command()
    widget = painted()
    widget.installEventFilter(watch)
    while not watch.seen:
        _settle()
    took = (time.process_time() - start) * 1000
    widget.removeEventFilter(watch)
    return took


def _switch(program: Program) -> Figures:
    times: Figures = {view: [] for view in (*_VIEWS, _BACK, _REPAINT)}
    chance, cards = random.Random(1), program.browsing.briefing.cards
    for turn in range(_TIMES + 1):
        for view in _VIEWS:
            program.browsing.go_to_card(chance.choice(cards).id)
            _read(_READING)
            bare = _waited(program.window.update, lambda: program.window)
            show = program.actions[f"show_{view}"].trigger
            took = _waited(show, lambda: program.parts.views.shown)
            _read(_LOOKING)
            back = _waited(program.actions["show_card"].trigger, lambda: program.parts.card)
            if turn:  # the first time loads the view
                times[view].append(took)
                times[_BACK].append(back)
                times[_REPAINT].append(bare)
    return times


def _scroll(program: Program) -> Figures:
    from briefer.desktop.board_table import BoardTable

    times: Figures = {"board": [], _REPAINT: []}
    for _ in range(_PAGES):
        times[_REPAINT].append(_waited(program.window.update, lambda: program.window))
    program.actions["show_board"].trigger()
    _settle()
    table = program.window.findChild(BoardTable)
    bar, chance = table.verticalScrollBar(), random.Random(1)
    for _ in range(_PAGES):
        scroll = partial(bar.setValue, chance.randrange(bar.maximum()))
        times["board"].append(_waited(scroll, table.viewport))
    return times


def _measure(what: str, folder: Path) -> None:
    """Open the briefing in the real program, measure, and print what came out."""
    from briefer.app import run
    from briefer.desktop.program import Program

    programs: list[Program] = []
    began = Program.open

    def opened(self: Program, path: Path) -> None:
        programs.append(self)
        began(self, path)

    Program.open = opened  # type: ignore[method-assign]

    def measure() -> None:
        program = programs[0]
        while program.browsing.report is None or not program.browsing.briefing.complete:
            _settle()
        _wait_until_idle()
        figures = {"switch": _switch, "scroll": _scroll}[what](program)
        print(json.dumps(figures), flush=True)
        program.window.close()

    def painted() -> None:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(1500, measure)

    with tempfile.TemporaryDirectory() as home:
        run(folder, data_folder=Path(home), cache_folder=Path(home), on_painted=painted)


if __name__ == "__main__":
    _measure(sys.argv[1], Path(sys.argv[2]))
