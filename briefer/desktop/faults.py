"""An error of our own -> a dialog that says so and lets the details be copied."""

from __future__ import annotations

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

_TEXT = "Briefer made a mistake and could not finish this. Your briefing’s files are as they were."


def show_faults(parent: QWidget) -> None:
    """From now on show errors that nothing caught, besides printing them."""

    def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, Exception):
            fault_box("".join(traceback.format_exception(kind, error, trace)), parent).open()

    sys.excepthook = show


def fault_box(details: str, parent: QWidget) -> QMessageBox:
    """Return the dialog with the details and a button that copies them."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("Briefer")
    box.setIcon(QMessageBox.Icon.Critical)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(_TEXT)
    box.setDetailedText(details)
    copy = box.addButton("Copy details", QMessageBox.ButtonRole.ActionRole)
    copy.disconnect(box)  # the dialog stays open
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Close))
    return box
