"""A `.briefing` package -> bounded reads of the files in it, in memory; nothing is unpacked."""

from __future__ import annotations

import errno
import os
import posixpath
import stat
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from briefer.briefing.errors import UnreadableBriefing
from briefer.briefing.files import (
    fault,
    opened,
    refuse_large,
    refuse_strange,
    unreadable,
)
from briefer.briefing.manifest import MANIFEST
from briefer.briefing.model import Place
from briefer.briefing.package_entries import (
    STORED,
    Entry,
    FaultyPackageError,
    bytes_at,
    read_entries,
)
from briefer.briefing.package_names import normal_name
from briefer.briefing.problems import problem
from briefer.language import tr

SUFFIX = ".briefing"

# What Finder and Explorer add on their own.
_ADDED = ("__MACOSX/",)
_ADDED_FILES = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


class _Stamp(NamedTuple):
    """By what a file is known to be the one that was opened."""

    size: int
    changed: int
    number: int


@dataclass(frozen=True, slots=True)
class Package:
    """A packed briefing: its entries by name. Each read opens the file and finds it unchanged."""

    path: Path
    entries: Mapping[str, Entry]
    stamp: _Stamp

    def names(self, folder: str = "") -> tuple[str, ...]:
        """Return the names of the files right in a folder, sorted; none when it is not there."""
        prefix = f"{folder}/" if folder else ""
        length = len(prefix)
        return tuple(
            sorted(
                name
                for name in self.entries
                if name.startswith(prefix) and "/" not in name[length:]
            )
        )

    def size(self, name: str) -> int:
        """Return the bytes of a file; 0 when it is not there."""
        entry = self.entries.get(name)
        return entry.size if entry else 0

    def read(self, name: str, limit: int) -> bytes:
        """Return a file's bytes; raises FileProblem when it is missing, too large or damaged."""
        refuse_strange(name)
        plain = posixpath.normpath(normal_name(name))
        entry = self.entries.get(plain)
        if entry is None:
            if plain == "." or any(other.startswith(f"{plain}/") for other in self.entries):
                raise fault("file-special", name, tr("is a folder, not a file."))
            raise fault("file-missing", name, tr("is not there."))
        refuse_large(name, entry.size, limit)
        data = _unpacked(entry, self._packed(name, entry))
        if data is None or len(data) != entry.size or zlib.crc32(data) != entry.crc:
            said = tr("is damaged in {name}; copy or download that again.", name=self.path.name)
            raise fault("package-damaged", name, said)
        return data

    def _packed(self, name: str, entry: Entry) -> bytes:
        try:
            with opened(self.path) as file:
                if _stamp(os.fstat(file.fileno())) != self.stamp:
                    said = tr(
                        "can't be read: {name} has changed since it was opened.",
                        name=self.path.name,
                    )
                    raise fault("file-unreadable", name, said)
                return bytes_at(file, entry.data, entry.packed)
        except OSError as error:
            raise unreadable(name, error) from None


def open_package(path: Path) -> Package:
    """Return the package at a path; raises UnreadableBriefing with the sentence that refuses it."""
    with _refusing(path), opened(path) as file:
        state = os.fstat(file.fileno())
        if not stat.S_ISREG(state.st_mode):
            raise FaultyPackageError(tr("is not an ordinary file."), "file-special")
        entries = read_entries(file)
        return Package(path, _by_name(entries), _stamp(state))


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Turn what is wrong with the package into the error that people read."""
    try:
        yield
    except FaultyPackageError as error:
        found = problem(error.code, Place(path.name), f"{path.name} {error.said}")
        raise UnreadableBriefing(found) from None
    except OSError as error:
        if error.errno == errno.ELOOP:
            said = tr("is a link; open the file that it leads to.")
            raise UnreadableBriefing(fault("file-special", path.name, said).problem) from None
        raise UnreadableBriefing(unreadable(path.name, error).problem) from None


def _by_name(entries: tuple[Entry, ...]) -> dict[str, Entry]:
    """Return the briefing's files by their names in it: without the one top folder around all."""
    files = {entry.name: entry for entry in entries if not _is_added(entry.name)}
    if MANIFEST in files:
        return files
    tops = {name.split("/", 1)[0] for name in files}
    top = next(iter(tops), "") + "/"
    if len(tops) == 1 and top + MANIFEST in files:
        return {name.removeprefix(top): entry for name, entry in files.items()}
    raise FaultyPackageError(
        tr(
            "has no {manifest} at its top or in its one top folder; it is not a packed briefing.",
            manifest=MANIFEST,
        ),
        "not-a-briefing",
    )


def _is_added(name: str) -> bool:
    return name.startswith(_ADDED) or name.rsplit("/", 1)[-1] in _ADDED_FILES


def _unpacked(entry: Entry, packed: bytes) -> bytes | None:
    """Return an entry's bytes, never more than one above its size; None when they are damaged."""
    if entry.method == STORED:
        return packed
    inflating = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        data = inflating.decompress(packed, entry.size + 1)
    except zlib.error:
        return None
    return data if inflating.eof and not inflating.unused_data else None


def _stamp(state: os.stat_result) -> _Stamp:
    return _Stamp(state.st_size, state.st_mtime_ns, state.st_ino)
