"""Nothing of a talk is loaded before somebody presents."""

from __future__ import annotations

import subprocess
import sys

WHAT = """
import sys
import briefer.desktop.presenting_door, briefer.desktop.program
rooms = ("briefer.talk", "briefer.desktop.room_", "briefer.desktop.console_",
         "briefer.desktop.presenting")
loaded = [name for name in sys.modules if name.startswith(rooms)]
print(sorted(set(loaded) - {"briefer.desktop.presenting_door"}))
"""


def test_the_window_starts_without_anything_of_a_talk() -> None:
    told = subprocess.run([sys.executable, "-c", WHAT], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
