"""Prose -> Markdown in which markers stand for what was already found in it."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from briefer.briefing.fences import Fence, split_fences
from briefer.briefing.list_indents import with_wide_indents
from briefer.briefing.model import Citation, Form, Link, Prose, Quotation

_MARK = "\ue000"
MARKER = re.compile(f"{_MARK}([0-9]+){_MARK}")
_QUOTE_MARK = re.compile(r"[ \t]*>[ ]?")
_BETWEEN = re.compile(r"[\s,.;:]*\Z")


class Role(StrEnum):
    """What a marker stands for."""

    BLOCK = "block"  # a block quotation: `inner` is its Markdown without the `>`
    INLINE = "inline"  # quoted words: `inner` holds them with their marks, `number` in quotations
    CITATION = "citation"
    LINK = "link"  # `inner` is the target, `shown` the words
    CODE = "code"  # fenced code: `inner` is the code, `shown` the language
    TEXT = "text"  # the marker's own character, typed by somebody


class Piece(NamedTuple):
    """What one marker stands for; `source` is what was typed in its place."""

    role: Role
    source: str
    number: int = 0
    inner: str = ""
    shown: str = ""
    form: Form | None = None


_Found = Quotation | Citation | Link


class Markers:
    """The markers of one prose: `text` is what Markdown is given, `pieces` what they stand for."""

    def __init__(self, prose: Prose) -> None:
        self.pieces: list[Piece] = []
        self._prose = prose
        kinds: tuple[tuple[_Found, ...], ...] = (prose.quotations, prose.citations, prose.links)
        found = [
            (item.span.start, index, item) for kind in kinds for index, item in enumerate(kind)
        ]
        self._found = sorted(found, key=lambda f: (f[0], -f[2].span.end))
        self.text = self.prepared(self._marked(0, len(prose.text), 0))

    def piece(self, match: re.Match[str]) -> Piece:
        """Return what a found marker stands for."""
        return self.pieces[int(match[1])]

    def restored(self, text: str) -> str:
        """Return the text with what was typed in place of markers that nothing else took."""
        if _MARK not in text:
            return text
        return MARKER.sub(lambda match: self.piece(match).source, text)

    def prepared(self, text: str) -> str:
        """Return the text as Python-Markdown wants it: code as markers, lists indented by four."""
        return with_wide_indents(self._fenced(text), self._stands_alone)

    def _stands_alone(self, line: str) -> bool:
        match = MARKER.fullmatch(line)
        return match is not None and self.piece(match).role in (Role.BLOCK, Role.CODE)

    def _fenced(self, text: str) -> str:
        if "```" not in text and "~~~" not in text:
            return text
        return "\n".join(
            part if isinstance(part, str) else part.indent + self._fence(part)
            for part in split_fences(text)
        )

    def _fence(self, fence: Fence) -> str:
        code = self._guarded(self.restored(fence.code))
        source = self.restored(fence.source)
        return self._marker(Piece(Role.CODE, source, inner=code, shown=fence.language))

    def _marker(self, piece: Piece) -> str:
        self.pieces.append(piece)
        return f"{_MARK}{len(self.pieces) - 1}{_MARK}"

    def _plain(self, start: int, end: int) -> str:
        return self._guarded(self._prose.text[start:end])

    def _guarded(self, text: str) -> str:
        """Return the text with a marker for each character that somebody else put there."""
        if _MARK not in text:
            return text
        return text.replace(_MARK, self._marker(Piece(Role.TEXT, _MARK)))

    def _marked(self, start: int, end: int, first: int) -> str:
        """Return text[start:end] with markers for what was found, from the first-th find on."""
        parts = []
        for order in range(first, len(self._found)):
            begin, index, item = self._found[order]
            if begin >= end:
                break
            if begin < start or item.span.end > end:
                continue
            parts.append(self._plain(start, begin))
            parts.append(self._item(item, index, order))
            start = item.span.end
        parts.append(self._plain(start, end))
        return "".join(parts)

    def _item(self, item: _Found, index: int, order: int) -> str:
        source = self._prose.text[item.span.start : item.span.end]
        match item:
            case Link():
                shown = self._guarded(item.shown)
                return self._marker(Piece(Role.LINK, source, index, item.target, shown))
            case Citation():
                return self._marker(Piece(Role.CITATION, source, index))
            case Quotation(form=Form.BLOCK):
                return self._block(item, index, order, source)
            case _:
                return self._inline(item, index, order, source)

    def _inline(self, item: Quotation, index: int, order: int, source: str) -> str:
        end = item.citation.span.start if item.citation else item.span.end
        words_end = _BETWEEN.search(self._prose.text, item.span.start, end)
        if item.citation and words_end:
            end = words_end.start()
        inner = self._marked(item.span.start, end, order + 1)
        between = self._prose.text[end : item.citation.span.start] if item.citation else ""
        piece = Piece(Role.INLINE, source, index, inner, form=item.form)
        return self._marker(piece) + between.strip()

    def _block(self, item: Quotation, index: int, order: int, source: str) -> str:
        start, end = item.span
        if item.citation and start <= item.citation.span.start < end:
            cut = item.citation.span
            text = self._marked(start, cut.start, order + 1).rstrip(" \t—–―-")
            text += self._marked(min(cut.end, end), end, order + 1)
        else:
            text = self._marked(start, end, order + 1)
        line_start = self._prose.text.rfind("\n", 0, start) + 1
        depth = self._prose.text.count(">", line_start, start)
        inner = self.prepared(_without_quote_marks(text, depth))
        indent = source[: len(source) - len(source.lstrip(" \t"))]
        line_end = "\n" if source.endswith("\n") else ""
        return indent + self._marker(Piece(Role.BLOCK, source, index, inner)) + line_end


def _without_quote_marks(text: str, depth: int) -> str:
    first, *others = text.split("\n")
    lines = [_unquoted(first, 1), *(_unquoted(line, depth + 1) for line in others)]
    return "\n".join(lines).strip("\n")


def _unquoted(line: str, depth: int) -> str:
    """Return the line without its first `depth` quote marks; a lazy line may have fewer."""
    at = 0
    for _ in range(depth):
        match = _QUOTE_MARK.match(line, at)
        if match is None:
            return line[at:].lstrip() if at == 0 else line[at:]
        at = match.end()
    return line[at:]
