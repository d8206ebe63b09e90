"""A combo box over Python values: it never turns them into Qt's own types."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget

Value = TypeVar("Value")


class ValueCombo(QComboBox, Generic[Value]):
    """Rows of words, each standing for a value."""

    def __init__(
        self, rows: tuple[tuple[Value, str], ...], chosen: Value, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        give_rows_room(self)
        self._values = tuple(value for value, _words in rows)
        self.addItems([words for _value, words in rows])
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(18)
        self.choose(chosen)

    @property
    def value(self) -> Value:
        """Return the value of the chosen row."""
        return self._values[max(self.currentIndex(), 0)]

    def choose(self, value: Value) -> None:
        """Choose the row of a value; the first when there is none."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)


def give_rows_room(combo: QComboBox) -> None:
    """Let the style sheet say how high the rows of a combo box are: Qt's own do not ask it."""
    combo.setItemDelegate(QStyledItemDelegate(combo))
