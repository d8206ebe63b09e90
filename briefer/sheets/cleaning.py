"""Text of a briefing -> text that a PDF may carry: no control characters, no bidi overrides."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

REPLACEMENT = "�"

# What must not stand in a tagged PDF and says nothing on paper: controls but tab and line end,
# byte order marks, overrides and isolates of direction, annotation marks, tags, noncharacters.
_SILENT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff0-\ufffb"
    "\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff]"
)
_PRIVATE = re.compile("[\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff]")
_LONG_WORD = re.compile(r"[^\s\u200b]{29,}")
_BREAKS = re.compile(r"(?<=[/?&=_.:@#+-])(?=[^\s/])")


def cleaned(value: Any, replaced: Mapping[int, str] | None = None) -> Any:
    """Return JSON-able data with every string in it cleaned, and characters in a table replaced."""
    if isinstance(value, str):
        return _clean(value, replaced or {})
    if isinstance(value, list):
        return [cleaned(part, replaced) for part in value]
    if isinstance(value, dict):
        return {key: cleaned(part, replaced) for key, part in value.items()}
    return value


def without_silent(value: Any) -> Any:
    """Return JSON-able data without the characters that say nothing and may mislead."""
    if isinstance(value, str):
        return _SILENT.sub("", value)
    if isinstance(value, list):
        return [without_silent(part) for part in value]
    if isinstance(value, dict):
        return {key: without_silent(part) for key, part in value.items()}
    return value


def breakable(text: str) -> str:
    """Return text with places to break in its very long words and addresses.

    >>> breakable("a" * 40).count("\\u200b")
    3
    """
    return _LONG_WORD.sub(lambda match: _broken(match[0]), text)


def characters(value: Any) -> set[str]:
    """Return every character in JSON-able data."""
    found: set[str] = set()
    stack = [value]
    while stack:
        part = stack.pop()
        if isinstance(part, str):
            found.update(part)
        elif isinstance(part, list):
            stack.extend(part)
        elif isinstance(part, dict):
            stack.extend(part.values())
    return found


def named(character: str) -> str:
    """Return a character as a notice names it: U+2603 SNOWMAN."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()


def _clean(text: str, replaced: Mapping[int, str]) -> str:
    return _cleaned(text) if not replaced else _cleaned(text).translate(replaced)


@lru_cache(maxsize=65536)  # a preview cleans the same words again at every change
def _cleaned(text: str) -> str:
    text = _SILENT.sub("", unicodedata.normalize("NFC", text))
    return breakable(_PRIVATE.sub(REPLACEMENT, text))


def _broken(word: str) -> str:
    pieces = _BREAKS.sub("\u200b", word).split("\u200b")
    return "\u200b".join(_sliced(piece) for piece in pieces)


def _sliced(piece: str) -> str:
    if len(piece) < 29:
        return piece
    cuts = [0]
    for at in range(10, len(piece) - 4):
        if at - cuts[-1] >= 10 and not unicodedata.combining(piece[at]):
            cuts.append(at)
    return "\u200b".join(piece[a:b] for a, b in zip(cuts, [*cuts[1:], len(piece)], strict=True))
