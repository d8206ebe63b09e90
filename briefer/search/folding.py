"""Text -> the words that are compared: case, accents and typographic variants folded away.

A word is a run of letters and digits. Scripts written without spaces count each character as a
word, so that any part of a sentence is found as a phrase. `U.S.` is the word `us`.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefer.search.scanning import plain_letters, typographic_signs

LONGEST = 200  # code points of a word that are compared

# Accents and points that a reader may leave out: Latin, Greek, Cyrillic, Hebrew, Arabic.
_ACCENTS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_UNSEEN = "\u00ad\u200c\u200d\u2060\ufeff\ufe00-\ufe0f"
# Marks that are letters of their script: Indic vowels, Thai vowels and tones, voicing marks.
_LETTER_MARKS = "\u0900-\u0963\u0981-\u0dff\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ece\u0f18-\u0fc6"
_MORE_MARKS = (
    "\u102b-\u109d\u135d-\u135f\u17b4-\u17d3\u1b00-\u1cf9\u3099\u309a\ua802-\uaaff\uabe3-\uabed"
)
_WIDE = (
    "\u0e00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff"
    "\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U0003ffff"
)
_MARKS = _ACCENTS + _UNSEEN + _LETTER_MARKS + _MORE_MARKS

WORD = re.compile(
    r"[^\W_](?:(?<=[^\W\d_])(?:\.[^\W\d_]\b)+"  # U.S. and e.g.
    rf"|[^\W_]*(?:[{_MARKS}]+[^\W_]*)*)"
)
_PLAIN_WORD = re.compile(rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*")
_DROPPED = re.compile(rf"[{_ACCENTS}{_UNSEEN}.]")
_HAS_WIDE = re.compile(f"[{_WIDE}]")
_CHARACTER = re.compile(f"[{_WIDE}][\u3099\u309a\uff9e\uff9f]?|[^{_WIDE}]+")
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "ħ": "h"}
)
_PLAIN = frozenset(string.ascii_letters + string.digits + string.whitespace)
_ASCII_SIGNS = tuple(
    char for char in map(chr, range(128)) if not char.isalnum() and not char.isspace()
)
_GAPS = {code: " " for code in range(128) if not chr(code).isalnum()}
_DOTTED = re.compile(r"\.(?<=\b\w\.)[^\W\d_]\b")
_ABBREVIATION = re.compile(r"(?<![a-z0-9])[a-z](?:\.[a-z]\b)+", re.IGNORECASE | re.ASCII)
_STRETCH = 100  # code points; a word longer than LONGEST has one without a gap
_SIGNS = {
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛′`´", "'"),
}


class Piece(NamedTuple):
    """A folded word and where it stands."""

    token: str
    start: int
    end: int


def fold(word: str) -> str:
    """Return a word without case, accents and unseen characters.

    >>> fold("Straße"), fold("Ёлка"), fold("U.S"), fold("ΣΟΦΌΣ")
    ('strasse', 'елка', 'us', 'σοφοσ')
    """
    if word.isascii():
        return word.lower().replace(".", "")
    text = unicodedata.normalize("NFKD", word).casefold().translate(_LETTERS)
    text = _DROPPED.sub("", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFC", text)


def pieces(text: str) -> Iterator[Piece]:
    """Yield the words of a text in order, folded, with their places in it."""
    for match in WORD.finditer(text):
        for token, start, end in word_pieces(match.group()):
            yield Piece(token, match.start() + start, match.start() + end)


def tokens(text: str) -> tuple[str, ...]:
    """Return the folded words of a text.

    >>> tokens("US–Russia talks, “mil-to-mil”")
    ('us', 'russia', 'talks', 'mil', 'to', 'mil')
    """
    return tuple(piece.token for piece in pieces(text))


def word_pieces(word: str) -> tuple[Piece, ...]:
    """Return what a match of WORD is made of: one word, or one for each character."""
    if not _HAS_WIDE.search(word):
        return tuple(_split(fold(word), 0, len(word)))
    parts = _CHARACTER.finditer(word)
    return tuple(
        piece for part in parts for piece in _split(fold(part.group()), part.start(), part.end())
    )


def _split(folded: str, start: int, end: int) -> Iterator[Piece]:
    """Yield a folded word; folding may have made several of it, as of `½` or a squared word."""
    if _HAS_WIDE.search(folded):
        yield from (Piece(token, start, end) for token in folded if not token.isspace())
    elif folded.isalnum():
        yield Piece(folded[:LONGEST], start, end)
    else:
        for match in _PLAIN_WORD.finditer(folded):
            yield Piece(match.group()[:LONGEST], start, end)


def signs(text: str) -> frozenset[str]:
    """Return the characters of a text that are part of no word, quote marks and dashes as one."""
    typographic = typographic_signs(text)
    if typographic is None:
        rest = set(text) - _PLAIN
        found = [sign for sign in rest if not sign.isalnum() and not sign.isspace()]
    else:
        found = [sign for sign in _ASCII_SIGNS if sign in text] + typographic
    return frozenset([_SIGNS.get(sign, sign) for sign in found])


def sign_of(character: str) -> str:
    """Return what a character counts as when signs are compared."""
    return _SIGNS.get(character, character)


def simple_line(text: str, end: str) -> str | None:
    """Return the words of an ASCII text in a line as `Folding` does; None where it must.

    `end` parts texts, and stays: a character that is part of no word.
    """
    if _DOTTED.search(text):
        text = _ABBREVIATION.sub(lambda match: match.group().replace(".", ""), text)
    line = text.lower().translate(_gaps_but(end))
    for start in range(0, len(line) - _STRETCH, _STRETCH):
        if line.find(" ", start, start + _STRETCH) < 0:
            return None
    return line


@cache
def _gaps_but(end: str) -> dict[int, str]:
    return {code: gap for code, gap in _GAPS.items() if chr(code) != end}


class Folding:
    """Texts -> lines for the index; it remembers what unusual words become."""

    def __init__(self) -> None:
        self._folded = _Folded()

    def line(self, text: str) -> str:
        """Return all folded words of a text with spaces between; what the index takes in."""
        letters = plain_letters(text)
        if letters is not None:
            line = letters.translate(_GAPS)
            if len(line) <= LONGEST or max(map(len, line.split()), default=0) <= LONGEST:
                return line
        return " ".join(filter(None, map(self._folded.__getitem__, WORD.findall(text))))


class _Folded(dict[str, str]):
    """A memory of words as they stand -> their folded words, joined by spaces."""

    def __missing__(self, word: str) -> str:
        folded = " ".join(piece.token for piece in word_pieces(word))
        self[word] = folded
        return folded
