"""Lines of Markdown -> their prose: what is quoted, cited and linked, found block by block."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from briefer.briefing.block_quotes import QuoteLine, is_citation_line, read_block_quote
from briefer.briefing.finds import Finds
from briefer.briefing.inline import scan_running_text
from briefer.briefing.model import Problem, Prose, Span
from briefer.briefing.plain import plain_words

_FENCE = re.compile(r"(`{3,}(?=[^`]*$)|~{3,})")
_LIST_ITEM = re.compile(r"([-*+]|(\d{1,9})[.)])([ \t]+|$)")
_HEADING = re.compile(r"#{1,6}(?:[ \t]|$)")
_RULE = re.compile(r"(?:(?:\*[ \t]*+){3,}+|(?:-[ \t]*+){3,}+|(?:_[ \t]*+){3,}+|=++[ \t]*+)$")
_PLAIN_QUOTE = re.compile(r"> [^\s>]")
_QUOTE_MARKS = re.compile(r"(?:[ \t]{0,3}>)++[ \t]?")
_DEFINITION = re.compile(r"\[(?!\^|@)[^\[\]]+\]:[ \t]+\S")
_CONTAINER = re.compile(r"(?:\[\^[^\[\]\s]{1,80}\]:|:(?=[ \t]))[ \t]*")  # a footnote, a definition
_CONTAINED = 4  # the indent of what belongs to one
_DEEPEST = 20  # lists within each other; what is deeper is text
_SPECIAL = frozenset("`~>#|-*+=_[:0123456789")
_PLAIN_ITEM = re.compile(r"[-*+] [^\s`~>#|*+=_\[0-9-]")
_new = tuple.__new__  # half the time of a named tuple's own call


class BlockKind(Enum):
    """What a block of the text is, as far as reading must know."""

    PARAGRAPH = "paragraph"
    TEXT = "text"  # running text of another kind: a list item, a heading, a table's row
    QUOTE = "quote"
    OTHER = "other"  # code, a rule, a definition


class Block(NamedTuple):
    """A block and the range of the text that it covers."""

    kind: BlockKind
    span: Span


class ReadProse(NamedTuple):
    """A prose, the blocks it consists of, and what is wrong with it."""

    prose: Prose
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...]


NOTHING = ReadProse(Prose(), (), ())


def read_prose(file: str, lines: Sequence[str], numbers: Sequence[int]) -> ReadProse:
    """Read lines of a file, with their numbers; blank ones around them are left out."""
    first, last = 0, len(lines)
    while first < last and not lines[first].strip():
        first += 1
    while last > first and not lines[last - 1].strip():
        last -= 1
    if first == last:
        return NOTHING
    finds = Finds(file, lines[first:last], numbers[first:last])
    blocks = _Blocks(finds).read()
    return ReadProse(finds.prose(), blocks, tuple(finds.problems))


def summary_of(read: ReadProse) -> str:
    """Return the first paragraph as plain words; "" when the text opens with something else."""
    if not read.blocks or read.blocks[0].kind is not BlockKind.PARAGRAPH:
        return ""
    return words_of(read.prose, read.blocks[0].span)


def words_of(prose: Prose, span: Span) -> str:
    """Return the plain words of a part of the prose, without the citations in it."""
    return words_without(citations_in(prose), prose.text, span)


def citations_in(prose: Prose) -> list[Span]:
    """Return where the citations of a prose stand, in order."""
    cited = [q.citation.span for q in prose.quotations if q.citation]
    return sorted(cited + [citation.span for citation in prose.citations])


def words_without(cited: Sequence[Span], text: str, span: Span) -> str:
    """Return the plain words of a part of a text, without the citations in it."""
    parts, at = [], span.start
    for start, end in cited[bisect_left(cited, Span(span.start, 0)) :]:
        if start >= span.end:
            break
        if at <= start:
            parts.append(text[at:start].rstrip())
            at = end
    parts.append(text[at : span.end])
    return plain_words("".join(parts))


class _Blocks:
    """Walks over the lines once; `_indents` are those of the list items that it stands in."""

    def __init__(self, finds: Finds) -> None:
        self._finds = finds
        self._lines = finds.lines
        self._blocks: list[Block] = []
        self._indents: list[int] = []
        self._open: tuple[int, BlockKind] | None = None  # where the open text block began
        self._at = 0
        self._unclosed: dict[str, int] = {}  # fences that nothing closes further down

    def read(self) -> tuple[Block, ...]:
        """Read all lines and return the blocks."""
        lines = self._lines
        while self._at < len(lines):
            line = lines[self._at]
            first = line[:1]
            if not first:
                self._close()
                self._at += 1
            elif first not in _SPECIAL and not first.isspace():
                if self._open is None:
                    self._indents.clear()
                    self._open = (self._finds.starts[self._at], BlockKind.PARAGRAPH)
                self._at += 1
            elif _PLAIN_ITEM.match(line):
                self._close()
                self._indents[:] = (2,)
                self._open = (self._finds.starts[self._at] + 2, BlockKind.TEXT)
                self._at += 1
            else:
                self._read_line(line)
        self._close()
        return tuple(self._blocks)

    def _read_line(self, line: str) -> None:
        words = line.lstrip(" \t")
        if not words.strip():
            self._close()
            self._at += 1
            return
        if self._open and words[0] not in _SPECIAL:
            self._at += 1
            return
        column = len(line) - len(words)
        indent = len(line[:column].expandtabs(4)) if column else 0
        if self._open is None:
            while self._indents and indent < self._indents[-1]:
                self._indents.pop()
            if indent - (self._indents[-1] if self._indents else 0) >= 4:
                self._cover(BlockKind.OTHER, self._at, self._at + 1)
                return
        self._read_block(column, indent, words)

    def _read_block(self, column: int, indent: int, words: str) -> None:
        """Read what begins at a column of the current line."""
        if words[0] not in _SPECIAL:
            self._go_on(column, BlockKind.PARAGRAPH)
        elif words[0] in "`~" and (fence := _FENCE.match(words)):
            self._close()
            self._fence(fence[1], indent)
        elif words[0] == ">":
            self._close()
            self._quote(column)
        elif words[0] == "|" or _HEADING.match(words):
            self._close()
            self._go_on(column, BlockKind.TEXT)
            self._close()
        elif words[0] in "[:" and (opening := _CONTAINER.match(words)):
            self._close()
            self._contain(column, indent, words, opening.end())
        elif _RULE.match(words) or (self._open is None and _DEFINITION.match(words)):
            self._close()
            self._cover(BlockKind.OTHER, self._at, self._at + 1)
        elif (item := _LIST_ITEM.match(words)) and self._starts_item(item):
            self._close()
            self._item(column, indent, words, item)
        else:
            self._go_on(column, BlockKind.PARAGRAPH)

    def _starts_item(self, item: re.Match[str]) -> bool:
        """Tell whether a marker begins a list item; inside a paragraph only `1.` and signs do."""
        return self._open is None or not item[2] or item[2] == "1" or bool(self._indents)

    def _item(self, column: int, indent: int, words: str, item: re.Match[str]) -> None:
        while self._indents and indent < self._indents[-1]:
            self._indents.pop()
        width = item.end() if item[3].strip("\n") and len(item[3]) <= 4 else len(item[1]) + 1
        self._indents.append(indent + width)
        rest = words[item.end() :]
        if not rest:
            self._at += 1
        elif len(self._indents) < _DEEPEST and (
            rest[0] == ">" or _FENCE.match(rest) or _LIST_ITEM.match(rest)
        ):
            self._read_block(column + item.end(), indent + item.end(), rest)
        else:
            self._go_on(column + item.end(), BlockKind.TEXT)

    def _contain(self, column: int, indent: int, words: str, behind: int) -> None:
        """Read a footnote or a definition; what is indented below belongs to it."""
        self._indents[:] = [indent + _CONTAINED]
        rest = words[behind:]
        if not rest.strip():
            self._at += 1
        elif rest[0] == ">" or _LIST_ITEM.match(rest):
            self._read_block(column + behind, indent + _CONTAINED, rest)
        else:
            self._go_on(column + behind, BlockKind.TEXT)

    def _go_on(self, column: int, kind: BlockKind) -> None:
        if self._open is None:
            self._open = (self._finds.starts[self._at] + column, kind)
        self._at += 1

    def _close(self) -> None:
        """End the open text block before the current line, and read it."""
        if self._open is None:
            return
        (start, kind), self._open = self._open, None
        end = self._finds.starts[self._at] - 1
        self._blocks.append(_new(Block, (kind, _new(Span, (start, end)))))
        scan_running_text(self._finds, start, end)

    def _cover(self, kind: BlockKind, first: int, behind: int) -> None:
        starts = self._finds.starts
        self._blocks.append(Block(kind, Span(starts[first], starts[behind] - 1)))
        self._at = behind

    def _fence(self, fence: str, indent: int) -> None:
        """Pass over fenced code; a fence that nothing closes is a line of text."""
        inner = self._indents[-1] if self._indents else 0
        hopeless = len(fence) >= self._unclosed.get(fence[0], len(fence) + 1)
        for at in range(self._at + 1, self._at if hopeless else len(self._lines)):
            words = self._lines[at].strip()
            if len(words) >= len(fence) and not words.strip(fence[0]):
                self._cover(BlockKind.OTHER, self._at, at + 1)
                return
            if inner and words and not self._lines[at].startswith((" ", "\t")):
                self._cover(BlockKind.OTHER, self._at, at)
                return
        if not inner:
            self._unclosed[fence[0]] = len(fence)
        self._go_on(indent, BlockKind.TEXT)
        self._close()

    def _quote(self, column: int) -> None:
        lines: list[QuoteLine] = []
        first = self._at
        while self._at < len(self._lines):
            line = self._quote_line(column, lines[-1] if lines else None)
            if line is None:
                break
            lines.append(line)
            column = 0
            self._at += 1
        start = self._finds.starts[first] + lines[0].mark
        end = self._finds.starts[self._at] - 1
        self._blocks.append(Block(BlockKind.QUOTE, Span(start, end)))
        read_block_quote(self._finds, lines)

    def _quote_line(self, column: int, last: QuoteLine | None) -> QuoteLine | None:
        """Return the current line as part of the block quote, or None when it ends it."""
        line = self._lines[self._at]
        if not line:
            return None
        if not column and _PLAIN_QUOTE.match(line):
            return _new(QuoteLine, (self._at, 0, 2, line[2:].rstrip()))
        column = column or len(line) - len(line.lstrip(" \t"))
        words = line[column:]
        if marks := _QUOTE_MARKS.match(words):
            behind = column + marks.end()
            behind += len(line) - behind - len(line[behind:].lstrip(" \t"))
            return QuoteLine(self._at, column, behind, line[behind:].rstrip())
        if last is None or not words.strip() or not _continues(last.words, words):
            return None
        return QuoteLine(self._at, column, column, words.rstrip())


def _continues(last: str, words: str) -> bool:
    """Tell whether a line without a mark lazily goes on with a block quote's paragraph."""
    if not last or is_citation_line(last):
        return False
    if is_citation_line(words):
        return True
    starts_other = words[0] in "`~#|-*+=_" or words[0].isdigit()
    if not starts_other:
        return not (_FENCE.match(last) or _HEADING.match(last))
    return not any(pattern.match(words) for pattern in (_FENCE, _HEADING, _RULE, _LIST_ITEM))
