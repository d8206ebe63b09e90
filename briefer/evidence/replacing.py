"""A document's new version -> the briefing's folder, all or nothing; the old file stays.

The new file gets a name of its own. What makes it count is one rename: of briefing.toml.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from briefer.briefing.documents import sha256_of
from briefer.briefing.durable import replace_file, sync_folder
from briefer.briefing.errors import BrieferError
from briefer.briefing.model import Document, Place
from briefer.briefing.toml_places import places_of
from briefer.evidence.problems import problem
from briefer.language import tr

_MANIFEST = "briefing.toml"
_STRING = r"""("(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_FILE = re.compile(rf"""^([ \t]*["']?file["']?[ \t]*=[ \t]*){_STRING}""")
_SHA256 = re.compile(rf"""^([ \t]*["']?sha256["']?[ \t]*=[ \t]*){_STRING}""")


class CannotReplace(BrieferError):
    """A new version can't be taken in; nothing was changed."""


def accept_version(
    folder: Path,
    document: Document,
    data: bytes,
    suffix: str = "",
    edits: Mapping[str, bytes] | None = None,
) -> Path:
    """Write the new version beside the old one, and make briefing.toml name it with its hash.

    `edits` are other files of the briefing, by name, that change with it. Returns the new file.
    Raises CannotReplace when it can't be done; then all is as it was.
    """
    if not folder.is_dir():
        raise _refusal(tr("A packed briefing is not changed; unpack it and open its folder."))
    try:
        manifest = (folder / _MANIFEST).read_bytes()
        new = _free_name(folder, document.file, suffix)
        changed = _with_version(manifest, document, new, sha256_of(data))
        _write_new(folder / new, data)
        try:
            _replace_all(folder, {**(edits or {}), _MANIFEST: changed})
        except BaseException:
            (folder / new).unlink()
            raise
    except OSError as error:
        message = tr(
            "The new version was not taken in, and nothing was changed: {folder} cannot be "
            "written ({reason}).",
            folder=folder,
            reason=error.strerror,
        )
        raise _refusal(message) from error
    return folder / new


def _refusal(message: str) -> CannotReplace:
    return CannotReplace(problem("version-refused", Place(_MANIFEST), message))


def _free_name(folder: Path, name: str, suffix: str) -> str:
    """Return a name like the old one with the next number: `report-2.txt`."""
    old = PurePosixPath(name)
    stem, number = re.fullmatch(r"(.*?)(?:-(\d{1,6}))?", old.stem, re.DOTALL).groups()  # type: ignore[union-attr]
    turn = int(number or 1) + 1
    while True:
        new = old.with_name(f"{stem}-{turn}{suffix or old.suffix}")
        if not os.path.lexists(folder / new):
            return str(new)
        turn += 1


def _with_version(manifest: bytes, document: Document, name: str, digest: str) -> bytes:
    """Return briefing.toml with the new file and its hash, and nothing else changed."""
    try:
        text = manifest.decode("utf-8")
        said = tomllib.loads(text.removeprefix("\ufeff").replace("\r\n", "\n"))
        turn = _turn_of(said, document)
        changed = _edited(text, turn, name, digest)
        wanted = _as_wanted(said, turn, name, digest)
        if tomllib.loads(changed.removeprefix("\ufeff").replace("\r\n", "\n")) != wanted:
            raise ValueError
    except (ValueError, RecursionError, LookupError):
        message = tr(
            "briefing.toml is not written in a way that can be changed safely; set file = "
            '"{name}" for the document “{id}” by hand.',
            name=name,
            id=document.id,
        )
        raise _refusal(message) from None
    return changed.encode("utf-8")


def _turn_of(said: dict[str, Any], document: Document) -> int:
    turns = [i for i, d in enumerate(said["documents"]) if d.get("id") == document.id]
    if len(turns) != 1 or said["documents"][turns[0]].get("file") != document.file:
        raise LookupError(document.id)
    return turns[0]


def _as_wanted(said: dict[str, Any], turn: int, name: str, digest: str) -> dict[str, Any]:
    documents = list(said["documents"])
    documents[turn] = {**documents[turn], "file": name, "sha256": digest}
    return {**said, "documents": documents}


def _edited(text: str, turn: int, name: str, digest: str) -> str:
    places = places_of(text.replace("\r\n", "\n"), _MANIFEST)
    lines = text.split("\n")
    at = places.lines["documents", turn, "file"] - 1
    found = _FILE.match(lines[at])
    if found is None:
        raise ValueError(lines[at])
    indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
    lines[at] = f'{found[1]}"{name}"{lines[at][found.end() :]}'
    known = places.lines.get(("documents", turn, "sha256"))
    if known is None:
        end = "\r" if lines[at].endswith("\r") else ""
        lines.insert(at + 1, f'{indent}sha256 = "{digest}"{end}')
    else:
        lines[known - 1] = _SHA256.sub(rf'\g<1>"{digest}"', lines[known - 1])
    return "\n".join(lines)


def _replace_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Replace files, the last of them last; when one can't be, put back those that were."""
    done: list[tuple[Path, bytes]] = []
    try:
        for name, data in files.items():
            path = folder / name
            old = path.read_bytes()
            replace_file(path, data)
            done.append((path, old))
    except BaseException:
        for path, old in reversed(done):
            replace_file(path, old)
        raise


def _write_new(path: Path, data: bytes) -> None:
    """Write a file that must not be there yet, down to the disk; leave none that is half done."""
    with path.open("xb") as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            path.unlink()
            raise
    sync_folder(path.parent)
