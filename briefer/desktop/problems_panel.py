"""The list of all problems of a briefing, each leading to its card."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefer.briefing.model import Problem
from briefer.desktop.overrides import override

if TYPE_CHECKING:
    from briefer.desktop.problems_list import ProblemsList


class ProblemsPanel(QWidget):
    """Lists problems, errors first; what it is made of comes when it is first shown."""

    problem_chosen = Signal(object)  # Problem

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._problems: tuple[Problem, ...] = ()
        self._row = -1  # the problem that was gone to last
        self._list: ProblemsList | None = None

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """List these problems, errors first."""
        self._problems = tuple(sorted(problems, key=lambda problem: problem.severity))
        if self._row >= len(problems):
            self._row = -1
        if self._list is not None:
            self._list.show_problems(self._problems, self._row)

    def step(self, by: int) -> None:
        """Choose the next problem, or the one before; round at the ends."""
        count = len(self._problems)
        if not count:
            return
        first = 0 if by > 0 else count - 1
        self._go(first if self._row < 0 else (self._row + by) % count)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._made_list()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._made_list().setFocus(event.reason())

    def _made_list(self) -> ProblemsList:
        if self._list is None:
            from briefer.desktop.problems_list import ProblemsList

            self._list = ProblemsList(self)
            self._list.row_chosen.connect(self._go)
            column = QVBoxLayout(self)
            column.setContentsMargins(6, 4, 6, 4)
            column.addWidget(self._list)
            self.setFocusProxy(self._list)
            self._list.show_problems(self._problems, self._row)
        return self._list

    def _go(self, row: int) -> None:
        self._row = row
        if self._list is not None:
            self._list.select(row)
        self.problem_chosen.emit(self._problems[row])
