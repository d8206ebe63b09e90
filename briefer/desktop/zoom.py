"""How large cards and documents are shown, in steps of percent."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

STEPS = (50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
NORMAL = 100


class Zoom(QObject):
    """A percentage that only takes the values of STEPS."""

    zoom_changed = Signal(int)

    def __init__(self, percent: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.percent = min(STEPS, key=lambda step: abs(step - percent))

    def step(self, by: int) -> None:
        """Go that many steps larger, or smaller when negative."""
        index = STEPS.index(self.percent) + by
        self._set(STEPS[max(0, min(index, len(STEPS) - 1))])

    def reset(self) -> None:
        """Go back to 100 %."""
        self._set(NORMAL)

    def _set(self, percent: int) -> None:
        if percent != self.percent:
            self.percent = percent
            self.zoom_changed.emit(percent)
