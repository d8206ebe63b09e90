"""Tells when files of the open briefing change on disk, once for each burst of changes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from briefer.briefing.model import Briefing

_SETTLED = 200  # ms without a further change: editors write a file in several steps
_FOLDERS = ("", "breakdown", "documents", "images")

Signature = dict[Path, tuple[int, int]]  # time of change in ns and size, by file


class Watching(QObject):
    """Watches folders for files that come and go, and files for what is written into them."""

    files_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
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
        self._watch_again()

    def look(self) -> None:
        """Compare with what was there; network drives and sticks may not tell by themselves."""
        signature = self._signature_now()
        self._watch_again()
        if self._root is not None and signature != self._signature:
            self._signature = signature
            self.files_changed.emit()

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
