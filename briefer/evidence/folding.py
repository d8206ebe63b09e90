"""Text -> the text that is compared: what typing and typesetting change is folded away.

Letters, digits, words and their order are never folded. Meant for short texts: a quotation, or
the window of a document that may be its passage.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from briefer.evidence.words import MARK, is_letter

BREAK = "\uffff"  # a hyphen at a line end: it may belong to the word or to the line alone
FREE = "\ufffe"  # the case of the next letter is free

_LINE_END = re.compile("[\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]")
_BROKEN = re.compile("([-\u2010\xac\xad])(\\s++)")
_APOSTROPHES = "'\"`´ʼ‘’‚‛“”„‟«»‹›〝〞「」『』＂＇"
_DASHES = "‒–—―"
_SPELLING = {
    **dict.fromkeys(map(ord, _APOSTROPHES), "'"),
    **dict.fromkeys(map(ord, _DASHES), "—"),
    **dict.fromkeys(map(ord, "\u2010\u2011"), "-"),
    **dict.fromkeys(map(ord, "\xad\u200b\u200e\u200f\u2060\ufeff"), None),
    **dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)),
}
_ELLIPSIS = re.compile(r"…(?: ?\.)*|\.(?: ?\.){2,}")
_DASH = re.compile(r"(?: ?(?:-{2,}|—+|(?:(?<= )|(?<![\s\S]))-(?= |(?![\s\S]))) ?)+")
_QUOTES = re.compile(r"'(?: ?')+")
_LOW_LINES = re.compile(r"(?<![^\W_])_+|_+(?![^\W_])")
_NUMBER_GAP = re.compile(r"(\d[.,:/'×]) (?=\d)|(\d) (?=[.,:/'×]\d)")
_MARK_GAP = re.compile(f" (?:(?={MARK})|(?<={MARK} ))")
_NUMBER_SPACE = r"\1\2" + "\x1f"


def folded(text: str) -> str:
    """Return the text as it is compared; a word broken at a line end keeps `BREAK` in it.

    >>> folded("The  “end” -- so\\nfar")
    "The'end'—so far"
    """
    text = _BROKEN.sub(_resolve_break, text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.translate(_SPELLING))
    elif '"' in text or "`" in text:
        text = text.translate(_SPELLING)
    text = " ".join(text.split())
    if "_" in text:
        text = _LOW_LINES.sub("", text)
    text = _fold_marks(text)
    return _MARK_GAP.sub("", _NUMBER_GAP.sub(_NUMBER_SPACE, text))


def folded_word(word: str) -> str:
    """Return one word with its marks as it is compared."""
    if word.isascii() and (word.isalnum() or (word[-1] in ",.;:!?" and word[:-1].isalnum())):
        return word
    return folded(word)


def _fold_marks(text: str) -> str:
    if ".." in text or ". ." in text or "…" in text:
        text = _ELLIPSIS.sub("…", text)
    if "-" in text or "—" in text:
        text = _DASH.sub("—", text).replace(" —", "—")
    if "''" in text or "' '" in text:
        text = _QUOTES.sub("'", text)
    return text


def _resolve_break(match: re.Match[str]) -> str:
    if not breaks_a_word(match):
        return match[0]
    if match[1] in "\xac\xad":  # these never belong to the word
        return ""
    before, after = match.string[match.start() - 1], match.string[match.end()]
    return "-" if before.isdigit() or after.isdigit() else BREAK


def line_breaks(text: str) -> Iterator[re.Match[str]]:
    """Yield where words are broken at line ends, from the hyphen up to the rest of the word."""
    return filter(breaks_a_word, _BROKEN.finditer(text))


def breaks_a_word(match: re.Match[str]) -> bool:
    """Tell whether a hyphen with white space behind it stands in a word.

    It counts without a line end too, where nothing but letters is around: a text may have been
    run together after its words were broken.
    """
    text, start, end = match.string, match.start(), match.end()
    if not start or end == len(text):
        return False
    before, after = text[start - 1], text[end]
    if not (is_letter(before) and is_letter(after)):
        return False
    if _LINE_END.search(match[2]):
        return True
    return match[1] in "-\u2010" and not (before.isdigit() or after.isdigit())


def with_breaks_resolved(text: str, resolve: Callable[[re.Match[str]], str]) -> str:
    """Return the text with what stands between the halves of each broken word replaced."""
    return _BROKEN.sub(lambda m: resolve(m) if breaks_a_word(m) else m[0], text)


def without_reserved(text: str) -> str:
    """Return the text without the two characters that mean something here."""
    return text.replace(BREAK, "\ufffd").replace(FREE, "\ufffd")


def same(one: str, other: str) -> bool:
    """Tell whether two folded texts are the same, whichever way their broken words are read."""
    if one == other:
        return True
    if BREAK not in one and BREAK not in other:
        return FREE in one and _same_slowly(one, other)
    if FREE in one or (BREAK in one and BREAK in other):
        return _same_slowly(one, other)
    return _same_but_for_breaks(one, other) if BREAK in one else _same_but_for_breaks(other, one)


def _same_but_for_breaks(broken: str, other: str) -> bool:
    at = 0
    for number, part in enumerate(broken.split(BREAK)):
        at = _past_hyphen(other, at) if number else at
        if not other.startswith(part, at):
            return False
        at += len(part)
    return at == len(other)


def _same_slowly(one: str, other: str) -> bool:
    here = there = 0
    while here < len(one) or there < len(other):
        mine, yours = one[here : here + 1], other[there : there + 1]
        if mine == FREE:
            here += 1
            if one[here : here + 1].lower() != yours.lower():
                return False
            mine = yours
        if mine == yours:
            here, there = here + 1, there + 1
        elif mine == BREAK:
            here, there = here + 1, _past_hyphen(other, there)
        elif yours == BREAK:
            here, there = _past_hyphen(one, here), there + 1
        else:
            return False
    return True


def _past_hyphen(text: str, position: int) -> int:
    if text.startswith("- ", position):
        return position + 2
    return position + 1 if text.startswith("-", position) else position
