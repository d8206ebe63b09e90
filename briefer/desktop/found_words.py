"""A text and words to look for -> where they stand in it, folded as the search folds."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from briefer.briefing.model import Span
from briefer.search.folding import fold, sign_of, word_pieces
from briefer.search.marking import merged

MOST = 5000  # places of one word; more help nobody, and take their time


@dataclass(frozen=True, slots=True)
class Found:
    """Where words stand in a text, in its order, and which place the reader is at."""

    spans: tuple[Span, ...] = ()
    current: int = -1  # an index; -1 before the first step

    @property
    def here(self) -> Span | None:
        """The place that the reader is at."""
        return self.spans[self.current] if self.current >= 0 else None

    def within(self, view: Span) -> tuple[Span, ...]:
        """Return the places that share text with a range."""
        first = bisect_right(self.spans, view.start, key=lambda span: span.end)
        last = bisect_left(self.spans, view.end, key=lambda span: span.start)
        return self.spans[first:last]

    def at(self, offset: int) -> Found:
        """Return the same with the reader at the first place from an offset on, or at the first."""
        index = bisect_left(self.spans, offset, key=lambda span: span.start)
        return Found(self.spans, index % len(self.spans) if self.spans else -1)

    def stepped(self, by: int) -> Found:
        """Return the same with the reader that many places on; behind the last is the first."""
        return Found(self.spans, (self.current + by) % len(self.spans) if self.spans else -1)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: several words as such, or what was typed wherever it stands."""

    words: tuple[str, ...]
    whole: bool


class FoldedText:
    """A text with case, accents and the kinds of quote marks folded away, and the way back."""

    __slots__ = ("_ends", "_folded", "_lost", "_starts")

    def __init__(self, text: str) -> None:
        table = {ord(character): _folded_character(character) for character in set(text)}
        self._folded = text.translate(table)
        uneven = "".join(chr(code) for code, made in table.items() if len(made) != 1)
        self._starts: list[int] = []  # in the folded text, behind each uneven character
        self._lost: list[int] = [0]  # what to add to come back to the text, before and behind it
        self._ends: list[int] = []  # in the text, behind each of them
        for match in re.finditer(f"[{re.escape(uneven)}]", text) if uneven else ():
            self._lost.append(self._lost[-1] + 1 - len(table[ord(match.group())]))
            self._starts.append(match.end() - self._lost[-1])
            self._ends.append(match.end())
        self._ends.append(len(text) + 1)

    def find(self, wanted: Wanted) -> tuple[Span, ...]:
        """Return where what is wanted stands: in order, none within another."""
        found = [span for word in wanted.words for span in self._places(word, wanted)]
        return merged(found) if len(wanted.words) > 1 else tuple(found)

    def _places(self, word: str, wanted: Wanted) -> Iterator[Span]:
        folded = "".join(map(_folded_character, word)).split()
        if not folded:
            return
        matches = re.finditer(" +".join(map(re.escape, folded)), self._folded)
        spans = (match.span() for match in matches if not wanted.whole or self._is_whole(match))
        for start, end in islice(spans, MOST):
            yield Span(self._back(start), max(self._back(end), self._back(start) + 1))

    def _is_whole(self, match: re.Match[str]) -> bool:
        start, end = match.span()
        text = self._folded
        return not (
            (start and _joined(text[start - 1], text[start]))
            or (end < len(text) and _joined(text[end - 1], text[end]))
        )

    def _back(self, position: int) -> int:
        """Return the place in the text; what became several letters is one place."""
        index = bisect_right(self._starts, position)
        return min(position + self._lost[index], self._ends[index] - 1)


def words_wanted(words: Iterable[str]) -> Wanted:
    """Return what marks these words and none that they only are a part of."""
    return Wanted(tuple(words), whole=True)


def typed_wanted(typed: str) -> Wanted:
    """Return what marks the words as they are typed, in the middle of others too."""
    return Wanted((typed,), whole=False)


def _joined(before: str, behind: str) -> bool:
    """Tell whether two characters are in one word; scripts without spaces have no such word."""
    if not (before.isalnum() and behind.isalnum()):
        return False
    return (before + behind).isascii() or len(word_pieces(before + behind)) == 1


def _folded_character(character: str) -> str:
    group = unicodedata.category(character)[0]
    if group in "LNM" or unicodedata.category(character) == "Cf":
        return fold(character)
    return sign_of(character) if group in "PS" else " "
