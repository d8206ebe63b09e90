"""Runs of backticks in a block of text -> the code between them."""

from __future__ import annotations

import re
from bisect import bisect_left

from briefer.briefing.model import Span

_TICKS = re.compile(r"`+")


class CodeSpans:
    """The code spans of a stretch of text, found when the first backtick asks."""

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        self._text = text
        self._range = (start, len(text) if end is None else end)
        self._runs: dict[int, list[int]] | None = None

    def at(self, start: int) -> tuple[Span | None, int]:
        """Return the code that the backticks at `start` open, and where all of it ends.

        Without backticks that close it there is no code, and only the opening ones end.
        """
        run = _TICKS.match(self._text, start, self._range[1])
        opened = run.end() if run else start + 1
        positions = self._positions().get(opened - start, [])
        turn = bisect_left(positions, opened)
        if turn == len(positions):
            return None, opened
        closing = positions[turn]
        return Span(opened, closing), closing + opened - start

    def _positions(self) -> dict[int, list[int]]:
        if self._runs is None:
            self._runs = {}
            for run in _TICKS.finditer(self._text, *self._range):
                self._runs.setdefault(len(run[0]), []).append(run.start())
        return self._runs
