"""Indexes kept in a folder, by the hash of what they hold; broken ones are built anew."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from briefer.search.building import BrokenIndex, Stored, build, opened, register, the_one_door
from briefer.search.entries import Entries

_VERSION = "5"  # raised with every change of what the index holds
_KEPT = 8  # indexes in the folder
_STALE = 24 * 60 * 60  # seconds
_SEAL = "seal.json"  # written last: the digest of every file


def kept_index(entries: Entries, folder: Path | None) -> Stored:
    """Return the index of these entries: the kept one, or a new one that is kept."""
    if folder is None:
        return build(entries, None)
    home = folder / fingerprint(entries)
    with suppress(BrokenIndex):
        return _open(home)
    try:
        _keep(entries, folder, home)
        return _open(home)
    except (OSError, BrokenIndex):
        return build(entries, None)


def fingerprint(entries: Entries) -> str:
    """Return a name for all that the index of these entries holds."""
    from importlib.metadata import version

    digest = hashlib.blake2b(digest_size=16)
    digest.update(f"{_VERSION} {version('tantivy')}".encode())
    briefing = entries.briefing
    for card in entries.cards:
        seen = (card.id, card.kind, card.title, card.aliases, card.summary, card.body.text)
        fields = tuple((field.key, field.value) for field in card.fields)
        relations = briefing.relations.get(card.id), briefing.mentions.get(card.id)
        digest.update(repr((seen, fields, card.notes.text, relations)).encode("utf-8", "replace"))
    for document in briefing.documents:
        digest.update(repr((document.id, document.letter, document.paragraphs)).encode())
        digest.update(document.text.encode("utf-8", "replace"))
    digest.update(repr(sorted(entries.evidence_tags().items())).encode("utf-8", "replace"))
    digest.update(repr([p.span for p in entries.unused]).encode())
    return digest.hexdigest()


def _open(home: Path) -> Stored:
    """Open a kept index if every byte of it is as it was written.

    tantivy maps the files into memory, and a mapped file that somebody cuts short ends the whole
    program: so it gets a copy of its own, which has no name any more once it is open.
    """
    import tantivy

    with (
        the_one_door(),
        tempfile.TemporaryDirectory(
            prefix="open-", dir=home.parent, ignore_cleanup_errors=True
        ) as copy,
    ):
        _copy(home, Path(copy))
        index = tantivy.Index.open(copy)
        register(index)
        index.config_reader(reload_policy="manual")  # no thread that watches the files
        stored = opened(index)
        (home / _SEAL).touch()
        return stored


def _copy(home: Path, copy: Path) -> None:
    """Copy the files that the seal names."""
    try:
        seal = json.loads((home / _SEAL).read_text(encoding="utf-8"))
        for name, digest in seal["files"].items():
            data = (home / Path(name).name).read_bytes()
            if _digest(data) != digest:
                raise BrokenIndex(f"{name} is not as it was written")
            (copy / Path(name).name).write_bytes(data)
    except (KeyError, TypeError, AttributeError) as error:
        raise BrokenIndex(str(error)) from error


def _keep(entries: Entries, folder: Path, home: Path) -> None:
    """Build beside the place and move there, so that half an index is never found."""
    folder.mkdir(parents=True, exist_ok=True)
    building = Path(tempfile.mkdtemp(prefix="building-", dir=folder))
    try:
        build(entries, building)
        seal = {"files": _digests(building)}
        (building / _SEAL).write_text(json.dumps(seal), encoding="utf-8")
        shutil.rmtree(home, ignore_errors=True)
        building.replace(home)
    finally:
        shutil.rmtree(building, ignore_errors=True)
    _prune(folder)


def _prune(folder: Path) -> None:
    """Keep the indexes that were used last, and no old leavings of a program that was ended."""
    homes = sorted(folder.glob(f"*/{_SEAL}"), key=lambda seal: seal.stat().st_mtime)
    left = [*folder.glob("open-*"), *folder.glob("building-*")]
    stale = [path for path in left if path.stat().st_mtime < time.time() - _STALE]
    for path in (*(seal.parent for seal in homes[:-_KEPT]), *stale):
        shutil.rmtree(path, ignore_errors=True)


def _digests(home: Path) -> dict[str, str]:
    """Return a digest of each file that tantivy wrote; lock files hold nothing."""
    files = sorted(path for path in home.iterdir() if not path.name.endswith(".lock"))
    return {path.name: _digest(path.read_bytes()) for path in files}


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()
