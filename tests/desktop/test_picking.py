"""Picking cards in the window: keys, the list, printing, presenting, and what another one does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton

from briefer.briefing.model import Span
from briefer.desk.changes import AddPick, RemovePick
from briefer.desk.model import PickedCard
from briefer.desktop.panes import focus_in
from briefer.desktop.picked_painting import WHAT
from briefer.desktop.program import Program
from tests.desk.material import a_desk, names
from tests.desktop.desk_material import ALT, CTRL, SHIFT, keep, opened, pick, press, starred
from tests.desktop.program_material import BREAKDOWN, opened_program, write_briefing

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a list that drops down


@pytest.fixture
def folder(tmp_path):
    return write_briefing(tmp_path / "briefing")


@pytest.fixture
def presented() -> list[str]:
    return []


@pytest.fixture
def program(qtbot, tmp_path, folder, presented) -> Program:
    return opened(qtbot, tmp_path, folder, presented)


def the_list(program: Program) -> QListWidget:
    program.actions["show_picked"].trigger()
    return program.window.findChild(QListWidget, "pickedList")


def rows(shown: QListWidget) -> list[str]:
    return [shown.item(row).text() for row in range(shown.count())]


def button(program: Program, words: str) -> QPushButton:
    panel = the_list(program).window()
    return next(b for b in panel.findChildren(QPushButton) if b.text() == words)


def pick_passage(qtbot, program: Program) -> None:
    """Pick “Talks go” in the text."""
    program.parts.text.show_passage("article", Span(20, 28))
    focus_in(program.parts.text)
    qtbot.keyClick(program.parts.text.focusProxy(), Qt.Key.Key_D, CTRL)
    keep(program)


def test_ctrl_d_picks_a_card_and_unpicks_it(qtbot, program) -> None:
    pick(qtbot, program, "hotlines", "russia")
    assert starred(program) == ["hotlines", "russia"]
    assert program.window.bar.picked_button.text() == "Picked cards 2"
    pick(qtbot, program, "hotlines")
    assert starred(program) == ["russia"]


def test_a_picked_card_is_said_to_be_picked_to_a_screen_reader(qtbot, program) -> None:
    pick(qtbot, program, "hotlines")
    index = program.parts.navigator.model().index_of("hotlines")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Crisis hotlines, picked"


def test_what_is_picked_and_noted_before_the_desk_is_read_is_not_lost(
    qtbot, tmp_path, folder
) -> None:
    program = opened_program(qtbot, tmp_path, folder)
    assert program.keeping.kept is None
    program.browsing.go_to_card("hotlines")
    qtbot.keyClick(program.parts.navigator, Qt.Key.Key_D, CTRL)
    program.browsing.go_to_card("russia")
    qtbot.keyClick(program.parts.navigator, Qt.Key.Key_N, CTRL | SHIFT)
    keep(program)
    keep(program)
    assert starred(program) == ["hotlines"]  # the card that was shown as the key was pressed
    assert program.desk.noting._panel.words.hasFocus()


def test_ctrl_z_takes_it_back_and_ctrl_shift_z_does_it_again(qtbot, program) -> None:
    pick(qtbot, program, "hotlines")
    press(qtbot, program, Qt.Key.Key_Z, CTRL)
    assert starred(program) == []
    assert not program.actions["undo"].isEnabled()
    press(qtbot, program, Qt.Key.Key_Z, CTRL | SHIFT)
    assert starred(program) == ["hotlines"]
    assert program.actions["undo"].text() == "&Undo pick"


def test_picks_are_there_again_in_another_window(qtbot, program, tmp_path, folder) -> None:
    pick(qtbot, program, "hotlines")
    again = opened(qtbot, tmp_path, folder)
    assert starred(again) == ["hotlines"]


def test_what_another_window_picks_is_shown(qtbot, program, tmp_path, folder) -> None:
    other = a_desk(tmp_path / "data")
    other.ask(AddPick(str(folder), PickedCard("russia", "Russia")))
    other.keep(str(folder))
    qtbot.waitUntil(lambda: "desk" in program._jobs.waiting)
    keep(program)
    assert starred(program) == ["russia"]


def test_cards_are_moved_and_taken_off_by_keys_on_the_list(qtbot, program) -> None:
    pick(qtbot, program, "hotlines", "russia", "formal-talks")
    shown = the_list(program)
    qtbot.keyClick(shown, Qt.Key.Key_Down, ALT)
    keep(program)
    assert rows(shown) == ["Russia", "Crisis hotlines", "Formal talks"]
    assert shown.currentItem().text() == "Crisis hotlines"
    qtbot.keyClick(shown, Qt.Key.Key_Delete)
    keep(program)
    assert rows(shown) == ["Russia", "Formal talks"]
    qtbot.keyClick(shown, Qt.Key.Key_Z, CTRL)
    keep(program)
    assert rows(shown) == ["Russia", "Crisis hotlines", "Formal talks"]


def test_a_card_that_is_dragged_on_the_list_moves(qtbot, program) -> None:
    pick(qtbot, program, "hotlines", "russia", "formal-talks")
    shown = the_list(program)
    model = shown.model()
    assert model.moveRows(shown.rootIndex(), 0, 1, shown.rootIndex(), 3)  # what a drop does
    keep(program)
    assert [pick.card for pick in program.keeping.picks] == ["russia", "formal-talks", "hotlines"]


def test_enter_on_the_list_shows_the_card(qtbot, program) -> None:
    pick(qtbot, program, "hotlines", "russia")
    shown = the_list(program)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert program.browsing.card_id == "hotlines"
    assert not shown.isVisible()


def test_picked_cards_are_presented_in_their_order(qtbot, program, presented) -> None:
    pick(qtbot, program, "russia", "hotlines")
    button(program, "&Present").click()
    assert presented == ["russia", "hotlines"]


def test_picked_cards_are_what_the_list_prints(qtbot, program, monkeypatch) -> None:
    from briefer.desktop.print_dialog import PrintDialog
    from briefer.evidence.checker import check

    program.browsing.take_report(check(program.browsing.briefing))
    pick(qtbot, program, "russia", "hotlines")
    selections = []
    monkeypatch.setattr(
        PrintDialog, "exec", lambda self: selections.append(self._choices.options.selection)
    )
    button(program, "P&rint…").click()
    assert [selection.ids for selection in selections] == [("russia", "hotlines")]


def test_picked_passages_are_presented_and_printed_in_their_place(
    qtbot, program, presented, monkeypatch
) -> None:
    from briefer.desktop.print_dialog import PrintDialog
    from briefer.evidence.checker import check

    program.browsing.take_report(check(program.browsing.briefing))
    pick(qtbot, program, "russia")
    pick_passage(qtbot, program)
    focus_in(program.parts.navigator)
    pick(qtbot, program, "hotlines")
    in_order = ("russia", "passage:article:20-28", "hotlines")
    button(program, "&Present").click()
    assert tuple(presented) == in_order
    chosen = []
    monkeypatch.setattr(PrintDialog, "exec", lambda self: chosen.append(self._choices))
    button(program, "P&rint…").click()
    assert chosen[0].options.selection.ids == in_order
    assert chosen[0]._selection.currentText() == "Picked cards and passages (3)"
    panel = the_list(program).window()
    assert "no more" not in panel.findChild(QLabel, "muted").text()


def test_a_passage_that_moved_is_found_and_one_that_is_gone_is_said(
    qtbot, program, folder, presented
) -> None:
    pick_passage(qtbot, program)
    (folder / "documents" / "article.txt").write_text("New first.\nHotlines stay.\nTalks\ngo.\n")
    qtbot.waitUntil(lambda: program.keeping.picked_names() == ("passage:article:26-34",))
    shown = the_list(program)
    assert (rows(shown), shown.item(0).data(WHAT)) == (["“Talks go”"], "A3")
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert program.parts.text.current_passage() == ("article", Span(26, 34))
    (folder / "documents" / "article.txt").write_text("Nothing of it.\n")
    qtbot.waitUntil(lambda: program.keeping.picked_names() == ())
    shown = the_list(program)
    assert (rows(shown), shown.item(0).data(WHAT)) == (["“Talks go”"], "Not in the text")
    assert not button(program, "&Present").isEnabled()


def test_unpicking_all_can_be_taken_back(qtbot, program) -> None:
    pick(qtbot, program, "russia", "hotlines")
    button(program, "&Unpick all").click()
    keep(program)
    assert starred(program) == []
    assert program.window.bar.picked_button.text() == "Picked cards"
    press(qtbot, program, Qt.Key.Key_Z, CTRL)
    assert [pick.card for pick in program.keeping.picks] == ["russia", "hotlines"]


def test_an_empty_list_says_how_cards_get_there(program) -> None:
    program.actions["show_picked"].trigger()
    panel = program.window.findChild(QListWidget, "pickedList").window()
    assert "Ctrl+D" in panel.findChild(QLabel, "muted").text()


def test_a_card_that_is_gone_stays_on_the_list_and_can_be_taken_off(qtbot, program, folder) -> None:
    pick(qtbot, program, "hotlines", "russia")
    start, end = BREAKDOWN.index("## Crisis"), BREAKDOWN.index("## Formal")
    (folder / "breakdown.md").write_text(BREAKDOWN[:start] + BREAKDOWN[end:])
    qtbot.waitUntil(lambda: len(program.browsing.briefing.cards) == 4)
    shown = the_list(program)
    assert rows(shown) == ["Crisis hotlines", "Russia"]
    assert [shown.item(row).data(WHAT) for row in range(2)] == ["Without a card", "Actor"]
    assert program.keeping.picked_cards() == ("russia",)
    qtbot.keyClick(shown, Qt.Key.Key_Delete)
    keep(program)
    assert rows(shown) == ["Russia"]


def test_forgetting_empties_the_recent_briefings(program) -> None:
    assert len(program.keeping.recent()) == 1
    program.keeping.forget_recent()
    keep(program)
    assert program.keeping.recent() == ()


def test_what_cannot_be_kept_is_said_and_kept_later(qtbot, program, tmp_path, folder) -> None:
    program.keeping._desk.close()
    (tmp_path / "data").rename(tmp_path / "away")
    (tmp_path / "data").write_text("in the way")
    pick(qtbot, program, "russia")
    assert starred(program) == ["russia"]
    assert "cannot be kept now" in program.window.notice.accessibleName()
    (tmp_path / "data").unlink()
    (tmp_path / "away").rename(tmp_path / "data")
    pick(qtbot, program, "hotlines")
    assert not program.window.notice.isVisible()
    assert names(a_desk(tmp_path / "data").keep(str(folder))) == ["russia", "hotlines"]


def test_taking_off_twice_in_a_hurry_takes_off_one(qtbot, program, folder) -> None:
    pick(qtbot, program, "russia", "hotlines")
    wish = RemovePick(str(folder), PickedCard("russia", "Russia"))
    program.keeping.ask(wish)
    program.keeping.ask(wish)
    keep(program)
    assert starred(program) == ["hotlines"]


def test_where_one_is_survives_without_closing_the_window(qtbot, program, tmp_path, folder) -> None:
    program.browsing.go_to_card("russia")
    qtbot.waitUntil(lambda: "desk" in program._jobs.waiting)
    keep(program)
    assert a_desk(tmp_path / "data").keep(str(folder)).place.card == "russia"


def test_picked_cards_are_searched_for_as_they_stand(qtbot, program) -> None:
    from briefer.evidence.checker import check

    program.browsing.take_report(check(program.browsing.briefing))
    program._jobs.finish("index")
    pick(qtbot, program, "russia")
    hits = program._indexing._index.search("is:picked").hits
    assert [hit.card for hit in hits] == ["russia"]
    pick(qtbot, program, "russia")
    assert program._indexing._index.search("is:picked").hits == ()


def test_a_picked_passage_is_searched_for_by_its_paragraph(qtbot, program) -> None:
    from briefer.evidence.checker import check

    program.browsing.take_report(check(program.browsing.briefing))
    program._jobs.finish("index")
    pick_passage(qtbot, program)
    hits = program._indexing._index.search("is:picked").hits
    assert [(hit.document, hit.paragraph) for hit in hits] == [("article", 2)]
