"""Private mode, and forgetting what was kept: the desk, the settings and the index, together."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefer.desk.changes import Forget, Traces
from briefer.desktop.action_set import ActionSet
from briefer.desktop.forget_dialog import ForgetDialog
from briefer.desktop.indexing import Indexing
from briefer.desktop.jobs import Jobs
from briefer.desktop.keeping import Keeping
from briefer.desktop.search_box import SearchBox
from briefer.desktop.settings import PICKS_FOLDER, PRINT_FOLDER, Settings
from briefer.desktop.status_line import StatusLine
from briefer.language import tr

_ACTION = "private_mode"
_ON = tr("Private: what you do from now on is forgotten as the window closes")
_OFF = tr("Kept again from now on; what you did in private is forgotten")


class Privacy(QObject):
    """Switches all that writes, at once."""

    said = Signal(str)

    def __init__(
        self,
        keeping: Keeping,
        settings: Settings,
        indexing: Indexing,
        search_box: SearchBox,
        actions: ActionSet,
        status: StatusLine,
        jobs: Jobs,
        window: QWidget,
    ) -> None:
        super().__init__(keeping)
        self._keeping, self._settings, self._indexing = keeping, settings, indexing
        self._search_box, self._actions, self._status = search_box, actions, status
        self._jobs, self._window = jobs, window
        self._show()

    def toggle(self) -> None:
        """Keep nothing from now on, or keep again."""
        private = not self._settings.private
        self._settings.go_private(private=private)
        self._keeping.go_private(private=private)
        self._indexing.go_private(private=private)
        self._search_box.set_recent(self._settings.searches())
        self._show()
        self.said.emit(_ON if private else _OFF)

    def forget(self, parent: QWidget | None = None) -> None:
        """Ask what is to be forgotten, and forget it."""
        dialog = ForgetDialog(self._settings.private, parent or self._window)
        if dialog.exec():
            self.wipe(dialog.traces(), searches=dialog.searches.isChecked())
        dialog.deleteLater()

    def wipe(self, traces: frozenset[Traces], *, searches: bool) -> None:
        """Forget these for good."""
        if traces:
            self._keeping.ask(Forget(traces))
        if Traces.VISITS in traces:
            self._keeping.forget_last()
            folder = self._indexing.folder
            self._jobs.run("forget-indexes", lambda: _emptied(folder), lambda _: None)
            for used in (PRINT_FOLDER, PICKS_FOLDER):
                self._settings.set(used, "")
        if searches:
            self._settings.set_searches(())
            self._search_box.set_recent(())
        self.said.emit(tr("Forgotten"))

    def _show(self) -> None:
        self._actions.check(_ACTION, checked=self._settings.private)
        self._status.show_private(private=self._settings.private)


def _emptied(folder: Path) -> None:
    """Take the kept indexes away: they hold the words of the briefings."""
    if folder.is_dir():
        for entry in folder.iterdir():
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry, ignore_errors=True)
            else:
                entry.unlink(missing_ok=True)
