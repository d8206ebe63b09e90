"""CommonMark's pathological inputs as cards of one briefing: how long the window does not answer.

The real program is walked through by keys from outside: each card, the board, a search with its
hits, the print dialog's preview, a talk. A timer in its own event loop, due every 10 ms, tells how
long a key would have waited at most. Beside it stand the most that the window's own thread worked
in one turn, and the wait in the same walk through ordinary cards: what it takes to load a dialog.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.figures import Row
from benchmarks.screen import virtual_screen

_BAR = 100.0  # ms
_NOISE = 2  # times what ordinary cards take: most of it is loading a dialog, once
_TURN = 10  # ms between two looks at the clock
_CALM = 0.2  # seconds without work, after which a step counts as done
_PATIENCE = 120.0  # seconds
_PLAIN = "# Cards\n\n" + "".join(
    f"## Card {number}\n\nAn ordinary card, zebra and all.\n\n" for number in range(5)
)


def rows() -> Iterator[Row]:
    """Walk through everything twice, and yield a row for each part of the walk."""
    from tests.pathological import INPUTS, breakdown

    with tempfile.TemporaryDirectory() as name, virtual_screen() as environment:
        plain = _written(Path(name) / "plain" / "briefing", _PLAIN)
        usual = dict(_Walk(plain, environment, 5).parts())
        folder = _written(Path(name) / "inputs" / "briefing", breakdown())
        for what, figures in _Walk(folder, environment, len(INPUTS) + 2).parts():
            plain_figures = usual[what]
            yield Row(
                f"longest work of the window in one turn, {what}",
                f"{figures['own']:.0f} ms, waited for {figures['wait']:.0f} ms at "
                f"“{figures['title']}”; with ordinary cards {plain_figures['own']:.0f} ms, "
                f"waited for {plain_figures['wait']:.0f} ms",
                f"at most {_BAR:.0f} ms, or twice what ordinary cards take",
                _holds(figures, plain_figures),
            )


def _holds(figures: dict[str, Any], plain: dict[str, Any]) -> bool:
    """Tell whether work and wait are within the bar; others on the machine may double a wait."""
    own, wait = max(_BAR, plain["own"] * _NOISE), _NOISE * max(_BAR, plain["wait"])
    return bool(figures["own"] <= own and figures["wait"] <= wait)


def _written(folder: Path, breakdown: str) -> Path:
    (folder / "documents").mkdir(parents=True)
    manifest = 'title = "Inputs"\n[[documents]]\nid = "a"\ntitle = "A"\nfile = "documents/a.txt"\n'
    (folder / "briefing.toml").write_text(manifest, encoding="utf-8")
    (folder / "documents" / "a.txt").write_text("A text.\n", encoding="utf-8")
    (folder / "breakdown.md").write_text(breakdown, encoding="utf-8")
    return folder


class _Walk:
    def __init__(self, folder: Path, environment: dict[str, str], cards: int) -> None:
        self._environment, self._cards = environment, cards
        command = [sys.executable, "-m", "benchmarks.answering", str(folder)]
        self._process = subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._worst: dict[str, Any] = {}

    def parts(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Walk, and yield after each part what it was and its longest wait."""
        try:
            for what, walk in (
                ("until it is open", self._settle),
                ("through the cards", self._through_cards),
                ("on the board", self._on_board),
                ("in a search", self._in_search),
                ("in the print preview", self._in_print),
                ("in a talk", self._in_talk),
            ):
                walk()
                yield what, self._worst
                self._worst = {}
        finally:
            self._process.kill()
            self._process.communicate()

    def _through_cards(self) -> None:
        for _ in range(self._cards - 1):
            self._press("ctrl+Next")
        for _ in range(self._cards - 1):
            self._press("ctrl+Prior")

    def _on_board(self) -> None:
        self._press("ctrl+shift+1")
        for _ in range(self._cards):
            self._press("Down")
        self._press("ctrl+shift+2")

    def _in_search(self) -> None:
        self._press("slash")
        for letter in ("z", "e", "b", "r", "a", *["Down"] * self._cards):
            self._press(letter)
        self._press("Return")
        self._press("Escape")

    def _in_print(self) -> None:
        self._press("ctrl+p")
        for _ in range(3):
            self._press("Next")
        self._press("Escape")

    def _in_talk(self) -> None:
        self._press("F5")
        self._press("Return")
        for number in range(1, self._cards + 1):
            self._press(*str(number), "Return")
            self._press("Next")
        self._press("Escape")
        self._press("Escape")

    def _press(self, *keys: str) -> None:
        command = ["xdotool", "key", *keys]
        subprocess.run(command, env=self._environment, check=True, capture_output=True)
        self._settle()

    def _settle(self) -> None:
        """Wait until the window has nothing to do; keep what it took to."""
        end = time.monotonic() + _PATIENCE
        while not (told := self._ask("look"))["calm"]:
            if time.monotonic() > end:
                raise RuntimeError("the window never came to rest")
            time.sleep(0.05)
        told = self._ask("take")  # the window is busy from now on, until it has been calm again
        if os.environ.get("BRIEFER_BENCH_ALL"):
            print("   ", told, file=sys.stderr, flush=True)
        if told["wait"] > self._worst.get("wait", -1.0):
            own = max(told["own"], self._worst.get("own", 0.0))
            self._worst = told | {"own": own}

    def _ask(self, word: str) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(word + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the window has gone")
        answer: dict[str, Any] = json.loads(line)
        return answer


def _window(folder: Path) -> int:
    """Open the window, and answer what is asked on standard input."""
    from briefer.app import run

    kept = folder.parent / "kept"
    probes: list[Any] = []
    return run(
        folder,
        data_folder=kept / "data",
        cache_folder=kept / "cache",
        on_painted=lambda: probes.append(_probe()),
    )


def _seen(window: Any) -> str:
    """Return the window's title, or what the room sees in it."""
    from PySide6.QtWidgets import QWidget

    names = (widget.accessibleName() for widget in window.findChildren(QWidget))
    return next((n for n in names if n.startswith("The room")), str(window.windowTitle()))


def _probe() -> Any:
    from PySide6.QtCore import QObject, Qt, QTimer, Signal
    from PySide6.QtWidgets import QApplication

    from briefer.desktop.jobs import ThreadJobs

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    jobs = application.findChild(ThreadJobs)

    class Probe(QObject):
        asked = Signal(str)

        def __init__(self) -> None:
            super().__init__()
            self.asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)
            self._last, self._used = time.perf_counter(), time.thread_time()
            self._wait, self._own, self._busy = 0.0, 0.0, time.monotonic()
            self._timer = QTimer(self, interval=_TURN)
            self._timer.setTimerType(Qt.TimerType.PreciseTimer)
            self._timer.timeout.connect(self._turn)
            self._timer.start()

        def _turn(self) -> None:
            now, used = time.perf_counter(), time.thread_time()
            wait, own = (now - self._last) * 1000 - _TURN, (used - self._used) * 1000
            self._wait, self._own = max(self._wait, wait), max(self._own, own)
            self._last, self._used = now, used
            pools = (jobs._pool, jobs._prompt_pool)
            if own > _TURN or any(pool.activeThreadCount() for pool in pools):
                self._busy = time.monotonic()

        def _answer(self, word: str) -> None:
            window = QApplication.activeWindow()
            told = {
                "wait": self._wait,
                "own": self._own,
                "calm": word == "take" or time.monotonic() - self._busy > _CALM,
                "title": _seen(window) if window else "",
            }
            if word == "take":
                self._wait, self._own, self._busy = 0.0, 0.0, time.monotonic()
            print(json.dumps(told), flush=True)

    probe = Probe()

    def listen() -> None:
        for line in sys.stdin:
            probe.asked.emit(line.strip())

    threading.Thread(target=listen, daemon=True).start()
    return probe


if __name__ == "__main__":
    sys.exit(_window(Path(sys.argv[1])))
