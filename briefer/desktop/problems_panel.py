"""The list of all problems of a briefing, each leading to its card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from briefer.briefing.model import Problem
from briefer.desktop.problems_model import ProblemsModel

_NONE = "No problems: all links lead somewhere, and every quotation matches its document."


class ProblemsPanel(QWidget):
    """A table of problems; Enter or a click goes where the problem is."""

    problem_chosen = Signal(object)  # Problem

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._problems = ProblemsModel(self)
        self._row = -1  # the problem that was gone to last; the table's own follows the focus
        self._table = _table(self)
        self._table.setModel(self._problems)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self._none = QLabel(_NONE, self)
        self._none.setContentsMargins(14, 10, 14, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.addWidget(self._none)
        column.addWidget(self._table)
        self._table.clicked.connect(self._choose)
        self._table.activated.connect(self._choose)
        self.setFocusProxy(self._table)
        self.show_problems(())

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """List these problems, errors first."""
        row = self._row
        self._problems.show_problems(problems)
        self._none.setVisible(not problems)
        self._table.setVisible(bool(problems))
        self._row = row if row < len(problems) else -1
        if self._row >= 0:
            self._table.setCurrentIndex(self._problems.index(self._row, 0))

    def step(self, by: int) -> None:
        """Choose the next problem, or the one before; round at the ends."""
        count = self._problems.rowCount()
        if not count:
            return
        first = 0 if by > 0 else count - 1
        row = first if self._row < 0 else (self._row + by) % count
        index = self._problems.index(row, 0)
        self._table.setCurrentIndex(index)
        self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        self._row = index.row()
        self.problem_chosen.emit(self._problems.problem_at(index.row()))


def _table(parent: QWidget) -> QTableView:
    table = QTableView(parent)
    table.setAccessibleName("Problems of the briefing")
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    return table
