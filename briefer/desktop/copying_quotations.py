"""A passage chosen in a document -> a finished block quote for breakdown.md."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefer.briefing.model import Document, Span
from briefer.briefing.plain import plain_words
from briefer.evidence.words import LETTER

if TYPE_CHECKING:
    from PySide6.QtGui import QClipboard

_UNSPACED = "[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"  # each sign is a word
_PART = f"(?:(?!{_UNSPACED}){LETTER})+"
_WORD = re.compile(f"{_PART}(?:[-.,:'’_\u2010\u2011]+{_PART})*")
_LONGEST_WORD = 200
_BROKEN_WORD = re.compile(r"(\w+)-[ \t]*\n[ \t]*(\w+)")
_SIGNS = re.compile(
    r"[\\`*\[\]{]"
    r"|(?<![^\W_])_+|_+(?![^\W_])"  # a low line inside a word is a letter to Markdown too
    r"|<(?=[A-Za-z/!?])|&(?=#|[A-Za-z])|(?<=\[)@"
)
_BLOCK_START = re.compile(r"[#>+:~=|-]|(\d+)([.)])(?=\s|$)")
_ESCAPABLE = frozenset("\\`*_{}[]#>+-.)|")  # what both our reading and Python-Markdown unescape


def as_quotation(document: Document, span: Span) -> str:
    """Return the passage as a block quote with its citation line; "" when it holds no word.

    Words that the range cuts are taken whole, so that the quotation grades as exact.
    """
    span = whole_words(document.text, span)
    parts = [_escaped(words) for words in _words(document, span)]
    if not any(parts):
        return ""
    first = document.paragraph_at(span.start)
    last = document.paragraph_at(span.end - 1)
    where = f"¶{first}" if first == last else f"¶{first}–{last}"
    quoted = "\n>\n".join(f"> {part}" for part in parts if part)
    return f"{quoted}\n> — [@{document.id}, {where}]\n"


def copy_as_quotation(document: Document, span: Span, clipboard: QClipboard) -> bool:
    """Put the passage on the clipboard as a quotation; false when it holds no word."""
    quotation = as_quotation(document, span)
    if quotation:
        clipboard.setText(quotation)
    return bool(quotation)


def whole_words(text: str, span: Span) -> Span:
    """Return the range without white space around it and with the words whole that it cuts."""
    chosen = text[span.start : span.end]
    start = span.start + len(chosen) - len(chosen.lstrip())
    end = max(start, span.end - (len(chosen) - len(chosen.rstrip())))
    first, last = _word_around(text, start), _word_around(text, end)
    return Span(first.start, last.end) if start < end else Span(start, start)


def _word_around(text: str, edge: int) -> Span:
    """Return the word that an edge cuts; the edge itself when it cuts none."""
    begin = max(0, edge - _LONGEST_WORD)
    for match in _WORD.finditer(text, begin, edge + _LONGEST_WORD):
        if match.start() < edge < match.end():
            return Span(match.start(), match.end())
    return Span(edge, edge)


def _words(document: Document, span: Span) -> list[str]:
    """Return the words of each paragraph in a range, as they are compared, on one line each."""
    found = []
    for paragraph in document.paragraphs:
        start, end = max(span.start, paragraph.span.start), min(span.end, paragraph.span.end)
        if start < end:
            words = _joined(document.text[start:end], document.text)
            found.append(plain_words(words) if document.markdown else " ".join(words.split()))
    return [words for words in found if any(map(str.isalnum, words))]


def _joined(words: str, text: str) -> str:
    """Join words broken at line ends, with their hyphen where the document writes them so."""

    def whole(match: re.Match[str]) -> str:
        hyphened = f"{match[1]}-{match[2]}"
        return hyphened if hyphened in text else match[1] + match[2]

    return _BROKEN_WORD.sub(whole, words)


def _escaped(words: str) -> str:
    """Return Markdown that gives exactly these words."""
    escaped = _SIGNS.sub(lambda match: "".join(map(_sign, match[0])), words)
    start = _BLOCK_START.match(escaped)
    if start is None:
        return escaped
    if start[1]:
        return f"{start[1]}\\{escaped[start.end(1) :]}"
    return _sign(escaped[0]) + escaped[1:]


def _sign(sign: str) -> str:
    return f"\\{sign}" if sign in _ESCAPABLE else f"&#{ord(sign)};"
