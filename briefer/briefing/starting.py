"""Documents -> the folder of a new briefing, with an example card of each kind."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from briefer.briefing.documents import document_of
from briefer.briefing.errors import CannotStart, FileProblem, UnreadableBriefing
from briefer.briefing.files import DOCUMENT_LIMIT, Folder
from briefer.briefing.letters import free_letters
from briefer.briefing.manifest import MANIFEST, DocumentEntry
from briefer.briefing.model import Document, Place, Problem
from briefer.briefing.problems import problem
from briefer.briefing.starting_texts import first_breakdown, first_manifest
from briefer.language import tr

_FOLDER = "documents"


class _Taken(NamedTuple):
    """A document that was read, and its bytes."""

    document: Document
    data: bytes


def start_briefing(folder: Path, documents: Sequence[Path]) -> Path:
    """Start a briefing in a new or empty folder, from copies of the documents; return the folder.

    All or nothing: raises CannotStart, with every document that is at fault, and leaves nothing
    behind.
    """
    folder = folder.absolute()
    try:
        _refuse_taken(folder)
        _write_all(folder, _files(folder.name, _read_all(documents)))
    except OSError as error:
        raise _cannot(
            folder.name, tr("can't be written: {reason}.", reason=error.strerror)
        ) from None
    return folder


def _files(name: str, taken: Sequence[_Taken]) -> dict[str, bytes]:
    """Return the contents of the briefing's files by their names."""
    title = _title_of(name) or taken[0].document.title
    files = {f"{_FOLDER}/{each.document.file}": each.data for each in taken}
    files[MANIFEST] = first_manifest(title, [each.document for each in taken]).encode()
    files["breakdown.md"] = first_breakdown(title, taken[0].document).encode()
    return files


def _refuse_taken(folder: Path) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        return
    if folder.exists() or folder.is_symlink():
        raise _cannot(folder.name, tr("is there already; choose a new or an empty folder."))


def _read_all(paths: Sequence[Path]) -> list[_Taken]:
    if not paths:
        raise _cannot("a briefing", tr("needs at least one document."))
    names: set[str] = set()
    taken: list[_Taken] = []
    faults: list[Problem] = []
    for path, letter in zip(paths, free_letters(frozenset()), strict=False):
        try:
            taken.append(_read(path, letter, names))
        except FileProblem as error:
            faults.extend(error.problems)
    if faults:
        raise CannotStart(*faults)
    return taken


def _read(path: Path, letter: str, names: set[str]) -> _Taken:
    real = path.resolve()  # a link is followed: the reader chose it
    data = Folder(real.parent).read(real.name, DOCUMENT_LIMIT)
    file = _unused(_plain_name(path.stem) or f"document-{letter.lower()}", path.suffix, names)
    name = file[: len(file) - len(path.suffix)]
    title = _title_of(path.stem) or name
    entry = DocumentEntry(name, title, path.name, "", letter, "", Place(path.name))
    _, doubts = document_of(entry, data)
    if doubts:
        raise FileProblem(doubts[0])
    kept = DocumentEntry(name, title, file, "", letter, "", Place(file))
    return _Taken(document_of(kept, data)[0], data)


def _plain_name(stem: str) -> str:
    """Return a name of a-z, 0-9 and -, which is a document's id and safe on every system."""
    import re
    import unicodedata

    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")


def _unused(name: str, suffix: str, names: set[str]) -> str:
    """Return the file's name, with a number when another document has taken it."""
    turn, wanted = 1, name
    while wanted in names:
        turn += 1
        wanted = f"{name}-{turn}"
    names.add(wanted)
    return wanted + suffix.lower()


def _title_of(stem: str) -> str:
    """Return a file's name as a title: "us-russia_talks" -> "Us russia talks"."""
    shown = "".join(sign if sign.isprintable() else " " for sign in stem)
    words = " ".join(shown.replace("_", " ").replace("-", " ").split())
    return words[:1].upper() + words[1:]


def _write_all(folder: Path, files: dict[str, bytes]) -> None:
    """Write the files beside the folder's place, read them as a briefing, then move them there."""
    import shutil
    import tempfile

    made = [parent for parent in folder.parents if not parent.exists()]
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(prefix=".briefer-new-", dir=folder.parent) as scratch:
            written = Path(scratch) / "briefing"
            for name, data in files.items():
                (written / name).parent.mkdir(parents=True, exist_ok=True)
                (written / name).write_bytes(data)
            _refuse_faults(written)
            if folder.is_dir():
                folder.rmdir()
            shutil.move(written, folder)
    except BaseException:
        with suppress(OSError):
            for parent in made:
                parent.rmdir()
        raise


def _refuse_faults(written: Path) -> None:
    """Raise what is wrong with the new briefing; the documents were read, so nothing should be."""
    from briefer.briefing.reading import read_briefing

    try:
        problems = read_briefing(written).problems
    except UnreadableBriefing as error:
        problems = error.problems
    if problems:
        raise CannotStart(*problems)


def _cannot(name: str, said: str) -> CannotStart:
    found: Problem = problem("cannot-start", Place(name), f"{name} {said}")
    return CannotStart(found)
