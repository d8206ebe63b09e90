"""The lines of a block quote -> its quotations, each ended by its citation line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from briefer.briefing.citations import (
    CITATION,
    CITATION_LINE,
    Said,
    bracketed,
    via_behind,
    with_tail,
)
from briefer.briefing.finds import Finds
from briefer.briefing.inline import scan_running_text
from briefer.briefing.model import Citation, Form, Quotation, Span
from briefer.briefing.plain import plain
from briefer.briefing.quoted_words import without_quote_marks

_CALLOUT = re.compile(r"\[![\w-]+\]")
_FENCE_SIGNS = ("`", "~")
_FENCE = re.compile(r"(`{3,}(?=[^`]*$)|~{3,})")


class QuoteLine(NamedTuple):
    """A line of a block quote: where it is among the lines, and what stands behind its marks."""

    number: int
    mark: int  # the column of its first `>`; of its words in a line without one
    column: int  # the column of its words
    words: str


class _Part(NamedTuple):
    lines: list[QuoteLine]
    cited: re.Match[str] | None  # the citation line, the last of the lines that has words


def read_block_quote(finds: Finds, lines: list[QuoteLine]) -> None:
    """Add the quotations of a block quote to the finds, or what a callout holds."""
    first = next((line.words for line in lines if line.words), "")
    if first[:1] == "[" and _CALLOUT.match(first):
        _read_callout(finds, lines)
        return
    for part in _parts(lines):
        _read_part(finds, part)


def _read_callout(finds: Finds, lines: list[QuoteLine]) -> None:
    """Add what a callout holds; the quotes in it are quotations as anywhere."""
    for is_quote, group in groupby(_levelled(finds, lines), key=lambda line: line[0]):
        inner = [line for _, line in group]
        if is_quote:
            read_block_quote(finds, inner)
            continue
        for start, end in _text_runs(finds, inner):
            scan_running_text(finds, start, end)


def _levelled(finds: Finds, lines: list[QuoteLine]) -> Iterator[tuple[bool, QuoteLine]]:
    """Yield each line of a callout, told whether it belongs to a quote in it."""
    is_quote = False
    for line in lines:
        marks = finds.lines[line.number][line.mark : line.column]
        second = marks.find(">", marks.find(">") + 1) if ">" in marks else 0
        if ">" in marks or not line.words:  # else it lazily goes on with what is above
            is_quote = second > 0
        yield is_quote, line._replace(mark=line.mark + max(second, 0)) if is_quote else line


def is_citation_line(words: str) -> re.Match[str] | None:
    """Return the parts of a line that has the form of a citation."""
    return CITATION_LINE.match(words) if "[@" in words else None


def _parts(lines: list[QuoteLine]) -> Iterator[_Part]:
    """Yield the quotations' lines; blank lines behind a citation belong to what it ends."""
    signs = [line for line in lines if "[@" in line.words or line.words[:1] in _FENCE_SIGNS]
    if signs == lines[-1:] and lines[-1].words[0] not in _FENCE_SIGNS:
        yield _Part(lines, is_citation_line(lines[-1].words))
        return
    part: list[QuoteLine] = []
    cited: re.Match[str] | None = None
    fence = ""
    for line in lines:
        if cited and line.words:
            yield _Part(part, cited)
            part, cited = [], None
        part.append(line)
        if fence:
            fence = "" if _closes(line.words, fence) else fence
        elif line.words[:1] in _FENCE_SIGNS and (opened := _FENCE.match(line.words)):
            fence = opened[1]
        else:
            cited = cited or is_citation_line(line.words)
    if part:
        yield _Part(part, cited)


def _closes(words: str, fence: str) -> bool:
    words = words.strip()
    return len(words) >= len(fence) and not words.strip(fence[0])


def _read_part(finds: Finds, part: _Part) -> None:
    lines = list(part.lines)
    cited_line = None
    if part.cited:
        while not cited_line:
            cited_line = lines.pop()
            cited_line = cited_line if cited_line.words else None
    if part.cited and cited_line:
        citation: Citation | None = _citation(finds, part.cited, cited_line)
    else:
        citation = _trailing_citation(finds, lines)
    kept = lines if part.cited else [_cut(finds, line, citation) for line in lines]
    marked = plain("\n".join(line.words for line in kept))
    words = without_quote_marks(marked.words)
    for start, end in _text_runs(finds, lines):
        scan_running_text(finds, start, _before(citation, start, end), quotes=False)
    if words:
        span = Span(_start(finds, part.lines[0]), _end(finds, part.lines[-1]))
        place = finds.place(_start(finds, next(line for line in lines if line.words)))
        found = Quotation(words, Form.BLOCK, citation, marked.emphasized, place, span)
        finds.quotations.append(found)
    elif citation:
        finds.citations.append(citation)


def _citation(finds: Finds, match: re.Match[str], line: QuoteLine) -> Citation:
    start = finds.starts[line.number] + line.column
    said = with_tail(bracketed(match[2]), match[1] or "", match[3])
    scan_running_text(finds, start + match.start(2), start + len(line.words), quotes=False)
    return finds.citation(said, Span(start, start + len(line.words.rstrip())))


def _trailing_citation(finds: Finds, lines: list[QuoteLine]) -> Citation | None:
    """Return the citation that stands at the very end of the quoted words, if one does."""
    line = next((line for line in reversed(lines) if line.words), None)
    if line is None or "[@" not in line.words:
        return None
    start = finds.starts[line.number] + line.column
    end = start + len(line.words.rstrip())
    found = CITATION.search(finds.text, finds.text.rfind("[@", start, end), end)
    if found is None:
        return None
    via, behind = via_behind(finds.text, found.end(), end)
    if finds.text[behind:end].strip(" \t.,;"):
        return None
    scan_running_text(finds, found.start(1), behind, quotes=False)
    said: Said = bracketed(found[1])
    return finds.citation(said._replace(via=via or said.via), Span(found.start(), behind))


def _cut(finds: Finds, line: QuoteLine, citation: Citation | None) -> QuoteLine:
    """Return a line without the citation that stands in it."""
    start = finds.starts[line.number] + line.column
    if citation is None or not start <= citation.span.start < start + len(line.words) + 1:
        return line
    return line._replace(words=line.words[: citation.span.start - start].rstrip(" \t—–―-"))


def _before(citation: Citation | None, start: int, end: int) -> int:
    """Return the end of a run of text, or where its citation begins."""
    return citation.span.start if citation and start <= citation.span.start < end else end


def _text_runs(finds: Finds, lines: list[QuoteLine]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the text between blank lines and outside fenced code."""
    if len(lines) == 1 and lines[0].words and lines[0].words[0] not in _FENCE_SIGNS:
        yield _start(finds, lines[0]), _end(finds, lines[0])
        return
    run: list[QuoteLine] = []
    fence = ""
    for line in lines:
        opened = _FENCE.match(line.words) if line.words[:1] in _FENCE_SIGNS else None
        if line.words and not fence and not opened:
            run.append(line)
            continue
        if run:
            yield _start(finds, run[0]), _end(finds, run[-1])
            run = []
        if fence:
            fence = "" if _closes(line.words, fence) else fence
        elif opened:
            fence = opened[1]
    if run:
        yield _start(finds, run[0]), _end(finds, run[-1])


def _start(finds: Finds, line: QuoteLine) -> int:
    return finds.starts[line.number] + line.mark


def _end(finds: Finds, line: QuoteLine) -> int:
    return finds.starts[line.number] + len(finds.lines[line.number])
