"""The reader's own note on a card or a passage, written and kept as it is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from briefer.desktop.elided_label import ElidedLabel
from briefer.desktop.overrides import override
from briefer.language import tr

_PAUSE = 700  # ms without a key until what was typed is to be kept


class MyNotePanel(QWidget):
    """A title, plain words, and whether they are on disk."""

    written = Signal(str)  # the words of the whole note
    left = Signal()  # Escape: the keyboard goes back to the card

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._about, self._kept = "", ""
        self._title, self._state = ElidedLabel(self), _label(self)
        self._state.setObjectName("muted")
        self.words = _NoteEdit(self)
        self.words.setAccessibleName(tr("My note"))
        self.words.setPlaceholderText(tr("Your own note. It stays on this computer."))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.write_now)
        self.words.textChanged.connect(self._take_key)
        self.words.left.connect(self.left)
        self.setFocusProxy(self.words)
        self._lay_out()

    def show_note(self, about: str, name: str, words: str, unkept: str) -> None:
        """Show what is kept of a note on something; `about` tells notes apart.

        Words that are being typed stay. `unkept` says why they are not on disk, "" when they are.
        """
        typing = self._pause.isActive() and about == self._about
        if about != self._about:
            self.write_now()
        self._about, self._kept = about, words
        self._title.set_words(tr("My note on {name}", name=name))
        if not typing and self.words.toPlainText() != words:
            self._fill(words)
        self._show_state(unkept)

    def write_now(self) -> None:
        """Tell at once what was typed and not told yet."""
        self._pause.stop()
        words = self.words.toPlainText()
        if self._about and words != self._kept:
            self.written.emit(words)

    def _fill(self, words: str) -> None:
        blocked = self.words.blockSignals(True)
        self.words.setPlainText(words)
        self.words.blockSignals(blocked)

    def _take_key(self) -> None:
        self._pause.start()
        self._show_state("")

    def _show_state(self, unkept: str) -> None:
        words = self.words.toPlainText()
        if unkept and (words or self._kept):
            self._state.setText(unkept)
        elif words == self._kept:
            self._state.setText(tr("Saved") if words else "")
        else:
            self._state.setText(tr("Saving…"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._state)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 10)
        column.addLayout(head)
        column.addWidget(self.words, 1)


class _NoteEdit(QPlainTextEdit):
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
