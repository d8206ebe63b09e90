"""A phrase and a document's index -> the places where the same words stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefer.briefing.model import Span
from briefer.evidence.folding import folded, same
from briefer.evidence.indexing import DocumentIndex
from briefer.evidence.phrases import Phrase, taken_apart
from briefer.evidence.words import is_letter

_APOSTROPHES = "'’ʼ‘`´"
_HYPHENS = "-\u2010\u2011"
_SIGNS = ("-", "−")
_JOINS_NUMBERS = ".,:/⁄"
_STOPS = ",.;"
_NO_STOPS = str.maketrans("", "", _STOPS)
_PLAIN_BREAK = re.compile("(?<=[a-z])- (?=[a-z])")
_MOST_IN_VAIN = 2_000_000  # code points that are compared and found to differ
_FARTHEST_MARKS = 60  # how far from a word the marks around it are looked at


class Candidate(NamedTuple):
    """The same letters in the same order, from one word of the document to another."""

    first: int  # the number of the first word
    last: int


def candidates(
    index: DocumentIndex, phrase: Phrase, within: Span | None = None
) -> Iterator[Candidate]:
    """Yield where the letters of the phrase stand, in the order of the text.

    `within` bounds, in the text, where the first word may start.
    """
    size = len(phrase.skeleton)
    for position in _positions(index, phrase, _bounds(index, within)):
        first = index.word_starting(position)
        last = index.word_ending(position + size)
        if first is not None and last is not None:
            yield Candidate(first, last)


def _bounds(index: DocumentIndex, within: Span | None) -> tuple[int, int]:
    """Return the words between which the first one may be, half-open."""
    if within is None:
        return 0, len(index.starts)
    return bisect_left(index.starts, within.start), bisect_left(index.starts, within.end)


def _positions(index: DocumentIndex, phrase: Phrase, bounds: tuple[int, int]) -> Iterator[int]:
    """Yield every offset of the skeleton, within the bounds, where the phrase's stands."""
    skeleton, wanted, offsets = index.skeleton, phrase.skeleton, index.offsets
    low, high = offsets[bounds[0]], offsets[bounds[1]]
    if not phrase.anchors:
        yield from _scanned(skeleton, wanted, low, high)
        return
    words, at = _rarest(index, phrase)
    if bounds != (0, len(index.starts)):
        first = bisect_left(words, low + at, key=offsets.__getitem__)
        words = words[first : bisect_left(words, high + at, key=offsets.__getitem__)]
    for word in words:
        position = offsets[word] - at
        if skeleton.startswith(wanted, position):
            yield position


def _rarest(index: DocumentIndex, phrase: Phrase) -> tuple[Sequence[int], int]:
    """Return the words that have the rarest form of the phrase, and that form's place in it."""
    places = index.places
    sizes = [len(places[form]) if form in places else 0 for form, _ in phrase.anchors]
    form, at = phrase.anchors[sizes.index(min(sizes))]
    return places.get(form, ()), at


def _scanned(skeleton: str, wanted: str, low: int, high: int) -> Iterator[int]:
    position = skeleton.find(wanted, low)
    while 0 <= position < high:
        yield position
        position = skeleton.find(wanted, position + 1)


def exact(index: DocumentIndex, phrase: Phrase, within: Span | None = None) -> Iterator[Span]:
    """Yield the ranges where the phrase stands word for word, in the order of the text."""
    left = _MOST_IN_VAIN
    for candidate in candidates(index, phrase, within):
        span = confirmed(index, phrase, candidate)
        if span is not None:
            yield span
        else:
            left -= len(phrase.text)
            if left < 0:
                return


def confirmed(index: DocumentIndex, phrase: Phrase, candidate: Candidate) -> Span | None:
    """Return the range when a candidate is the same text and no word is cut, else None."""
    start, end = index.starts[candidate.first], index.ends[candidate.last]
    if cuts_a_word(index.text, start, end):
        return None
    return _plainly_same(index.text, phrase, start, end) or _same(index, phrase, candidate)


def _plainly_same(text: str, phrase: Phrase, start: int, end: int) -> Span | None:
    """Return the range when nothing but white space and broken words differ: most often so."""
    stop = phrase.text[phrase.last :].strip()
    if phrase.first or (stop and stop not in _STOPS):
        return None
    mine = " ".join(phrase.text[: phrase.last].split())
    yours = " ".join(text[start:end].split())
    if mine[1:] != yours[1:] and mine[1:] != _PLAIN_BREAK.sub("", yours)[1:]:
        return None
    if mine[0] != yours[0] and not (phrase.opens and mine[0].lower() == yours[0].lower()):
        return None
    return Span(start, end + 1 if stop and text[end : end + 1] == stop else end)


def _same(index: DocumentIndex, phrase: Phrase, candidate: Candidate) -> Span | None:
    start, end = index.starts[candidate.first], index.ends[candidate.last]
    low = index.ends[candidate.first - 1] if candidate.first else 0
    after = candidate.last + 1
    high = index.starts[after] if after < len(index.starts) else len(index.text)
    low, high = max(low, start - _FARTHEST_MARKS), min(high, end + _FARTHEST_MARKS)
    text, mine = index.text, phrase.folded
    # a letter on either side stands for the words there, so that marks fold as between words
    yours = taken_apart(folded(f"a{text[low:high]}a")[1:-1])
    if not _same_core(phrase, yours.core):
        return None
    matched = _matched_tail(phrase, yours.tail)
    if matched is None or not yours.head.endswith(mine.head):
        return None
    start -= _reach(text[low:start][::-1], mine.head[::-1]) if mine.head else 0
    return Span(start, end + (_reach(text[end:high], matched) if matched else 0))


def _same_core(phrase: Phrase, core: str) -> bool:
    mine = phrase.folded.core
    if phrase.opens and mine[0] != core[0] and mine[0].lower() == core[0].lower():
        mine = core[0] + mine[1:]
    return same(mine, core)


def _matched_tail(phrase: Phrase, tail: str) -> str | None:
    """Return the marks behind the last word that the phrase has too; None when they differ."""
    if tail.startswith(phrase.folded.tail):
        return phrase.folded.tail
    for bare in _without_stops(phrase):
        if tail.startswith(bare):
            return bare
        if tail.translate(_NO_STOPS).startswith(bare):
            return ""
    return None


def _without_stops(phrase: Phrase) -> Iterator[str]:
    """Yield the marks behind the last word without the stop that ends them."""
    tail = phrase.folded.tail
    if tail[-1] in _STOPS:
        yield tail[:-1]
    bare = tail.translate(_NO_STOPS)
    if len(bare) == len(tail) - 1 or phrase.loose:
        yield bare


def _reach(between: str, marks: str) -> int:
    """Return how many characters of the text it takes to hold these folded marks."""
    if between.startswith(marks):
        return len(marks)
    lengths = range(1, len(between) + 1)
    wanted = (marks, marks[::-1])
    return next((n for n in lengths if folded(between[:n]) in wanted), 0)


def marks_behind(index: DocumentIndex, end: int, phrase: Phrase) -> int:
    """Return how many marks behind a word belong to the passage of a phrase that differs."""
    text = index.text
    high = next((i for i in range(end, len(text)) if is_letter(text[i])), len(text))
    tail = folded(f"a{text[end : min(high, end + _FARTHEST_MARKS)]}a")[1:-1]
    matched = _matched_tail(phrase, tail)
    if matched is not None:
        return _reach(text[end:high], matched) if matched else 0
    return next((i for i in range(end, high) if text[i].isspace()), high) - end


def marks_before(index: DocumentIndex, start: int, phrase: Phrase) -> int:
    """Return how many marks before a word belong to the passage of a phrase that differs."""
    if not phrase.folded.head:
        return 0
    text = index.text
    low = next((i for i in range(start, 0, -1) if not _is_mark(text[i - 1])), 0)
    return start - low


def _is_mark(character: str) -> bool:
    return not character.isspace() and not is_letter(character)


def cuts_a_word(text: str, start: int, end: int) -> bool:
    """Tell whether a range begins or ends inside a word, a compound or a number.

    >>> cuts_a_word("they can't", 0, 8), cuts_a_word("non-nuclear", 4, 11)
    (True, True)
    """
    before, after = text[max(0, start - 2) : start][::-1], text[end : end + 2]
    opening, closing = text[start : start + 1], text[max(0, end - 1) : end]
    return _is_inside(before, opening, opens=True) or _is_inside(after, closing, opens=False)


def _is_inside(outside: str, edge: str, *, opens: bool) -> bool:
    """Tell whether a word goes on past its edge; `outside` is read away from the word."""
    near, far = outside[:1], outside[1:]
    if not near or not is_letter(edge):
        return False
    if is_letter(near):
        return not _stands_alone(edge) and not _stands_alone(near)
    if not is_letter(far):
        return opens and near in _SIGNS and edge.isdigit() and far not in _SIGNS
    if near in _HYPHENS or near in _APOSTROPHES:
        return True
    return near in _JOINS_NUMBERS and edge.isdigit() and far.isdigit()


def _stands_alone(character: str) -> bool:
    return (
        "\u2e80" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or ("\U00020000" <= character <= "\U0003ffff")
    )


def whole_words(text: str, span: Span) -> Span:
    """Return the range, widened until it neither begins nor ends inside a word."""
    start, end = span
    while start > 0 and cuts_a_word(text, start, start):
        start -= 1
    while end < len(text) and cuts_a_word(text, end, end):
        end += 1
    return Span(start, end)
