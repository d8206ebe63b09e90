"""Markdown source -> text of the same length, its marks blanked out."""

from __future__ import annotations

import re

_LONGEST = 2000  # words of a link
_HIDDEN = "\xad"  # inside a line: nothing stands there

_BLOCK = re.compile(
    r"^(?:[ \t]{0,3}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|#{1,6}(?=[ \t]|$))[ \t]?)+",
    re.MULTILINE,
)
_CLOSING_HASHES = re.compile(r"(?<=[ \t])#+[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r"^[ \t]*(?:`{3,}|~{3,})[^\n]*$", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~\n])")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,80}\]")
_TARGET = re.compile(r"\]\([^()\n]{0,2000}\)")
_EMPHASIS = re.compile(
    r"(?<!\\)(?:\*{1,3}(?=\S)|(?<=\S)\*{1,3}|~~|`+|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w))"
)


def unmarked(text: str) -> str:
    """Return the text with emphasis, block markers, escapes and link targets blanked out."""
    text = _FENCE.sub(_spaces, text)
    text = _BLOCK.sub(_spaces, text)
    text = _CLOSING_HASHES.sub(_spaces, text)
    text = _FOOTNOTE.sub(_nothing, text)
    text = _links(text)
    text = _EMPHASIS.sub(_nothing, text)
    return _ESCAPE.sub(_nothing, text)


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _nothing(match: re.Match[str]) -> str:
    return _HIDDEN * len(match[0])


def _links(text: str) -> str:
    """Blank out `[` and `](target)` around the words of a link or the words for an image."""
    pieces, done = list(text), 0
    for target in _TARGET.finditer(text):
        opening = text.rfind("[", max(done, target.start() - _LONGEST), target.start())
        if opening < 0:
            continue
        first = opening - 1 if text[max(0, opening - 1)] == "!" and opening else opening
        pieces[first : opening + 1] = _HIDDEN * (opening + 1 - first)
        pieces[target.start() : target.end()] = _HIDDEN * len(target[0])
        done = target.end()
    return "".join(pieces) if done else text
