"""Markdown -> its fenced code and what stands between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_OPENING = re.compile(r"(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^`]*)\Z")


class Fence(NamedTuple):
    """Code between two fences; one that is never closed goes on to the end."""

    indent: str
    language: str
    code: str
    source: str


def split_fences(text: str) -> Iterator[str | Fence]:
    """Yield the runs of lines outside code and the fenced code, in order."""
    lines = text.split("\n")
    plain: list[str] = []
    at = 0
    while at < len(lines):
        opening = _OPENING.match(lines[at])
        if opening is None:
            plain.append(lines[at])
            at += 1
            continue
        if plain:
            yield "\n".join(plain)
            plain = []
        end = _closing(lines, at + 1, opening["fence"])
        yield _fence(opening, lines[at : end + 1], closed=end < len(lines))
        at = end + 1
    if plain:
        yield "\n".join(plain)


def _closing(lines: list[str], start: int, fence: str) -> int:
    for at in range(start, len(lines)):
        line = lines[at].strip()
        if len(line) >= len(fence) and not line.strip(fence[0]):
            return at
    return len(lines)


def _fence(opening: re.Match[str], lines: list[str], *, closed: bool) -> Fence:
    indent = opening["indent"]
    code = lines[1:-1] if closed else lines[1:]
    info = opening["info"].split()
    language = info[0].strip("{}.") if info else ""
    text = "\n".join(line.removeprefix(indent) for line in code)
    return Fence(indent, language, text, "\n".join(lines))
