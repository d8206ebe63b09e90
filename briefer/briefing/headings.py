"""A Markdown text -> its headings outside code, found without reading every line."""

from __future__ import annotations

import re
from typing import NamedTuple

# What it looks ahead for lets it pass over most lines in half the time.
_MARK = re.compile(r"\n(?=[#`~ ])(?:(#{1,6})[ \t]([^\n]*)|( {0,3})(`{3,}|~{3,})([^\n]*))")
_LIST_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+")
_CLOSING_SIGNS = re.compile(r"(?:^|[ \t])#+[ \t]*$")

_new = tuple.__new__  # half the time of a named tuple's own call


class Heading(NamedTuple):
    """A heading; `start` and `end` enclose its line, without the line end."""

    level: int
    title: str  # without closing number signs, Markdown as written
    line: int  # from 1
    start: int
    end: int


class Headings(NamedTuple):
    """The headings of a text, and the lines of the fences that are never closed."""

    headings: tuple[Heading, ...]
    open_fences: tuple[int, ...]


class _Mark(NamedTuple):
    start: int
    end: int
    level: int  # 0 for a fence
    words: str  # what follows the signs
    indent: int
    fence: str


def headings_of(text: str, deepest: int = 6) -> Headings:
    """Return the headings down to a level; a fence that is never closed is not a fence."""
    plain = _without_fences(text, deepest)
    if plain is not None:
        return Headings(plain, ())
    marks = _marks(text, deepest)
    closable = _closable(marks)
    headings: list[Heading] = []
    open_fences: list[int] = []
    fence: _Mark | None = None
    line, counted = 1, 0
    for mark, closed in zip(marks, closable, strict=True):
        line, counted = line + text.count("\n", counted, mark.start), mark.start
        if fence is not None and not _ends(fence, mark):
            continue
        if mark.level:
            fence = None
            headings.append(Heading(mark.level, _title(mark.words), line, mark.start, mark.end))
        elif fence is not None:
            fence = None
        elif closed:
            fence = mark._replace(indent=_list_indent(text, mark))
        elif _opens(mark):
            open_fences.append(line)
    return Headings(tuple(headings), tuple(open_fences))


def _without_fences(text: str, deepest: int) -> tuple[Heading, ...] | None:
    """Return the headings of a text in which no code can hide one; None when there may be some."""
    headings: list[Heading] = []
    line, counted = 1, 0
    for match in _MARK.finditer("\n" + text):
        signs, start = match[1], match.start()
        if signs is None:
            return None
        if len(signs) <= deepest:
            line, counted = line + text.count("\n", counted, start), start
            heading = (len(signs), _title(match[2]), line, start, match.end() - 1)
            headings.append(_new(Heading, heading))
    return tuple(headings)


def _title(words: str) -> str:
    """Return the words of a heading's line without its closing signs."""
    words = words.strip()
    return _CLOSING_SIGNS.sub("", words).strip() if words[-1:] == "#" else words


def _marks(text: str, deepest: int) -> list[_Mark]:
    marks = []
    for match in _MARK.finditer("\n" + text):
        signs, words, indent, fence, after = match.groups()
        if fence:
            mark = _Mark(match.start(), match.end() - 1, 0, after.strip(), len(indent), fence)
        elif len(signs) <= deepest:
            mark = _Mark(match.start(), match.end() - 1, len(signs), words, 0, "")
        else:
            continue
        marks.append(mark)
    return marks


def _opens(mark: _Mark) -> bool:
    return bool(mark.fence) and not (mark.fence[0] == "`" and "`" in mark.words)


def _closable(marks: list[_Mark]) -> list[bool]:
    """Tell for each mark whether it opens a fence that some later mark closes."""
    longest = {"`": 0, "~": 0}
    closable = []
    for mark in reversed(marks):
        length = len(mark.fence)
        closable.append(_opens(mark) and longest[mark.fence[0]] >= length)
        if mark.fence and not mark.words:
            longest[mark.fence[0]] = max(longest[mark.fence[0]], length)
    return closable[::-1]


def _ends(fence: _Mark, mark: _Mark) -> bool:
    """Tell whether a mark ends the code: a fence like it, or a heading that ends its list."""
    if mark.level:
        return fence.indent > 0
    return (
        not mark.words and mark.fence[0] == fence.fence[0] and len(mark.fence) >= len(fence.fence)
    )


def _list_indent(text: str, mark: _Mark) -> int:
    """Return the indent of a fence that stands in a list item, else 0."""
    end = mark.start
    for _ in range(50 if mark.indent else 0):
        start = text.rfind("\n", 0, max(end - 1, 0)) + 1
        line = text[start : max(end - 1, 0)]
        end = start
        item = _LIST_ITEM.match(line)
        if item and item.end() <= mark.indent:
            return mark.indent
        if start == 0 or (line.strip() and len(line) - len(line.lstrip()) < mark.indent):
            return 0
    return 0
