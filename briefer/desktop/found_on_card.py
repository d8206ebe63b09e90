"""Marks found words on a card, those in view only."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QTextEdit

from briefer.briefing.model import Span
from briefer.desktop.found_words import Found
from briefer.desktop.offsets import Offsets
from briefer.desktop.rich_text import RichText
from briefer.desktop.theme import Theme


class FoundOnCard(QObject):
    """The surface that finding works on; Qt's positions go no further than here."""

    def __init__(self, text: RichText, theme: Theme) -> None:
        super().__init__(text)
        self._text, self._theme = text, theme
        self._found = Found()
        self._offsets = Offsets("")
        self._marks = False  # some stand on the card now
        text.verticalScrollBar().valueChanged.connect(self._mark)
        text.verticalScrollBar().rangeChanged.connect(self._mark)

    def set_theme(self, theme: Theme) -> None:
        """Mark in other colours from now on."""
        self._theme = theme
        self._mark()

    def searched_text(self) -> str:
        """Return the text as it is shown."""
        text = self._text.document().toRawText()
        self._offsets = Offsets(text)
        return text

    def view_start(self) -> int:
        """Return the first place in view."""
        bar = self._text.verticalScrollBar().value()
        return self._offsets.from_qt(self._text.visible()[0]) if bar else 0

    def show_found(self, found: Found) -> None:
        """Mark these places and no others."""
        self._found = found
        self._mark()

    def reveal(self, span: Span) -> None:
        """Bring a place into view."""
        self._text.reveal(self._offsets.to_qt(span.start), self._offsets.to_qt(span.end))

    def _mark(self) -> None:
        if not self._found.spans and not self._marks:
            return
        self._marks = bool(self._found.spans)
        first, last = self._text.visible()
        view = Span(self._offsets.from_qt(first), self._offsets.from_qt(last))
        self._text.setExtraSelections([self._marked(s) for s in self._found.within(view)])

    def _marked(self, span: Span) -> QTextEdit.ExtraSelection:
        role = "found" if span == self._found.here else "find"
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(self._text.document())
        mark.cursor.setPosition(self._offsets.to_qt(span.start))
        mark.cursor.setPosition(self._offsets.to_qt(span.end), QTextCursor.MoveMode.KeepAnchor)
        mark.format.setBackground(QColor(self._theme[role]))
        mark.format.setForeground(QColor(self._theme[f"{role}_text"]))
        return mark
