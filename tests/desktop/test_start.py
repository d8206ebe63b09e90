"""What is loaded before the window is painted for the first time."""

from __future__ import annotations

import subprocess
import sys

LATE = (
    "sqlite3", "qtawesome", "tantivy", "typst", "rapidfuzz", "ctypes", "briefer.desk.desk",
    "briefer.guard.network", "briefer.guard.outside", "dataclasses",
)  # fmt: skip
SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from briefer.app import run
folder = Path(sys.argv[1])
def painted():
    print(*sorted(name for name in sys.argv[2:] if name in sys.modules))
    QTimer.singleShot(0, QApplication.closeAllWindows)
run(None, data_folder=folder / "data", cache_folder=folder / "cache", on_painted=painted)
"""


def test_heavy_libraries_wait_for_the_first_paint(tmp_path) -> None:
    done = subprocess.run(
        (sys.executable, "-c", SCRIPT, str(tmp_path), *LATE),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.strip() == ""
    assert (tmp_path / "data" / "desk.sqlite3").exists()
