"""The real window in a process of its own, without a screen; tells what it shows, line by line.

usage: window.py [PATH]; on standard input: "pick NAME COUNT" or "close"
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from platformdirs import PlatformDirs
from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from briefer.app import run
from briefer.desk.changes import AddPick
from briefer.desk.model import Kept, PickedCard
from briefer.desktop.keeping import Keeping
from briefer.desktop.window import Window

EVERY = 10  # ms between two picks


def tell(event: str, **more: object) -> None:
    print(json.dumps({"event": event, "at": time.monotonic(), **more}), flush=True)


class Told:
    """The window, as a test hears of it and speaks to it."""

    def __init__(self) -> None:
        self.window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, Window))
        keeping = self.window.findChild(Keeping)
        assert isinstance(keeping, Keeping)
        self.keeping = keeping
        keeping.kept_changed.connect(self.tell_kept)
        self.input = QSocketNotifier(0, QSocketNotifier.Type.Read)
        self.input.activated.connect(lambda *_: self.do(sys.stdin.readline().split()))
        tell("painted", title=self.window.windowTitle())

    def tell_kept(self, kept: Kept) -> None:
        notice = self.window.notice
        shown = "" if notice.isHidden() else notice.accessibleName()
        button = self.window.bar.picked_button.text()
        tell("kept", picks=len(kept.picks), trouble=kept.trouble, notice=shown, button=button)

    def do(self, words: list[str]) -> None:
        if not words or words[0] == "close":
            self.input.setEnabled(False)
            self.window.close()
            return
        _, name, count = words
        for number in range(int(count)):
            QTimer.singleShot(EVERY * number, lambda n=number: self.pick(f"{name}-{n}"))

    def pick(self, name: str) -> None:
        self.keeping.ask(AddPick(self.keeping.path, PickedCard(name, name)))


def main(path: Path | None) -> int:
    folders = PlatformDirs("briefer", appauthor=False)
    told: list[Told] = []
    return run(
        path,
        data_folder=folders.user_data_path,
        cache_folder=folders.user_cache_path,
        on_painted=lambda: told.append(Told()),
    )


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if sys.argv[1:] else None))
