"""First complete paint and memory of the real program against a bare PySide6 window.

Both start in turn on one virtual screen, as new processes. Time runs from the start of the
process to the moment when the event loop comes round after the first paint of the whole window;
memory is the process's resident size a second later, when the work in the background is done.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.figures import Row, spread
from benchmarks.screen import virtual_screen

ROUNDS = 15

_REPORT = """
import sys, time
def report():
    from PySide6.QtCore import QCoreApplication, QTimer
    print(time.time(), flush=True)
    def leave():
        for line in open("/proc/self/status"):
            if line.startswith("VmRSS"):
                print(int(line.split()[1]) / 1024, flush=True)
        QCoreApplication.exit(0)
    QTimer.singleShot(1000, leave)
"""

_BARE = (
    _REPORT
    + """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser
class Browser(QTextBrowser):
    painted = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, report)
application = QApplication([])
window = QMainWindow()
browser = Browser()
browser.setPlainText(open(sys.argv[1], encoding="utf-8").read())
window.setCentralWidget(browser)
window.resize(1280, 800)
window.show()
application.exec()
"""
)

_REAL = (
    _REPORT
    + """
from pathlib import Path
from briefer.app import run
run(None, data_folder=Path(sys.argv[1]), cache_folder=Path(sys.argv[2]), on_painted=report)
"""
)


def rows() -> Iterator[Row]:
    """Measure both in turn and yield the first two bars of design.md's table."""
    bare, real = _measured()
    times = statistics.median(b[0] for b in real) / statistics.median(a[0] for a in bare)
    sizes = statistics.median(b[1] for b in real) / statistics.median(a[1] for a in bare)
    yield Row(
        "first complete paint of the built-in briefing",
        f"{times:.2f} times the bare window ({_quick(real) / _quick(bare):.2f} in the quickest"
        f" quarter): {spread([b[0] for b in real], 's')}"
        f" against {spread([a[0] for a in bare], 's')}",
        "at most 1.5 times",
        times <= 1.5,
    )
    yield Row(
        "memory with the built-in briefing",
        f"{sizes:.2f} times the bare window: {spread([b[1] for b in real], 'MiB', 0)}"
        f" against {spread([a[1] for a in bare], 'MiB', 0)}",
        "at most 2.5 times",
        sizes <= 2.5,
    )


def _quick(rounds: Sequence[tuple[float, float]]) -> float:
    """Return the seconds of the quickest quarter: others may load the machine."""
    return sorted(seconds for seconds, _ in rounds)[len(rounds) // 4]


def _measured() -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """Return seconds and MiB of each round: of the bare window, and of the program."""
    bare, real = [], []
    with virtual_screen() as environment, tempfile.TemporaryDirectory() as folder:
        kept = Path(folder)
        real_command = [_REAL, str(kept / "data"), str(kept / "cache")]
        _start(real_command, environment)  # fills the caches, as a first start does
        for _ in range(ROUNDS):
            bare.append(start_bare(environment))
            real.append(_start(real_command, environment))
    return bare, real


def start_bare(environment: dict[str, str]) -> tuple[float, float]:
    """Return seconds and MiB of a bare window with the built-in briefing's text."""
    article = next(Path("content/us-russia-channels/documents").iterdir())
    return _start([_BARE, str(article)], environment)


def _start(command: Sequence[str], environment: dict[str, str]) -> tuple[float, float]:
    begun = time.time()
    done = subprocess.run(
        [sys.executable, "-c", *command],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    painted, memory = done.stdout.split()[-2:]
    return float(painted) - begun, float(memory)
