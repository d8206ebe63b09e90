"""A field for the minutes of a talk; left empty there is no limit."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from briefer.language import tr

_LONGEST = 600
_ROOM = 12  # letters


class MinutesField(QLineEdit):
    """Whole minutes; `value` is 0 for no limit."""

    value_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Minutes"))
        self.setPlaceholderText(tr("No limit"))
        self.setValidator(QIntValidator(0, _LONGEST, self))
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * _ROOM)
        self.textChanged.connect(lambda _: self.value_changed.emit())

    @property
    def value(self) -> int:
        """Return the minutes that were typed."""
        return int(self.text()) if self.text().isdigit() else 0

    def set_value(self, minutes: int) -> None:
        """Show these minutes; nothing for 0."""
        self.setText(str(minutes) if minutes else "")
