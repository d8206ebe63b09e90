"""A quotation and the documents it may come from -> its grade."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from briefer.briefing.model import Document, Span
from briefer.evidence.differences import difference
from briefer.evidence.finding import candidates, exact, whole_words
from briefer.evidence.indexing import DocumentIndex, index_of
from briefer.evidence.model import Altered, Missing, Outcome, Shortened, Verbatim
from briefer.evidence.nearest import Encoded, Nearest, encoded, longest_run, nearest
from briefer.evidence.omissions import abridgements, find_abridged, has_marks
from briefer.evidence.phrases import Phrase, phrase_of
from briefer.evidence.words import word_pattern

Paragraphs = tuple[int, int]  # the first and the last that a citation names
_SENTENCE_ENDS = ".?!"


@dataclass(frozen=True, slots=True)
class Graded:
    """An outcome, and whether the same words stand in other places too."""

    outcome: Outcome
    several: bool = False


@dataclass(slots=True)
class Searched:
    """A document with what searching it takes, each built when it is first needed."""

    document: Document
    _index: DocumentIndex | None = field(default=None, init=False)
    _encoded: Encoded | None = field(default=None, init=False)
    _lower_case: frozenset[str] | None = field(default=None, init=False)

    @property
    def index(self) -> DocumentIndex:
        """Return the document's index."""
        if self._index is None:
            self._index = index_of(self.document)
        return self._index

    @property
    def lower_case(self) -> frozenset[str]:
        """Return the words that the document writes without a capital."""
        if self._lower_case is None:
            words = set(word_pattern(self.index.text).findall(self.index.text))
            self._lower_case = frozenset(word for word in words if not word[:1].isupper())
        return self._lower_case

    @property
    def encoded(self) -> Encoded:
        """Return the document's words, encoded for the search of what comes near."""
        if self._encoded is None:
            self._encoded = encoded(self.index)
        return self._encoded


def grade(words: str, searched: Searched, named: Paragraphs | None = None) -> Graded:
    """Compare quoted words with a document; `named` are the paragraphs that the citation names."""
    if not searched.document.readable:
        return Graded(Missing(searched.document.id))
    prefer = _span_of(searched.document, named)
    return (
        _verbatim(words, searched, prefer)
        or _shortened(words, searched, prefer)
        or _inexact(words, searched, prefer)
    )


def grade_in_all(words: str, documents: Sequence[Searched]) -> Graded:
    """Compare quoted words with every document and return the best grade, the first of equals."""
    graded = [grade(words, searched) for searched in documents]
    return min(graded, key=lambda g: _weight(g.outcome), default=Graded(Missing("")))


def find_exactly(words: str, documents: Sequence[Searched]) -> Graded | None:
    """Return where quoted words stand word for word in the first document that has them."""
    found = (_verbatim(words, s, None) for s in documents if s.document.readable)
    return next((graded for graded in found if graded), None)


def _weight(outcome: Outcome) -> int:
    return (Verbatim, Shortened, Altered, Missing).index(type(outcome))


def _span_of(document: Document, named: Paragraphs | None) -> Span | None:
    if named is None:
        return None
    spans = [p.span for p in document.paragraphs if named[0] <= p.number <= named[1]]
    return Span(spans[0].start, spans[-1].end) if spans else None


def _verbatim(words: str, searched: Searched, prefer: Span | None) -> Graded | None:
    phrase = phrase_of(words)
    if phrase is None:
        return None
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


def _inexact(words: str, searched: Searched, prefer: Span | None) -> Graded:
    """Return the nearest passage with what differs, or what little was found."""
    parts = list(_parts(words))
    if not parts:
        return Graded(Missing(searched.document.id))
    forms = tuple(form for part in parts for form in part.forms)
    if len(parts) == 1:
        span = _same_letters(searched, parts[0], prefer)
        if span is not None:
            return _altered(words, searched, span)
    found = nearest(searched.encoded, forms, prefer)
    if found is not None:
        return _altered(words, searched, _passage(searched, forms, found))
    run = longest_run(searched.encoded, forms)
    longest = _range(searched.index, run) if run else None
    return Graded(Missing(searched.document.id, longest))


def _parts(words: str) -> Iterator[Phrase]:
    if not has_marks(words):
        phrase = phrase_of(words)
        if phrase is not None:
            yield phrase
        return
    first = next(abridgements(words), None)
    if first is not None:
        yield from first.parts


def _same_letters(searched: Searched, phrase: Phrase, prefer: Span | None) -> Span | None:
    """Return where the same letters stand when only marks, capitals or word ends differ."""
    index = searched.index
    for within in (prefer, None) if prefer else (None,):
        found = next(candidates(index, phrase, within), None)
        if found is not None:
            span = Span(index.starts[found.first], index.ends[found.last])
            return whole_words(index.text, span)
    return None


def _range(index: DocumentIndex, found: Nearest) -> Span:
    span = Span(index.starts[found.first], index.ends[found.end - 1])
    return whole_words(index.text, span)


def _passage(searched: Searched, forms: Sequence[str], found: Nearest) -> Span:
    """Return the range of a nearest passage, with the words that the quotation replaced."""
    from rapidfuzz.distance import LCSseq

    index = searched.index
    text = searched.encoded.text[found.first : found.end]
    blocks = LCSseq.editops(text, searched.encoded.encode(forms)).as_matching_blocks()
    before, after = blocks[0].b, len(forms) - blocks[-2].b - blocks[-2].size
    first, end = found.first, found.end
    while before > 0 and first > 0 and not _is_apart(index, first - 1):
        first, before = first - 1, before - 1
    while after > 0 and end < len(index.starts) and not _is_apart(index, end - 1):
        end, after = end + 1, after - 1
    return _range(index, Nearest(first, end, found.shared))


def _is_apart(index: DocumentIndex, word: int) -> bool:
    """Tell whether a sentence or a paragraph ends between a word and the next one."""
    between = index.text[index.ends[word] : index.starts[word + 1]]
    return any(mark in between for mark in _SENTENCE_ENDS) or "\n\n" in between


def _altered(words: str, searched: Searched, span: Span) -> Graded:
    index = searched.index
    end = _past_marks(index.text, span.end, words)
    span = Span(span.start, end)
    changes = difference(index.text[span.start : span.end], words, lower_case=searched.lower_case)
    return Graded(Altered(searched.document.id, (span,), index.paragraphs((span,)), changes))


def _past_marks(text: str, end: int, words: str) -> int:
    """Return the end of a passage behind the mark that ends the quotation too."""
    last = words.rstrip()[-1:]
    return end + 1 if last and not last.isalnum() and text[end : end + 1] == last else end
