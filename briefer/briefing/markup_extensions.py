"""What Briefer changes in Python-Markdown: markers, callouts, no raw HTML, and a deadline."""

from __future__ import annotations

import html
import re
import time
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import (
    BlockProcessor,
    BlockQuoteProcessor,
    HashHeaderProcessor,
    OListProcessor,
    UListProcessor,
)
from markdown.extensions import Extension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor, SubstituteTagInlineProcessor
from markdown.util import AtomicString

from briefer.briefing.markers import MARKER, Markers, Piece, Role
from briefer.briefing.model import Form, Prose

_QUOTED = (Role.INLINE, Role.BLOCK)
_SINGLE = (Role.LINK, Role.CITATION)
_NOTHING = Markers(Prose())
_MARKER_LINE = re.compile(rf"(?:^|\n)[ \t]*{MARKER.pattern}[ \t]*(?=\n|$)")
_CALLOUT = re.compile(r"\[!([A-Za-z]+)\][+-]?[ \t]*(.*)\Z")
_OWN = {2: None, 3: None, 0xE000: None}  # what Python-Markdown and our markers are made of
_ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});"

InlineFound = tuple[Element | str | None, int | None, int | None]


class TooSlowError(Exception):
    """A text that keeps Python-Markdown busy for longer than its deadline."""


class Work:
    """What one conversion works on: the markers of its prose, and when it must be done."""

    def __init__(self) -> None:
        self.markers = _NOTHING
        self.deadline = float("inf")  # in seconds of this thread's own processor time

    def check_time(self) -> None:
        """Raise TooSlowError past the deadline."""
        if time.thread_time() > self.deadline:
            raise TooSlowError


class BriefingExtension(Extension):
    """Python-Markdown as format.md wants it; `work` is changed before each conversion."""

    def __init__(self) -> None:
        super().__init__()
        self.work = Work()

    def extendMarkdown(self, md: Markdown) -> None:
        """Put our processors in, and take out those that let HTML pass."""
        md.preprocessors.deregister("html_block")
        for name in ("html", "entity", "automail"):
            md.inlinePatterns.deregister(name)
        md.treeprocessors.deregister("prettify")
        blocks = md.parser.blockprocessors
        blocks.deregister("setextheader")
        blocks.deregister("quote")
        blocks.register(_NumberedList(md.parser), "olist", 40)
        blocks.register(_BulletedList(md.parser), "ulist", 30)
        blocks.register(_Clock(md.parser, self.work), "clock", 1000)
        blocks.register(_Header(md.parser), "hashheader", 70)
        blocks.register(_MarkerBlocks(md.parser, self.work), "marker", 22)
        blocks.register(_Callouts(md.parser, self.work), "callout", 20)
        patterns = md.inlinePatterns
        patterns.register(_MarkersInText(self.work, quotations=True), "marked quotation", 310)
        patterns.register(_MarkersInText(self.work, quotations=False), "marker", 300)
        patterns.register(SubstituteTagInlineProcessor(r"\\\n", "br"), "backslash break", 185)
        patterns.register(_Mail(r"<(?:mailto:)?([^<> !:]+@[^@<> ]+)>"), "mail", 110)
        patterns.register(_Entities(_ENTITY), "entity", 80)


def new_markdown(*, attributes: bool) -> tuple[Markdown, Work]:
    """Return Python-Markdown with the extensions of the format, and the work it is given.

    Attribute lists are asked for apart: few texts have them, and importing them takes 4 ms.
    """
    briefing = BriefingExtension()
    extensions: list[Extension] = [
        TableExtension(use_align_attribute=True),
        FootnoteExtension(),
        DefListExtension(),
    ]
    if attributes:
        from markdown.extensions.attr_list import AttrListExtension

        extensions.append(AttrListExtension())
    markdown = Markdown(extensions=[*extensions, briefing])
    for pattern in markdown.inlinePatterns:
        for method in ("getCompiledRegExp", "handleMatch"):
            setattr(pattern, method, _timed(getattr(pattern, method), briefing.work))
    return markdown, briefing.work


def _timed(method: Callable[..., Any], work: Work) -> Callable[..., Any]:
    """Look at the clock whenever a pattern searches or matches: its loops are Python-Markdown's."""

    def timed(*arguments: Any) -> Any:
        work.check_time()
        return method(*arguments)

    return timed


class _Clock(BlockProcessor):
    def __init__(self, parser: Any, work: Work) -> None:
        super().__init__(parser)
        self._work = work

    def test(self, parent: Element, block: str) -> bool:
        self._work.check_time()
        return False


class _NumberedList(OListProcessor):
    LAZY_OL = False  # a list begins with its own number
    SIBLING_TAGS = ["ol"]  # noqa: RUF012  (as its base has it); a list after bullets is its own


class _BulletedList(UListProcessor):
    SIBLING_TAGS = ["ul"]  # noqa: RUF012


class _Header(HashHeaderProcessor):
    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})[ \t]+(?P<header>[^\n]*?)[ \t]*#*[ \t]*(?:\n|$)")


class _MarkerBlocks(BlockProcessor):
    """A marker on a line of its own becomes its block quotation or its code."""

    def __init__(self, parser: Any, work: Work) -> None:
        super().__init__(parser)
        self._work = work

    def test(self, parent: Element, block: str) -> bool:
        return self._find(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        match = self._find(block)
        assert match is not None
        if before := block[: match.start()]:
            self.parser.parseBlocks(parent, [before])
        piece = self._work.markers.piece(match)
        if piece.role is Role.CODE:
            _add_code(parent, piece)
        else:
            quotation = SubElement(parent, "quotation", _attributes(piece))
            self.parser.state.set("blockquote")
            self.parser.parseChunk(quotation, piece.inner)
            self.parser.state.reset()
        if rest := block[match.end() :].lstrip("\n"):
            blocks.insert(0, rest)

    def _find(self, block: str) -> re.Match[str] | None:
        for match in _MARKER_LINE.finditer(block):
            if self._work.markers.piece(match).role in (Role.BLOCK, Role.CODE):
                return match
        return None


class _Callouts(BlockQuoteProcessor):
    """A quote that is no quotation; unlike in Python-Markdown two in a row stay two."""

    def __init__(self, parser: Any, work: Work) -> None:
        super().__init__(parser)
        self._work = work

    def run(self, parent: Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        match = self.RE.search(block)
        assert match is not None
        if before := block[: match.start()]:
            self.parser.parseBlocks(parent, [before])
        lines = [self.clean(line) for line in block[match.start() :].lstrip("\n").split("\n")]
        quote = SubElement(parent, "blockquote")
        if callout := _CALLOUT.match(lines[0]):
            quote.set("callout", callout[1].lower())
            title = SubElement(SubElement(quote, "p"), "strong")
            title.text = callout[2] or callout[1].capitalize()
            lines[0] = ""
        self.parser.state.set("blockquote")
        self.parser.parseChunk(quote, self._work.markers.prepared("\n".join(lines)).strip("\n"))
        self.parser.state.reset()


class _MarkersInText(InlineProcessor):
    """Markers in running text; what is quoted is Markdown again, and may hold links."""

    def __init__(self, work: Work, *, quotations: bool) -> None:
        super().__init__(MARKER.pattern)
        self._work = work
        self._roles = _QUOTED if quotations else _SINGLE

    def handleMatch(self, m: re.Match[str], data: str) -> InlineFound:  # type: ignore[override]
        """Return the element, or the text, that the marker stands for."""
        piece = self._work.markers.piece(m)
        if piece.role not in self._roles:
            return None, None, None
        return _in_text(piece), m.start(), m.end()


class _Entities(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> InlineFound:  # type: ignore[override]
        return html.unescape(m[0]).translate(_OWN), m.start(), m.end()


class _Mail(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> InlineFound:  # type: ignore[override]
        link = Element("a", href=f"mailto:{m[1]}")
        link.text = AtomicString(m[1])
        return link, m.start(), m.end()


def _attributes(piece: Piece) -> dict[str, str]:
    form = Form.BLOCK if piece.role is Role.BLOCK else piece.form or Form.INLINE
    return {"form": form.value, "index": str(piece.number)}


def _add_code(parent: Element, piece: Piece) -> None:
    """Add fenced code: no `pre`, since Python-Markdown adds what is indented below to those."""
    SubElement(parent, "fenced", language=piece.shown).text = AtomicString(piece.inner)


def _in_text(piece: Piece) -> Element:
    if piece.role is Role.LINK:
        link = Element("card-link", target=piece.inner)
        link.text = AtomicString(piece.shown)
        return link
    if piece.role is Role.CITATION:
        return Element("citation", index=str(piece.number))
    form = piece.form or Form.INLINE
    element = Element("quotation", form=form.value, index=str(piece.number))
    element.text = piece.inner
    return element
