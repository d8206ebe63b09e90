"""Rows of words as Qt's table: a thin view of a tuple of values and the cells that tell of each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefer.desktop.overrides import override
from briefer.desktop.tooltips import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
Value = TypeVar("Value")
_TOP = QModelIndex()


class RowsModel(QAbstractTableModel, Generic[Value]):
    """A row for each value, a cell for each heading."""

    ValueRole = Qt.ItemDataRole.UserRole  # the value itself

    def __init__(self, headings: tuple[str, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = headings
        self._rows: tuple[Value, ...] = ()
        self._cells: tuple[tuple[str, ...], ...] = ()

    def show_rows(self, rows: Iterable[tuple[Value, tuple[str, ...]]]) -> None:
        """Show other values in their order, each with its cells."""
        pairs = tuple(rows)
        self.beginResetModel()
        self._rows = tuple(value for value, _ in pairs)
        self._cells = tuple(cells for _, cells in pairs)
        self.endResetModel()

    def tooltip(self, row: int, column: int) -> str:
        """Return what a cell says when the mouse rests on it: its words, however narrow it is."""
        return self._cells[row][column]

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._headings)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == self.ValueRole:
            return self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells[index.row()][index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self.tooltip(index.row(), index.column()))
        return None
