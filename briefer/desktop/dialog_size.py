"""The size that a dialog would like -> the size that its screen has room for."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

_FRAME = QSize(16, 48)  # what a window manager may put around; unknown before the window is shown


def resize_within_screen(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog its usual size, or as much of it as the screen shows."""
    room = dialog.screen().availableGeometry().size() - _FRAME
    dialog.resize(QSize(width, height).boundedTo(room))
