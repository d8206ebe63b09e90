"""A change of views with 400 cards in the real window, and the board of 10,000 scrolled.

Each view is shown after the card, over and over; what counts is the processor's time from the
command until the whole window has been painted. The board is scrolled to anywhere.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.figures import Row
from benchmarks.material import Material, write_briefing
from benchmarks.screen import virtual_screen

if TYPE_CHECKING:
    from briefer.desktop.program import Program

_VIEWS = ("board", "relations", "matrix", "evidence")
_TIMES = 20  # that each view is shown
_PAGES = 100  # that the board is scrolled
_FRAME = 16.7  # ms


def rows() -> Iterator[Row]:
    """Yield a row for each view, and one for the board of 10,000 cards."""
    with tempfile.TemporaryDirectory() as name, virtual_screen() as environment:
        small = write_briefing(Path(name) / "small", Material(cards=400, sentences=400))
        large = write_briefing(Path(name) / "large")
        for view, times in _run(small, environment, "switch").items():
            yield _row(f"card to {view}, 400 cards", times)
        scrolled = _run(large, environment, "scroll")["board"]
        yield _row("board of 10,000 cards scrolled to anywhere", scrolled)


def _row(what: str, times: list[float]) -> Row:
    most = sorted(times)[int(len(times) * 0.95)]
    median = sorted(times)[len(times) // 2]
    words = f"95 % {most:.1f} ms, median {median:.1f} ms"
    return Row(what, words, "95 % within 16.7 ms", most <= _FRAME)


def _run(folder: Path, environment: dict[str, str], what: str) -> dict[str, list[float]]:
    command = [sys.executable, "-m", "benchmarks.views", what, str(folder)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    figures: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _switch(program: Program, process: Any) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {view: [] for view in _VIEWS}
    for turn in range(_TIMES + 1):
        for view in _VIEWS:
            start = time.process_time()
            program.actions[f"show_{view}"].trigger()
            process()
            program.window.repaint()
            if turn:  # the first time loads the view
                times[view].append((time.process_time() - start) * 1000)
            program.actions["show_card"].trigger()
            process()
    return times


def _scroll(program: Program, process: Any) -> dict[str, list[float]]:
    from briefer.desktop.board_table import BoardTable

    program.actions["show_board"].trigger()
    process()
    table = program.window.findChild(BoardTable)
    bar = table.verticalScrollBar()
    places = [random.Random(1).randrange(bar.maximum()) for _ in range(_PAGES)]
    times = []
    for place in places:
        start = time.process_time()
        bar.setValue(place)
        table.viewport().repaint()
        times.append((time.process_time() - start) * 1000)
    return {"board": times}


def _measure(what: str, folder: Path) -> None:
    """Open the briefing in the real program, measure, and print what came out."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

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
        process = partial(QCoreApplication.processEvents, QEventLoop.ProcessEventsFlag.AllEvents)
        while program.browsing.report is None or not program.browsing.briefing.complete:
            process()
        figures = {"switch": _switch, "scroll": _scroll}[what](program, process)
        print(json.dumps(figures), flush=True)
        program.window.close()

    def painted() -> None:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(1500, measure)

    with tempfile.TemporaryDirectory() as home:
        run(folder, data_folder=Path(home), cache_folder=Path(home), on_painted=painted)


if __name__ == "__main__":
    _measure(sys.argv[1], Path(sys.argv[2]))
