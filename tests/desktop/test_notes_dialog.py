"""Notes on passages, and the list of all notes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from briefer.briefing.model import Span
from briefer.desk.changes import WriteNote
from briefer.desk.model import Note, PickedPassage
from briefer.desk.settling import passage_now
from briefer.desktop.notes_dialog import NotesDialog
from briefer.desktop.panes import focus_in
from briefer.desktop.program import Program
from tests.desktop.desk_material import CTRL, SHIFT, keep, opened, the_note
from tests.desktop.program_material import write_briefing

PASSAGE = PickedPassage("article", 20, 28, "Talks go")


@pytest.fixture
def program(qtbot, tmp_path) -> Program:
    return opened(qtbot, tmp_path, write_briefing(tmp_path / "briefing"))


def write(program: Program, *notes: Note) -> None:
    for note in notes:
        path = program.keeping.path
        program.keeping.ask(WriteNote(path, note.card, note.title, note.words, note.passage))
    keep(program)


NOTES = (
    Note("gone", "Gone card", "where"),
    Note("russia", "Russia", "ask *them*"),
    Note("old-id", "Crisis hotlines", "found by its title"),
    Note("", "", "since when?", PASSAGE),
)


@pytest.fixture
def dialog(program) -> NotesDialog:
    write(program, *NOTES)
    shown = NotesDialog(
        program.keeping,
        program.browsing.briefing,
        program.browsing.shown_card(),
        program._settings,
        program.window,
    )
    yield shown
    shown.reject()
    shown.deleteLater()


def headings(dialog: NotesDialog) -> dict[str, list[str]]:
    tops = [dialog.list.topLevelItem(n) for n in range(dialog.list.topLevelItemCount())]
    return {
        top.text(0): [top.child(row).text(0) for row in range(top.childCount())] for top in tops
    }


def test_notes_are_listed_by_what_they_are_on(dialog) -> None:
    assert headings(dialog) == {
        "On cards · 2": ["Crisis hotlines", "Russia"],
        "On passages · 1": ["Article, ¶2 (A2): “Talks go”"],
        "Without a card · 1": ["Gone card"],
    }


def test_notes_are_found_by_their_words(dialog) -> None:
    dialog.filter.setText("SINCE talks")
    assert list(headings(dialog)) == ["On passages · 1"]
    assert dialog.words.toPlainText() == "since when?"
    assert dialog.state.text() == "1 of 4 notes"


def test_a_deleted_note_comes_back_with_undo(dialog, program) -> None:
    dialog.filter.setText("where")
    dialog._take_away()
    keep(program)
    assert [note.words for note in program.keeping.kept.notes if note.card == "gone"] == []
    program.edit.undo()
    keep(program)
    assert "Without a card · 1" in headings(dialog)


def test_a_note_without_a_card_is_attached_to_the_open_one_and_taken_back(
    qtbot, dialog, program
) -> None:
    before = program.keeping.kept.notes
    dialog.filter.setText("ask")
    assert not dialog._attach.isEnabled()  # it has its card
    dialog.filter.setText("where")
    assert dialog._attach.isEnabled()
    qtbot.mouseClick(dialog._attach, Qt.MouseButton.LeftButton)
    keep(program)
    dialog.filter.setText("")
    card = program.browsing.shown_card()
    assert headings(dialog)["On cards · 3"] == [card.title, "Crisis hotlines", "Russia"]
    assert Note(card.id, card.title, "where") in program.keeping.kept.notes
    program.edit.undo()
    keep(program)
    assert set(program.keeping.kept.notes) == set(before)


def test_a_note_that_is_attached_stands_behind_what_is_noted_there(qtbot, program, dialog) -> None:
    card = program.browsing.shown_card()
    write(program, Note(card.id, card.title, "first"))
    dialog.filter.setText("where")
    qtbot.mouseClick(dialog._attach, Qt.MouseButton.LeftButton)
    keep(program)
    assert Note(card.id, card.title, "first\n\nwhere") in program.keeping.kept.notes
    assert "gone" not in {note.card for note in program.keeping.kept.notes}


def test_a_note_on_words_that_are_gone_is_without_a_card_and_never_dropped(
    program, tmp_path
) -> None:
    write(program, NOTES[3])
    briefing = program.browsing.briefing
    document = briefing.documents[0]._replace(text="Talks\ngo elsewhere now.")
    moved = briefing._replace(documents=(document,))
    assert passage_now(PASSAGE, moved) == ("article", Span(0, 8))
    gone = briefing._replace(documents=(document._replace(text="Nothing."),))
    shown = NotesDialog(program.keeping, gone, None, program._settings, program.window)
    assert headings(shown) == {"Without a card · 1": ["Not in the text now: “Talks go”"]}
    shown.save(tmp_path / "notes.md")
    words = (tmp_path / "notes.md").read_text()
    assert "## A passage that is not in the texts any more\n\n> Talks go\n\nsince when?" in words
    shown.deleteLater()


def test_all_notes_are_saved_as_markdown(dialog, tmp_path) -> None:
    dialog.save(tmp_path / "notes.md")
    words = (tmp_path / "notes.md").read_text()
    assert "> Talks go\n> — [@article, ¶2]\n\nsince when?" in words
    dialog.save(tmp_path / "none" / "notes.md")
    assert "could not be written" in dialog.state.text()


def test_a_note_that_is_chosen_leads_to_what_it_is_about(dialog, program) -> None:
    program.desk.noting.show_note(NOTES[2])
    assert program.browsing.card_id == "hotlines"
    note = program.desk.noting._panel.words
    assert note.toPlainText() == "found by its title"
    program.desk.noting.show_note(NOTES[3])
    assert note.toPlainText() == "since when?"
    program.desk.noting.show_note(NOTES[0])
    assert note.toPlainText() == "where"


def test_a_note_is_written_on_the_passage_that_has_the_keyboard(qtbot, program) -> None:
    program.parts.text.show_passage("article", Span(20, 28))
    focus_in(program.parts.text)
    qtbot.keyClick(program.parts.text.focusProxy(), Qt.Key.Key_N, CTRL | SHIFT)
    note = program.desk.noting._panel.words
    assert note.hasFocus()
    note.insertPlainText("since when?")
    program.desk.write_now()
    keep(program)
    assert program.keeping.kept.notes == (Note("", "", "since when?", PASSAGE),)
    qtbot.keyClick(note, Qt.Key.Key_Escape)
    assert program.parts.panes.focused_pane() is program.parts.text


def test_a_note_on_a_card_whose_id_changed_is_shown_and_goes_on(qtbot, program) -> None:
    write(program, NOTES[2])
    program.browsing.go_to_card("hotlines")
    note = the_note(qtbot, program)
    assert note.toPlainText() == "found by its title"
    note.appendPlainText("more")
    program.desk.write_now()
    keep(program)
    assert [n.words for n in program.keeping.kept.notes] == ["found by its title\nmore"]


def test_the_arrow_keys_pass_over_the_headings(qtbot, dialog) -> None:
    dialog.show()
    for words in ("ask *them*", "since when?", "where"):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
        assert dialog.words.toPlainText() == words
    for words in ("since when?", "ask *them*", "found by its title", "found by its title"):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Up)
        assert dialog.words.toPlainText() == words
    qtbot.keyClick(dialog.list, Qt.Key.Key_End)
    assert dialog.words.toPlainText() == "where"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Home)
    assert dialog.words.toPlainText() == "found by its title"
