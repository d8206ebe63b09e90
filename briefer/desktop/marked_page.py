"""A document's page with its cited passages marked, and the walk from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from briefer.briefing.model import Document, Span
from briefer.desktop.document_colors import Inks
from briefer.desktop.document_marks import Marks
from briefer.desktop.document_page import DocumentPage
from briefer.desktop.document_painting import (
    VisiblePiece,
    paint_bar,
    paint_found,
    paint_left_out,
    paint_number,
    paint_ring,
    paint_run,
)
from briefer.desktop.overrides import override

if TYPE_CHECKING:
    from briefer.desktop.found_words import Found

_COPY_AS_QUOTATION = QKeyCombination(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Q
)
_COPY = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_C)
_LOOKED_AT = 200  # passages of a card that are looked for in view


class MarkedPage(DocumentPage):
    """Shows what is cited; what a click on a passage means is for its parent to decide."""

    passages_opened = Signal(int)  # the offset of the document that was clicked or entered
    passage_reached = Signal(int, int)  # a walk came to this range of the document
    hint_wanted = Signal(int, QPoint)  # an offset, and where the hint goes on the screen
    hint_unwanted = Signal()
    focus_moved = Signal()  # it has the keyboard now, or has it no more
    menu_wanted = Signal(QPoint)  # where, on the screen
    quotation_wanted = Signal()
    copy_wanted = Signal(bool)  # with the citation, or without
    unused_wanted = Signal()

    def __init__(self, inks: Inks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inks = inks
        self._marks = Marks()
        self._target: Span | None = None
        self._found: Found | None = None
        self._mine: tuple[Span, ...] = ()
        self._commands: dict[int, Callable[[], object]] = {
            Qt.Key.Key_N: partial(self.walk, forward=True),
            Qt.Key.Key_P: partial(self.walk, forward=False),
            Qt.Key.Key_U: self.unused_wanted.emit,
            Qt.Key.Key_Return: self._open_current,
            Qt.Key.Key_Enter: self._open_current,
            _COPY_AS_QUOTATION.toCombined(): self.quotation_wanted.emit,
        }
        self.set_inks(inks)
        self.viewport().installEventFilter(self)
        self.verticalScrollBar().valueChanged.connect(self._set_strong_text)

    def tell_copies(self) -> None:
        """Let a parent copy, with the citation, from now on."""
        self._commands[_COPY.toCombined()] = partial(self.copy_wanted.emit, True)

    @property
    def target(self) -> Span | None:
        """The passage that was last gone to."""
        return self._target

    @override
    def show_document(self, document: Document) -> None:
        """Show the text of a document, unmarked, from its beginning."""
        self._marks, self._target, self._found = Marks(), None, None
        self.setExtraSelections([])
        super().show_document(document)

    @override
    def show_absence(self, words: str) -> None:
        """Show no text, and nothing marked."""
        self._marks, self._target, self._found = Marks(), None, None
        self.setExtraSelections([])
        super().show_absence(words)

    @override
    def set_zoom(self, percent: int) -> None:
        """Set the size of the text, keeping the line at the top in place."""
        self.setExtraSelections([])
        super().set_zoom(percent)
        self._set_strong_text()

    def show_marks(self, marks: Marks) -> None:
        """Mark these passages."""
        self._marks = marks
        self._set_strong_text()
        self.viewport().update()

    def show_mine(self, spans: tuple[Span, ...]) -> None:
        """Put a bar beside these passages of the reader's own, and no others."""
        self._mine = spans
        self.viewport().update()

    def searched_text(self) -> str:
        """Return the document's text; all places in it are offsets."""
        return self._text.document.text if self._text else ""

    def view_start(self) -> int:
        """Return the offset of the first character in view."""
        return self.top_offset()

    def show_found(self, found: Found) -> None:
        """Mark these words and no others."""
        self._found = found if found.spans else None
        self._set_strong_text()
        self.viewport().update()

    def reveal(self, span: Span) -> None:
        """Bring found words into view; the passage keeps its ring."""
        self.bring_into_view(span)

    def show_passage(self, span: Span) -> None:
        """Bring a range of the document into view and ring it."""
        self._target = span
        self.bring_into_view(span)
        self.viewport().update()

    def follow_card(self, spans: Sequence[Span]) -> None:
        """Let go of the passage last gone to; show the first of these where none is in view."""
        self._target = None
        self.viewport().update()
        if (
            spans
            and self._text is not None
            and not any(map(self._begins_in_view, spans[:_LOOKED_AT]))
        ):
            self.bring_into_view(spans[0])

    def _begins_in_view(self, span: Span) -> bool:
        top = self.cursorRect(self._cursor(span.start, span.start)).top()
        return 0 <= top < self.viewport().height() - self.fontMetrics().height()

    def set_inks(self, inks: Inks) -> None:
        """Draw with other colours from now on."""
        self._inks = inks
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, inks.paper)
        palette.setColor(QPalette.ColorRole.Text, inks.text)
        self.setPalette(palette)
        self._set_strong_text()
        self.viewport().update()

    def walk(self, *, forward: bool) -> bool:
        """Go to the next or previous passage; false when there is none."""
        place = self._target or Span(self.top_offset(), 0)
        found = self._marks.following(place) if forward else self._marks.preceding(place)
        if found is None:
            return False
        self.show_passage(found.span)
        self.passage_reached.emit(*found.span)
        return True

    def hint_place(self, span: Span) -> QPoint:
        """Return where, on the screen, a hint about a passage goes: under its last line."""
        rects = [rect for piece in self._visible() for rect in piece.rects(span)]
        corner = rects[-1].bottomLeft().toPoint() if rects else QPoint(0, 0)
        return self.viewport().mapToGlobal(corner + QPoint(0, 4))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_moved.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_moved.emit()

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        return self.walk(forward=forward) or super().focusNextPrevChild(forward)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = self._commands.get(event.keyCombination().toCombined())
        if command:
            command()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        found = self._marks.passages_at(self.offset_at(QPointF(event.pos())))
        if found and not self.selected():
            self.show_passage(found[0].span)
        self.menu_wanted.emit(event.globalPos())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        offset = self.offset_at(event.position())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and not self.selected() and self._marks.passages_at(offset):
            self.passages_opened.emit(offset)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self._marks.passages_at(self.offset_at(event.position()))
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Not viewportEvent: an error in a Python override that runs inside another, as paintEvent
        # would, ends the process in PySide 6.11.
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            offset = self.offset_at(QPointF(event.pos()))
            here = Span(offset, offset + 1)
            if self._marks.passages_at(offset) or self._marks.left_out_within(here):
                self.hint_wanted.emit(offset, event.globalPos())
            else:
                self.hint_unwanted.emit()
            return True
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_strong_text()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        pieces = tuple(self._visible())
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._inks.paper)
        for piece in pieces:
            self._paint_under(painter, piece)
        painter.end()
        super().paintEvent(event)
        self._paint_over(pieces)

    def _paint_under(self, painter: QPainter, piece: VisiblePiece) -> None:
        span = piece.piece.span
        for sentence in self._marks.left_out_within(span):
            for rect in piece.rects(sentence.span):
                paint_left_out(painter, rect, self._inks)
        for run in self._marks.runs_within(span):
            strong = self._marks.is_strong(run)
            for rect in piece.rects(run.span):
                paint_run(painter, run, rect, self._inks, strong=strong)
        for found in self._found.within(span) if self._found else ():
            here = self._found is not None and found == self._found.here
            paint_found(painter, piece.rects(found), self._inks, here=here)
        for mine in self._mine:
            paint_bar(painter, piece, mine, self._inks)

    def _paint_over(self, pieces: tuple[VisiblePiece, ...]) -> None:
        painter = QPainter(self.viewport())
        font = self._number_font()
        for piece in pieces:
            if piece.piece.opens:
                paint_number(painter, piece, font, self._inks)
        if self._target:
            rects = [rect for piece in pieces for rect in piece.rects(self._target)]
            paint_ring(painter, rects, self._inks, focused=self.hasFocus())
        painter.end()

    def _visible(self) -> Iterator[VisiblePiece]:
        if self._text is None or not self._text.pieces:
            return
        layout = self.document().documentLayout()
        scrolled = QPointF(0, self.verticalScrollBar().value())
        block = self.cursorForPosition(QPoint(0, 0)).block()
        height, pieces = self.viewport().height(), self._text.pieces
        while block.isValid() and block.blockNumber() < len(pieces):
            if not block.layout().lineCount():  # not laid out: nothing below it is
                return
            origin = layout.blockBoundingRect(block).topLeft() - scrolled
            if origin.y() > height:
                return
            yield VisiblePiece(self._text, block, origin)
            block = block.next()

    def _open_current(self) -> None:
        if self._target and self._marks.passages_at(self._target.start):
            self.passages_opened.emit(self._target.start)

    def _set_strong_text(self) -> None:
        """Give words on marks their own colour; only those in view, to lay out no others."""
        if self._text is None or (self._found is None and not self._mark_has_ink()):
            self.setExtraSelections([])
            return
        pieces = [piece.piece.span for piece in self._visible()]
        view = Span(pieces[0].start, pieces[-1].end) if pieces else Span(0, 0)
        strong = self._marks.strong_spans(view) if self._mark_has_ink() else ()
        selections = [self._inked(span, self._inks.mark_text) for span in strong]
        for span in self._found.within(view) if self._found else ():
            here = self._found is not None and span == self._found.here
            selections.append(
                self._inked(span, self._inks.found_text if here else self._inks.find_text)
            )
        self.setExtraSelections(selections)

    def _mark_has_ink(self) -> bool:
        return self._inks.mark_text != self._inks.text

    def _inked(self, span: Span, ink: QColor) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._cursor(*span)
        selection.format.setForeground(ink)
        return selection
