"""A problem leads to the words it speaks of, on the card and in the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from briefer.briefing.model import Span
from tests.desktop.program_material import BREAKDOWN, opened_program, write_briefing

FILLING = "\n\n".join(["Much is said of this, and none of it here is quoted."] * 60)
FAULTY = BREAKDOWN.replace(
    "Talks & more.\n",
    f"""Talks & more.

> Hotlines stay open.
> — [@article, ¶1]

{FILLING}

> Talks go off.
> — [@article, ¶2]

{FILLING}

See [[Nobody at all]] for more.

### Notes

> Hotlines stay shut.
> — [@article, ¶1]
""",
)


@pytest.fixture
def program(qtbot, tmp_path):
    return opened_program(qtbot, tmp_path, write_briefing(tmp_path / "briefing", FAULTY))


def words_led_to(program) -> str:
    text = program.parts.card.text()
    assert text._ringed is not None
    start, end = text._ringed
    first, last = text.visible()
    assert first <= start <= last
    return text.document().toPlainText()[start:end]


def lay_out_late(program) -> None:
    """Lay out what took longer than a moment on a busy machine."""
    for job in [name for name in program._jobs.waiting if name.startswith("tree ")]:
        program._jobs.finish(job)


def test_what_is_laid_out_later_is_led_to_then(qtbot, program, monkeypatch) -> None:
    monkeypatch.setattr("briefer.desktop.late_trees.quick_tree", lambda *_: None)
    problem = next(p for p in program.browsing.report.problems if p.code == "quotation-altered")
    program.go.show_problem(problem)
    assert program.parts.card.text()._ringed is None
    lay_out_late(program)
    assert "Talks go" in words_led_to(program)


@pytest.mark.parametrize("words", ["Talks go", "Nobody at all", "Hotlines stay"])
def test_f8_leads_to_the_words_on_the_card(qtbot, program, words) -> None:
    for _ in program.browsing.report.problems:
        qtbot.keyClick(program.window, Qt.Key.Key_F8)
        if program.browsing.card_id != "formal-talks":
            continue
        lay_out_late(program)
        if words in words_led_to(program):
            return
    pytest.fail(f"never led to {words}")


def test_f8_shows_the_nearest_passage(qtbot, program) -> None:
    problems = program.browsing.report.problems
    problem = next(p for p in problems if p.code == "quotation-altered")
    program.go.show_problem(problem)
    assert program.parts.text.current_passage() == ("article", Span(20, 32))


def test_altered_words_in_running_text_are_led_to_where_they_are_said(
    qtbot, tmp_path, program
) -> None:
    told = BREAKDOWN.replace(
        "Talks & more.\n",
        "Talks.\n\n> Hotlines stay open.\n> — [@article, ¶1, disputes]\n\n"
        f"{FILLING}\n\nIt is said that “talks go off” [@article, ¶2].\n",
    )
    program.open(write_briefing(tmp_path / "other", told))
    program.actions["next_problem"].trigger()
    assert words_led_to(program) == "talks go off on"
