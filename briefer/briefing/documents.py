"""A document's bytes -> its text and its numbered paragraphs."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from briefer.briefing.decoding import decoded
from briefer.briefing.errors import FileProblem
from briefer.briefing.files import DOCUMENT_LIMIT, Files
from briefer.briefing.manifest import DocumentEntry
from briefer.briefing.model import Document, Paragraph, Place, Problem, Span
from briefer.briefing.problems import problem
from briefer.language import tr

_SMALL = 1024**2
READABLE = (".txt", ".md")
_WORD = re.compile(r"[^\W_]")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_LINE = re.compile(r"\S[^\n]*+")
_BLOCK = re.compile(r"\S[^\n]*+(?:\n[^\S\n]*+\S[^\n]*+)*+")


def read_document(files: Files, entry: DocumentEntry) -> tuple[Document, tuple[Problem, ...]]:
    """Read a document; one that can't be read is there without a text, and says why."""
    if not entry.file:  # the manifest has said so
        return unread(entry), ()
    try:
        data = files.read(entry.file, DOCUMENT_LIMIT)
        return document_of(entry, data)
    except FileProblem as error:
        return unread(entry), tuple(_at_entry(entry, each) for each in error.problems)


def read_metadata(files: Files, entry: DocumentEntry) -> tuple[Document, tuple[Problem, ...]]:
    """Read a document, or only what briefing.toml says of it when it is above 1 MB."""
    try:
        files.read(entry.file, _SMALL)
    except FileProblem as error:
        if error.problem.code == "file-too-large":
            return unread(entry)._replace(readable=True), ()
    return read_document(files, entry)


def document_of(entry: DocumentEntry, data: bytes) -> tuple[Document, tuple[Problem, ...]]:
    """Return the document that the bytes hold; raises FileProblem when they are not its text."""
    suffix = PurePosixPath(entry.file).suffix.lower()
    if suffix not in READABLE:
        raise FileProblem(_other_kind(entry, suffix))
    text = decoded(data, entry.file)
    digest = sha256_of(data)
    document = Document(
        id=entry.id,
        title=entry.title,
        letter=entry.letter,
        file=entry.file,
        text=text,
        paragraphs=paragraphs_of(text, entry.paragraphs),
        sha256=digest,
        markdown=suffix == ".md",
    )
    return document, _doubts(entry, document)


def unread(entry: DocumentEntry) -> Document:
    """Return the document that stands for a file that can't be read."""
    return Document(entry.id, entry.title, entry.letter, entry.file, "", (), "", readable=False)


def paragraphs_of(text: str, division: str = "") -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text, numbered from 1: its `lines`, its `blocks`, or as it is.

    >>> [p.span for p in paragraphs_of("one\\ntwo\\n")]
    [Span(start=0, end=3), Span(start=4, end=7)]
    """
    pattern = _LINE if (division or division_of(text)) == "lines" else _BLOCK
    return tuple(
        Paragraph(number, Span(match.start(), match.start() + len(match[0].rstrip())))
        for number, match in enumerate(pattern.finditer(text), start=1)
    )


def division_of(text: str) -> str:
    """Return how a text is divided when nothing is said: `blocks` if it has a blank line."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return "blocks" if _BLANK_LINE.search(text, start, end) else "lines"


def sha256_of(data: bytes) -> str:
    """Return the SHA-256 of the bytes, in hexadecimal."""
    import hashlib

    return hashlib.sha256(data).hexdigest()


def _doubts(entry: DocumentEntry, document: Document) -> tuple[Problem, ...]:
    found: list[Problem] = []
    if entry.sha256 and entry.sha256 != document.sha256:
        said = tr(
            "{file} is no longer the file that was read: its SHA-256 differs.", file=entry.file
        )
        found.append(problem("document-changed", entry.place, said))
    if not _WORD.search(document.text):
        found.append(
            problem("document-empty", entry.place, tr("{file} has no words.", file=entry.file))
        )
    return tuple(found)


def _other_kind(entry: DocumentEntry, suffix: str) -> Problem:
    kind = tr("{suffix} documents", suffix=suffix) if suffix else tr("documents without an ending")
    said = tr(
        "{file}: {kind} cannot be read by this version; save it as .txt or .md.",
        file=entry.file,
        kind=kind,
    )
    return problem("document-kind", entry.place, said)


def _at_entry(entry: DocumentEntry, found: Problem) -> Problem:
    """Return the problem at the line that names the file, unless it has a line of its own."""
    place: Place = found.place if found.place.line else entry.place
    return Problem(found.severity, found.code, place, found.message)
