"""Tells when files of the open briefing change on disk, once for each burst of changes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from briefer.briefing.model import Briefing
from briefer.desktop.jobs import Jobs

_SETTLED = 200  # ms without a further change: editors write a file in several steps
_FOLDERS = ("", "breakdown", "documents", "images")

_LOOKING = 2_000  # ms between two looks whether the files are there at all

Signature = dict[Path, tuple[int, int]]  # time of change in ns and size, by file


class Watching(QObject):
    """Watches folders for files that come and go, and files for what is written into them."""

    files_changed = Signal()
    files_gone = Signal(object)  # Path: a stick was pulled out, a network drive is away
    files_back = Signal()

    def __init__(self, parent: QObject | None = None, jobs: Jobs | None = None) -> None:
        """With `jobs` it looks by itself now and then: who pulls a stick out tells nobody."""
        super().__init__(parent)
        self._jobs, self._there = jobs, True
        self._looking = QTimer(self, interval=_LOOKING)
        self._looking.timeout.connect(self._look_aside)
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self, singleShot=True, interval=_SETTLED)
        self._root: Path | None = None
        self._files: tuple[Path, ...] = ()
        self._signature: Signature = {}
        self._watcher.directoryChanged.connect(lambda _: self._timer.start())
        self._watcher.fileChanged.connect(lambda _: self._timer.start())
        self._timer.timeout.connect(self.look)

    def watch(self, briefing: Briefing) -> None:
        """Watch the files of this briefing from now on, and no others."""
        self._root = briefing.files.path
        named = {document.file for document in briefing.documents}
        named |= {card.place.file for card in briefing.cards} | {"briefing.toml"}
        self._files = tuple(self._root / name for name in sorted(named))
        if self._root.is_file():  # a package is one file, whatever is in it
            self._files = (self._root,)
        self._signature = self._signature_now()
        self._there = True
        self._watch_again()
        if self._jobs is not None:
            self._looking.start()

    def look(self) -> None:
        """Compare with what was there; network drives and sticks may not tell by themselves."""
        if not self._is_there():
            return
        signature = self._signature_now()
        self._watch_again()
        if self._root is not None and signature != self._signature:
            self._signature = signature
            self.files_changed.emit()

    def _is_there(self) -> bool:
        """Tell whether the briefing's place is there, and tell others when that changes."""
        there, self._there = self._there, self._root is None or _is_there(self._root)
        if there and not self._there:
            self.files_gone.emit(self._root)
        elif self._there and not there:
            self.files_back.emit()
        return self._there

    def _look_aside(self) -> None:
        """Ask off the main thread whether it is there: a drive that hangs must not hang us."""
        if self._jobs is not None and self._root is not None:
            self._jobs.run("watching", partial(_is_there, self._root), self._take_there)

    def _take_there(self, there: bool) -> None:
        if there != self._there:
            self.look()

    def _watch_again(self) -> None:
        # A file that an editor replaced is another file: its watch went with the old one.
        wanted = {str(path) for path in (*self._folders(), *self._files) if path.exists()}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if gone := watched - wanted:
            self._watcher.removePaths(sorted(gone))
        if new := wanted - watched:
            self._watcher.addPaths(sorted(new))

    def _folders(self) -> list[Path]:
        if self._root is None:
            return []
        if self._files == (self._root,):
            return [self._root.parent]
        return [self._root / name for name in _FOLDERS if (self._root / name).is_dir()]

    def _signature_now(self) -> Signature:
        breakdown = self._root / "breakdown" if self._root else None
        more = breakdown.glob("*.md") if breakdown and breakdown.is_dir() else ()
        signature = {}
        for path in {*self._files, *more}:
            try:
                state = path.stat()
            except OSError:
                continue
            signature[path] = (state.st_mtime_ns, state.st_size)
        return signature


def _is_there(root: Path) -> bool:
    """Tell whether a briefing is at a path: a stick's folder may stay behind, empty."""
    try:
        return (root / "briefing.toml").is_file() if root.is_dir() else root.is_file()
    except OSError:
        return False
