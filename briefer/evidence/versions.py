"""A document's new version -> what became of every passage that the cards cite."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from briefer.briefing.decoding import decoded
from briefer.briefing.documents import READABLE, paragraphs_of, sha256_of
from briefer.briefing.errors import FileProblem
from briefer.briefing.files import DOCUMENT_LIMIT
from briefer.briefing.model import Briefing, Document, Place, Problem, Span
from briefer.evidence.grading import Searched, grade
from briefer.evidence.model import Altered, Change, Difference, Missing, Report, Shortened, Verbatim
from briefer.evidence.passages import Passage, passages_of
from briefer.evidence.problems import problem
from briefer.evidence.wording import change_in_words, difference_in_words
from briefer.language import tr


@dataclass(frozen=True, slots=True)
class Same:
    """The same words in the paragraphs of the same numbers."""

    span: Span  # in the new text, as in all of these
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """The same words in another paragraph."""

    span: Span
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """Other words; the difference tells the old ones (document) and the new (quotation)."""

    span: Span
    paragraphs: tuple[int, ...]
    difference: Difference


@dataclass(frozen=True, slots=True)
class Gone:
    """Nothing that comes near."""


Fate = Same | Moved | Changed | Gone


@dataclass(frozen=True, slots=True)
class ComparedPassage:
    """A cited passage of the old text, and what became of it."""

    passage: Passage
    fate: Fate


@dataclass(frozen=True, slots=True)
class VersionComparison:
    """A document and its new version, passage by passage; `problems` say why there is none."""

    old: Document | None
    new: Document | None
    passages: tuple[ComparedPassage, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def ok(self) -> bool:
        """Tell whether every cited passage still stands word for word."""
        return not self.problems and all(isinstance(p.fate, Same | Moved) for p in self.passages)


def compare_with_file(
    briefing: Briefing, report: Report, document_id: str, path: Path
) -> VersionComparison:
    """Compare a document with the file that holds its new version."""
    old = briefing.document(document_id)
    if old is None:
        known = ", ".join(document.id for document in briefing.documents)
        message = tr(
            "There is no document “{document_id}”; there is {known}.",
            document_id=document_id,
            known=known or "none",
        )
        unknown = problem("document-unknown", Place("briefing.toml"), message)
        return VersionComparison(None, None, (), (unknown,))
    try:
        data = read_version(path)
        text = decoded(data, path.name)
    except FileProblem as error:
        return VersionComparison(old, None, (), error.problems)
    new = _renewed(old, text)._replace(
        sha256=sha256_of(data), markdown=path.suffix.lower() == ".md"
    )
    return VersionComparison(old, new, _compared(report, old, new))


def read_version(path: Path) -> bytes:
    """Return the bytes of a new version; raises FileProblem when it cannot be one."""
    place = Place(path.name)
    if path.suffix.lower() not in READABLE:
        message = tr(
            "{name} cannot be read by this version; save it as .txt or .md.", name=path.name
        )
        raise FileProblem(problem("version-unreadable", place, message))
    try:
        if not path.is_file():
            message = tr("{name} is not there, or is no file.", name=path.name)
            raise FileProblem(problem("version-unreadable", place, message))
        with path.open("rb") as file:
            data = file.read(DOCUMENT_LIMIT + 1)
    except OSError as error:
        message = tr("{name} cannot be read: {reason}.", name=path.name, reason=error.strerror)
        raise FileProblem(problem("version-unreadable", place, message)) from None
    if len(data) > DOCUMENT_LIMIT:
        message = tr(
            "{name} is larger than {most} MB.",
            name=path.name,
            most=DOCUMENT_LIMIT // 1024**2,
        )
        raise FileProblem(problem("version-unreadable", place, message))
    return data


def version_lines(comparison: VersionComparison) -> Iterator[str]:
    """Yield the lines for people: every passage that is not the same, then the sum."""
    for found in comparison.problems:
        yield f"{found.place.file}: {found.severity.value}: {found.message}"
    if comparison.old is None or comparison.new is None:
        return
    for compared in comparison.passages:
        if not isinstance(compared.fate, Same):
            yield from _lines_of(comparison.old, compared)
    yield f"{comparison.old.title}, {fates_in_words(comparison)}"


def fates_in_words(comparison: VersionComparison) -> str:
    """Return how many cited passages met which fate."""
    counts = dict.fromkeys(("same", "moved", "changed", "gone"), 0)
    for compared in comparison.passages:
        counts[type(compared.fate).__name__.lower()] += 1
    said = ", ".join(f"{count} {name}" for name, count in counts.items())
    return tr("cited passages in the new version: {said}", said=said)


def _renewed(old: Document, text: str) -> Document:
    """Return the document with another text, divided into paragraphs as the old one is."""
    by_lines = paragraphs_of(old.text, "lines") == old.paragraphs
    paragraphs = paragraphs_of(text, "lines" if by_lines else "blocks")
    return old._replace(text=text, paragraphs=paragraphs, readable=True)


def _compared(report: Report, old: Document, new: Document) -> tuple[ComparedPassage, ...]:
    searched = Searched(new)
    passages = passages_of(report, old.id)
    return tuple(ComparedPassage(p, _fate(p.span, old, searched)) for p in passages)


def _fate(span: Span, old: Document, new: Searched) -> Fate:
    first, last = old.paragraph_at(span.start), old.paragraph_at(max(span.start, span.end - 1))
    outcome = grade(old.text[slice(*span)], new, (first, last)).outcome
    match outcome:
        case Verbatim() | Shortened():
            whole = Span(outcome.ranges[0].start, outcome.ranges[-1].end)
            stays = outcome.paragraphs == tuple(range(first, last + 1))
            return (Same if stays else Moved)(whole, outcome.paragraphs)
        case Altered():
            return Changed(outcome.ranges[0], outcome.paragraphs, _turned_round(outcome.difference))
        case Missing():
            return Gone()
        case _:
            assert_never(outcome)


def _turned_round(difference: Difference) -> Difference:
    """Return a difference told from the old text to the new one."""
    turned = {Change.DELETE: Change.INSERT, Change.INSERT: Change.DELETE}
    words = tuple(
        change._replace(
            change=turned.get(change.change, change.change),
            document=change.quotation,
            quotation=change.document,
        )
        for change in difference.words
    )
    return Difference(difference.kind, words)


def _lines_of(old: Document, compared: ComparedPassage) -> Iterator[str]:
    span = compared.passage.span
    where = f"{old.letter}{old.paragraph_at(span.start)}"
    cards = ", ".join(dict.fromkeys(use.checked.card for use in compared.passage.uses))
    words = " ".join(old.text[slice(*span)].split())
    match compared.fate:
        case Changed(difference=found):
            changes = [c for c in found.words if c.change is not Change.EQUAL]
            said = ", ".join(map(change_in_words, changes))
            yield f"changed  {where}  “{words}”: {difference_in_words(found)}: {said} ({cards})"
        case Moved(paragraphs=paragraphs):
            to = f"{old.letter}{paragraphs[0]}"
            yield f"moved    {where}  “{words}” to {to} ({cards})"
        case Gone():
            yield f"gone     {where}  “{words}” ({cards})"
        case _:
            pass
