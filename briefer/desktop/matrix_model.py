"""A matrix as Qt's table: a thin view of its cells."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefer.briefing.model import Card
from briefer.desktop.overrides import override
from briefer.desktop.tooltips import plain_tooltip
from briefer.language import tr
from briefer.views.matrix import Cell, Matrix
from briefer.views.matrix_table import cell_words

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class MatrixModel(QAbstractTableModel):
    """Rows and columns are cards; a cell is where two of them meet."""

    CellRole = Qt.ItemDataRole.UserRole  # the Cell, or None
    CardRole = CellRole + 1  # of a header: the Card

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matrix: Matrix | None = None

    @property
    def matrix(self) -> Matrix | None:
        """Return what is shown."""
        return self._matrix

    def show_matrix(self, matrix: Matrix | None) -> None:
        """Show another matrix."""
        self.beginResetModel()
        self._matrix = matrix
        self.endResetModel()

    def cell_at(self, index: Index) -> Cell | None:
        """Return the cell of an index; None where nothing is tied."""
        if self._matrix is None or not index.isValid():
            return None
        row, column = self._matrix.rows[index.row()], self._matrix.columns[index.column()]
        return self._matrix.cell(row, column)

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return len(self._matrix.rows) if self._matrix and not parent.isValid() else 0

    @override
    def columnCount(self, parent: Index = _TOP) -> int:
        return len(self._matrix.columns) if self._matrix and not parent.isValid() else 0

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._matrix is None or not index.isValid():
            return None
        if role == self.CellRole:
            return self.cell_at(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_words(self.cell_at(index))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(self._matrix, index)
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if self._matrix is None:
            return None
        across = orientation == Qt.Orientation.Horizontal
        cards = self._matrix.columns if across else self._matrix.rows
        if not 0 <= section < len(cards):
            return None
        card: Card = cards[section]
        if role == self.CardRole:
            return card
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(card.title)
        return card.title if role == Qt.ItemDataRole.DisplayRole else None

    def _spoken(self, matrix: Matrix, index: Index) -> str:
        row, column = matrix.rows[index.row()], matrix.columns[index.column()]
        words = cell_words(matrix.cell(row, column)) or tr("not tied")
        return tr("{row} and {column}: {words}", row=row.title, column=column.title, words=words)
