"""Marks, a passage's ring and paragraph numbers, painted around the laid-out text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen, QTextBlock, QTextLine

from briefer.briefing.model import Span
from briefer.desktop.document_colors import Inks
from briefer.desktop.document_marks import Run
from briefer.desktop.document_text import DocumentText, Piece
from briefer.desktop.offsets import Offsets

_RISE = 1.0  # how far a mark reaches above and below its line, in pixels
_UNDERLINE = 1.0
_MOST_LINES = 3
_BAR, _BAR_GAP = 3.0, 8.0  # a bar for what is the reader's own, and its distance to the text
_NUMBER_GAP = 12.0  # between a paragraph's number and its text


class VisiblePiece:
    """A piece of the document as it stands on the screen."""

    def __init__(self, text: DocumentText, block: QTextBlock, origin: QPointF) -> None:
        self.piece: Piece = text.pieces[block.blockNumber()]
        self.origin = origin
        self._layout = block.layout()
        self._words = text.document.text[self.piece.span.start : self.piece.span.end]
        self._offsets = Offsets(self._words)

    def rects(self, span: Span) -> Iterator[QRectF]:
        """Give the rectangles of a range of the document, line by line."""
        start = max(span.start, self.piece.span.start) - self.piece.span.start
        end = min(span.end, self.piece.span.end) - self.piece.span.start
        if start >= end:
            return
        first, last = self._offsets.to_qt(start), self._offsets.to_qt(end)
        for index in range(self._layout.lineCount()):
            line = self._layout.lineAt(index)
            begin, stop = self._printed(line)
            if begin < last and first < stop:
                yield from self._line_rects(line, max(first, begin), min(last, stop))

    def _printed(self, line: QTextLine) -> tuple[int, int]:
        """Return the range of a line without the space at which it was broken."""
        begin, stop = line.textStart(), line.textStart() + line.textLength()
        words = self._words[self._offsets.from_qt(begin) : self._offsets.from_qt(stop)]
        return begin, stop - (len(words) - len(words.rstrip()))

    def baseline(self) -> QPointF:
        """Return the left end of the first line's baseline."""
        line = self._layout.lineAt(0)
        return self.origin + QPointF(0, line.y() + line.ascent())

    def _line_rects(self, line: QTextLine, first: int, last: int) -> Iterator[QRectF]:
        top = self.origin.y() + line.y() - _RISE
        height = line.ascent() + line.descent() + 2 * _RISE
        for left, right in self._stretches(line, first, last):
            yield QRectF(self.origin.x() + left, top, right - left, height)

    def _stretches(self, line: QTextLine, first: int, last: int) -> Iterator[tuple[float, float]]:
        """Give where a range of a line begins and ends; in mixed directions it is in parts."""
        if self._words.isascii():
            left, right = line.cursorToX(first)[0], line.cursorToX(last)[0]  # type: ignore[index]
            yield min(left, right), max(left, right)
            return
        for run in line.glyphRuns(first, last - first):
            bounds = run.boundingRect()
            yield bounds.left(), bounds.right()


def paint_run(painter: QPainter, run: Run, rect: QRectF, inks: Inks, *, strong: bool) -> None:
    """Paint one line of a run: the ground of the kind that fits closest, a line for each other."""
    ground = inks.mark if strong else inks.kinds[run.kinds[0]].ground
    painter.fillRect(rect, ground)
    for order, kind in enumerate(run.kinds[1:_MOST_LINES]):
        y = rect.bottom() - 0.5 + order * (_UNDERLINE + 1)
        painter.setPen(inks.kinds[kind].pen(_UNDERLINE))
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))


def paint_left_out(painter: QPainter, rect: QRectF, inks: Inks) -> None:
    """Paint one line of a sentence that was left out on purpose: struck by a faint line."""
    painter.setPen(QPen(inks.groove, _UNDERLINE))
    painter.drawLine(QPointF(rect.left(), rect.bottom()), QPointF(rect.right(), rect.bottom()))


def paint_found(painter: QPainter, rects: Iterable[QRectF], inks: Inks, *, here: bool) -> None:
    """Paint the ground of found words; those that the reader is at stand out."""
    for rect in rects:
        painter.fillRect(rect, inks.found if here else inks.find)


def paint_ring(painter: QPainter, rects: list[QRectF], inks: Inks, *, focused: bool) -> None:
    """Paint the outline of the current passage, heavier while the keyboard is here."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for rect, below in zip_longest(rects, rects[1:], fillvalue=QRectF()):
        joined = rect.adjusted(-2, -0.5, 2, 1.5)
        if rect.top() < below.top() < rect.bottom() + rect.height():
            joined.setBottom(below.top())
        path.addRect(joined)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(inks.ring, 2.0 if focused else 1.25)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path.simplified())


def paint_number(painter: QPainter, piece: VisiblePiece, font: QFont, inks: Inks) -> None:
    """Paint a paragraph's number in the margin, on the baseline of its first line."""
    painter.setFont(font)
    painter.setPen(inks.muted)
    number = str(piece.piece.paragraph)
    place = piece.baseline() - QPointF(_NUMBER_GAP, 0)
    width = painter.fontMetrics().horizontalAdvance(number)
    painter.drawText(place - QPointF(width, 0), number)


def paint_bar(painter: QPainter, piece: VisiblePiece, span: Span, inks: Inks) -> None:
    """Paint a bar in the margin, beside the lines of a passage that the reader picked or noted."""
    for rect in piece.rects(span):
        left = piece.origin.x() - _BAR_GAP
        painter.fillRect(QRectF(left, rect.top(), _BAR, rect.height()), inks.ring)
