"""Opens a file of the briefing at a line in the reader's text editor."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

from briefer.desktop.editor import editor_command


def open_in_editor(file: Path, line: int) -> bool:
    """Start the editor and leave it alone; tell whether one started."""
    command = editor_command(file.absolute(), line, os.environ)
    if command and _started(command):
        return True
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def _started(command: tuple[str, ...]) -> bool:
    # The static one: what the method of an object returns differs between versions of PySide.
    started, _ = QProcess.startDetached(command[0], list(command[1:]))
    return bool(started)
