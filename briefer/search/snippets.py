"""A text and the marks in it -> the stretch that shows best what was found."""

from __future__ import annotations

from collections.abc import Iterable

from briefer.briefing.model import Span
from briefer.search.marking import Marker
from briefer.search.model import Part, Snippet

_WIDTH = 160  # code points
_BEFORE = 40  # code points before the first mark
_UNSEEN = dict.fromkeys(
    [*range(32), *range(127, 160), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)],
    " ",
)  # what would break the line or turn its direction


def best_snippet(marker: Marker, texts: Iterable[tuple[Part, str]]) -> Snippet:
    """Return a snippet of the part that holds the most of the words; the first part if none."""
    best: tuple[int, Part, str, tuple[Span, ...]] | None = None
    for part, text in texts:
        marks = marker.marks(text)
        score = marker.kinds(text, marks)
        if best is None or score > best[0]:
            best = score, part, text, marks
        if score >= marker.wanted:
            break
    if best is None:
        return Snippet("")
    return snippet(best[2], best[3], best[1])


def snippet(text: str, marks: tuple[Span, ...], part: Part) -> Snippet:
    """Return a stretch of the text around the densest marks, cut between words."""
    start = _start(text, marks)
    end = _end(text, start)
    before, after = ("… " if start else ""), (" …" if end < len(text) else "")
    shift = len(before) - start
    kept = tuple(
        Span(max(mark.start, start) + shift, min(mark.end, end) + shift)
        for mark in marks
        if mark.start < end and mark.end > start
    )
    return Snippet(before + text[start:end].translate(_UNSEEN) + after, kept, part)


def _start(text: str, marks: tuple[Span, ...]) -> int:
    if not marks or len(text) <= _WIDTH:
        return 0
    reach = _WIDTH - _BEFORE
    first = max(
        marks[:200], key=lambda mark: sum(0 <= m.end - mark.start <= reach for m in marks[:200])
    )
    start = max(0, min(first.start - _BEFORE, len(text) - _WIDTH))
    if start == 0:
        return 0
    space = text.find(" ", start, first.start)
    return space + 1 if space >= 0 else start


def _end(text: str, start: int) -> int:
    end = start + _WIDTH
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", start + _WIDTH // 2, end)
    return space if space > 0 else end
