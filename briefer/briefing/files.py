"""A briefing's folder -> bounded reads of the files in it, and of nothing outside it.

Packages, which are read elsewhere, refuse what they must with the same words.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol

from briefer.briefing.errors import FileProblem, UnreadableBriefing
from briefer.briefing.model import Place
from briefer.briefing.problems import problem
from briefer.language import tr

MANIFEST_LIMIT = 64 * 1024
BREAKDOWN_LIMIT = 100 * 1024 * 1024
DOCUMENT_LIMIT = 100 * 1024 * 1024
_BY_FOLDER = os.open in os.supports_dir_fd
_READING = os.O_RDONLY
for _flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"):
    _READING |= getattr(os, _flag, 0)
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)


class Files(Protocol):
    """Where a briefing's files come from; names are relative, with forward slashes."""

    @property
    def path(self) -> Path:
        """Return what was opened: the folder or the package."""
        ...

    def names(self, folder: str = "") -> tuple[str, ...]:
        """Return the names of the files right in a folder, sorted, as `read` takes them."""
        ...

    def size(self, name: str) -> int:
        """Return the bytes of a file; 0 when it is not there."""
        ...

    def read(self, name: str, limit: int) -> bytes:
        """Return a file's bytes; raises FileProblem when it is missing, outside or too large."""
        ...


class Folder(NamedTuple):
    """A briefing's folder; no name, link or special file leads out of it."""

    path: Path

    def names(self, folder: str = "") -> tuple[str, ...]:
        """Return the names of the ordinary files right in a folder; none when it is not there."""
        prefix = f"{folder}/" if folder else ""
        try:
            with os.scandir(self._contained(folder or ".")[1]) as entries:
                found = [prefix + entry.name for entry in entries if entry.is_file()]
        except (OSError, FileProblem):
            return ()
        return tuple(sorted(name for name in found if name.isprintable()))

    def size(self, name: str) -> int:
        """Return the bytes of a file; 0 when it is not there."""
        try:
            return self._contained(name)[1].stat().st_size
        except (OSError, FileProblem):
            return 0

    def read(self, name: str, limit: int) -> bytes:
        """Return a file's bytes; raises FileProblem when it is missing, outside or too large."""
        root, path = self._contained(name)
        try:
            _refuse_special(name, path.lstat().st_mode)
            with _opened_below(root, path) as descriptor:
                _refuse_special(name, os.fstat(descriptor.fileno()).st_mode)
                data = descriptor.read(limit + 1)
        except OSError as error:
            raise unreadable(name, error) from None
        refuse_large(name, len(data), limit)
        return data

    def _contained(self, name: str) -> tuple[Path, Path]:
        """Return the folder, and where a name leads, all links followed; FileProblem if outside."""
        refuse_strange(name)
        try:
            root = self.path.resolve()
            path = (root / name).resolve(strict=True)
        except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle
            raise unreadable(name, error) from None
        if not path.is_relative_to(root):
            raise fault("file-outside", name, tr("is a link that leads out of the briefing."))
        return root, path


def open_files(path: Path) -> Files:
    """Return the files of the briefing at a path; raises UnreadableBriefing when it is none."""
    if path.is_dir():
        return Folder(path)
    if path.name == "briefing.toml" and path.is_file():
        return Folder(path.parent)
    if path.suffix.lower() == ".briefing" and path.exists():
        from briefer.briefing.packages import open_package  # most briefings are folders

        return open_package(path)
    if path.suffix.lower() == ".zip" and path.exists():
        said = tr(
            "may be a packed briefing: unpack it to a folder, or let its name end in .briefing."
        )
    elif path.exists():
        said = tr("is not a briefing; open the folder that holds its briefing.toml.")
    else:
        said = tr("is not there. It may have been moved or renamed, or its drive is not connected.")
    place = Place(path.name)
    raise UnreadableBriefing(problem("not-a-briefing", place, f"{path.name or path} {said}"))


def opened(path: Path) -> BinaryIO:
    """Open a file for reading: no link is followed, and no pipe or device is waited for."""
    return os.fdopen(os.open(path, _READING), "rb")


def _opened_below(root: Path, path: Path) -> BinaryIO:
    """Open a file for reading, folder by folder: none may have become a link meanwhile."""
    if not _BY_FOLDER:
        return opened(path)
    *folders, name = path.relative_to(root).parts
    here = os.open(root, _FOLDER)
    try:
        for folder in folders:
            below = os.open(folder, _FOLDER | os.O_NOFOLLOW, dir_fd=here)
            os.close(here)
            here = below
        return os.fdopen(os.open(name, _READING, dir_fd=here), "rb")
    finally:
        os.close(here)


def refuse_strange(name: str) -> None:
    """Raise FileProblem for a name that leads out of the briefing, or is no plain name."""
    if (
        name.startswith(("/", "\\"))
        or name[1:2] == ":"
        or ".." in name.replace("\\", "/").split("/")
    ):
        raise fault("file-outside", name, tr("leads out of the briefing; name a file inside it."))
    if "\\" in name or not name.isprintable():
        raise fault("file-outside", name, tr("is not a plain name; write it with forward slashes."))


def refuse_large(name: str, size: int, limit: int) -> None:
    """Raise FileProblem for a file with more bytes than the limit."""
    if size > limit:
        raise fault(
            "file-too-large", name, tr("is larger than {size}; make it smaller.", size=_size(limit))
        )


def _refuse_special(name: str, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise fault("file-special", name, tr("is a folder, not a file."))
    if not stat.S_ISREG(mode):
        raise fault("file-special", name, tr("is not an ordinary file."))


def unreadable(name: str, error: Exception) -> FileProblem:
    """Return the problem that the system's refusal to read a file is."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return fault("file-missing", name, tr("is not there."))
    reason = getattr(error, "strerror", None) or tr("its links run in a circle")
    return fault("file-unreadable", name, tr("can't be read: {reason}.", reason=reason))


def fault(code: str, name: str, said: str) -> FileProblem:
    """Return the problem with a file; what is said goes on from its name."""
    return FileProblem(problem(code, Place(name), f"{name} {said}"))


def _size(limit: int) -> str:
    for size, unit in ((1024**2, "MB"), (1024, "KB")):
        if limit >= size:
            return f"{limit // size} {unit}"
    return tr("{limit} bytes", limit=limit)
