"""The top of a view: its title, a sentence on how to read it, and its controls at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from briefer.desktop.elided_label import ElidedLabel
from briefer.desktop.overrides import override

_LONG_TITLE = 260  # pixels; a longer one ends in an ellipsis rather than take a line of its own


class ViewHead(QWidget):
    """Title and hint, with controls beside the title; below it where there is no room for both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel(self)
        self._title.setObjectName("viewTitle")
        self._hint = ElidedLabel(self)
        self._hint.setObjectName("muted")
        self._controls = QHBoxLayout()
        self._controls.setSpacing(6)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(6)
        self._row.addWidget(self._title, 1)
        self._row.addLayout(self._controls)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._row)
        column.addWidget(self._hint)

    def show_words(self, title: str, hint: str) -> None:
        """Show what the view shows, and how to read it."""
        self._title.set_words(title)
        self._hint.set_words(hint)
        self._arrange()

    def add_first(self, widget: QWidget) -> None:
        """Put a control before the others."""
        self._controls.insertWidget(0, widget)

    def add(self, *widgets: QWidget) -> None:
        """Put controls at the right."""
        for widget in widgets:
            self._controls.addWidget(widget)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        title = min(self._title.sizeHint().width(), _LONG_TITLE)
        controls = self._controls.sizeHint().width()
        direction = QBoxLayout.Direction
        beside = title + self._row.spacing() + controls <= self.width()
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        left = Qt.AlignmentFlag.AlignLeft
        self._row.setAlignment(self._controls, Qt.AlignmentFlag(0) if beside else left)


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
