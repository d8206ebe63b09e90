"""The menu of briefings that were opened last."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget


class RecentMenu(QMenu):
    """Filled each time it opens."""

    path_chosen = Signal(object)  # Path

    forget_wanted = Signal()

    def __init__(
        self, recent: Callable[[], tuple[Path, ...]], parent: QWidget | None = None
    ) -> None:
        super().__init__("Re&cent briefings", parent)
        self._recent = recent
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List the recent briefings, the newest first."""
        self.clear()
        for number, path in enumerate(self._recent(), 1):
            self._add(number, path)
        if self.isEmpty():
            self.addAction("None yet").setEnabled(False)
            return
        self.addSeparator()
        self.addAction("Forget these", self.forget_wanted.emit)

    def _add(self, number: int, path: Path) -> None:
        mnemonic = f"&{number} " if number < 10 else ""
        words = f"{path.name}  ({path.parent})".replace("&", "&&")
        action = self.addAction(mnemonic + words)
        action.triggered.connect(lambda _checked: self.path_chosen.emit(path))
