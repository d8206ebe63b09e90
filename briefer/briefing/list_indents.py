"""Markdown as people type its lists -> with the indents of four that Python-Markdown wants."""

from __future__ import annotations

import re
from collections.abc import Callable

_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<sign>[-*+]|[0-9]{1,9}[.)])(?P<gap>[ \t]+|\Z)")
_ANY_ITEM = re.compile(r"^[ \t]*(?:[-*+]|[0-9]{1,9}[.)])(?:[ \t]|$)", re.MULTILINE)
_RULE = re.compile(r"[ ]{0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}\Z")
_HEADING = re.compile(r"#{1,6}[ \t]")
_STEP = 4


def with_wide_indents(text: str, ends_lists: Callable[[str], bool]) -> str:
    """Return the text with its lists' items and what belongs to them indented by four a level.

    `ends_lists` tells of a line without indent whether it ends a list that it stands right under.
    Fenced code must be out of the text already.
    """
    if not _ANY_ITEM.search(text):
        return text
    indents = _Indents(ends_lists)
    for line in text.expandtabs(_STEP).split("\n"):
        indents.add(line)
    return "\n".join(indents.lines)


class _Indents:
    def __init__(self, ends_lists: Callable[[str], bool]) -> None:
        self.lines: list[str] = []
        self._ends_lists = ends_lists
        self._contents: list[int] = []  # the column at which each open item's text begins
        self._after_blank = True

    def add(self, line: str) -> None:
        """Add the next line, indented as its list asks."""
        item = None if _RULE.match(line) else _ITEM.match(line)
        if not line.strip():
            self.lines.append("")
        elif item is not None:
            self._add_item(line, item)
        else:
            self._add_line(line)
        self._after_blank = not line.strip()

    def _add_item(self, line: str, item: re.Match[str]) -> None:
        column = len(item["indent"])
        if not self._contents and not self._begins_list(column, item):
            self.lines.append(line)
            return
        self._close(column)
        gap = len(item["gap"]) if 0 < len(item["gap"]) <= _STEP else 1
        sign = item["sign"].replace(")", ".")
        self.lines.append(f"{self._indent()}{sign} {line[item.end() :]}")
        self._contents.append(column + len(item["sign"]) + gap)

    def _begins_list(self, column: int, item: re.Match[str]) -> bool:
        """Tell whether an item opens a list; right under a text only a bullet or a 1 does."""
        if column >= _STEP:
            return False
        if not self._after_blank:
            if item["sign"] not in ("-", "*", "+", "1.", "1)") or not item["gap"]:
                return False
            self.lines.append("")
        return True

    def _add_line(self, line: str) -> None:
        column = len(line) - len(line.lstrip(" "))
        inside = bool(self._contents) and column >= self._contents[-1]
        if self._after_blank or (not inside and self._closes(line)):
            self._close(column)
            if not self._after_blank:
                self.lines.append("")
        if not self._contents or column >= _STEP * len(self._contents):
            self.lines.append(line)
        else:
            self.lines.append(self._indent() + line[min(column, self._contents[-1]) :])

    def _closes(self, line: str) -> bool:
        bare = line.strip()
        return bool(_RULE.match(line) or _HEADING.match(bare) or self._ends_lists(bare))

    def _close(self, column: int) -> None:
        while self._contents and column < self._contents[-1]:
            self._contents.pop()

    def _indent(self) -> str:
        return " " * (_STEP * len(self._contents))
