"""A compared version and the reader's ticks -> the version taken in, all or nothing."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from briefer.briefing.documents import sha256_of
from briefer.briefing.model import Place
from briefer.evidence.problems import problem
from briefer.evidence.renumbering import renumbered_files, renumberings
from briefer.evidence.replacing import CannotReplace, accept_version
from briefer.evidence.versions import ComparedPassage, VersionComparison, read_version
from briefer.language import tr


class Accepted(NamedTuple):
    """The file that is the document now, and how many citations were renumbered."""

    file: Path
    citations: int


def accept(
    folder: Path,
    comparison: VersionComparison,
    path: Path,
    ticked: Collection[ComparedPassage] = (),
) -> Accepted:
    """Take in the version that was compared; citations of ticked passages get their new numbers.

    Raises a BrieferError when it can't be done or the file is no longer the one that was
    compared; then nothing has changed.
    """
    assert comparison.old is not None and comparison.new is not None
    data = read_version(path)
    if sha256_of(data) != comparison.new.sha256:
        message = tr("{name} has changed since it was compared. Choose it again.", name=path.name)
        raise CannotReplace(problem("version-refused", Place(path.name), message))
    wanted = renumberings(comparison.passages, ticked)
    edits = renumbered_files(folder, wanted) if folder.is_dir() else {}  # a package is refused
    new = accept_version(folder, comparison.old, data, path.suffix.lower(), edits)
    return Accepted(new, len(wanted))
