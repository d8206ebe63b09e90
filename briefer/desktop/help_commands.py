"""What the Help menu does."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefer.guard.fence import Fence


class HelpCommands(QObject):
    """Shows the keys, and what this program is."""

    def __init__(self, window: QWidget, version: str, fence: Fence) -> None:
        super().__init__(window)
        self._window, self._version, self._fence = window, version, fence

    def show_keys(self) -> None:
        """List what can be done and its keys."""
        from briefer.desktop.key_list import KeyList

        KeyList(self._window).exec()

    def show_about(self) -> None:
        """Show version, promise and licences."""
        from briefer.desktop.about_dialog import AboutDialog

        AboutDialog(self._version, self._fence.network, self._window).exec()
