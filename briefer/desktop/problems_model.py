"""A briefing's problems as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from briefer.briefing.model import Problem, Severity
from briefer.desktop.overrides import override
from briefer.desktop.rows_model import RowsModel
from briefer.language import tr

_WEIGHT = {Severity.ERROR: tr("✗ Error"), Severity.WARNING: tr("! Warning")}


class ProblemsModel(RowsModel[Problem]):
    """One row for each problem: its weight, its place, its sentence."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((tr("Weight"), tr("Where"), tr("Problem")), parent)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show other problems, in their order."""
        self.show_rows((problem, _cells(problem)) for problem in problems)

    @override
    def tooltip(self, row: int, column: int) -> str:
        return self._rows[row].message


def _cells(problem: Problem) -> tuple[str, str, str]:
    place = problem.place
    where = f"{place.file}:{place.line}" if place.line else place.file
    return _WEIGHT[problem.severity], where, problem.message
