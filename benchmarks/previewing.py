"""The print dialog: pages after a change, and 500 cards set while the window goes on.

A preview is timed from the change (a briefing read again with one word changed, or another option)
to the pixels of the page in view, through the same child process as in the window. The 500 cards
are set in a window of their own process; a timer there that should go off every other millisecond
tells the longest stutter, and the process its memory before and at its highest.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.figures import Row, spread
from benchmarks.material import Material, write_briefing
from benchmarks.screen import virtual_screen
from briefer.briefing.model import Briefing
from briefer.evidence.model import Report
from briefer.sheets.options import Options
from briefer.sheets.press import Press

_ROUNDS = 7
_DENSE = 2_000  # signs of a card
_OPTIONS = Options(date(2026, 11, 23))
_EDIT, _CHANGE = 150, 500  # ms
_STUTTER, _GROWTH = 50, 150  # ms, MB
_SCALE = 1.2  # pixels to a point: a page as wide as the view


def rows() -> Iterator[Row]:
    """Measure both and yield what the issue of printing asks for."""
    with tempfile.TemporaryDirectory() as name:
        folder = write_briefing(Path(name), Material(24, _DENSE, 800))
        yield from _previews(folder)
    with tempfile.TemporaryDirectory() as name, virtual_screen() as environment:
        folder = write_briefing(Path(name), Material(500, _DENSE, 800))
        command = [sys.executable, "-m", "benchmarks.previewing", str(folder)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        figures = json.loads(done.stdout)
    yield Row(
        f"longest stutter of the window while 500 cards are set, {figures['pages']} pages",
        f"{figures['stutter']:.0f} ms in {figures['seconds']:.1f} s, "
        f"{figures['own']:.0f} ms of it the window's own work",
        f"at most {_STUTTER} ms",
        figures["stutter"] <= _STUTTER,
    )
    yield Row(
        "growth of the window's process by it",
        f"{figures['growth']:.0f} MB",
        f"at most {_GROWTH} MB",
        figures["growth"] <= _GROWTH,
    )


def _previews(folder: Path) -> Iterator[Row]:
    press = Press()
    try:
        _preview(press, *_read(folder), _OPTIONS)
        edits = [_after_an_edit(press, folder, number) for number in range(_ROUNDS)]
        changes = [_after_a_change(press, folder, number) for number in range(_ROUNDS)]
    finally:
        press.close()
    for what, times, bar in (
        ("one word was changed", edits, _EDIT),
        ("an option was changed", changes, _CHANGE),
    ):
        middle = sorted(times)[len(times) // 2]
        yield Row(
            f"preview of 24 dense cards after {what}",
            spread(times, "ms", 0),
            f"within {bar} ms",
            middle <= bar,
        )


def _after_an_edit(press: Press, folder: Path, number: int) -> float:
    breakdown = folder / "breakdown.md"
    text = breakdown.read_text(encoding="utf-8")
    breakdown.write_text(text.replace("measuring", f"measuring {number}", 1), encoding="utf-8")
    return _preview(press, *_read(folder), _OPTIONS)


def _after_a_change(press: Press, folder: Path, number: int) -> float:
    changes: tuple[dict[str, Any], ...] = ({"every_grade": True}, {"notes": True}, {"marking": "X"})
    briefing, report = _read(folder)
    _preview(press, briefing, report, _OPTIONS)
    return _preview(press, briefing, report, replace(_OPTIONS, **changes[number % len(changes)]))


def _preview(press: Press, briefing: Briefing, report: Report, options: Options) -> float:
    from briefer.sheets.page_images import page_sizes, render_pages

    started = time.perf_counter()
    made = press.typeset(briefing, report, options)
    page_sizes(made.pdf)
    render_pages(made.pdf, (1,), _SCALE)
    return (time.perf_counter() - started) * 1000


def _read(folder: Path) -> tuple[Briefing, Report]:
    from briefer.briefing.reading import read_briefing
    from briefer.evidence.checker import check

    briefing = read_briefing(folder)
    return briefing, check(briefing)


def _memory(field: str) -> float:
    """Return a field of this process's status in MB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return (
        int(next(line.split()[1] for line in status.splitlines() if line.startswith(field))) / 1e3
    )


def _window(folder: Path) -> dict[str, float]:
    """Open the print dialog in this process and wait for its pages."""
    from PySide6.QtCore import QElapsedTimer, QTimer
    from PySide6.QtWidgets import QApplication

    from briefer.desktop.jobs import ThreadJobs
    from briefer.desktop.print_choices import Printable
    from briefer.desktop.print_dialog import PrintDialog
    from briefer.desktop.theme import load_theme
    from briefer.resources import themes_folder

    application = QApplication([])
    jobs = ThreadJobs()
    briefing, report = _read(folder)
    dialog = PrintDialog(
        briefing, report, Printable(), jobs, load_theme(themes_folder(), "light"),
        checked=_OPTIONS.checked,
    )  # fmt: skip
    dialog.show()
    application.processEvents()
    before, began = _memory("VmRSS"), time.perf_counter()
    clock, longest, own = QElapsedTimer(), [0], [time.thread_time(), 0.0]

    def turn() -> None:
        longest[0] = max(longest[0], clock.restart())
        used = time.thread_time()
        own[:] = [used, max(own[1], used - own[0])]
        if dialog._preview._images:
            dialog.reject()

    clock.start()
    ticking = QTimer(interval=2)
    ticking.timeout.connect(turn)
    ticking.start()
    dialog.finished.connect(application.quit)
    application.exec()
    pages = dialog._made.pages if dialog._made else 0
    seconds, growth = time.perf_counter() - began, _memory("VmHWM") - before
    jobs.wait()
    return {
        "pages": pages,
        "stutter": longest[0],
        "own": own[1] * 1000,
        "seconds": seconds,
        "growth": growth,
    }


if __name__ == "__main__":
    print(json.dumps(_window(Path(sys.argv[1]))))
