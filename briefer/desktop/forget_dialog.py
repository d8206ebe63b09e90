"""Asks what Briefer is to forget; nothing is forgotten here."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QWidget,
)

from briefer.desk.changes import Traces
from briefer.desktop.dialog_parts import dialog_column
from briefer.language import tr

_WORDS = {
    Traces.VISITS: tr("&Recent briefings, where you were in them, and their search indexes"),
    Traces.READING: tr("&Which cards you have read"),
    Traces.PICKS: tr("&Picked cards and saved lists, of all briefings"),
    Traces.NOTES: tr("My &notes, of all briefings"),
}
_SEARCHES = tr("Recent &searches")
_USUAL = (Traces.VISITS, Traces.READING)
_WARNING = tr(
    "What you choose is wiped from this computer, and from the copies that Briefer keeps. "
    "It cannot be brought back."
)
_PRIVATE = tr("In private mode nothing is written, so nothing can be wiped: leave it first.")


class ForgetDialog(QDialog):
    """Boxes to tick, and one button that says what happens."""

    def __init__(self, private: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Forget"))
        self._boxes = {trace: QCheckBox(words, self) for trace, words in _WORDS.items()}
        self.searches = QCheckBox(_SEARCHES, self)
        warning = QLabel(_PRIVATE if private else _WARNING, self)
        warning.setObjectName("muted")
        warning.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        accept = QDialogButtonBox.ButtonRole.AcceptRole
        self.go = self._buttons.addButton(tr("&Forget for good"), accept)
        self.go.setAutoDefault(False)
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = dialog_column(self)
        first, *others = self._boxes.values()
        for box in (first, self.searches, *others):
            box.setEnabled(not private)
            box.toggled.connect(self._offer)
            column.addWidget(box)
        column.addSpacing(8)
        column.addWidget(warning)
        column.addSpacing(8)
        column.addWidget(self._buttons)
        self.searches.setChecked(not private)
        for trace in _USUAL:
            self._boxes[trace].setChecked(not private)
        self._offer()

    def box(self, trace: Traces) -> QCheckBox:
        """Return the box of a trace."""
        return self._boxes[trace]

    def traces(self) -> frozenset[Traces]:
        """Return what is ticked."""
        return frozenset(trace for trace, box in self._boxes.items() if box.isChecked())

    def _offer(self) -> None:
        self.go.setEnabled(bool(self.traces()) or self.searches.isChecked())
