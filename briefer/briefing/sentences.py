"""A document -> its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefer.briefing.abbreviations import Abbreviations, abbreviations_of
from briefer.briefing.model import Document, Paragraph, Sentence, Span

_CLOSING = "\"'”’“»›)\\]}*_"
_END = re.compile(rf"[.?!؟۔।。！？]++[{_CLOSING}」』）]*+")
_WIDE = "。！？"  # end a sentence without white space behind them
_FOLLOWS = re.compile(r"\s*+(\S)")
_OPENING = frozenset("\"'“„”«»‘‚‹(（[{¿¡「『—–-*_#>•…$€£¥§¶@&")
_BEFORE_WORDS = "\"'“„”«»‘’‚‹([{*_—–"
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_NEVER = frozenset({"a.m", "p.m", "A.M", "P.M", "I"})
_WORD = re.compile(r"\w")
_LONGEST = 24  # signs in which an abbreviation is looked for


def sentences_of(document: Document, language: str = "en") -> tuple[Sentence, ...]:
    """Return the sentences of a document in order; none goes beyond its paragraph.

    A stretch without a letter or digit is no sentence. `language` (BCP 47) tells which
    abbreviations are known.
    """
    known = abbreviations_of(language)
    return tuple(
        Sentence(span, paragraph.number)
        for paragraph in document.paragraphs
        for span in _spans(document.text, paragraph, known)
    )


def _spans(text: str, paragraph: Paragraph, known: Abbreviations) -> Iterator[Span]:
    start, end = paragraph.span
    for match in _END.finditer(text, start, end):
        follows = _FOLLOWS.match(text, match.end(), end)
        if follows and _ends(text, start, match, follows, known):
            if _WORD.search(text, start, match.end()):
                yield Span(start, match.end())
            start = follows.start(1)
    if _WORD.search(text, start, end):
        yield Span(start, end)


def _ends(
    text: str,
    start: int,
    match: re.Match[str],
    follows: re.Match[str],
    known: Abbreviations,
) -> bool:
    """Tell whether a full stop, question or exclamation mark ends the sentence."""
    sign = follows[1]
    if match[0][0] in _WIDE:
        return True
    if follows.start(1) == match.end() or sign.islower():
        return False
    if not (sign.isalnum() or sign in _OPENING):
        return False
    if not match[0].startswith(".") or match[0].startswith(".."):
        return True
    word = _last_word(text, start, match.start())
    return not _is_short(word, match.start() - start, sign, known)


def _last_word(text: str, start: int, end: int) -> str:
    words = text[max(start, end - _LONGEST) : end].rsplit(None, 1)
    return words[-1].lstrip(_BEFORE_WORDS) if words and not text[end - 1].isspace() else ""


def _is_short(word: str, length: int, follows: str, known: Abbreviations) -> bool:
    """Tell whether a word before a full stop is an abbreviation, or the number of a list item."""
    if not word:
        return False
    if len(word) <= 4 and length == len(word) and (word.isdigit() or len(word) == 1):
        return True
    if word.isdigit():
        return known.ordinals and len(word) <= 2
    if word in _NEVER:
        return False
    if word in known.always or _INITIALS.fullmatch(word):
        return True
    return follows.isdigit() and word.casefold() in known.before_numbers
