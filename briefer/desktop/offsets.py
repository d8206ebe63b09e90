"""Code points, in which Python counts, <-> UTF-16 units, in which Qt counts."""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """Both ways through one text; what lies beyond its end counts on one to one."""

    __slots__ = ("_points", "_units")

    def __init__(self, text: str) -> None:
        points = [] if text.isascii() else [match.start() for match in _ASTRAL.finditer(text)]
        self._points = points  # where the characters stand that take two units
        self._units = [point + order for order, point in enumerate(points)]

    def to_qt(self, offset: int) -> int:
        """Return the UTF-16 offset of an offset in code points."""
        return offset + bisect_left(self._points, offset)

    def from_qt(self, offset: int) -> int:
        """Return the code point offset; one inside a surrogate pair belongs before it."""
        return offset - bisect_left(self._units, offset)
