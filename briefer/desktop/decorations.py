"""What is painted under a rich text: chips, buttons, boxes, and the ring of the focused link."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QTextBlock,
    QTextDocument,
    QTextLine,
)


class LinkRange(NamedTuple):
    """A link of a document, in Qt's positions; the measures are those of its letters."""

    start: int
    end: int
    href: str
    ascent: float
    descent: float


class BoxRange(NamedTuple):
    """A run of blocks that share one box: their user state, first and last position."""

    state: int
    start: int
    end: int


class Chip(NamedTuple):
    """How a chip or a button looks; lengths in pixels."""

    fill: QColor
    edge: QColor
    pad: float  # above and below the letters
    side: float  # before and behind them
    radius: float


class Frame(NamedTuple):
    """How a box looks; lengths in pixels."""

    fill: QColor
    bar: QColor
    bar_width: float
    pad: float
    side: float  # between its left edge and its text
    radius: float


ChipLook = Callable[[str], Chip | None]
FrameLook = Callable[[int], Frame | None]


class Looks(Protocol):
    """Says what is a chip, what stands in a box, and how they look."""

    def chip(self, address: str) -> Chip | None:
        """Return how a link with this address looks; None for one in running text."""
        ...

    def frame(self, state: int) -> Frame | None:
        """Return how the box looks of blocks with this user state."""
        ...


class NoLooks:
    """Plain text: no chips, no boxes."""

    def chip(self, address: str) -> Chip | None:
        """Return nothing."""
        return None

    def frame(self, state: int) -> Frame | None:
        """Return nothing."""
        return None


def links_of(document: QTextDocument) -> tuple[LinkRange, ...]:
    """Return the links of a document in the order of its text."""
    found: list[LinkRange] = []
    for block in _blocks(document):
        fragments = block.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            form = fragment.charFormat()
            href = form.anchorHref() if form.isAnchor() else ""
            if href:
                start, end = fragment.position(), fragment.position() + fragment.length()
                if found and found[-1].href == href and found[-1].end == start:
                    start = found.pop().start
                metrics = QFontMetricsF(form.font())
                found.append(LinkRange(start, end, href, metrics.ascent(), metrics.descent()))
            fragments += 1
    return tuple(found)


def boxes_of(document: QTextDocument) -> tuple[BoxRange, ...]:
    """Return the runs of neighbouring blocks that have the same user state, if any."""
    found: list[BoxRange] = []
    previous = -1
    for block in _blocks(document):
        state = block.userState()
        end = block.position() + block.length() - 1
        if state >= 0 and state == previous:
            found.append(BoxRange(state, found.pop().start, end))
        elif state >= 0:
            found.append(BoxRange(state, block.position(), end))
        previous = state
    return tuple(found)


def link_rects(document: QTextDocument, link: LinkRange) -> list[QRectF]:
    """Return where a link's letters are, a rectangle for each line."""
    rects = []
    block = document.findBlock(link.start)
    while block.isValid() and block.position() < link.end:
        start = max(link.start - block.position(), 0)
        end = min(link.end - block.position(), block.length() - 1)
        origin = _origin(document, block)
        for line in _lines(block, start, end):
            first, last = max(start, line.textStart()), min(end, _line_end(line))
            if first < last:
                rects.append(_letters(line, first, last, link).translated(origin))
        block = block.next()
    return rects


def link_top(document: QTextDocument, link: LinkRange) -> float:
    """Return the height at which a link begins, without measuring the rest of it."""
    block = document.findBlock(link.start)
    top = _origin(document, block).y()  # first: asking for it lays the block out
    line = block.layout().lineForTextPosition(link.start - block.position())
    return top + (line.y() if line.isValid() else 0.0)


def box_rect(document: QTextDocument, box: BoxRange, pad: float, side: float) -> QRectF:
    """Return the box around a run of blocks, as wide as the text."""
    rect = QRectF()
    block = document.findBlock(box.start)
    while block.isValid() and block.position() <= box.end:
        origin = _origin(document, block)
        for line in _lines(block):
            rect |= line.naturalTextRect().translated(origin)
        block = block.next()
    right = document.textWidth() - document.documentMargin()
    rect.adjust(-side, -pad, 0, pad)
    rect.setRight(max(rect.right() + pad, right))
    return rect


def paint_chips(
    painter: QPainter, document: QTextDocument, links: Sequence[LinkRange], look: ChipLook
) -> None:
    """Paint what lies under chips and buttons."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for link in links:
        chip = look(link.href)
        if chip is None:
            continue
        painter.setPen(QPen(chip.edge, 1))
        painter.setBrush(chip.fill)
        for rect in link_rects(document, link):
            rect.adjust(-chip.side, -chip.pad, chip.side, chip.pad)
            painter.drawRoundedRect(_crisp(rect), chip.radius, chip.radius)


def paint_boxes(
    painter: QPainter, document: QTextDocument, boxes: Sequence[BoxRange], look: FrameLook
) -> None:
    """Paint what lies under quotations, callouts and code."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for box in boxes:
        frame = look(box.state)
        if frame is None:
            continue
        rect = box_rect(document, box, frame.pad, frame.side)
        outline = QPainterPath()
        outline.addRoundedRect(rect, frame.radius, frame.radius)
        painter.fillPath(outline, frame.fill)
        painter.fillRect(
            QRectF(rect.topLeft(), QPointF(rect.left() + frame.bar_width, rect.bottom())), frame.bar
        )


def paint_ring(
    painter: QPainter, document: QTextDocument, link: LinkRange, color: QColor, pad: float
) -> None:
    """Paint the ring around the focused link."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rect in link_rects(document, link):
        rect.adjust(-pad, -pad, pad, pad)
        painter.drawRoundedRect(rect, 4 + pad, 4 + pad)


def paint_outline(painter: QPainter, document: QTextDocument, run: BoxRange, color: QColor) -> None:
    """Paint a ring around a run of letters or blocks, as wide as its lines."""
    metrics = QFontMetricsF(document.defaultFont())
    letters = LinkRange(run.start, run.end, "", metrics.ascent(), metrics.descent())
    rect = QRectF()
    for line in link_rects(document, letters):
        rect |= line
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(-6, -5, 6, 5), 6, 6)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _lines(block: QTextBlock, start: int = 0, end: int | None = None) -> Iterator[QTextLine]:
    layout = block.layout()
    first = layout.lineForTextPosition(start).lineNumber() if start else 0
    for index in range(max(first, 0), layout.lineCount()):
        line = layout.lineAt(index)
        if end is not None and line.textStart() >= end:
            return
        yield line


def _line_end(line: QTextLine) -> int:
    return line.textStart() + line.textLength()


def _origin(document: QTextDocument, block: QTextBlock) -> QPointF:
    return document.documentLayout().blockBoundingRect(block).topLeft()


def _letters(line: QTextLine, first: int, last: int, link: LinkRange) -> QRectF:
    one, other = _x(line, first), _x(line, last)
    baseline = line.y() + line.ascent()
    left, right = min(one, other), max(one, other)
    return QRectF(left, baseline - link.ascent, right - left, link.ascent + link.descent)


def _x(line: QTextLine, position: int) -> float:
    found: Any = line.cursorToX(position)  # a pair in PySide, a number in its annotations
    return float(found[0] if isinstance(found, tuple) else found)


def _crisp(rect: QRectF) -> QRectF:
    """Return the rectangle on whole pixels, so that its edge is one sharp line."""
    return QRectF(rect.toRect()).adjusted(0.5, 0.5, -0.5, -0.5)
