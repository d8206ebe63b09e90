"""A briefing's folder -> bounded reads of the files in it, and of nothing outside it."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from briefer.briefing.errors import FileProblem, UnreadableBriefing
from briefer.briefing.model import Place
from briefer.briefing.problems import problem

MANIFEST_LIMIT = 64 * 1024
BREAKDOWN_LIMIT = 100 * 1024 * 1024
DOCUMENT_LIMIT = 100 * 1024 * 1024


class Files(Protocol):
    """Where a briefing's files come from; names are relative, with forward slashes."""

    @property
    def path(self) -> Path:
        """Return what was opened: the folder, or later the package."""
        ...

    def names(self, folder: str = "") -> tuple[str, ...]:
        """Return the names of the files right in a folder, sorted, as `read` takes them."""
        ...

    def read(self, name: str, limit: int) -> bytes:
        """Return a file's bytes; raises FileProblem when it is missing, outside or too large."""
        ...


@dataclass(frozen=True, slots=True)
class Folder:
    """A briefing's folder; no name, link or special file leads out of it."""

    path: Path

    def names(self, folder: str = "") -> tuple[str, ...]:
        """Return the names of the ordinary files right in a folder; none when it is not there."""
        prefix = f"{folder}/" if folder else ""
        try:
            with os.scandir(self._contained(folder or ".")) as entries:
                found = [prefix + entry.name for entry in entries if entry.is_file()]
        except (OSError, FileProblem):
            return ()
        return tuple(sorted(name for name in found if name.isprintable()))

    def read(self, name: str, limit: int) -> bytes:
        """Return a file's bytes; raises FileProblem when it is missing, outside or too large."""
        path = self._contained(name)
        try:
            _refuse_special(name, path.lstat().st_mode)
            with _opened(path) as descriptor:
                _refuse_special(name, os.fstat(descriptor.fileno()).st_mode)
                data = descriptor.read(limit + 1)
        except OSError as error:
            raise _unreadable(name, error) from None
        if len(data) > limit:
            raise _fault("file-too-large", name, f"is larger than {_size(limit)}; make it smaller.")
        return data

    def _contained(self, name: str) -> Path:
        """Return where a name leads, all links followed; raises FileProblem when outside."""
        _refuse_strange(name)
        try:
            root = self.path.resolve()
            path = (root / name).resolve(strict=True)
        except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle
            raise _unreadable(name, error) from None
        if not path.is_relative_to(root):
            raise _fault("file-outside", name, "is a link that leads out of the briefing.")
        return path


def open_files(path: Path) -> Files:
    """Return the files of the briefing at a path; raises UnreadableBriefing when it is none."""
    if path.is_dir():
        return Folder(path)
    if path.name == "briefing.toml" and path.is_file():
        return Folder(path.parent)
    if path.suffix == ".briefing":
        said = "is a packed briefing, which this version can't open yet; unpack it to a folder."
    elif path.exists():
        said = "is not a briefing; open the folder that holds its briefing.toml."
    else:
        said = "is not there."
    place = Place(path.name)
    raise UnreadableBriefing(problem("not-a-briefing", place, f"{path.name or path} {said}"))


def _opened(path: Path) -> BinaryIO:
    flags = os.O_RDONLY
    for flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, flag, 0)
    return os.fdopen(os.open(path, flags), "rb")


def _refuse_strange(name: str) -> None:
    if (
        name.startswith(("/", "\\"))
        or name[1:2] == ":"
        or ".." in name.replace("\\", "/").split("/")
    ):
        raise _fault("file-outside", name, "leads out of the briefing; name a file inside it.")
    if "\\" in name or not name.isprintable():
        raise _fault("file-outside", name, "is not a plain name; write it with forward slashes.")


def _refuse_special(name: str, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise _fault("file-special", name, "is a folder, not a file.")
    if not stat.S_ISREG(mode):
        raise _fault("file-special", name, "is not an ordinary file.")


def _unreadable(name: str, error: Exception) -> FileProblem:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return _fault("file-missing", name, "is not there.")
    reason = getattr(error, "strerror", None) or "its links run in a circle"
    return _fault("file-unreadable", name, f"can't be read: {reason}.")


def _fault(code: str, name: str, said: str) -> FileProblem:
    return FileProblem(problem(code, Place(name), f"{name} {said}"))


def _size(limit: int) -> str:
    for size, unit in ((1024**2, "MB"), (1024, "KB")):
        if limit >= size:
            return f"{limit // size} {unit}"
    return f"{limit} bytes"
