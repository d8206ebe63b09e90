"""A briefing -> a `.briefing` package: what the briefing is made of, and no other file."""

from __future__ import annotations

import io
import os
import posixpath
import stat
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from briefer.briefing.breakdown import breakdown_names
from briefer.briefing.durable import replace_file
from briefer.briefing.errors import CannotPack, FileProblem
from briefer.briefing.files import BREAKDOWN_LIMIT, DOCUMENT_LIMIT
from briefer.briefing.manifest import MANIFEST
from briefer.briefing.markup import element_tree
from briefer.briefing.model import Briefing, Place, Problem, Prose
from briefer.briefing.package_entries import MOST_BYTES, MOST_ENTRIES, MOST_RATIO
from briefer.briefing.package_names import folded_name, normal_name, strangeness
from briefer.briefing.packages import SUFFIX
from briefer.briefing.problems import problem

_IMAGE_LIMIT = 50_000_000
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of the ZIP format: no package tells when it was made
_UNIX = 3
_SHOWN = 12  # names of files that were left out
_PLAIN_MODE = (stat.S_IFREG | 0o644) << 16


class Packed(NamedTuple):
    """What was written, and which files of the folder the briefing has no use for."""

    names: tuple[str, ...]
    size: int
    left_out: tuple[str, ...]


def pack(briefing: Briefing, path: Path) -> Packed:
    """Write the briefing as a package, whole or not at all; the same briefing, the same bytes.

    Raises CannotPack with every file that stands in the way.
    """
    if path.suffix.lower() != SUFFIX:
        raise _cannot(path.name, f"must end in {SUFFIX}, so that it can be opened again.")
    contents = _contents(briefing)
    data = _package(contents)
    try:
        replace_file(path, data)
    except OSError as error:
        raise _cannot(path.name, f"can't be written: {error.strerror}.") from None
    there = _files_there(briefing.files.path, path)
    return Packed(tuple(contents), len(data), tuple(name for name in there if name not in contents))


def _contents(briefing: Briefing) -> dict[str, bytes]:
    """Return the bytes of all that the briefing is made of, by names in their order."""
    files = briefing.files
    wanted = dict.fromkeys((MANIFEST, *breakdown_names(files)[0]), BREAKDOWN_LIMIT)
    named = (posixpath.normpath(each.file) for each in briefing.documents if each.file)
    wanted |= dict.fromkeys(named, DOCUMENT_LIMIT)
    images = dict.fromkeys(_images(briefing), _IMAGE_LIMIT)
    contents: dict[str, bytes] = {}
    faults: list[Problem] = []
    for name, limit in sorted((images | wanted).items()):
        try:
            contents[name] = files.read(name, limit)
        except FileProblem as error:
            if name in wanted:  # an image that is not there is its words, packed or not
                faults.extend(error.problems)
    faults.extend(_bad_names(contents))
    if sum(map(len, contents.values())) > MOST_BYTES or len(contents) > MOST_ENTRIES:
        said = "is too large to be packed; a package holds at most 1 GB in 20,000 files."
        faults.extend(_cannot(files.path.name, said).problems)
    if faults:
        raise CannotPack(*faults)
    return contents


def _images(briefing: Briefing) -> Iterable[str]:
    """Return the names of the images that cards show."""
    for prose, folder in _proses(briefing):
        if "![" in prose.text:
            yield from (image.get("src", "") for image in element_tree(prose, folder).iter("img"))


def _proses(briefing: Briefing) -> Iterable[tuple[Prose, str]]:
    for kind in briefing.kinds:
        yield kind.introduction, _folder_of(kind.place)
    for card in briefing.cards:
        yield card.body, _folder_of(card.place)
        yield card.notes, _folder_of(card.place)


def _folder_of(place: Place) -> str:
    return place.file.rpartition("/")[0]


def _bad_names(names: Iterable[str]) -> Iterable[Problem]:
    """Return the names that a package would be refused for."""
    taken: dict[str, str] = {}
    for name in names:
        if said := strangeness(name):
            advice = f"has a name that no package may hold: it {said}. Give it another name."
            yield _cannot(name, advice).problems[0]
        if other := taken.get(folded_name(name)):
            yield _cannot(name, f"and {other} are one file to some systems; rename one.").problems[
                0
            ]
        taken[folded_name(name)] = name


def _package(contents: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name, data in contents.items():
            entry = zipfile.ZipInfo(normal_name(name), _FIRST_DAY)
            entry.create_system = _UNIX
            entry.external_attr = _PLAIN_MODE
            entry.compress_type = _method(data)
            package.writestr(entry, data, compresslevel=9)
    return written.getvalue()


def _method(data: bytes) -> int:
    """Return how to pack the bytes: as they are where that saves nothing or looks like a bomb."""
    packed = len(zlib.compress(data, 9))
    worth = packed < len(data) < packed * MOST_RATIO // 2
    return zipfile.ZIP_DEFLATED if worth else zipfile.ZIP_STORED


def _files_there(folder: Path, package: Path) -> tuple[str, ...]:
    """Return the names of the files in a folder but the package itself.

    Of a folder whose name begins with a dot it is that name alone.
    """
    found: list[str] = []
    for parent, folders, files in os.walk(folder):
        here = Path(parent).relative_to(folder)
        ours = package.name if Path(parent).resolve() == package.parent.resolve() else ""
        found += [(here / name).as_posix() for name in files if name != ours]
        found += [(here / name).as_posix() + "/" for name in folders if name.startswith(".")]
        folders[:] = [name for name in folders if not name.startswith(".")]
    return tuple(sorted(found))


def _cannot(name: str, said: str) -> CannotPack:
    return CannotPack(problem("cannot-pack", Place(name), f"{name} {said}"))


def packed_lines(packed: Packed, path: Path) -> tuple[str, ...]:
    """Return what was packed, and what was not, as lines for people."""
    count = len(packed.names)
    first = f"{path}: {count} {'file' if count == 1 else 'files'}, {packed.size / 1000:,.1f} KB"
    if not packed.left_out:
        return (first,)
    shown = ", ".join(packed.left_out[:_SHOWN])
    more = len(packed.left_out) - _SHOWN
    rest = f" and {more} more" if more > 0 else ""
    return first, f"Left out, as neither briefing.toml nor a card names them: {shown}{rest}"
