"""The menu of briefings that were opened last."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from briefer.desktop.tooltips import plain_tooltip
from briefer.language import tr

if TYPE_CHECKING:
    from briefer.desk.model import Visit

_TITLE, _PATH = 380, 260  # pixels at most


class RecentMenu(QMenu):
    """Filled each time it opens."""

    path_chosen = Signal(object)  # Path

    forget_wanted = Signal()

    def __init__(
        self, recent: Callable[[], tuple[Visit, ...]], parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Recent br&iefings"), parent)
        self._recent = recent
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List the recent briefings, the newest first."""
        self.clear()
        for number, visit in enumerate(self._recent(), 1):
            self._add(number, visit)
        if self.isEmpty():
            self.addAction(tr("None yet")).setEnabled(False)
            return
        self.addSeparator()
        self.addAction(tr("Forget these"), self.forget_wanted.emit)

    def _add(self, number: int, visit: Visit) -> None:
        """Add a briefing by its title, with its place at the right as far as there is room."""
        path, metrics = Path(visit.path), self.fontMetrics()
        title = " ".join(visit.title.split()) or path.name
        title = metrics.elidedText(title, Qt.TextElideMode.ElideRight, _TITLE)
        place = metrics.elidedText(_place(path), Qt.TextElideMode.ElideMiddle, _PATH)
        mnemonic = f"&{number} " if number < 10 else ""
        action = self.addAction(mnemonic + f"{title}\t{place}".replace("&", "&&"))
        action.setToolTip(plain_tooltip(visit.path))
        action.triggered.connect(lambda _checked: self.path_chosen.emit(path))


def _place(path: Path) -> str:
    """Return a path, from the reader's own folder on where it lies in there."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(path)
