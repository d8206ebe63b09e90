"""Cards that are marked otherwise than the print: a question before it leaves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from briefer.language import tr


def goes_on(doubts: tuple[str, ...], parent: QWidget) -> bool:
    """Ask whether the pages may go although these sentences are true; the default is No."""
    return marking_question(doubts, parent).exec() == QMessageBox.StandardButton.Yes


def marking_question(doubts: tuple[str, ...], parent: QWidget) -> QMessageBox:
    """Return the question."""
    buttons = QMessageBox.StandardButton
    box = QMessageBox(parent)
    box.setWindowTitle(tr("Marking"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(tr("Cards carry another marking than this print. Let the pages go all the same?"))
    box.setInformativeText("\n".join(doubts))
    box.setStandardButtons(buttons.Yes | buttons.Cancel)
    box.setDefaultButton(buttons.Cancel)
    box.button(buttons.Yes).setText(tr("&Go on"))
    return box
