"""What leads out of the briefing: asked about first, then opened by the helper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefer.desktop.jobs import Jobs
from briefer.guard.fence import Fence

if TYPE_CHECKING:
    from briefer.guard.outside import Answer


class Leaving(QObject):
    """Opens links in the browser or the mail program, when the reader says so."""

    said = Signal(str)  # why a link was not opened

    def __init__(self, window: QWidget, jobs: Jobs, fence: Fence) -> None:
        super().__init__(window)
        self._window, self._jobs, self._fence = window, jobs, fence

    def follow_link(self, address: str) -> None:
        """Ask whether to open an address, and open it."""
        from briefer.desktop.external_links import ask, encoded

        if ask(address, self._window):
            open_it = partial(self._fence.outside.open_address, encoded(address))
            self._jobs.run("outside", open_it, self._tell)

    def _tell(self, answer: Answer) -> None:
        if not answer.done:
            self.said.emit(answer.words)
