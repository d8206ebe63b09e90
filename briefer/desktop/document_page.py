"""A document's text on its page: laid out to a good measure, scrolled, selected, copied."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QResizeEvent, QTextCursor, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from briefer.briefing.model import Document, Span
from briefer.desktop.document_text import DocumentText
from briefer.desktop.overrides import override
from briefer.desktop.quiet_bar import keep_room_for_bar
from briefer.language import tr

_POINTS = 12.0
_MEASURE = 38  # the widest column, in ems: about 75 characters
_MARGIN = 18.0
_EDGE = 32  # pixels: closer to the edge than this is not in view
_ABOVE = 0.28  # how far down the page a passage is brought


class DocumentPage(QTextEdit):
    """A read-only page; all offsets are code points of the document's text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom = 100
        self._family, self._points = "", _POINTS
        self._text: DocumentText | None = None
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        keep_room_for_bar(self)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(tr("The text"))

    def show_document(self, document: Document) -> None:
        """Show the text of a document from its beginning."""
        self._lay_out(document)

    def show_absence(self, words: str) -> None:
        """Show no text, but why there is none."""
        self._text = None
        page = QTextDocument(words, self)
        page.setDefaultFont(self.font())
        self.setDocument(page)
        self._set_margins()

    def set_zoom(self, percent: int) -> None:
        """Set the size of the text, keeping the line at the top in place."""
        if percent == self._zoom:
            return
        place = self.top_offset()
        self._zoom = percent
        if self._text:
            self._lay_out(self._text.document)
            self.go_to_offset(place)

    def set_letters(self, family: str, points: int) -> None:
        """Set the text in a font and size; "" and 0 are its own."""
        place = self.top_offset()
        self._family, self._points = family, float(points or _POINTS)
        if self._text:
            self._lay_out(self._text.document)
            self.go_to_offset(place)

    def top_offset(self) -> int:
        """Return the offset of the first character in view."""
        if self._text is None or not self.verticalScrollBar().value():
            return 0
        middle, height = self.viewport().width() // 2, self.viewport().height()
        for y in (2, 8, 14, 20):  # between two paragraphs Qt may answer with the text's end
            cursor = self.cursorForPosition(QPoint(middle, y))
            if self.cursorRect(cursor).top() < height:
                break
        return self._text.offset(cursor.position())

    def go_to_offset(self, offset: int) -> None:
        """Bring the line of an offset to the top."""
        if self._text and offset:
            self.setTextCursor(self._cursor(offset, offset))
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.cursorRect().top())
        else:
            self.verticalScrollBar().setValue(0)

    def selected(self) -> Span | None:
        """Return the range of the document that is selected, or None."""
        cursor = self.textCursor()
        if self._text is None or not cursor.hasSelection():
            return None
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return Span(self._text.offset(start), self._text.offset(end))

    def bring_into_view(self, span: Span) -> None:
        """Scroll to a range of the document, unless all of it is in view."""
        if self._text is None:
            return
        self.setTextCursor(self._cursor(span.start, span.start))
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top = self.cursorRect().top()
        bottom = self.cursorRect(self._cursor(span.end, span.end)).bottom()
        if top < _EDGE or bottom > height - _EDGE:
            bar.setValue(bar.value() + top - round(height * _ABOVE))

    def offset_at(self, place: QPointF) -> int:
        """Return the offset under a place of the viewport; -1 when there is no text."""
        if self._text is None:
            return -1
        scrolled = QPointF(0, self.verticalScrollBar().value())
        layout = self.document().documentLayout()
        position = layout.hitTest(place + scrolled, Qt.HitTestAccuracy.ExactHit)
        return -1 if position < 0 else self._text.offset(position)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Keep the text's own letters: Qt gives it the interface's when those change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._text is not None:
            self._text.layout.setDefaultFont(self._font())

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        span = self.selected()
        if self._text and span:
            data.setText(self._text.document.text[span.start : span.end])
        return data

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Qt would zoom this page alone; the window zooms all panes.
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self.top_offset()
        self._set_margins()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.go_to_offset(place)

    def _lay_out(self, document: Document) -> None:
        # A document built apart and then set is laid out as it comes into view; one that changes
        # while it is shown is laid out whole, which takes a second for 1 MB.
        shown = self._text
        self._text = DocumentText(document, self._font())
        self._text.layout.setParent(self)
        self._set_margins()
        self.setDocument(self._text.layout)
        if shown:
            shown.layout.deleteLater()

    def _cursor(self, start: int, end: int) -> QTextCursor:
        assert self._text is not None
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._text.position(start))
        cursor.setPosition(self._text.position(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _font(self) -> QFont:
        own = [self._family] if self._family else []
        font = QFont([*own, "Source Serif 4", "Noto Serif", "serif"])
        font.setPointSizeF(self._points * self._zoom / 100)
        return font

    def _number_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(self._points * 0.72 * self._zoom / 100)
        return font

    def _set_margins(self) -> None:
        """Keep the column at a good measure, in the middle of a wide pane."""
        ems = self._font().pointSizeF() * self.logicalDpiY() / 72
        pieces = self._text.pieces if self._text else ()
        last = pieces[-1].paragraph if pieces else 1
        gutter = 12 + ems * (1 + 0.45 * len(str(last)))
        self._set_frame(gutter)
        width = self.width() - self.verticalScrollBar().width()
        spare = round(max(0.0, width - gutter - _MARGIN - _MEASURE * ems) / 2)
        if self.viewportMargins().left() != spare:
            self.setViewportMargins(spare, 0, spare, 0)

    def _set_frame(self, gutter: float) -> None:
        page = self._text.layout if self._text else self.document()
        frame = page.rootFrame()
        form = frame.frameFormat()
        if form.leftMargin() != gutter:
            form.setLeftMargin(gutter)
            form.setRightMargin(_MARGIN)
            form.setTopMargin(6)
            form.setBottomMargin(4 * _MARGIN)
            frame.setFrameFormat(form)
