"""What befalls the briefing's files and the reader's own, told in the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from briefer.briefing.model import Problem
from briefer.desktop.unreadable_page import problem_line
from briefer.desktop.window import Window
from briefer.language import tr


class Telling(QObject):
    """Tells it in the notice bar, which stays until it is put right."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def tell_kept(self, words: str) -> None:
        """Tell why something cannot be kept; "" when it can again."""
        if words:
            self._window.notice.tell(words, bad=True)
        else:
            self._window.notice.hide()

    def tell_gone(self, path: Path) -> None:
        """Tell that the briefing's files are not there."""
        self._window.notice.tell(
            tr(
                "The briefing's files are not there any more ({path}). You read on from "
                "memory, and they are looked for again.",
                path=path,
            ),
            bad=True,
        )

    def tell_back(self) -> None:
        """Tell that they are there again."""
        self._window.notice.hide()
        self._window.status.say(tr("The briefing's files are there again"))

    def tell_reload_failed(self, problems: tuple[Problem, ...]) -> None:
        """Tell why the window does not follow the files."""
        first = problem_line(problems[0]) if problems else ""
        self._window.notice.tell(
            tr(
                "The files on disk cannot be read as they are now, so you still see them as "
                "they were. {first}",
                first=first,
            ),
            bad=True,
        )
