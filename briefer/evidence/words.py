"""Text -> its words: runs of characters that are neither white space nor punctuation.

Characters are named by what they are not, so that vowel signs, accents and emoji of every script
belong to the word that they stand in. Each character of a script without spaces is a word.
"""

from __future__ import annotations

import re
import unicodedata

_SPACES = " \\t-\\r\\x1c-\\x1f\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"
HIDDEN = "\xad\u200b\u200e\u200f\u2060\ufeff\ufffe\uffff"  # nobody sees them
_HYPHENS = "\\-\\u2010\\u2011"
_MARKS = (  # punctuation and symbols but for hyphens and the low line
    "\\x00-\\x08\\x0e-\\x1b!-,./:-@\\[-\\^`{-\\x84\\x86-\\x9f"
    "\\xa1-\\xa9\\xab\\xac\\xae-\\xb1\\xb4\\xb6-\\xb8\\xbb\\xbf\\xd7\\xf7\\u02bc"
    "\\u037e\\u0387\\u05be\\u05c0\\u05c3\\u060c\\u061b\\u061f\\u06d4\\u0964\\u0965"
    "\\u2012-\\u2027\\u2030-\\u205e\\u20a0-\\u20cf\\u2116\\u2190-\\u245f\\u2500-\\u2775\\u2794-\\u2bff"
    "\\u2e00-\\u2e7f\\u3001-\\u3003\\u3008-\\u3020\\u3030\\u30fb"
    "\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65\\ufe10-\\ufe19\\ufe30-\\ufe6f"
)
_UNSPACED = (
    "\\u2e80-\\u2fff\\u3005-\\u3007\\u3021-\\u302f\\u3031-\\u30fa\\u30fc-\\u4dbf\\u4e00-\\u9fff"
    "\\uf900-\\ufaff\\U00020000-\\U0003ffff"
)
_OUTSIDE = _SPACES + HIDDEN + _HYPHENS + _MARKS + "_"

MARK = f"[{_MARKS}]"
_WORD = re.compile(f"([^{_OUTSIDE}{_UNSPACED}]+|[{_UNSPACED}])")
_ASCII_WORD = re.compile("([0-9A-Za-z]+)")
_ACCENTS = re.compile("[\u0300-\u036f]+")


def word_pattern(text: str) -> re.Pattern[str]:
    """Return the pattern that finds the words of this text; a simpler one when it is ASCII.

    Splitting by it gives what is between words, and the words, in turn.
    """
    return _ASCII_WORD if text.isascii() else _WORD


def is_letter(character: str) -> bool:
    """Tell whether a character can belong to a word; "" cannot."""
    return _WORD.match(character) is not None


def form_of(word: str) -> str:
    """Return the form under which a word is looked up: no case, no accents, no ligatures.

    It only brings candidates together; `folding` decides whether they are the same.
    """
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.casefold())
    return _ACCENTS.sub("", plain).replace(" ", "") or word
