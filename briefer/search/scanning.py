"""A text -> where given words and beginnings stand in it, without cutting it into words.

Works where letters are ASCII once typographic signs are exchanged one for one, which most texts
are; `plain_letters` says None for the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefer.briefing.model import Span

_SIGNS = re.compile("[‐‑‒–—―−“”„‟«»‘’‚‛…·•¶§\u00a0\u2009\u202f]")
_ABBREVIATION = re.compile(r"\.(?<=\b\w\.)[^\W\d_]\b")

# Those that are no white space, and those that are: only the first may stand for any other sign.
_TYPOGRAPHIC = "‐‑‒–—―−“”„‟«»″‘’‚‛′´…·•¶§"


def typographic_signs(text: str) -> list[str] | None:
    """Return the signs of a text beyond ASCII; None if it has letters beyond ASCII, or others."""
    if text.isascii():
        return []
    found = [sign for sign in _TYPOGRAPHIC if sign in text]
    others = len(text) - len(text.encode("ascii", "ignore")) - sum(map(text.count, found))
    return None if others else found


def ascii_signs(text: str) -> str | None:
    """Return the text with a question mark for each typographic sign; None if it has letters."""
    if text.isascii():
        return text
    return None if typographic_signs(text) is None else text.encode("ascii", "replace").decode()


def plain_letters(text: str) -> str | None:
    """Return the text in small letters, each where it was; None if it has to be cut into words."""
    if not text.isascii():
        text = _SIGNS.sub(" ", text)
        if not text.isascii():
            return None
    return None if _ABBREVIATION.search(text) else text.lower()


def scan(letters: str, words: Iterable[str], beginnings: Iterable[str]) -> Iterator[Span]:
    """Yield where the words stand, and words that begin like the beginnings."""
    for word in words:
        yield from _starts(letters, word, whole=True)
    for beginning in beginnings:
        yield from _starts(letters, beginning, whole=False)


def _starts(letters: str, word: str, *, whole: bool) -> Iterator[Span]:
    size, at = len(word), letters.find(word)
    while at >= 0:
        end = at + size
        if not (at and letters[at - 1].isalnum()):
            stop = _word_end(letters, end)
            if not whole or stop == end:
                yield Span(at, stop)
            end = stop
        at = letters.find(word, end)


def _word_end(letters: str, at: int) -> int:
    while at < len(letters) and letters[at].isalnum():
        at += 1
    return at
