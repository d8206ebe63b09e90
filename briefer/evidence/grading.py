"""A quotation and the documents it may come from -> its grade."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from briefer.briefing.model import Document, Span
from briefer.evidence.finding import exact
from briefer.evidence.folding import without_reserved
from briefer.evidence.indexing import DocumentIndex, index_of
from briefer.evidence.model import Altered, Missing, Outcome, Shortened, Verbatim, is_unread
from briefer.evidence.omissions import abridgements, find_abridged, has_marks
from briefer.evidence.phrases import Phrase, phrase_of

if TYPE_CHECKING:
    from briefer.evidence.nearest import Encoded

Paragraphs = tuple[int, int]  # the first and the last that a citation names


class Graded(NamedTuple):
    """An outcome, and whether the same words stand in other places too."""

    outcome: Outcome
    several: bool = False


@dataclass(slots=True)
class Searched:
    """A document with what searching it takes, each built when it is first needed."""

    document: Document
    _index: DocumentIndex | None = field(default=None, init=False)
    _encoded: Encoded | None = field(default=None, init=False)

    @property
    def index(self) -> DocumentIndex:
        """Return the document's index."""
        if self._index is None:
            self._index = index_of(self.document)
        return self._index

    @property
    def encoded(self) -> Encoded:
        """Return the document's words, encoded for the search of what comes near."""
        if self._encoded is None:
            from briefer.evidence.nearest import encoded

            self._encoded = encoded(self.index)
        return self._encoded


def grade(words: str, searched: Searched, named: Paragraphs | None = None) -> Graded:
    """Compare quoted words with a document; `named` are the paragraphs that the citation names."""
    if not searched.document.readable:
        return Graded(Missing(searched.document.id, unread=True))
    words = without_reserved(words)
    prefer = _span_of(searched.document, named)
    phrase = phrase_of(words)
    if phrase is None:
        return Graded(Missing(searched.document.id))
    return (
        _verbatim(phrase, searched, prefer)
        or _shortened(words, searched, prefer)
        or _inexact(phrase, searched, prefer)
    )


def grade_in_all(words: str, documents: Sequence[Searched]) -> Graded:
    """Compare quoted words with every document and return the best grade, the first of equals."""
    graded = [grade(words, searched) for searched in documents]
    return min(graded, key=lambda g: _weight(g.outcome), default=Graded(Missing("")))


def find_exactly(words: str, documents: Sequence[Searched]) -> Graded | None:
    """Return where quoted words stand word for word in the first document that has them."""
    phrase = phrase_of(without_reserved(words))
    if phrase is None:
        return None
    found = (_verbatim(phrase, s, None) for s in documents if s.document.readable)
    return next((graded for graded in found if graded), None)


def _weight(outcome: Outcome) -> tuple[int, bool]:
    """Order grades from the best; words may stand in a text that could not be read."""
    grades = (Verbatim, Shortened, Altered, Missing)
    return grades.index(type(outcome)), not is_unread(outcome)


def _span_of(document: Document, named: Paragraphs | None) -> Span | None:
    if named is None:
        return None
    spans = [paragraph.span for paragraph in document.paragraphs[named[0] - 1 : named[1]]]
    return Span(spans[0].start, spans[-1].end) if spans else None


def _verbatim(phrase: Phrase, searched: Searched, prefer: Span | None) -> Graded | None:
    index = searched.index
    for within in (prefer, None) if prefer else (None,):
        found = list(islice(exact(index, phrase, within), 2))
        if found:
            ranges, several = (found[0],), len(found) > 1 and within is None
            outcome = Verbatim(searched.document.id, ranges, index.paragraphs(ranges))
            return Graded(outcome, several)
    return None


def _shortened(words: str, searched: Searched, prefer: Span | None) -> Graded | None:
    if not has_marks(words):
        return None
    index = searched.index
    for within in (prefer, None) if prefer else (None,):
        for abridged in abridgements(words):
            found = list(islice(find_abridged(index, abridged, within), 2))
            if found:
                outcome = Shortened(searched.document.id, found[0], index.paragraphs(found[0]))
                return Graded(outcome, len(found) > 1 and within is None)
    return None


def _inexact(phrase: Phrase, searched: Searched, prefer: Span | None) -> Graded:
    from briefer.evidence.inexact import inexact  # takes time to import, and is seldom needed

    return Graded(inexact(phrase, searched.encoded, prefer))
