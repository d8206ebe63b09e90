"""The reader's own note on the card that is shown, written and kept as it is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from briefer.desktop.overrides import override

_PAUSE = 700  # ms without a key until what was typed is to be kept


class MyNotePanel(QWidget):
    """A title, plain words, and whether they are on disk."""

    written = Signal(str)  # the words of the whole note
    left = Signal()  # Escape: the keyboard goes back to the card

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._about, self._kept = "", ""
        self._title, self._state = _label(self), _label(self)
        self._state.setObjectName("muted")
        self.words = _NoteEdit(self)
        self.words.setAccessibleName("My note on this card")
        self.words.setPlaceholderText("Your own note on this card. It stays on this computer.")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.write_now)
        self.words.textChanged.connect(self._take_key)
        self.words.left.connect(self.left)
        self.setFocusProxy(self.words)
        self._lay_out()

    def show_note(self, about: str, title: str, words: str, trouble: str) -> None:
        """Show what is kept; `about` tells notes apart, and words that are being typed stay."""
        typing = self._pause.isActive() and about == self._about
        if about != self._about:
            self.write_now()
        self._about, self._kept = about, words
        self._title.setText(f"My note on “{title}”")
        if not typing and self.words.toPlainText() != words:
            self._fill(words)
        self._show_state(trouble)

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

    def _show_state(self, trouble: str) -> None:
        words = self.words.toPlainText()
        if trouble:
            self._state.setText("Not saved yet")
        elif words == self._kept:
            self._state.setText("Saved" if words else "")
        else:
            self._state.setText("Saving…")

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
