"""The words that a search found -> their marks in a rich text."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

_MOST = 500  # marks; more would only slow the painting


def occurrences(document: QTextDocument, word: str) -> Iterator[QTextCursor]:
    """Yield where a word begins a word of the text, in any case."""
    place = document.find(word) if word.strip() else QTextCursor()
    count = 0
    while not place.isNull() and count < _MOST:
        if _begins_word(document, place.selectionStart()):
            count += 1
            yield QTextCursor(place)
        place = document.find(word, place)


def marked(place: QTextCursor, ground: str, ink: str) -> QTextEdit.ExtraSelection:
    """Return the mark of a place."""
    mark = QTextEdit.ExtraSelection()
    mark.cursor = place
    look = QTextCharFormat()
    look.setBackground(QColor(ground))
    look.setForeground(QColor(ink))
    mark.format = look
    return mark


def _begins_word(document: QTextDocument, position: int) -> bool:
    return position == 0 or not document.characterAt(position - 1).isalnum()
