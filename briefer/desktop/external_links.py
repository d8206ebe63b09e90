"""A link that leaves the briefing: shown in full, and opened only after a yes."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

_ALLOWED = ("https", "http", "mailto")


def is_allowed(address: str) -> bool:
    """Tell whether an address is of a sort that may be opened at all."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    return url.isValid() and url.scheme().casefold() in _ALLOWED


def ask_and_open(address: str, parent: QWidget) -> None:
    """Show the whole address and open it if the reader says so."""
    if not is_allowed(address):
        _refusal(address, parent).exec()
    elif link_question(address, parent).exec() == QMessageBox.StandardButton.Open:
        QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))


def link_question(address: str, parent: QWidget) -> QMessageBox:
    """Return the question; its first and default answer is Cancel."""
    box = _box("This link leaves the briefing", address, parent)
    buttons = QMessageBox.StandardButton
    box.setIcon(QMessageBox.Icon.Question)
    box.setStandardButtons(buttons.Open | buttons.Cancel)
    box.setDefaultButton(buttons.Cancel)
    box.setEscapeButton(buttons.Cancel)
    return box


def _refusal(address: str, parent: QWidget) -> QMessageBox:
    box = _box("Only https, http and mailto links are opened", address, parent)
    box.setIcon(QMessageBox.Icon.Warning)
    return box


def _box(text: str, address: str, parent: QWidget) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle("Open a link")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(breakable(address))
    return box


def breakable(address: str) -> str:
    """Return the address so that a long one wraps: a zero-width space every few letters."""
    return "\N{ZERO WIDTH SPACE}".join(address[n : n + 40] for n in range(0, len(address), 40))
