"""The top of a view: its title, a sentence on how to read it, and its controls at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from briefer.desktop.elided_label import ElidedLabel


class ViewHead(QWidget):
    """Title and hint, with room for controls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel(self)
        self._title.setObjectName("viewTitle")
        self._hint = ElidedLabel(self)
        self._hint.setObjectName("muted")
        self._row = QHBoxLayout()
        self._row.setSpacing(6)
        self._row.addWidget(self._title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._row)
        column.addWidget(self._hint)

    def show_words(self, title: str, hint: str) -> None:
        """Show what the view shows, and how to read it."""
        self._title.set_words(title)
        self._hint.set_words(hint)

    def add_first(self, widget: QWidget) -> None:
        """Put a control before the others."""
        self._row.insertWidget(1, widget)

    def add(self, *widgets: QWidget) -> None:
        """Put controls at the right."""
        for widget in widgets:
            self._row.addWidget(widget)


def tool(words: str, sentence: str, parent: QWidget) -> QToolButton:
    """Return a button of a view's head."""
    button = QToolButton(parent)
    button.setText(words)
    button.setToolTip(sentence)
    button.setAccessibleDescription(sentence)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def menu_tool(words: str, sentence: str, menu: QMenu, parent: QWidget) -> QToolButton:
    """Return a button that drops a menu."""
    button = tool(f"{words} ▾", sentence, parent)
    button.setAccessibleName(words)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(menu)
    return button
