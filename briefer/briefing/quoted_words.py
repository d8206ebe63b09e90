"""Quote marks in running text -> the words that stand between a pair of them."""

from __future__ import annotations

from typing import NamedTuple

_OPENERS = {"”": "“„”", "“": "„", "»": "«»", "«": "»", '"': '"', "’": "‘‚", "'": "'"}
_MOST_OPEN = 8


class Pair(NamedTuple):
    """A pair of quote marks: `start` is the opening mark, `end` lies behind the closing one."""

    start: int
    end: int
    outermost: bool
    single_straight: bool


class QuoteMarks:
    """Reads the quote marks of one block in order, and tells of each pair that they close."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._start, self._end = start, end
        self._open: list[tuple[str, int]] = []

    def read(self, at: int) -> Pair | None:
        """Take the mark at an offset; return the pair that it closes, if it closes one."""
        mark = self._text[at]
        before = self._text[at - 1] if at > self._start else " "
        after = self._text[at + 1] if at + 1 < self._end else " "
        opener = self._opener(mark) if _may_close(mark, before, after) else None
        if opener is not None:
            return self._closed(opener, at)
        if _may_open(mark, before, after):
            self._open = [*self._open[1 - _MOST_OPEN :], (mark, at)]
        return None

    def _opener(self, mark: str) -> int | None:
        """Return which of the open marks this one closes: the last that fits."""
        wanted = _OPENERS.get(mark, "")
        for turn in range(len(self._open) - 1, -1, -1):
            if self._open[turn][0] in wanted:
                return turn
        return None

    def _closed(self, turn: int, at: int) -> Pair:
        mark, start = self._open[turn]
        if mark != "‘":  # a single mark inside may be an apostrophe: its opener stays
            del self._open[turn:]
        else:
            del self._open[turn + 1 :]
        outermost = all(mark in "‘'" for mark, _ in self._open[:turn])
        return Pair(start, at + 1, outermost, single_straight=mark == "'")


def without_quote_marks(words: str) -> str:
    """Return the words without a pair of quote marks around the whole of them.

    >>> without_quote_marks("“one”")
    'one'
    """
    if len(words) < 3 or words[-1] not in _OPENERS or words[0] not in _OPENERS[words[-1]]:
        return words
    marks = QuoteMarks(words, 0, len(words))
    for at, sign in enumerate(words):
        if sign in "\"“”„«»‘’‚'" and (pair := marks.read(at)) and pair.start == 0:
            return words[1:-1].strip() if pair.end == len(words) or sign == "’" else words
    return words


def _may_close(mark: str, before: str, after: str) -> bool:
    if mark in "’'":
        return not before.isspace() and not (after.isalnum() or after == "_")
    if mark in "»«":  # French sets spaces inside
        return True
    return mark in '”“"' and (not before.isspace() or mark == "”")


def _may_open(mark: str, before: str, after: str) -> bool:
    if mark in "“„‘‚«":
        return True
    return not after.isspace() and not before.isalnum() and mark != "’"
