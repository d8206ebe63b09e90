"""A button that takes the next key, whatever it is: pressing tells what a clicker sends."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from briefer.desktop.key_words import spelled
from briefer.desktop.overrides import override
from briefer.desktop.presenting_keys import ENDING, key_name
from briefer.language import tr

_NONE, _WAITING = tr("None"), tr("Press the clicker’s key, or Esc for none")
_LONE = ("Shift", "Ctrl", "Alt", "Meta", "AltGr", "")  # pressed on the way to another key


class KeyButton(QPushButton):
    """Shows a key named as the talk names it; `key` is "" for none."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key, self._waiting = key, False
        self.setAutoDefault(False)
        self.clicked.connect(self._wait)
        self._show()

    @override
    def event(self, event: QEvent) -> bool:
        """Take the key before any shortcut, and before Tab and Esc do what they always do."""
        if self._waiting and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                self._take(key_name(event))
            event.accept()
            return True
        return super().event(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was there when the reader goes elsewhere."""
        super().focusOutEvent(event)
        self._waiting = False
        self._show()

    def _wait(self) -> None:
        self._waiting = True
        self._show()

    def _take(self, key: str) -> None:
        if key.rstrip("+").rpartition("+")[2] in _LONE:
            return
        self.key = "" if key == ENDING else key
        self._waiting = False
        self._show()

    def _show(self) -> None:
        words = _WAITING if self._waiting else spelled(self.key) or _NONE
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(tr("Clicker key for the source: {words}", words=words))
