"""A briefing's problems as a table: a thin view of a tuple."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefer.briefing.model import Problem, Severity
from briefer.desktop.overrides import override
from briefer.desktop.tooltips import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_HEADINGS = ("Weight", "Where", "Problem")
_WEIGHT = {Severity.ERROR: "✗ Error", Severity.WARNING: "! Warning"}


class ProblemsModel(QAbstractTableModel):
    """One row for each problem: its weight, its place, its sentence."""

    ValueRole = Qt.ItemDataRole.UserRole  # the Problem itself

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._problems: tuple[Problem, ...] = ()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show other problems, in their order."""
        self.beginResetModel()
        self._problems = tuple(problems)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._problems)

    @override
    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(_HEADINGS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[section]
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        problem = self._problems[index.row()]
        if role == self.ValueRole:
            return problem
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(problem)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(problem.message)
        return None


def _cells(problem: Problem) -> tuple[str, str, str]:
    place = problem.place
    where = f"{place.file}:{place.line}" if place.line else place.file
    return _WEIGHT[problem.severity], where, problem.message
