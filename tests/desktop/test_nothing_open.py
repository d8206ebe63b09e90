"""Where nothing could be opened, nothing is offered that needs a briefing."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from briefer.desk.changes import NoteVisit
from briefer.desk.desk import Desk
from tests.desktop.program_material import new_program, write_briefing


@pytest.fixture
def program(qtbot, tmp_path):
    program = new_program(tmp_path)
    qtbot.addWidget(program.window)
    with qtbot.waitSignal(program.ready):
        program.show()
    qtbot.waitActive(program.window)
    return program


@pytest.mark.parametrize("action", ["print_sheets", "present", "search", "edit_card", "next_card"])
def test_what_needs_a_briefing_is_not_offered_without_one(program, tmp_path, action) -> None:
    program.open(tmp_path / "empty")
    assert not program.actions[action].isEnabled()
    assert not program.parts.search_box.isEnabled()
    program.open(write_briefing(tmp_path / "briefing"))
    assert program.actions[action].isEnabled()
    assert program.parts.search_box.isEnabled()


@pytest.mark.parametrize("action", ["pick_card", "my_note", "show_picked"])
def test_nothing_is_picked_or_noted_behind_the_page(program, tmp_path, action) -> None:
    program.open(write_briefing(tmp_path / "briefing"))
    jobs = program.keeping._jobs
    jobs.finish("desk")
    assert program.actions[action].isEnabled()
    program.open(tmp_path / "empty")
    assert not program.actions[action].isEnabled()
    program.open(tmp_path / "briefing")
    jobs.finish("desk")
    assert program.actions[action].isEnabled()


def test_the_last_briefing_is_not_acted_on_behind_the_page(qtbot, program, tmp_path) -> None:
    program.open(write_briefing(tmp_path / "briefing"))
    program.open(tmp_path / "empty")
    qtbot.keyClick(program.window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert program.window.unreadable.isVisible()


def test_recent_briefings_are_offered_though_none_was_ever_open(program, tmp_path) -> None:
    desk = Desk(tmp_path / "data", date.today)
    desk.ask(NoteVisit("/srv/q/calls", "", "Calls", 1.0, ()))
    desk.keep("")
    program.open(tmp_path / "empty")
    program.keeping._jobs.finish("recent")
    assert [visit.title for visit in program.keeping.recent()] == ["Calls"]
    program.keeping.forget_recent()
    program.keeping._jobs.finish("recent")
    assert not program.keeping.recent()
