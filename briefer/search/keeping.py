"""Indexes kept in a folder, by the hash of what they hold; broken ones are built anew."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from briefer.search.building import IndexBrokenError, Stored, build, register, the_one_door
from briefer.search.entries import Entries

_VERSION = "1"  # raised with every change of what the index holds
_KEPT = 8  # indexes in the folder
_SEAL = "seal.json"  # written last: the words, and the digest of every file


def kept_index(entries: Entries, folder: Path | None) -> Stored:
    """Return the index of these entries: the kept one, or a new one that is kept."""
    if folder is None:
        return build(entries, None)
    home = folder / fingerprint(entries)
    with suppress(IndexBrokenError):
        return _open(home)
    try:
        _keep(entries, folder, home)
        return _open(home)
    except (OSError, IndexBrokenError):
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
    """Open a kept index if every byte of it is as it was written."""
    import tantivy

    with the_one_door():
        try:
            seal = json.loads((home / _SEAL).read_text(encoding="utf-8"))
            words, files = seal["words"], seal["files"]
        except (KeyError, TypeError) as error:
            raise IndexBrokenError(str(error)) from error
        if files != _digests(home):
            raise IndexBrokenError("a file of the index is not as it was written")
        index = tantivy.Index.open(str(home))
        register(index)
        index.reload()
    (home / _SEAL).touch()
    return Stored(index, tuple(words))


def _keep(entries: Entries, folder: Path, home: Path) -> None:
    """Build beside the place and move there, so that half an index is never found."""
    folder.mkdir(parents=True, exist_ok=True)
    building = Path(tempfile.mkdtemp(prefix="building-", dir=folder))
    try:
        words = build(entries, building).words
        seal = {"words": words, "files": _digests(building)}
        (building / _SEAL).write_text(json.dumps(seal), encoding="utf-8")
        shutil.rmtree(home, ignore_errors=True)
        building.replace(home)
    finally:
        shutil.rmtree(building, ignore_errors=True)
    _prune(folder)


def _prune(folder: Path) -> None:
    """Keep the indexes that were used last."""
    homes = sorted(folder.glob(f"*/{_SEAL}"), key=lambda seal: seal.stat().st_mtime)
    for seal in homes[:-_KEPT]:
        shutil.rmtree(seal.parent, ignore_errors=True)


def _digests(home: Path) -> dict[str, str]:
    """Return a digest of each file that tantivy wrote; lock files hold nothing."""
    return {
        path.name: hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest()
        for path in sorted(home.iterdir())
        if path.name != _SEAL and not path.name.endswith(".lock")
    }
