"""A stretch of running text -> its links, citations and quoted words, in one pass."""

from __future__ import annotations

import re

from briefer.briefing.citations import CITATION, Said, bracketed, via_behind
from briefer.briefing.code_spans import CodeSpans
from briefer.briefing.finds import Finds
from briefer.briefing.model import Citation, Form, Quotation, Span
from briefer.briefing.plain import plain
from briefer.briefing.quoted_words import Pair, QuoteMarks

# Each alternative begins with a plain sign, so that the search leaps from sign to sign; most of
# what is found are links without other words, or code between single backticks.
_SIGNS = re.compile(
    r"\[\[([^\[\]|\n]{1,400})\]\]"
    r"|`[^`]++`(?!`)|\\.?"
    r"|\[|`|\](?=\()|\{(?=:)|<(?=[/A-Za-z])|\"|“|”|„|«|»|‘|’|‚|'",
    re.DOTALL,
)
_LINK = re.compile(r"\[\[([^\[\]]{1,400})\]\]")
_TARGET = re.compile(r"\]\((?:[^()\n]++|\([^()\n]*+\))*+\)")
_ATTRIBUTES = re.compile(r"\{:[^{}\n]*\}")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>")
_GAP = re.compile(r"\s*+[,.;:]?\s*+")
_QUOTE_LINE = re.compile(r"\n[ \t>]*")
_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 3  # quoted words without a citation that are looked for


def scan_running_text(finds: Finds, start: int, end: int, *, quotes: bool = True) -> None:
    """Add what stands in one block of running text, text[start:end], to the finds.

    What is consumed as one thing is not read as another. Inside a block quotation `quotes` is
    false: quote marks are part of its words.
    """
    text, search = finds.text, _SIGNS.search
    reader: _RunningText | None = None
    match = search(text, start, end)
    while match:
        found, at = match.span()
        if match.lastindex:
            finds.add_plain_link(match[1], found, at)
        elif at == found + 1 and text[found] != "\\":
            reader = reader or _RunningText(finds, start, end, quotes=quotes)
            at = reader.read(text[found], found)
        match = search(text, at, end)
    if reader:
        reader.finish()


class _RunningText:
    """Reads the signs of one block that are not plain links."""

    def __init__(self, finds: Finds, start: int, end: int, *, quotes: bool) -> None:
        self._finds = finds
        self._text = finds.text
        self._end = end
        self._quotes = quotes
        self._code = CodeSpans(self._text, start, end)
        self._marks = QuoteMarks(self._text, start, end)
        self._last: Pair | None = None  # the pair closed last
        self._uncited: list[Pair] = []

    def finish(self) -> None:
        """Add the quoted words that no citation followed."""
        for pair in self._uncited:
            self._add_uncited(pair)

    def read(self, sign: str, at: int) -> int:
        """Read what stands at a sign; return where it ends."""
        if sign == "[":
            return self._bracket(at)
        if sign == "`":
            return self._code.at(at)[1]
        if sign in "]{<":
            pattern = _TARGET if sign == "]" else _ATTRIBUTES if sign == "{" else _TAG
            match = pattern.match(self._text, at, self._end)
            return match.end() if match else at + 1
        if self._quotes:
            self._quote_mark(at)
        return at + 1

    def _quote_mark(self, at: int) -> None:
        pair = self._marks.read(at)
        if pair is None:
            return
        self._last = pair
        if pair.outermost and not pair.single_straight:
            while self._uncited and self._uncited[-1].start >= pair.start:
                self._uncited.pop()
            self._uncited.append(pair)

    def _bracket(self, at: int) -> int:
        if match := _LINK.match(self._text, at, self._end):
            self._finds.add_link(match)
            return match.end()
        match = CITATION.match(self._text, at, self._end)
        if match is None:
            return at + 1
        via, end = via_behind(self._text, match.end(), self._end)
        said = bracketed(_QUOTE_LINE.sub(" ", match[1]))
        self._add_citation(said._replace(via=via or said.via), Span(at, end))
        return at + 2  # what stands inside may hold links

    def _add_citation(self, said: Said, span: Span) -> None:
        citation = self._finds.citation(said, span)
        pair = self._last
        if pair is None or not _GAP.fullmatch(self._text, pair.end, span.start):
            self._finds.citations.append(citation)
            return
        self._last = None
        self._uncited = [other for other in self._uncited if other.start < pair.start]
        self._add_quotation(pair, Form.INLINE, citation)

    def _add_uncited(self, pair: Pair) -> None:
        inside = self._finds.quotations
        if inside and inside[-1].span.end > pair.start and inside[-1].span.start < pair.end:
            return
        if len(_WORD.findall(self._text, pair.start, pair.end)) >= _FEWEST_WORDS:
            self._add_quotation(pair, Form.UNCITED, None)

    def _add_quotation(self, pair: Pair, form: Form, citation: Citation | None) -> None:
        inner = _QUOTE_LINE.sub("\n", self._text[pair.start + 1 : pair.end - 1])
        words, emphasized = plain(inner)
        if not words:
            if citation:
                self._finds.citations.append(citation)
            return
        span = Span(pair.start, citation.span.end if citation else pair.end)
        place = self._finds.place(span.start)
        self._finds.quotations.append(Quotation(words, form, citation, emphasized, place, span))
