"""A passage chosen in a document -> a finished block quote for breakdown.md."""

from __future__ import annotations

import re
from itertools import pairwise

from briefer.briefing.model import Document, Span
from briefer.briefing.plain import plain_words
from briefer.evidence.words import is_letter, word_pattern

_LINE_END = "[\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]"
_JOINT = re.compile(  # what holds words together that are one to a reader: 3,800.5 mil-to-mil
    f"[-.,:'’_\u2010\u2011\xad\u200b\u200e\u200f\u2060\ufeff]+|[-\u2010\xac\xad]\\s*{_LINE_END}\\s*"
)
_LONGEST_WORD = 200
_MARKS_BEFORE = re.compile(r"[^\s.…,;:?!—–)\]}”»]+\Z")
_MARKS_BEHIND = re.compile(r"[^\s“„‘‚«(\[{<—–-]+")
_BROKEN = re.compile(rf"([-\u2010\xac\xad])(?=\s*{_LINE_END})\s+")
_LINE_HYPHENS = "\xac\xad"  # hyphens that never belong to the word
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


def whole_words(text: str, span: Span) -> Span:
    """Return the range from its first word to its last, those whole that it cuts.

    Marks right at these words stay; loose ones, and parts of an ellipsis, go.
    """
    start, end = span
    while start < end and not is_letter(text[start]):
        start += 1
    while end > start and not is_letter(text[end - 1]):
        end -= 1
    if start == end:
        return Span(start, end)
    first, last = _word_around(text, start), _word_around(text, end)
    if first.start == start:
        start -= _marks_before(text, span.start, start)
    if last.end == end:
        end += _marks_behind(text, end, span.end)
    return Span(min(start, first.start), max(end, last.end))


def _marks_before(text: str, start: int, word: int) -> int:
    """Return how many marks stand right before a word, an opening quote mark or a sign."""
    match = _MARKS_BEFORE.search(text[start:word])
    count = len(match[0]) if match else 0
    cut = 0 < count < word and text[word - count - 1] == text[word - count]
    return 0 if cut else count


def _marks_behind(text: str, word: int, end: int) -> int:
    """Return how many marks stand right behind a word, such as its full stop."""
    match = _MARKS_BEHIND.match(text, word, end)
    count = len(match[0]) if match else 0
    following = text[word + count : word + count + _LONGEST_WORD].lstrip()[:1]
    cut = count and (following == text[word + count - 1] or following in {".", "…"})
    return 0 if cut else count


def _word_around(text: str, edge: int) -> Span:
    """Return the word that an edge cuts; the edge itself when it cuts none."""
    begin = max(0, edge - _LONGEST_WORD)
    window = text[begin : edge + _LONGEST_WORD]
    start = end = -1
    for match in word_pattern(window).finditer(window):
        if end < 0 or not _JOINT.fullmatch(window, end, match.start()):
            start = match.start()
        end = match.end()
        if start < edge - begin < end:
            return _grown(window, start, end, begin)
    return Span(edge, edge)


def _grown(window: str, start: int, end: int, begin: int) -> Span:
    """Return a word of a window with all that is joined to its end."""
    for match in word_pattern(window).finditer(window, end):
        if not _JOINT.fullmatch(window, end, match.start()):
            break
        end = match.end()
    return Span(begin + start, begin + end)


def _words(document: Document, span: Span) -> list[str]:
    """Return the words of each paragraph in a range, as they are compared, on one line each."""
    plain = plain_words if document.markdown else _on_one_line
    joined = (_joined(part, document.text) for part in _parts(document, span))
    found = [words for words in map(plain, joined) if words]
    return found if any(map(str.isalnum, "".join(found))) else []


def _on_one_line(words: str) -> str:
    return " ".join(words.split())


def _parts(document: Document, span: Span) -> list[str]:
    """Return the paragraphs of a range; two that a broken word holds together are one."""
    edges = [span.start]
    for paragraph in document.paragraphs:
        if span.start < paragraph.span.start < span.end:
            edges.append(paragraph.span.start)
    text = document.text
    found = _BROKEN.finditer(text, span.start, span.end)
    breaks = {match.end() for match in found if _is_inside_word(match)}
    kept = [edge for edge in edges if edge not in breaks]
    return [text[start:end] for start, end in pairwise([*kept, span.end])]


def _joined(words: str, text: str) -> str:
    """Join words broken at line ends, with their hyphen where the document writes them so."""
    return _BROKEN.sub(lambda match: _resolved(match, text), words)


def _is_inside_word(match: re.Match[str]) -> bool:
    text, start, end = match.string, match.start(), match.end()
    return is_letter(text[start - 1 : start]) and is_letter(text[end : end + 1])


def _resolved(match: re.Match[str], text: str) -> str:
    if not _is_inside_word(match):
        return match[0]
    if match[1] in _LINE_HYPHENS:
        return ""
    words, start, end = match.string, match.start(), match.end()
    before = words[max(0, start - _LONGEST_WORD) : start]
    after = words[end : end + _LONGEST_WORD]
    pair = f"{word_pattern(before).findall(before)[-1]}-{word_pattern(after).findall(after)[0]}"
    at_number = before[-1].isdigit() or after[0].isdigit()
    return "-" if at_number or pair in text else ""


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
