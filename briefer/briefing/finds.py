"""What is found in one run of Markdown, with its places in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import attrgetter

from briefer.briefing.citations import Said
from briefer.briefing.model import Citation, Link, Place, Problem, Prose, Quotation, Span
from briefer.briefing.plain import link_words
from briefer.briefing.problems import problem
from briefer.language import tr

_new = tuple.__new__  # half the time of a named tuple's own call
_SPAN = attrgetter("span")
_LINE_START = re.compile(r"\n[ \t>]*")


class Finds:
    """Collects the links, quotations and citations of a prose while its text is read."""

    def __init__(self, file: str, lines: Sequence[str], numbers: Sequence[int]) -> None:
        self.text = "\n".join(lines)
        self.lines = lines
        self.starts = tuple(accumulate([len(line) + 1 for line in lines], initial=0))
        self.links: list[Link] = []
        self.quotations: list[Quotation] = []
        self.citations: list[Citation] = []
        self.problems: list[Problem] = []
        self._file = file
        self._numbers = numbers

    def place(self, offset: int) -> Place:
        """Return the file, line and column of an offset in the text."""
        turn = bisect_right(self.starts, offset) - 1
        return _new(Place, (self._file, self._numbers[turn], offset - self.starts[turn] + 1))

    def add_plain_link(self, inner: str, start: int, end: int) -> None:
        """Add the link between two offsets, whose inside is a name and nothing else."""
        target = inner.strip()
        if target:
            turn = bisect_right(self.starts, start) - 1
            where = (self._file, self._numbers[turn], start - self.starts[turn] + 1)
            place, span = _new(Place, where), _new(Span, (start, end))
            self.links.append(_new(Link, (target, target, place, span)))

    def add_link(self, match: re.Match[str]) -> None:
        """Add the link that a match of `[[ ]]` in the text is; blank ones are none."""
        target, shown = link_words(_LINE_START.sub(" ", match[1]))
        if target:
            link = Link(target, shown, self.place(match.start()), Span(*match.span()))
            self.links.append(link)

    def citation(self, said: Said, span: Span) -> Citation:
        """Return the citation at a span, and note what in it is not understood."""
        place = self.place(span.start)
        for part in said.unclear:
            message = tr(
                "“{part}” in a citation is not understood; write a paragraph such as ¶4 or "
                "¶12–13, then disputes or context.",
                part=part[:40],
            )
            self.problems.append(problem("citation-unclear", place, message))
        return Citation(
            said.document, said.first, said.last, said.via, said.stance, said.attribution,
            place, span,
        )  # fmt: skip

    def prose(self) -> Prose:
        """Return all of it, in the order of the text."""
        links, quotations, citations = self.links, self.quotations, self.citations
        for found in (links, quotations, citations):
            if len(found) > 1:
                found.sort(key=_SPAN)
        return _new(Prose, (self.text, tuple(links), tuple(quotations), tuple(citations)))
