"""Problems as rows to choose from, or the good news that there are none."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QLabel, QVBoxLayout, QWidget

from briefer.briefing.model import Problem
from briefer.desktop.problems_model import ProblemsModel
from briefer.desktop.rows_table import rows_table
from briefer.language import tr

_NONE = tr("No problems: all links lead somewhere, and every quotation matches its text.")


class ProblemsList(QWidget):
    """A table of problems; Enter or a click chooses one."""

    row_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems = ProblemsModel(self)
        self._table = rows_table(tr("Problems of the briefing"), self._problems, self)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self._none = QLabel(_NONE, self)
        self._none.setObjectName("listHead")
        self._none.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._none)
        column.addWidget(self._table, 1)
        column.addStretch()
        self._table.clicked.connect(self._choose)
        self._table.activated.connect(self._choose)

    def show_problems(self, problems: tuple[Problem, ...], row: int) -> None:
        """Show these problems in their order, with a row selected unless it is -1."""
        self._problems.show_problems(problems)
        self._none.setVisible(not problems)
        self._table.setVisible(bool(problems))
        self.setFocusProxy(self._table if problems else self._none)
        if row >= 0:
            self.select(row)

    def select(self, row: int) -> None:
        """Select a row without choosing it."""
        self._table.setCurrentIndex(self._problems.index(row, 0))

    def _choose(self, index: QModelIndex) -> None:
        self.row_chosen.emit(index.row())
