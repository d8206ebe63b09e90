"""The reader's own notes beside the card."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from briefer.desk.changes import WriteNote
from briefer.desk.model import Note
from briefer.desktop.elided_label import ElidedLabel
from briefer.desktop.navigator_model import NavigatorModel
from briefer.desktop.program import Program
from tests.desk.material import a_desk
from tests.desktop.desk_material import CTRL, SHIFT, keep, opened, state, the_note
from tests.desktop.program_material import write_briefing


@pytest.fixture
def folder(tmp_path):
    return write_briefing(tmp_path / "briefing")


@pytest.fixture
def program(qtbot, tmp_path, folder) -> Program:
    return opened(qtbot, tmp_path, folder)


def kept(tmp_path, folder) -> tuple[Note, ...]:
    return a_desk(tmp_path / "data").keep(str(folder)).notes


def test_a_note_is_kept_within_a_second_of_the_last_key(qtbot, program, tmp_path, folder) -> None:
    program.browsing.go_to_card("hotlines")
    note = the_note(qtbot, program)
    qtbot.keyClicks(note, "Call them.")
    assert state(note) == "Saving…"
    qtbot.waitUntil(lambda: "desk" in program._jobs.waiting, timeout=1000)
    assert state(note) == "Saving…"
    keep(program)
    assert state(note) == "Saved"
    assert kept(tmp_path, folder) == (Note("hotlines", "Crisis hotlines", "Call them."),)


def test_each_card_shows_its_own_note_and_no_key_is_lost(qtbot, program) -> None:
    program.browsing.go_to_card("hotlines")
    note = the_note(qtbot, program)
    qtbot.keyClicks(note, "one")
    program.browsing.go_to_card("russia")
    assert note.toPlainText() == ""
    keep(program)
    qtbot.keyClicks(note, "two")
    program.browsing.go_to_card("hotlines")
    keep(program)
    assert note.toPlainText() == "one"
    assert {(n.card, n.words) for n in program.keeping.kept.notes} == {
        ("hotlines", "one"),
        ("russia", "two"),
    }


def test_what_is_being_typed_is_kept_when_the_window_closes(
    qtbot, program, tmp_path, folder
) -> None:
    note = the_note(qtbot, program)
    qtbot.keyClicks(note, "last words")
    program.window.close()
    keep(program)
    assert [n.words for n in kept(tmp_path, folder)] == ["last words"]


def test_another_briefing_does_not_take_the_note_that_is_typed(
    qtbot, program, tmp_path, folder
) -> None:
    program.browsing.go_to_card("hotlines")
    note = the_note(qtbot, program)
    qtbot.keyClicks(note, "of the first")
    program.open(write_briefing(tmp_path / "second"))
    keep(program)
    program.browsing.go_to_card("hotlines")
    assert note.toPlainText() == ""
    assert [n.words for n in kept(tmp_path, folder)] == ["of the first"]
    assert program.keeping.kept.notes == ()


def test_a_noted_card_is_marked_for_eyes_and_ears(qtbot, program) -> None:
    program.keeping.ask(WriteNote(program.keeping.path, "russia", "Russia", "x"))
    keep(program)
    index = program.parts.navigator.model().index_of("russia")
    assert index.data(NavigatorModel.NotedRole) is True
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Russia, with a note of yours"


def test_the_note_is_opened_and_put_away_by_its_keys(qtbot, program) -> None:
    note = the_note(qtbot, program)
    assert note.hasFocus()
    qtbot.keyClick(note, Qt.Key.Key_N, CTRL | SHIFT)
    assert not note.isVisible()
    the_note(qtbot, program)
    qtbot.keyClick(note, Qt.Key.Key_Escape)
    assert note.isVisible()
    assert program.parts.panes.focused_pane() is program.parts.views


def test_markup_in_a_note_and_in_a_title_is_shown_as_it_is(qtbot, program) -> None:
    program.browsing.go_to_card(program.browsing.briefing.cards[-1].id)
    note = the_note(qtbot, program)
    note.insertPlainText("<b>bold</b>")
    assert note.toPlainText() == "<b>bold</b>"
    assert "<b>" in note.parent().findChild(ElidedLabel).accessibleName()


def test_taking_back_a_note_shows_it_as_it_was(qtbot, program) -> None:
    note = the_note(qtbot, program)
    qtbot.keyClicks(note, "first")
    qtbot.waitUntil(lambda: "desk" in program._jobs.waiting)
    keep(program)
    program.edit.undo()
    keep(program)
    assert note.toPlainText() == ""


def test_what_was_found_in_a_note_opens_with_the_note(qtbot, program) -> None:
    program.browsing.go_to_card("hotlines")
    note = the_note(qtbot, program)
    qtbot.keyClicks(note, "Ask Anna.")
    program.browsing.go_to_card("russia")
    keep(program)
    qtbot.keyClick(note, Qt.Key.Key_N, CTRL | SHIFT)
    assert not note.isVisible()
    program.parts.search_box.note_found.emit()
    program.browsing.go_to_card("hotlines")
    assert note.isVisible()
    assert note.toPlainText() == "Ask Anna."
    assert not note.hasFocus()
