"""A card's text as it was typed, however long: a window that fills while it can be read."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from briefer.briefing.disguises import unmasked
from briefer.briefing.model import Card
from briefer.language import tr

_LINE = 1_000  # characters; Qt lays out a line as a whole
_STEP = 20_000  # characters between two looks at what the reader does


class WholeText(QDialog):
    """Shows a card's text and notes; nothing in it is rendered."""

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("The whole text"))
        self.resize(820, 620)
        self._page = QPlainTextEdit(self)
        self._page.setReadOnly(True)
        self._page.setUndoRedoEnabled(False)
        self._page.setAccessibleName(card.title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self._page)
        column.addWidget(buttons)
        words = "\n\n".join(part for part in (card.body.text, card.notes.text) if part)
        self._parts = _parts(unmasked(words))
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def text(self) -> str:
        """Return what is shown by now."""
        return self._page.toPlainText()

    def is_whole(self) -> bool:
        """Tell whether all of the text is there."""
        return not self._timer.isActive()

    def _go_on(self) -> None:
        part = next(self._parts, None)
        if part is None:
            self._timer.stop()
            return
        end = QTextCursor(self._page.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        end.insertText(part)


def _parts(words: str) -> Iterator[str]:
    """Yield a text in parts, its very long lines broken."""
    for start in range(0, len(words), _STEP):
        part = words[start : start + _STEP]
        yield "\n".join(
            "\n".join(line[at : at + _LINE] for at in range(0, max(len(line), 1), _LINE))
            for line in part.split("\n")
        )
