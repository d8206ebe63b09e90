"""Finding in the window: by Ctrl+F, by F3, and after a search."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from briefer.desktop.find_bar import FindBar
from briefer.desktop.panes import focus_in
from briefer.desktop.program import Program
from briefer.desktop.status_line import StatusLine
from tests.desktop.program_material import opened_program, write_briefing

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BREAKDOWN = """\
# Channels

## Hotlines
A line, a café, and another line.
"""


@pytest.fixture
def program(qtbot: QtBot, tmp_path) -> Program:
    program = opened_program(qtbot, tmp_path, write_briefing(tmp_path / "briefing", BREAKDOWN))
    focus_in(program.parts.card)
    return program


def press(qtbot: QtBot, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, modifier)


def type_words(qtbot: QtBot, words: str) -> None:
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, words)


def bar(program: Program) -> FindBar:
    (shown,) = (b for b in program.window.findChildren(FindBar) if b.isVisible())
    return shown


def count(program: Program) -> str:
    return bar(program).findChild(QLabel).text()


def said(program: Program) -> str:
    line = program.window.findChild(StatusLine)
    return line.findChild(type(line._said)).accessibleName()


def test_ctrl_f_finds_on_the_card_that_has_the_keyboard(program: Program, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_F, CTRL)
    assert bar(program).parent() is program.parts.card
    type_words(qtbot, "line")
    assert count(program) == "1 of 3"
    press(qtbot, Qt.Key.Key_Return)
    assert count(program) == "2 of 3"
    press(qtbot, Qt.Key.Key_Return, SHIFT)
    press(qtbot, Qt.Key.Key_Return, SHIFT)
    assert count(program) == "3 of 3"
    assert said(program).startswith("Past the first")


def test_ctrl_f_finds_in_the_text_that_has_the_keyboard(program: Program, qtbot: QtBot) -> None:
    focus_in(program.parts.text)
    press(qtbot, Qt.Key.Key_F, CTRL)
    assert bar(program).parent() is program.parts.text
    type_words(qtbot, "TALKS")
    assert count(program) == "1 of 1"


def test_what_is_not_there_is_said_while_one_types(program: Program, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_F, CTRL)
    type_words(qtbot, "cafe")
    assert count(program) == "1 of 1"
    type_words(qtbot, "teria")
    assert count(program) == "None"


def test_escape_closes_the_bar_and_gives_the_keyboard_back(program: Program, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_F, CTRL)
    type_words(qtbot, "line")
    press(qtbot, Qt.Key.Key_Escape)
    assert not any(b.isVisible() for b in program.window.findChildren(FindBar))
    assert not program.parts.card.finding().looks
    assert QApplication.focusWidget() is program.parts.card.text()


def test_f3_steps_through_the_words_that_a_search_found(program: Program, qtbot: QtBot) -> None:
    program.parts.search_box.words_found.emit(("line",))
    press(qtbot, Qt.Key.Key_F3)
    assert said(program) == "1 of 2"
    press(qtbot, Qt.Key.Key_F3, SHIFT)
    assert said(program) == "Past the first, on from the last: 2 of 2"
    focus_in(program.parts.text)
    press(qtbot, Qt.Key.Key_F3)
    assert said(program) == "None of the words stand in this text"


def test_f3_with_nothing_looked_for_asks_what(program: Program, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_F3)
    assert bar(program).isVisible()


def test_escape_takes_the_marks_of_a_search_away(program: Program, qtbot: QtBot) -> None:
    assert not program.actions["clear_found"].isEnabled()
    program.parts.search_box.words_found.emit(("line", "talks"))
    assert program.actions["clear_found"].isEnabled()
    press(qtbot, Qt.Key.Key_Escape)
    assert not program.parts.card.finding().looks
    assert not program.parts.text.finding().looks
    assert not program.actions["clear_found"].isEnabled()


def test_selected_words_are_what_to_find(program: Program, qtbot: QtBot) -> None:
    text = program.parts.card.text()
    text.setTextCursor(text.document().find("another"))
    press(qtbot, Qt.Key.Key_F, CTRL)
    assert bar(program).text() == "another"


def test_escape_is_left_to_others_that_have_the_keyboard(program: Program, qtbot: QtBot) -> None:
    program.parts.search_box.words_found.emit(("line",))
    field = QLineEdit(program.window)
    field.show()
    field.setFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert program.parts.card.finding().looks
    focus_in(program.parts.navigator)
    press(qtbot, Qt.Key.Key_Escape)
    assert not program.parts.card.finding().looks


def test_a_narrow_pane_keeps_room_for_the_words(program: Program, qtbot: QtBot) -> None:
    program.window.resize(720, 500)
    focus_in(program.parts.text)
    press(qtbot, Qt.Key.Key_F, CTRL)
    type_words(qtbot, "talks")
    assert QApplication.focusWidget().width() >= 60
    assert count(program) == "1 of 1"
