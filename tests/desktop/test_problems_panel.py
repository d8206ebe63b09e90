"""The list of problems."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from briefer.briefing.model import Place, Problem, Severity
from briefer.desktop.problems_model import ProblemsModel
from briefer.desktop.problems_panel import ProblemsPanel
from briefer.desktop.verdicts import Verdict, problems_verdict

WARNING = Problem(Severity.WARNING, "w", Place("breakdown.md", 3), "A warning <b>here</b>")
ERROR = Problem(Severity.ERROR, "e", Place("breakdown.md", 9), "An error")
LAST = Problem(Severity.WARNING, "w", Place("briefing.toml"), "Another warning")


@pytest.fixture
def panel(qtbot) -> ProblemsPanel:
    panel = ProblemsPanel()
    qtbot.addWidget(panel)
    panel.show_problems((WARNING, ERROR, LAST))
    panel.resize(700, 200)
    panel.show()
    return panel


def test_the_model_keeps_qts_rules(qtmodeltester) -> None:
    model = ProblemsModel()
    model.show_problems((WARNING, ERROR, LAST))
    qtmodeltester.check(model)


def test_errors_come_first_and_warnings_as_they_stand_in_the_files(qtbot) -> None:
    panel = ProblemsPanel()
    qtbot.addWidget(panel)
    panel.show_problems((WARNING, ERROR, LAST))
    seen: list[Problem] = []
    panel.problem_chosen.connect(seen.append)
    for _ in range(3):
        panel.step(1)
    assert seen == [ERROR, WARNING, LAST]


def test_a_tooltip_is_never_markup() -> None:
    model = ProblemsModel()
    model.show_problems((WARNING,))
    assert "<b>" not in model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole)


def test_stepping_goes_through_all_and_round(qtbot, panel) -> None:
    seen = []
    panel.problem_chosen.connect(seen.append)
    for _ in range(4):
        panel.step(1)
    panel.step(-1)
    assert seen == [ERROR, WARNING, LAST, ERROR, LAST]


def test_enter_goes_where_the_problem_is(qtbot, panel) -> None:
    panel.step(1)
    table = panel.findChild(QTableView)
    with qtbot.waitSignal(panel.problem_chosen) as chosen:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert chosen.args == [ERROR]


def test_without_problems_it_says_so(panel) -> None:
    panel.show_problems(())
    panel.step(1)
    assert not panel.findChild(QTableView).isVisible()


def test_the_status_line_counts_errors_before_warnings() -> None:
    assert problems_verdict((WARNING, ERROR, LAST), checked=True) == Verdict(
        "✗ 1 error, 2 warnings", "bad"
    )
    assert problems_verdict((WARNING,), checked=True) == Verdict("! 1 warning", "warning")
    assert problems_verdict((), checked=True) == Verdict("✓ No problems", "good")
    assert problems_verdict((), checked=False) == Verdict()
