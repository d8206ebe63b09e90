"""The line at the bottom: which card, how the quotations stand, problems, and the zoom."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from briefer.desktop.action_set import ActionSet
from briefer.desktop.elided_label import ElidedLabel
from briefer.desktop.verdicts import Verdict
from briefer.language import tr

_SAID_FOR = 6000  # ms that a passing message stays


class StatusLine(QWidget):
    """Shows what it is told; the problems' button and the zoom's do what their actions do."""

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._card = _label(self)
        self._quotations = _label(self)
        self._problems = _flat(actions["show_problems"], "", self)
        self._said = ElidedLabel(self)
        self._said.setObjectName("statusWords")
        self._zoom = _flat(actions["zoom_normal"], "100 %", self)
        smaller = _flat(actions["zoom_out"], "A\N{MINUS SIGN}", self)
        larger = _flat(actions["zoom_in"], "A+", self)
        self._private = _label(self)
        self._private.setProperty("sign", "warning")
        self._private.hide()
        self._timer = QTimer(self, singleShot=True, interval=_SAID_FOR)
        self._timer.timeout.connect(lambda: self._said.set_words(""))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 10, 2)
        row.setSpacing(10)
        for widget in (self._card, self._quotations, self._problems):
            row.addWidget(widget)
        row.addWidget(self._said, 1)
        row.addWidget(self._private)
        for widget in (smaller, self._zoom, larger):
            row.addWidget(widget)

    def show_card(self, number: int, total: int) -> None:
        """Show which card it is, from 1."""
        self._card.setText(
            tr("Card {number} of {total}", number=number, total=total) if number else ""
        )

    def show_verdicts(self, quotations: Verdict, problems: Verdict) -> None:
        """Show how the quotations and the rest of the briefing stand."""
        _show(self._quotations, quotations)
        _show(self._problems, problems)
        self._problems.setVisible(bool(problems.words))

    def show_private(self, *, private: bool) -> None:
        """Show whether nothing is kept of what the reader does."""
        self._private.setText(tr("Private"))
        self._private.setToolTip(tr("What you do is forgotten as the window closes"))
        self._private.setVisible(private)

    def show_zoom(self, percent: int) -> None:
        """Show how large cards and documents are."""
        self._zoom.setText(f"{percent} %")
        self._zoom.setAccessibleName(tr("Zoom {percent} percent, press for 100", percent=percent))

    def say(self, words: str) -> None:
        """Show a passing message."""
        self._said.set_words(words)
        self._timer.start()


def _label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName("muted")
    return label


def _flat(action: QAction, text: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setObjectName("flat")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setText(text)
    button.setToolTip(action.toolTip())
    button.setAccessibleName(action.text().replace("&", ""))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(action.trigger)
    return button


def _show(widget: QLabel | QToolButton, verdict: Verdict) -> None:
    widget.setText(verdict.words)
    widget.setAccessibleName(verdict.words)
    if widget.property("sign") != verdict.sign:
        widget.setProperty("sign", verdict.sign)
        _dress_again(widget)


def _dress_again(widget: QWidget) -> None:
    """Have the style read the rules again, unless it will do so when the widget is first shown."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
