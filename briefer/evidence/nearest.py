"""Quoted words that stand nowhere as they are -> the passage that comes nearest to them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from briefer.briefing.model import Span
from briefer.evidence.indexing import DocumentIndex

_MOST_WINDOWS = 60
_MOST_PLACES = (60, 300)  # of words, that are looked at for one quotation: at first, at most
_FEWEST_PAIRS = 4
_FEW = 12  # words of a quotation
_MOST_SINGLE = 1_500  # places of a word that must stand in a short passage
_CLEARLY = 0.8  # of the words: more is not looked for
_SHORT, _SHORTEST = 8, 4  # words of a quotation
_SHORTEST_RUN = 4  # words: less common ground helps nobody
_UNKNOWN, _NOWHERE, _HALF = "\0", "\1", "\2"  # codes that no quoted word shares
_SURROGATES = 0xD800
_WIDEST_GAP = 600  # words between the parts of a passage that was shortened without a mark


@dataclass(frozen=True, slots=True)
class Encoded:
    """The words of a document as one string, a character for each distinct word, and an end."""

    index: DocumentIndex
    codes: dict[str, str]
    text: str

    def encode(self, forms: Sequence[str]) -> str:
        """Return quoted words in the same code; words that the document lacks are one other."""
        return "".join([self.codes.get(form, _UNKNOWN) for form in forms])


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage from one word of the document up to another, and how many words it shares."""

    first: int
    end: int  # half-open
    shared: int


def encoded(index: DocumentIndex) -> Encoded:
    """Encode a document's words; done once, and only when something was not found.

    A broken word has the code of the whole; its second half, one that no word has.
    """
    forms = list(index.forms)
    for second in sorted(index.joined, reverse=True):
        forms[second - 1] += forms[second]
        forms[second] = ""
    distinct = dict.fromkeys(forms)
    codes = {form: _character(number) for number, form in enumerate(distinct, 3)}
    codes[""] = _HALF
    return Encoded(index, codes, "".join(map(codes.__getitem__, forms)) + _NOWHERE)


def _character(number: int) -> str:
    return chr(number if number < _SURROGATES else number + 0x800)


def needed(words: int) -> int:
    """Return how many of so many words must stand in the passage: two thirds."""
    return ceil(2 * words / 3)


class Vicinity:
    """Looks for the passage that comes nearest to quoted words, in a document or a part of it.

    Pairs of quoted words that stand side by side in the document vote for where it starts: the
    rarest pairs first, and more of them only while no passage is clearly the one.
    """

    def __init__(
        self, document: Encoded, forms: Sequence[str], bounds: tuple[int, int] | None = None
    ) -> None:
        self._document = document
        self._forms = forms
        self._wanted = document.encode(forms)
        self._bounds = bounds or (0, len(document.text) - 1)
        self._places = [
            _within(document.index.places.get(form, ()), self._bounds) for form in forms
        ]
        self._pairs = self._rarest_first()
        self._looked = 0
        self._starts: list[int] = []

    def nearest(self, prefer: Span | None = None) -> Nearest | None:
        """Return the nearest passage that shares two thirds of the words in order, if one does.

        Of equals it is the one in the preferred range.
        """
        count = len(self._forms)
        if sum(map(bool, self._places)) < needed(count):
            return None
        found: Nearest | None = None
        for most in _MOST_PLACES:
            if not self._look(most) and most != _MOST_PLACES[0]:
                break  # nothing new was seen
            found = _best_window(self._document, self._wanted, self._windows(), prefer)
            if found is not None and found.shared >= _CLEARLY * count:
                break
        return found

    def scattered(self) -> Nearest | None:
        """Return a passage around a run of words that was shortened without a mark, if one is."""
        run = self.longest_run()
        if run is None or run.shared < max(_SHORTEST_RUN, len(self._forms) / 4):
            return None
        return _scattered(self._document, self._wanted, run)

    def longest_run(self) -> Nearest | None:
        """Return the longest run of the quoted words that stands in the document, if one helps."""
        if not self._looked:
            self._look(_MOST_PLACES[0])
        diagonals = [start for start, votes in Counter(self._starts).most_common(10) if votes > 1]
        runs = (_run_at(self._document.text, self._wanted, start) for start in diagonals)
        best = max(runs, key=lambda run: run.shared, default=None)
        return best if best and best.shared >= _SHORTEST_RUN else None

    def _rarest_first(self) -> list[tuple[int, int, int]]:
        """Return how often the rarer word of each pair stands there, which it is, its side."""
        sizes = list(map(len, self._places))
        pairs = enumerate(pairwise(sizes))
        return sorted(
            (one, j, 1) if one <= other else (other, j + 1, -1) for j, (one, other) in pairs
        )

    def _look(self, most: int) -> bool:
        """Look at more pairs, up to so many places in all; tell whether there were any.

        Some are looked at, however common they are; in the end, more where there are few.
        """
        text, wanted = self._document.text, self._wanted
        if most == _MOST_PLACES[-1] and len(wanted) <= _FEW:
            most *= _FEW
        looked = 0
        for size, j, side in self._pairs:
            if size > most and self._looked + looked >= _FEWEST_PAIRS:
                break
            looked += 1
            most -= size
            other = wanted[j + side]
            self._starts += [
                w - j
                for w in self._places[j]
                if (beside := text[w + side]) == other
                or (beside == _HALF and text[w + 2 * side] == other)
            ]
        del self._pairs[:looked]
        self._looked += looked
        return looked > 0

    def _windows(self) -> list[tuple[int, int]]:
        """Return the stretches of words that can hold the passage, the likeliest first."""
        count = len(self._forms)
        slack = max(3, count // 3)
        votes = Counter([start // slack for start in self._starts])
        if count > _SHORT:  # one pair alone may stand anywhere
            likely = [v for v in votes if votes[v] > 1 or v + 1 in votes or v - 1 in votes]
        else:
            if count <= _SHORTEST:  # no pair need be left when one word of them differs
                votes.update(start // slack for start in self._single_starts())
            likely = list(votes)
        likely.sort(key=lambda start: (-votes[start], start))
        low, high = self._bounds
        spans = [
            (max(low, (v - 1) * slack), min(high, (v + 2) * slack + count))
            for v in likely[: _MOST_WINDOWS if count > _SHORTEST else _MOST_SINGLE]
        ]
        return [(first, end) for first, end in spans if first < end]

    def _single_starts(self) -> Iterator[int]:
        """Yield where single words would have the passage start: a short one may have no pair.

        One of the rarest must stand in it, or too few of the words do; they are looked at wherever
        they stand, the others only to tell which places are likelier.
        """
        count = len(self._places)
        by_size = sorted(range(count), key=lambda j: len(self._places[j]))
        for rank, j in enumerate(by_size):
            most = _MOST_SINGLE if rank <= count - needed(count) else _MOST_PLACES[-1]
            yield from (word - j for word in self._places[j][:most])


def _within(words: Sequence[int], bounds: tuple[int, int]) -> Sequence[int]:
    low, high = bounds
    if not words or (low <= words[0] and words[-1] < high):
        return words
    return words[bisect_left(words, low) : bisect_left(words, high)]


def _best_window(
    document: Encoded, wanted: str, windows: list[tuple[int, int]], prefer: Span | None
) -> Nearest | None:
    from rapidfuzz.distance import LCSseq

    best: list[tuple[int, int]] = []
    shared = needed(len(wanted))
    for low, high in windows:
        score = int(LCSseq.similarity(wanted, document.text[low:high], score_cutoff=shared))
        if score > shared:
            best, shared = [], score
        if score >= shared:
            best.append((low, high))
    found = [_tightened(document, wanted, low, high, shared) for low, high in best[:10]]
    most = len(wanted) + max(3, len(wanted) // 2)
    found = [passage for passage in found if passage.end - passage.first <= most]
    return min(found, key=lambda passage: _rank(document, passage, prefer), default=None)


def _rank(document: Encoded, passage: Nearest, prefer: Span | None) -> tuple[bool, int, int]:
    start = document.index.starts[passage.first]
    elsewhere = prefer is not None and not prefer.start <= start < prefer.end
    return elsewhere, passage.end - passage.first, passage.first


def _tightened(document: Encoded, wanted: str, low: int, high: int, shared: int) -> Nearest:
    """Shrink a window from both sides as far as it keeps all the shared words."""
    from rapidfuzz.distance import LCSseq

    def keeps(first: int, end: int) -> bool:
        return int(LCSseq.similarity(wanted, document.text[first:end])) >= shared

    end = bisect_left(range(low, high), True, key=lambda middle: keeps(low, middle)) + low
    first = low + bisect_left(range(low, end), True, key=lambda middle: not keeps(middle, end)) - 1
    return Nearest(first, end, shared)


def _scattered(document: Encoded, wanted: str, run: Nearest) -> Nearest | None:
    """Return a passage around a run of words when it was shortened without a mark."""
    from rapidfuzz.distance import LCSseq

    low, high = max(0, run.first - _WIDEST_GAP), run.end + _WIDEST_GAP
    score = int(LCSseq.similarity(wanted, document.text[low:high]))
    if score < needed(len(wanted)):
        return None
    found = _tightened(document, wanted, low, min(high, len(document.text)), score)
    pieces = LCSseq.opcodes(document.text[found.first : found.end], wanted)
    runs = sum(piece.tag == "equal" for piece in pieces)
    return found if score >= 3 * runs else None


def _run_at(text: str, wanted: str, start: int) -> Nearest:
    """Return the longest run of words that are the same when the quotation starts at a word."""
    best = (0, 0)
    run = 0
    for j, code in enumerate(wanted):
        run = run + 1 if 0 <= start + j < len(text) and text[start + j] == code else 0
        best = max(best, (run, start + j + 1))
    return Nearest(best[1] - best[0], best[1], best[0])
