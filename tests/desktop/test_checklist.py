"""Sentences not used yet: a list that is walked by keys, with what was left out and why."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from briefer.briefing.model import Span
from tests.desktop.program_material import BREAKDOWN, opened_program, write_briefing

ARTICLE = "Hotlines stay open.\nTalks go on. Nobody knows when. It rained.\n"
LEFT_OUT = "\n# Left out\n\n> It rained.\n\nNot about channels.\n"


@pytest.fixture
def program(qtbot, tmp_path):
    folder = write_briefing(tmp_path / "briefing", BREAKDOWN + LEFT_OUT)
    (folder / "documents" / "article.txt").write_text(ARTICLE, encoding="utf-8")
    return opened_program(qtbot, tmp_path, folder)


def press(qtbot, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def panel(program):
    assert program.view.checklist.panel is not None
    return program.view.checklist.panel


def rows(program) -> list[tuple[str, ...]]:
    model = panel(program).table.model()
    return [
        tuple(model.index(row, column).data() for column in range(4))
        for row in range(model.rowCount())
    ]


def test_unused_sentences_come_first_and_what_was_left_out_says_why(qtbot, program) -> None:
    press(qtbot, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert rows(program) == [
        ("○ Not used yet", "A2", "Talks go on.", ""),
        ("○ Not used yet", "A2", "Nobody knows when.", ""),
        ("– Left out on purpose", "A2", "It rained.", "Not about channels."),
    ]
    assert "2 of 4 sentences not used yet, 1 left out on purpose" in panel(program).said.text()


def test_the_arrow_keys_show_each_sentence_as_they_reach_it(qtbot, program) -> None:
    press(qtbot, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert program.parts.text.current_passage() == ("article", Span(20, 32))
    press(qtbot, Qt.Key.Key_Down)
    start = ARTICLE.index("Nobody")
    assert program.parts.text.current_passage() == ("article", Span(start, start + 18))
    press(qtbot, Qt.Key.Key_Return)
    assert program.actions["go_back"].isEnabled()


def test_the_walk_in_the_text_selects_the_row(qtbot, program) -> None:
    program.actions["show_sentences"].trigger()
    program.actions["next_unused_sentence"].trigger()
    assert panel(program).table.currentIndex().row() == 1


def test_it_is_a_pane_like_the_others(qtbot, program) -> None:
    program.actions["show_sentences"].trigger()
    press(qtbot, Qt.Key.Key_F6)
    assert not panel(program).isAncestorOf(QApplication.focusWidget())
    press(qtbot, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert panel(program).isAncestorOf(QApplication.focusWidget())
    assert program.view.checked()["show_sentences"]
    program.actions["show_sentences"].trigger()
    assert not panel(program).isVisible()
    assert program.parts.card.text().hasFocus()


def test_when_all_are_used_it_says_so_and_takes_the_keyboard(qtbot, program, tmp_path) -> None:
    folder = write_briefing(tmp_path / "all", BREAKDOWN)
    (folder / "documents" / "article.txt").write_text("Hotlines stay open.\n", encoding="utf-8")
    program.open(folder)
    program.actions["show_sentences"].trigger()
    assert panel(program).said.text() == "Every sentence is used or accounted for: 1 sentence."
    assert panel(program).said.hasFocus()


def test_the_coverage_above_the_text_opens_it(qtbot, program) -> None:
    program.parts.text._head.coverage_pressed.emit()
    assert panel(program).isVisible()


def test_the_model_keeps_to_the_rules(qtbot, program) -> None:
    program.actions["show_sentences"].trigger()
    model = panel(program).table.model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_report(program.browsing.briefing, None)
    assert model.rowCount() == 0


def test_without_problems_their_pane_takes_the_keyboard_too(qtbot, program) -> None:
    program.actions["show_problems"].trigger()
    qtbot.waitUntil(lambda: QApplication.focusWidget().isVisible())
    assert program.parts.problems.isAncestorOf(QApplication.focusWidget())
    press(qtbot, Qt.Key.Key_F6)
    press(qtbot, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert program.parts.problems.isAncestorOf(QApplication.focusWidget())
