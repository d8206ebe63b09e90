"""A document -> its index, built once: every word's place, and its words run together."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from briefer.briefing.model import Document, Span
from briefer.evidence.folding import line_breaks, without_reserved
from briefer.evidence.words import HIDDEN, form_of, is_letter, word_pattern

_FEW = 200  # places of a word that are enough to know how it is written


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DocumentIndex:
    """The words of a document, numbered, and where they stand.

    `skeleton` is their forms run together, without anything between: in it, a word that is broken
    at a line end is whole. `joined` holds the second halves of such words.
    """

    document: Document
    text: str  # the document's text, of the same length; Markdown's marks blanked out
    starts: array[int]  # of the words, in the text
    ends: array[int]
    offsets: array[int]  # of the words, in the skeleton; one more: its length
    skeleton: str
    forms: Sequence[str]
    places: Mapping[str, Sequence[int]]  # by form: the numbers of its words, ascending
    joined: frozenset[int]

    def word_at(self, offset: int) -> int:
        """Return the word that holds this position of the text, or the next one."""
        return bisect_right(self.ends, offset)

    def word_starting(self, offset: int) -> int | None:
        """Return the word that starts at this offset of the skeleton, if one does."""
        word = bisect_left(self.offsets, offset)
        if word >= len(self.starts) or self.offsets[word] != offset or word in self.joined:
            return None
        return word

    def word_ending(self, offset: int) -> int | None:
        """Return the word that ends at this offset of the skeleton, if one does."""
        word = bisect_left(self.offsets, offset)
        return None if self.offsets[word] != offset or word in self.joined else word - 1

    def writes_small(self, word: str) -> bool:
        """Tell whether the document writes a word without a capital somewhere."""
        places = self.places.get(form_of(word), ())
        return any(self.text[self.starts[place]].islower() for place in places[:_FEW])

    def paragraphs(self, ranges: Sequence[Span]) -> tuple[int, ...]:
        """Return the numbers of the paragraphs that these ranges stand in."""
        found: set[int] = set()
        for span in ranges:
            first = self.document.paragraph_at(span.start)
            last = self.document.paragraph_at(max(span.start, span.end - 1))
            found.update(range(first, last + 1))
        return tuple(sorted(found))


def index_of(document: Document) -> DocumentIndex:
    """Index a document; some 0.1 s for 1 MB."""
    text = without_reserved(document.text)
    if document.markdown:
        from briefer.evidence.unmarking import unmarked

        text = unmarked(text)
    lowered = _lowered(text)
    pieces = word_pattern(lowered).split(lowered)  # what is between, a word, what is between …
    edges = array("I", accumulate(map(len, pieces)))
    starts, ends = edges[:-1:2], edges[1::2]
    forms = _forms(pieces[1::2])
    offsets = array("I", accumulate(map(len, forms), initial=0))
    places: defaultdict[str, list[int]] = defaultdict(list)
    for word, form in enumerate(forms):
        places[form].append(word)
    joined = frozenset(_join(text, starts, forms, places))
    return DocumentIndex(
        document, text, starts, ends, offsets, "".join(forms), forms, dict(places), joined
    )


def _lowered(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := character.lower()) == 1 else "i" for character in text)


def _forms(words: list[str]) -> list[str]:
    odd = {word: form_of(word) for word in set(words) if not word.isascii()}
    return [odd.get(word, word) for word in words] if odd else words


def _join(
    text: str, starts: Sequence[int], forms: Sequence[str], places: dict[str, list[int]]
) -> Iterator[int]:
    """Yield the second halves of broken words, and give every whole word its place.

    Whether `north-` and `west` at a line end are one word or two, the rest of the document tells.
    """
    hidden = {bisect_left(starts, end) for end in _hidden_breaks(text)}
    broken = sorted({bisect_left(starts, match.end()) for match in line_breaks(text)})
    halves: defaultdict[str, int] = defaultdict(int)
    for second in broken:
        halves[forms[second - 1]] += 1
        halves[forms[second]] += 1
    known = {form for form, count in halves.items() if len(places[form]) > count}
    wholes = {f"{forms[second - 1]}{forms[second]}" for second in broken} & places.keys()
    added: defaultdict[str, list[int]] = defaultdict(list)
    for second in sorted(hidden.union(broken)):
        one, other = forms[second - 1], forms[second]
        added[one + other].append(second - 1)
        if second in hidden or one + other in wholes or not {one, other} <= known:
            yield second
    for form, words in added.items():
        places[form] = sorted({*places.get(form, ()), *words})


_HIDDEN_RUN = re.compile(f"[{HIDDEN}]+")


def _hidden_breaks(text: str) -> Iterator[int]:
    """Yield where words go on behind characters that nobody sees, such as soft hyphens."""
    if text.isascii() or not any(character in text for character in HIDDEN):
        return
    for match in _HIDDEN_RUN.finditer(text):
        around = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if all(map(is_letter, around)):
            yield match.end()
