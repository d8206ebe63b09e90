"""Quoted words that stand nowhere as they are -> the passage that comes nearest to them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from briefer.briefing.model import Span
from briefer.evidence.indexing import DocumentIndex

_MOST_WINDOWS = 60
_MOST_PLACES = (60, 300)  # of words, that are looked at for one quotation: at first, at most
_FEWEST_PAIRS = 4  # that are looked at, however common they are
_CLEARLY = 0.8  # of the words: more is not looked for
_SHORT = 8  # words
_FEW_PLACES = 200  # of a word that a run of words is looked for at
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


def nearest(
    document: Encoded,
    forms: Sequence[str],
    *,
    prefer: Span | None = None,
    bounds: tuple[int, int] | None = None,
) -> Nearest | None:
    """Return the nearest passage that shares two thirds of the words in order, if there is one.

    Of equals it is the one in the preferred range. `bounds` are the words that it must lie within.
    """
    wanted = document.encode(forms)
    low, high = bounds or (0, len(document.text) - 1)
    found: Nearest | None = None
    for most in _MOST_PLACES:
        windows = [
            (max(low, first), min(high, end))
            for first, end in _windows(document, wanted, forms, (low, high), most)
            if first < high and end > low
        ]
        found = _best_window(document, wanted, windows, prefer)
        if found is not None and found.shared >= _CLEARLY * len(wanted):
            break
    if found is not None or bounds is not None:
        return found
    run = longest_run(document, forms)
    if run is None or run.shared < max(_SHORTEST_RUN, len(forms) / 4):
        return None
    return _scattered(document, wanted, run)


def _windows(
    document: Encoded, wanted: str, forms: Sequence[str], bounds: tuple[int, int], most: int
) -> list[tuple[int, int]]:
    """Return the stretches of words that can hold the passage, the likeliest first.

    Pairs of quoted words that stand side by side in the document vote for where it starts.
    """
    count = len(forms)
    if sum(form in document.index.places for form in forms) < needed(count):
        return []
    slack = max(3, count // 3)
    votes = Counter([start // slack for start in _starts(document, wanted, forms, bounds, most)])
    likely = list(votes)
    if count > _SHORT:  # one pair alone may stand anywhere
        likely = [v for v in votes if votes[v] > 1 or v + 1 in votes or v - 1 in votes]
    likely.sort(key=lambda start: (-votes[start], start))
    return [((start - 1) * slack, (start + 2) * slack + count) for start in likely[:_MOST_WINDOWS]]


def _starts(
    document: Encoded, wanted: str, forms: Sequence[str], bounds: tuple[int, int], most: int
) -> Iterator[int]:
    """Yield where the passage would start for each pair that is found, the rarest pairs first.

    Single words stand in for pairs in a quotation that is too short to be sure of one.
    """
    text, budget = document.text, most
    places = [_within(document.index.places.get(form, ()), bounds) for form in forms]
    sizes = [len(words) for words in places]
    pairs = sorted(
        (sizes[j], j, 1) if sizes[j] <= sizes[j + 1] else (sizes[j + 1], j + 1, -1)
        for j in range(len(forms) - 1)
    )
    for tried, (size, j, side) in enumerate(pairs):
        if size > budget and tried >= _FEWEST_PAIRS:
            break
        budget -= size
        other = wanted[j + side]
        yield from [w - j for w in places[j] if text[w + side] == other]
    if len(forms) <= _SHORT:
        for j, words in sorted(enumerate(places), key=lambda place: len(place[1])):
            yield from (word - j for word in words[:most])


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


def longest_run(document: Encoded, forms: Sequence[str]) -> Nearest | None:
    """Return the longest run of the quoted words that stands in the document, if one helps."""
    index, best = document.index, Nearest(0, 0, 0)
    wanted = document.encode(forms)
    known = sorted((len(index.places[f]), j) for j, f in enumerate(forms) if f in index.places)
    text = document.text
    for count, j in known[:_SHORTEST_RUN]:
        if count > _FEW_PLACES:
            break
        before, after = wanted[j - 1 : j], wanted[j + 1 : j + 2]
        for word in index.places[forms[j]]:
            if text[word + 1 : word + 2] == after or text[word - 1 : word] == before:
                found = _run_at(text, wanted, word, j)
                best = found if found.shared > best.shared else best
    return best if best.shared >= _SHORTEST_RUN else None


def _run_at(text: str, wanted: str, word: int, j: int) -> Nearest:
    first, start = word, j
    while first > 0 and start > 0 and text[first - 1] == wanted[start - 1]:
        first, start = first - 1, start - 1
    end, stop = word, j
    while end < len(text) and stop < len(wanted) and text[end] == wanted[stop]:
        end, stop = end + 1, stop + 1
    return Nearest(first, end, end - first)
