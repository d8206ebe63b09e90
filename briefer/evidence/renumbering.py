"""Passages that moved in a new version -> the briefing's files with their new paragraph numbers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from briefer.briefing.citations import CITATION, bracketed, renumbered
from briefer.briefing.errors import BrieferError
from briefer.briefing.model import Citation, Place
from briefer.evidence.model import Checked
from briefer.evidence.problems import problem
from briefer.evidence.versions import ComparedPassage, Gone
from briefer.language import tr

_LINE_END = re.compile("\r\n|\r|\n")


class CannotRenumber(BrieferError):
    """A citation does not stand where it was read: its file has changed since."""


class Renumbering(NamedTuple):
    """A citation, and the paragraphs that its words stand in now."""

    citation: Citation
    first: int
    last: int


def renumberings(
    passages: Collection[ComparedPassage], chosen: Collection[ComparedPassage]
) -> tuple[Renumbering, ...]:
    """Return what changes in the citations of the chosen passages; `passages` are all there are.

    A quotation of several parts names all the paragraphs that they stand in.
    """
    found: dict[Place, Renumbering] = {}
    for checked in (use.checked for passage in chosen for use in passage.passage.uses):
        citation = checked.quotation.citation
        if citation is None or citation.first is None:
            continue
        numbers = sorted(_paragraphs(passages, checked))
        new = (numbers[0], numbers[-1]) if numbers else (citation.first, citation.last)
        if new[1] is not None and new != (citation.first, citation.last):
            found[citation.place] = Renumbering(citation, new[0], new[1])
    return tuple(found.values())


def renumbered_files(folder: Path, wanted: Collection[Renumbering]) -> dict[str, bytes]:
    """Return the files, by name, with these citations renumbered and nothing else changed.

    Raises CannotRenumber when a file has changed since it was read, and OSError.
    """
    files: dict[str, str] = {}
    for change in sorted(wanted, key=lambda change: change.citation.place, reverse=True):
        name = change.citation.place.file
        if name not in files:
            files[name] = (folder / name).read_bytes().decode("utf-8", "surrogateescape")
        files[name] = _edited(files[name], change)
    return {name: text.encode("utf-8", "surrogateescape") for name, text in files.items()}


def _paragraphs(passages: Collection[ComparedPassage], checked: Checked) -> Iterator[int]:
    for compared in passages:
        mine = any(use.checked is checked for use in compared.passage.uses)
        if mine and not isinstance(compared.fate, Gone):
            yield from compared.fate.paragraphs


def _edited(text: str, change: Renumbering) -> str:
    citation, start = change.citation, _offset_of(text, change.citation.place)
    match = CITATION.search(text, start)
    said = bracketed(match[1]) if match else None
    wanted = (citation.document, citation.first, citation.last)
    if (
        match is None
        or said is None
        or _LINE_END.search(text, start, match.start())
        or (said.document, said.first, said.last) != wanted
    ):
        message = tr(
            "This file has changed since it was read. Reload the briefing and compare again."
        )
        raise CannotRenumber(problem("version-refused", citation.place, message))
    inner = renumbered(match[1], change.first, change.last)
    return text[: match.start(1)] + inner + text[match.end(1) :]


def _offset_of(text: str, place: Place) -> int:
    """Return where a place is among the code points of a file as it lies on disk."""
    start = 1 if text.startswith("\ufeff") else 0
    ends = _LINE_END.finditer(text)
    for _ in range(place.line - 1):
        end = next(ends, None)
        start = end.end() if end else len(text)
    return start + place.column - 1
