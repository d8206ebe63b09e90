"""Words -> the lines that they take in a width, in one font.

Quick for what was never seen before: words come again and again, so that the width of nearly each
is known, and a text is broken without being laid out.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout

from briefer.desktop.offsets import Offsets

_MOST_KNOWN = 50_000  # widths of words
_NARROWEST = 0.2  # of a letter's height: more signs than fill the lines with such need no reading
_ELLIPSIS = "…"


class Broken(NamedTuple):
    """Lines, joined by line feeds, and their number."""

    words: str
    number: int


class BrokenLines:
    """Breaks words in the letters of a font."""

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._metrics = QFontMetricsF(font)
        self._widths: dict[str, float] = {}
        self._space = self._metrics.horizontalAdvance(" ")
        self._ellipsis = self._metrics.horizontalAdvance(_ELLIPSIS)
        self._narrowest = max(1.0, self._metrics.height() * _NARROWEST)

    def broken(self, words: str, width: float, most: int) -> Broken:
        """Return words as at most so many lines, the last with an ellipsis where they go on.

        They are broken between words, wherever the font allows it where one is too long.
        """
        read = int(most * width / self._narrowest) + 1
        left = words[:read].split()
        if len(words) > read:
            left.append(_ELLIPSIS)  # never reached, but not the end either
        lines: list[str] = []
        at, end = 0, len(left)
        while at < end and len(lines) < most:
            start = at
            room = width - self._width(left[at])
            if room < 0:
                return self._laid_out(words[:read], width, most)
            at += 1
            while at < end:
                further = room - self._space - self._width(left[at])
                if further < 0:
                    break
                room, at = further, at + 1
            if at < end and len(lines) == most - 1:
                lines.append(self._ended(left[start:at], room))
            else:
                lines.append(" ".join(left[start:at]))
        return Broken("\n".join(lines), len(lines))

    def has_room(self, words: str, width: float) -> bool:
        """Tell whether each word has room in a line."""
        return all(self._width(word) <= width for word in words.split())

    def _ended(self, line: list[str], room: float) -> str:
        """Return the last line with an ellipsis; words that leave it no room go."""
        while room < self._ellipsis and len(line) > 1:
            room += self._width(line.pop()) + self._space
        if room < self._ellipsis:
            width = self._width(line[0]) + room
            return self._metrics.elidedText(line[0] + " x", Qt.TextElideMode.ElideRight, width)
        return " ".join(line).rstrip(" ,;:–—-") + _ELLIPSIS

    def _laid_out(self, words: str, width: float, most: int) -> Broken:
        """Break words as Qt does: through one that is longer than a line too."""
        words = " ".join(words.split())
        layout = QTextLayout(words, self._font)
        option = layout.textOption()
        option.setWrapMode(option.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) < most and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            starts.append(line.textStart())
        layout.endLayout()
        offsets = Offsets(words)
        ends = [*map(offsets.from_qt, starts), len(words)]
        parts = [words[start:end].strip() for start, end in pairwise(ends)]
        parts[-1] = self._metrics.elidedText(parts[-1], Qt.TextElideMode.ElideRight, width)
        return Broken("\n".join(parts), len(parts))

    def _width(self, word: str) -> float:
        found = self._widths.get(word)
        if found is None:
            if len(self._widths) >= _MOST_KNOWN:
                self._widths.clear()
            found = self._widths[word] = self._metrics.horizontalAdvance(word)
        return found
