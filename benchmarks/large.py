"""A briefing of 10,000 cards in the real window: its first card, all of it, and any card chosen.

The program and a bare window start in turn, as in `first_paint`. When all is read and checked,
two hundred cards are gone to one after the other; time runs from the choice until the card is
painted, and until the event loop's next round after the rest of the window was.
"""

from __future__ import annotations

import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.figures import Row, spread
from benchmarks.first_paint import start_bare
from benchmarks.material import write_briefing
from benchmarks.screen import virtual_screen

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer

    from briefer.desktop.program import Program

_ROUNDS = 3
_CHOSEN = 200  # cards gone to
_FRAME = 16.7  # ms


def rows() -> Iterator[Row]:
    """Measure both windows in turn and yield what design.md's table asks for."""
    with tempfile.TemporaryDirectory() as name, virtual_screen() as environment:
        folder = write_briefing(Path(name))
        _start(folder, environment)  # fills the caches, as a first start does
        bare, ours = [], []
        for _ in range(_ROUNDS):
            bare.append(start_bare(environment)[0])
            ours.append(_start(folder, environment))
    painted = [figures["painted"] for figures in ours]
    ratio = statistics.median(painted) / statistics.median(bare)
    yield Row(
        "first card painted, 10,000 cards",
        f"{ratio:.2f} times the bare window: {spread(painted, 's')} against {spread(bare, 's')}",
        "at most 3 times",
        ratio <= 3,
    )
    whole = [figures["whole"] for figures in ours]
    checked = statistics.median(figures["checked"] for figures in ours)
    yield Row(
        "10,000 cards complete",
        f"{spread(whole, 's')} after the start; checked after {checked:.2f} s",
        "within 2.5 s",
        statistics.median(whole) <= 2.5,
    )
    stutters = [figures["stutter"] for figures in ours]
    worked = [figures["worked"] for figures in ours]
    yield Row(
        "longest stutter until all is read and checked",
        f"{spread(stutters, 'ms', 0)}; processor {spread(worked, 'ms', 0)}",
        "at most 50 ms",
        statistics.median(stutters) <= 50,
    )
    chosen = [choice for figures in ours for choice in figures["chosen"]]
    painted_in = [choice["painted"] for choice in chosen]
    yield Row(
        f"card chosen to card painted, {len(chosen)} times",
        f"{_most(painted_in)}; processor {_most([choice['worked'] for choice in chosen])}",
        "95 % within 16.7 ms",
        _at_95(painted_in) <= _FRAME,
    )
    yield Row(
        "card chosen to all of the window painted",
        _most([choice["settled"] for choice in chosen]),
        "none; the card comes first",
        True,
    )


def _most(times: list[float]) -> str:
    return f"95 % {_at_95(times):.1f} ms, median {statistics.median(times):.1f} ms"


def _at_95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def _start(folder: Path, environment: dict[str, str]) -> dict[str, Any]:
    """Return seconds from the start of a process to its stages, and ms for each card."""
    begun = time.time()
    command = [sys.executable, "-m", "benchmarks.large", str(folder)]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True, timeout=120
    )
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures | {name: figures[name] - begun for name in ("painted", "whole", "checked")}


def _measure(folder: Path) -> dict[str, Any]:
    from briefer import app
    from briefer.desktop.collecting import pause_collection, resume_collection
    from briefer.desktop.reading_ahead import Ahead
    from briefer.guard.fence import Fence

    pause_collection()
    ahead, fence = Ahead(folder), Fence()
    kept = folder.parent / "kept"
    application, jobs, program = app._built(
        ahead, fence, kept / "data", kept / "cache", private=False
    )
    figures: dict[str, Any] = {"stutter": 0.0, "worked": 0.0}

    def finish() -> None:
        figures["checked"] = time.time()
        figures["chosen"] = _choose(program)
        application.quit()

    from PySide6.QtCore import QTimer

    watches = []
    program.painted.connect(lambda: figures.setdefault("painted", time.time()))
    program.painted.connect(resume_collection)
    program.painted.connect(lambda: watches.append(_stutter_watch(figures)))
    program.opening.replaced.connect(lambda *_: figures.setdefault("whole", time.time()))
    program.opening.checked.connect(lambda _report: QTimer.singleShot(0, finish))
    app._start(program, folder)
    application.exec()
    jobs.wait()
    return figures


def _stutter_watch(figures: dict[str, Any]) -> QTimer:
    """Start a timer of 5 ms that notes how late the event loop comes round, in ms.

    `worked` is the most that the window's own thread worked meanwhile: the rest of a stutter is
    others on the same processors.
    """
    from PySide6.QtCore import QTimer

    timer, last = QTimer(), [0.0, 0.0]
    timer.start(5)

    def note() -> None:
        now, worked = time.perf_counter(), time.thread_time()
        if last[0] and "checked" not in figures:
            figures["stutter"] = max(figures["stutter"], (now - last[0]) * 1000 - 5)
            figures["worked"] = max(figures["worked"], (worked - last[1]) * 1000)
        last[:] = now, worked

    timer.timeout.connect(note)
    note()
    return timer


def _choose(program: Program) -> list[dict[str, float]]:
    """Return for each choice the ms until the card, then until the whole window was painted.

    The card paints itself before the rest; `worked` is the processor time that it took to.
    """
    from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
    from PySide6.QtWidgets import QTextEdit

    class Watch(QObject):
        armed = False
        loop = QEventLoop()

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if self.armed and event.type() == QEvent.Type.Paint:
                self.armed = False
                QTimer.singleShot(0, self.loop.quit)
            return False

    watch, times = Watch(), []
    page = program.parts.text.focusProxy()
    assert isinstance(page, QTextEdit)
    page.viewport().installEventFilter(watch)  # painted with the rest: it has the card's passages
    paint_now, painted = program.parts.card.paint_now, [0.0, 0.0]

    def note() -> None:
        paint_now()
        painted[:] = time.perf_counter(), time.thread_time()

    program.parts.card.paint_now = note  # type: ignore[method-assign]
    briefing = program.browsing.briefing
    assert briefing is not None
    for card in random.Random(4).sample(briefing.cards, _CHOSEN):
        watch.armed = True
        started, worked = time.perf_counter(), time.thread_time()
        program.browsing.go_to_card(card.id)
        watch.loop.exec()
        stages = {
            "painted": painted[0] - started,
            "worked": painted[1] - worked,
            "settled": time.perf_counter() - started,
        }
        times.append({name: seconds * 1000 for name, seconds in stages.items()})
    return times


if __name__ == "__main__":
    print(json.dumps(_measure(Path(sys.argv[1]))))
