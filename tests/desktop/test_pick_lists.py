"""Lists of picked cards: saved and fetched, made from elsewhere, written to files and read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMenu

from briefer.briefing.model import Span
from briefer.desk.model import PickedCard, PickedPassage
from briefer.desktop.panes import focus_in
from briefer.desktop.pick_lists import PickLists
from briefer.desktop.program import Program
from briefer.desktop.settings import SEARCHES
from tests.desktop.desk_material import CTRL, keep, opened, pick
from tests.desktop.program_material import write_briefing

AGENDA = '\n[[agendas]]\nid = "short"\ntitle = "Short & sweet"\ncards = ["russia", "hotlines"]\n'


@pytest.fixture
def program(qtbot, tmp_path) -> Program:
    folder = write_briefing(tmp_path / "briefing")
    manifest = folder / "briefing.toml"
    manifest.write_text(manifest.read_text() + AGENDA)
    return opened(qtbot, tmp_path, folder)


@pytest.fixture
def lists(program) -> PickLists:
    desk = program.desk
    return PickLists(
        desk.picking.commands,
        program.keeping,
        program.browsing,
        program._settings,
        lambda query: ("hotlines", "formal-talks") if query == "lines" else (),
        program.window,
    )


def choose(program: Program, lists: PickLists, *words: str) -> None:
    whole = menu = QMenu()
    lists.fill(menu)
    for name in words:
        action = next(a for a in menu.actions() if a.text().replace("&&", "&").startswith(name))
        assert action.isEnabled()
        menu = action.menu()
    action.trigger()
    whole.deleteLater()
    if "desk" in program._jobs.waiting:
        keep(program)


def cards(program: Program) -> list[str]:
    return [pick.card for pick in program.keeping.picks if isinstance(pick, PickedCard)]


def test_a_list_is_saved_fetched_and_deleted(qtbot, program, lists, monkeypatch) -> None:
    pick(qtbot, program, "russia", "hotlines")
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_: ("  Tuesday & more ", True))
    choose(program, lists, "&Save as a list")
    program.desk.picking.commands.unpick_all()
    keep(program)
    choose(program, lists, "Tuesday & more")
    assert cards(program) == ["russia", "hotlines"]
    choose(program, lists, "&Delete a list", "Tuesday & more")
    assert program.keeping.lists == ()
    program.edit.undo()
    keep(program)
    assert [saved.name for saved in program.keeping.lists] == ["Tuesday & more"]


def test_fetching_a_list_is_taken_back(qtbot, program, lists) -> None:
    pick(qtbot, program, "formal-talks")
    choose(program, lists, "From the run order “Short & sweet”")
    assert cards(program) == ["russia", "hotlines"]
    program.edit.undo()
    keep(program)
    assert cards(program) == ["formal-talks"]


def test_a_list_is_made_from_the_last_search(program, lists) -> None:
    program._settings.set(SEARCHES, "lines\nolder")
    choose(program, lists, "From the last search “lines”")
    assert cards(program) == ["hotlines", "formal-talks"]


def test_picks_are_written_to_a_file_and_read_again(qtbot, program, lists, tmp_path) -> None:
    pick(qtbot, program, "russia", "hotlines")
    lists.write(tmp_path / "picks.txt")
    program.desk.picking.commands.unpick_all()
    keep(program)
    lists.read(tmp_path / "picks.txt")
    keep(program)
    assert cards(program) == ["russia", "hotlines"]


def test_lines_that_name_nothing_here_are_told(qtbot, program, lists, tmp_path) -> None:
    file = tmp_path / "picks.txt"
    file.write_text("- [[russia]]\n- [[nowhere|Nowhere]]\n")
    with qtbot.waitSignal(lists.said) as said:
        lists.read(file)
    keep(program)
    assert said.args == [
        "1 pick from picks.txt; not in this briefing: line 2, “[[nowhere|Nowhere]]”"
    ]
    assert cards(program) == ["russia"]


def test_a_file_of_nothing_changes_nothing(qtbot, program, lists, tmp_path) -> None:
    pick(qtbot, program, "russia")
    (tmp_path / "empty.txt").write_text("")
    with qtbot.waitSignal(lists.said) as said:
        lists.read(tmp_path / "empty.txt")
    assert said.args == ["empty.txt names no card; what was picked stays"]
    with qtbot.waitSignal(lists.said) as said:
        lists.read(tmp_path / "none.txt")
    assert "could not be read" in said.args[0]
    assert cards(program) == ["russia"]


def test_a_passage_is_picked_and_unpicked_by_key_in_the_text(qtbot, program) -> None:
    program.parts.text.show_passage("article", Span(22, 27))  # cuts both its words
    focus_in(program.parts.text)
    assert "passage" in program.actions["pick_card"].text()
    page = program.parts.text.focusProxy()
    qtbot.keyClick(page, Qt.Key.Key_D, CTRL)
    keep(program)
    assert program.keeping.picks == (PickedPassage("article", 20, 28, "Talks go"),)
    assert page._mine == (Span(20, 28),)
    qtbot.keyClick(page, Qt.Key.Key_D, CTRL)
    keep(program)
    assert program.keeping.picks == ()
    assert page._mine == ()


def test_nothing_of_the_text_to_pick_is_said(qtbot, program) -> None:
    focus_in(program.parts.text)
    with qtbot.waitSignal(program.desk.said) as said:
        qtbot.keyClick(program.parts.text.focusProxy(), Qt.Key.Key_D, CTRL)
    assert said.args == ["Select words of the text, or walk to a passage with N"]
