"""A document -> the text that Qt lays out, and positions of one <-> offsets of the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCursor, QTextDocument, QTextOption

from briefer.briefing.model import Document, Paragraph, Span
from briefer.desktop.offsets import Offsets
from briefer.language import grouped, tr

_LONGEST_PIECE = 4000  # code points; Qt lays out a block at once
_LONGEST_WORD = 400  # of those without a space: they take square time
_LEADING = 112  # per cent of the font's own line height
_MOST_LINES = 400_000  # Qt counts pixels up to 33 million, and falls over what lies beyond
_LINE = 40  # code points, in a narrow pane
_SHORTEST_WRAP = 40  # lines wrapped narrower than this are verse, lists or addresses


class Piece(NamedTuple):
    """What Qt holds as one block: a paragraph, or a part of a very long one."""

    span: Span
    paragraph: int
    opens: bool  # the paragraph begins here
    closes: bool


class DocumentText:
    """The laid-out text of a document; one block a piece, one character a character."""

    def __init__(self, document: Document, font: QFont) -> None:
        self.document = document
        self.pieces = tuple(_shown_pieces(document))
        self._starts = [piece.span.start for piece in self.pieces]
        self.layout = _laid_out(document, self.pieces, font)

    def position(self, offset: int) -> int:
        """Return Qt's position of an offset of the document's text, in UTF-16 units."""
        if not self.pieces:
            return 0
        index = self.piece_index(offset)
        span = self.pieces[index].span
        words = self.document.text[span.start : min(offset, span.end)]
        return self.layout.findBlockByNumber(index).position() + Offsets(words).to_qt(len(words))

    def offset(self, position: int) -> int:
        """Return the offset in the document's text, in code points, of one of Qt's positions."""
        block = self.layout.findBlock(position)
        if not block.isValid() or not self.pieces:
            return 0
        if block.blockNumber() >= len(self.pieces):  # what says that the text goes on
            return self.pieces[-1].span.end
        span = self.pieces[block.blockNumber()].span
        words = self.document.text[span.start : span.end]
        return span.start + Offsets(words).from_qt(position - block.position())

    def piece_index(self, offset: int) -> int:
        """Return the number of the piece that holds an offset, or the nearest before it."""
        return max(bisect_right(self._starts, offset) - 1, 0)


def _shown_pieces(document: Document) -> Iterator[Piece]:
    """Give the pieces of a document up to where Qt could not lay out any more."""
    lines = 0
    for piece in _pieces(document):
        lines += (piece.span.end - piece.span.start) // _LINE + 1
        if lines > _MOST_LINES:
            return
        yield piece


def _goes_on(document: Document, pieces: tuple[Piece, ...]) -> Iterator[str]:
    """Say how much of a document is not shown, if not all is."""
    left = document.paragraphs[-1].number - pieces[-1].paragraph if pieces else 0
    if left:
        yield tr(
            "… The text goes on: {left} more paragraphs, too many to be shown here. They are "
            "searched and compared all the same; to read them, open {file} elsewhere.",
            left=grouped(left),
            file=document.file,
        )


def _pieces(document: Document) -> Iterator[Piece]:
    for paragraph in document.paragraphs:
        cuts = tuple(_cuts(document.text, paragraph))
        for start, end in pairwise(cuts):
            opens, closes = start == cuts[0], end == cuts[-1]
            yield Piece(Span(start, end), paragraph.number, opens, closes)


def _cuts(text: str, paragraph: Paragraph) -> Iterator[int]:
    start, end = paragraph.span
    yield start
    while end - start > _LONGEST_PIECE:
        space = text.rfind(" ", start + _LONGEST_PIECE // 2, start + _LONGEST_PIECE)
        start = start + _LONGEST_WORD if space < 0 else space + 1
        yield start
    yield end


def _laid_out(document: Document, pieces: tuple[Piece, ...], font: QFont) -> QTextDocument:
    layout = QTextDocument()
    layout.setUndoRedoEnabled(False)
    layout.setDefaultFont(font)
    layout.setDocumentMargin(0)
    layout.setDefaultTextOption(QTextOption())
    layout.setPlainText("\n".join((*_shown(document, pieces), *_goes_on(document, pieces))))
    _set_leading(layout, pieces, gap=font.pointSizeF() * 0.75)
    return layout


def _set_leading(layout: QTextDocument, pieces: tuple[Piece, ...], gap: float) -> None:
    form = QTextBlockFormat()
    form.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    form.setBottomMargin(gap)
    cursor = QTextCursor(layout)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.setBlockFormat(form)
    form.setBottomMargin(0)
    for index, piece in enumerate(pieces):
        if not piece.closes:
            QTextCursor(layout.findBlockByNumber(index)).setBlockFormat(form)


def _shown(document: Document, pieces: tuple[Piece, ...]) -> Iterator[str]:
    """Give each piece as Qt may hold it, character for character."""
    width = 0 if document.markdown else _wrap_width(document)
    for piece in pieces:
        words = document.text[piece.span.start : piece.span.end]
        if width and "\n" in words:
            words = _joined_lines(words, width)
        yield words.translate(_SAFE)


def _wrap_width(document: Document) -> int:
    """Return the width to which paragraphs are wrapped by hand; 0 when they are not."""
    paragraphs = (document.text[slice(*paragraph.span)] for paragraph in document.paragraphs)
    lengths = sorted(len(line) for words in paragraphs for line in words.split("\n")[:-1])
    width = lengths[len(lengths) * 49 // 50] if lengths else 0
    return width if _SHORTEST_WRAP <= width <= 3 * _SHORTEST_WRAP else 0


def _joined_lines(words: str, width: int) -> str:
    """Make a space of each line end that stands only because the next word did not fit."""
    lines = words.split("\n")
    shown = [lines[0]]
    for line, following in pairwise(lines):
        first_word = following.split(maxsplit=1)[:1]
        full = len(line) + 1 + len("".join(first_word)) > width
        shown += [" " if full else "\n", following]
    return "".join(shown)


# What Qt would take for the end of a block, of a frame or for an object in the text.
_SAFE = dict.fromkeys((*range(32), 127, 64976, 64977, 65532), "�")
# What turns the words beside it around, or hides them: see briefing/disguises.py.
_SAFE |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0x80, 0xA0)), "�")
_SAFE |= dict.fromkeys((0x0B, 0x0C, 0x0D), " ")
_SAFE |= dict.fromkeys((0x0A, 0x85, 0x2028, 0x2029), "\N{LINE SEPARATOR}") | {0x09: "\t"}
