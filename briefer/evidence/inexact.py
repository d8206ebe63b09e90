"""Quoted words that do not stand in a document as they are -> the nearest passage, or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefer.briefing.model import Span
from briefer.evidence.differences import changes_between, difference
from briefer.evidence.finding import (
    Candidate,
    candidates,
    confirmed,
    marks_before,
    marks_behind,
    whole_words,
)
from briefer.evidence.folding import FREE
from briefer.evidence.indexing import DocumentIndex
from briefer.evidence.model import Altered, Change, Missing, WordChange
from briefer.evidence.nearest import Encoded, Nearest, Vicinity, needed
from briefer.evidence.omissions import FARTHEST, Abridged, abridgements, has_marks
from briefer.evidence.phrases import Phrase

if TYPE_CHECKING:
    from rapidfuzz.distance._initialize import MatchingBlock

_SENTENCE_ENDS = ".?!"
_LONGEST = 10  # times the quotation: longer is no passage of it
_NEAR_EDGE = 2  # words from the end of a quotation


@dataclass(frozen=True, slots=True)
class _Found:
    """Where a part of the quotation stands, and how many of its words stand there in order."""

    span: Span
    shared: int


def inexact(phrase: Phrase, document: Encoded, prefer: Span | None) -> Altered | Missing:
    """Return the passage that comes nearest with what differs; else what little was found."""
    reading = _reading(phrase)
    search = _Search(document, prefer)
    found = search.all_parts(reading.parts)
    if not found:
        return Missing(document.index.document.id, search.longest_run())
    spans = [part.span for part in found if part]
    whole = Span(spans[0].start, spans[-1].end)
    changes = tuple(_changes(document.index, reading, found))
    return Altered(
        document.index.document.id,
        (whole,),
        document.index.paragraphs((whole,)),
        difference(changes, document.index.writes_small),
    )


def _reading(phrase: Phrase) -> Abridged:
    reading = next(abridgements(phrase.text), None) if has_marks(phrase.text) else None
    return reading or Abridged((phrase,), ("", ""), ("", ""))


def _changes(
    index: DocumentIndex, reading: Abridged, found: Sequence[_Found | None]
) -> Iterator[WordChange]:
    """Yield what differs part by part; what is marked between them is no difference."""
    for number, (part, place) in enumerate(zip(reading.parts, found, strict=True)):
        if mark := reading.marks[number]:
            yield WordChange(Change.EQUAL, "…", mark)
        text = part.text.replace(FREE, "").strip()
        if place is None:
            yield WordChange(Change.INSERT, "", " ".join(text.split()))
        else:
            yield from changes_between(index.text[slice(*place.span)], text)
    if reading.marks[-1]:
        yield WordChange(Change.EQUAL, "…", reading.marks[-1])


class _Search:
    """Looks for the parts of one quotation: the longest first, then the others near it."""

    def __init__(self, document: Encoded, prefer: Span | None) -> None:
        self._document = document
        self._index = document.index
        self._prefer = prefer
        self._searched: list[Vicinity] = []

    def all_parts(self, parts: Sequence[Phrase]) -> tuple[_Found | None, ...]:
        """Return where the parts stand, if two thirds of all words do; else nothing."""
        found: list[_Found | None] = [None] * len(parts)
        by_length = sorted(range(len(parts)), key=lambda i: -len(parts[i].forms))
        for main in by_length:
            found[main] = self._part(parts[main], None)
            if found[main]:
                self._fill(parts, found, main)
                break
        shared = sum(part.shared for part in found if part)
        enough = shared >= needed(sum(len(part.forms) for part in parts))
        return tuple(found) if shared and enough else ()

    def longest_run(self) -> Span | None:
        """Return where the longest run of quoted words stands, if one helps."""
        runs = [run for vicinity in self._searched if (run := vicinity.longest_run())]
        best = max(runs, key=lambda run: run.shared, default=None)
        return _range(self._index, best.first, best.end) if best else None

    def _fill(self, parts: Sequence[Phrase], found: list[_Found | None], main: int) -> None:
        here = found[main]
        assert here is not None
        start, end = here.span
        for i in range(main + 1, len(parts)):
            found[i] = self._part(parts[i], Span(end, end + FARTHEST))
            end = place.span.end if (place := found[i]) else end
        for i in range(main - 1, -1, -1):
            found[i] = self._part(parts[i], Span(max(0, start - FARTHEST), start))
            start = place.span.start if (place := found[i]) else start

    def _part(self, part: Phrase, within: Span | None) -> _Found | None:
        for area in (self._prefer, None) if within is None and self._prefer else (within,):
            candidate = next(candidates(self._index, part, area), None)
            if candidate is not None:
                span = confirmed(self._index, part, candidate) or self._around(part, candidate)
                return _Found(span, len(part.forms))
        bounds = self._words_within(within) if within else None
        vicinity = Vicinity(self._document, part.forms, bounds)
        near = vicinity.nearest(self._prefer)
        if within is None:
            self._searched.append(vicinity)
            near = near or vicinity.scattered()
        if near is None:
            return None
        first, end = self._with_replaced(part, near)
        span = self._with_marks(part, _range(self._index, first, end))
        if span.end - span.start > FARTHEST + _LONGEST * len(part.text):
            return None  # little but marks and white space stands between its words
        return _Found(span, near.shared)

    def _words_within(self, within: Span) -> tuple[int, int]:
        return self._index.word_at(within.start), self._index.word_at(within.end)

    def _around(self, part: Phrase, candidate: Candidate) -> Span:
        """Return where the same letters stand when only marks, capitals or word ends differ."""
        return self._with_marks(part, _range(self._index, candidate.first, candidate.last + 1))

    def _with_marks(self, part: Phrase, span: Span) -> Span:
        before = marks_before(self._index, span.start, part)
        return Span(span.start - before, span.end + marks_behind(self._index, span.end, part))

    def _with_replaced(self, part: Phrase, near: Nearest) -> tuple[int, int]:
        """Widen a passage by the words at its edges that the quotation moved or replaced."""
        from rapidfuzz.distance import LCSseq

        quoted = self._document.encode(part.forms)
        text = self._document.text[near.first : near.end]
        blocks = LCSseq.editops(text, quoted).as_matching_blocks()
        added, lost = _unmatched(text, quoted, blocks)
        edges = _Edges(self._document, near.first, near.end)
        waiting = Counter(quoted[i] for i in added) - lost
        edges.take_moved(
            waiting & Counter(quoted[i] for i in added if i <= _NEAR_EDGE),
            waiting & Counter(quoted[i] for i in added if len(quoted) - i - 1 <= _NEAR_EDGE),
        )
        last = blocks[-2]
        left = waiting.total() - edges.taken
        edges.take_replaced(min(left, blocks[0].b), min(left, len(quoted) - last.b - last.size))
        return edges.first, edges.end


def _unmatched(
    text: str, quoted: str, blocks: Sequence[MatchingBlock]
) -> tuple[list[int], Counter[str]]:
    """Return which words of the quotation, and what words of the passage, have no counterpart."""
    matched = {i for block in blocks for i in range(block.b, block.b + block.size)}
    kept = Counter(quoted[i] for i in matched)
    return [i for i in range(len(quoted)) if i not in matched], Counter(text) - kept


class _Edges:
    """The ends of a passage, moved outwards to take in what the quotation has elsewhere."""

    def __init__(self, document: Encoded, first: int, end: int) -> None:
        self._document = document
        self.first, self.end = first, end
        self.taken = 0

    def take_moved(self, before: Counter[str], behind: Counter[str]) -> None:
        """Take in words that stand right outside and, in the quotation, a little further in."""
        text = self._document.text
        while self.first > 0 and before[text[self.first - 1]] > 0:
            before[text[self.first - 1]] -= 1
            self.first, self.taken = self.first - 1, self.taken + 1
        while self.end < len(text) and behind[text[self.end]] > 0:
            behind[text[self.end]] -= 1
            self.end, self.taken = self.end + 1, self.taken + 1

    def take_replaced(self, before: int, behind: int) -> None:
        """Take in as many words of the same sentence as stand for others in the quotation."""
        index = self._document.index
        for _ in range(before):
            if self.first == 0 or _is_apart(index, self.first - 1):
                break
            self.first -= 1
        for _ in range(behind):
            if self.end == len(index.starts) or _is_apart(index, self.end - 1):
                break
            self.end += 1


def _is_apart(index: DocumentIndex, word: int) -> bool:
    """Tell whether a sentence or a paragraph ends between a word and the next one."""
    between = index.text[index.ends[word] : index.starts[word + 1]]
    return any(mark in between for mark in _SENTENCE_ENDS) or "\n\n" in between


def _range(index: DocumentIndex, first: int, end: int) -> Span:
    """Return the range from one word up to another, with the halves of words that are broken."""
    while first in index.joined:
        first -= 1
    while end in index.joined:
        end += 1
    return whole_words(index.text, Span(index.starts[first], index.ends[end - 1]))
