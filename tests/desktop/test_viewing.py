"""The views beside the card: tabs and keys, the room they take, and what they work over."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QTabBar, QToolButton

from briefer.briefing.reading import read_briefing
from briefer.desktop.board_table import BoardTable
from briefer.desktop.matrix_grid import MatrixGrid
from briefer.desktop.matrix_view import MatrixView
from briefer.desktop.program import Program
from briefer.desktop.selection_combo import SelectionCombo
from briefer.desktop.viewing import Viewing
from briefer.desktop.views_pane import VIEWS
from briefer.sheets.options import Layout
from tests.desktop.program_material import opened_program, write_briefing

BREAKDOWN = """\
# Overview

## In short
Two channels.

# Channels

## Crisis hotlines {#hotlines}
Actors: [[Russia]], [[The States]]

Lines for a crisis.

> Hotlines stay open.
> — [@article, ¶1]

## Formal talks
Actors: [[Russia]]

> Talks go on.
> — [@article, ¶2] via Reuters

## Silence

# Actors

## Russia
> Hotlines stay open.
> — [@article, ¶1] disputes

## The States
## Nobody
"""


@pytest.fixture
def program(qtbot, tmp_path) -> Program:
    program = opened_program(qtbot, tmp_path, write_briefing(tmp_path / "briefing", BREAKDOWN))
    jobs = program._jobs
    while "check" in jobs.waiting:
        jobs.finish("check")
    return program


def press(qtbot, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def matrix(program: Program) -> MatrixView:
    program.actions["show_matrix"].trigger()
    return program.window.findChild(MatrixView)


def grid(program: Program) -> MatrixGrid:
    return matrix(program).findChild(MatrixGrid)


def title(program: Program) -> str:
    return program.window.windowTitle().split(" — ")[0]


def test_no_view_is_loaded_with_the_window() -> None:
    said = (
        "import sys; import briefer.desktop.program;"
        "print([n for n in sys.modules if 'matrix' in n or 'viewing' in n or '.views.' in n])"
    )
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_matrix_takes_the_room_of_the_text_and_gives_it_back(program) -> None:
    matrix(program)
    assert program.parts.text.isHidden()
    assert program.parts.panes.text_shown
    program.actions["show_card"].trigger()
    assert not program.parts.text.isHidden()
    assert program.parts.card.isVisible()


def test_a_change_of_views_keeps_the_card(program) -> None:
    program.browsing.go_to_card("formal-talks")
    index = grid(program).currentIndex()
    assert grid(program).matrix.rows[index.row()].id == "formal-talks"
    program.actions["show_card"].trigger()
    assert title(program) == "Formal talks"


def test_the_keyboard_goes_from_one_view_to_the_next_and_nowhere_between(program) -> None:
    grid(program).setFocus()
    moves = []
    QApplication.instance().focusChanged.connect(lambda _, now: moves.append(now))
    program.actions["show_board"].trigger()
    board = program.parts.views.shown
    assert [now for now in moves if now and not board.isAncestorOf(now)] == []
    assert board.isAncestorOf(QApplication.focusWidget())


def test_the_matrix_moves_no_one_from_a_card_that_it_does_not_show(program) -> None:
    matrix(program)
    assert title(program) == "In short"


@pytest.mark.qt_log_ignore("This plugin does not support")  # popups of the offscreen platform
def test_arrows_lead_through_the_rows_and_enter_lists_the_cards(qtbot, program) -> None:
    shown = grid(program)
    assert QApplication.focusWidget() is shown
    press(qtbot, Qt.Key.Key_Down)
    assert title(program) == "Formal talks"
    press(qtbot, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.data() for action in menu.actions()] == ["formal-talks", "russia"]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert title(program) == "Russia"
    assert program.parts.card.isVisible()


def test_a_cell_names_paragraphs_sources_and_disputes(program) -> None:
    model = grid(program).model()
    assert model.index(0, 0).data() == "A1 (one source; disputed)"
    spoken = model.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Formal talks and The States: not tied"


def test_the_model_keeps_qts_rules(qtmodeltester, program) -> None:
    qtmodeltester.check(grid(program).model())


def test_empty_rows_and_columns_can_be_hidden(program) -> None:
    view = matrix(program)
    hide = [a for a in view.findChildren(QMenu)[0].actions() if "empty" in a.text()]
    hide[0].trigger()
    shown = view.findChild(MatrixGrid).matrix
    assert [card.id for card in shown.rows] == ["hotlines", "formal-talks"]
    assert [card.id for card in shown.columns] == ["russia", "the-states"]


def test_other_kinds_can_be_chosen_and_one_for_both_changes_places(program) -> None:
    view = matrix(program)
    down, across = (
        c for c in view.findChildren(QComboBox) if c.accessibleName() in {"Rows", "Columns"}
    )
    down.setCurrentText("Actors")
    down.activated.emit(down.currentIndex())
    assert view.findChild(MatrixGrid).matrix.title == "Actors by channels"
    assert across.currentText() == "Channels"


def test_a_view_works_over_a_kind(program) -> None:
    view = matrix(program)
    chooser = program.window.findChild(SelectionCombo)
    chooser.setCurrentText("Only Actors (3)")
    chooser.activated.emit(chooser.currentIndex())
    assert view.findChild(MatrixGrid).matrix.title == "Actors by channels"


def test_views_that_were_looked_at_follow_before_they_are_again(qtbot, program) -> None:
    program.actions["show_board"].trigger()
    table = program.window.findChild(BoardTable)
    matrix(program)
    chooser = program.window.findChild(SelectionCombo)
    chooser.setCurrentText("Only Actors (3)")
    chooser.activated.emit(chooser.currentIndex())
    assert [group.title for group in table.model().board.groups] != ["Actors"]
    qtbot.waitUntil(lambda: [g.title for g in table.model().board.groups] == ["Actors"])
    assert not table.isVisible()


def test_the_table_is_copied_for_spreadsheets_and_documents(qtbot, program) -> None:
    shown = grid(program)
    qtbot.keyClick(shown, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().splitlines()[0] == "Channels\tRussia\tThe States\tNobody"
    assert "<caption>Channels by actors</caption>" in data.html()
    QGuiApplication.clipboard().clear()  # the offscreen platform crashes over it at its end


def test_searching_and_finding_lead_back_to_the_card(program) -> None:
    matrix(program)
    program.actions["find"].trigger()
    assert program.parts.card.isVisible()


def test_the_tabs_are_walked_by_arrows(qtbot, program) -> None:
    tabs = program.window.findChild(QTabBar, "views")
    tabs.setFocus()
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert program.parts.views.view == "relations"
    assert QApplication.focusWidget() is tabs


def test_themes_and_zoom_reach_the_views(program) -> None:
    shown = grid(program)
    before = shown.verticalHeader().defaultSectionSize()
    program.actions["zoom_in"].trigger()
    program.actions["theme_dark"].trigger()
    assert shown.verticalHeader().defaultSectionSize() > before


def test_a_view_works_over_what_a_search_found_after_the_box_is_empty_too(
    program, monkeypatch
) -> None:
    view = matrix(program)
    chooser = program.window.findChild(SelectionCombo)
    box = program.parts.search_box
    monkeypatch.setattr(box, "found_cards", lambda: ("talks", ("formal-talks",)))
    chooser.rows_wanted.emit()
    chooser.setCurrentText("Found by “talks” (1)")
    chooser.activated.emit(chooser.currentIndex())
    assert [card.id for card in view.findChild(MatrixGrid).matrix.rows] == ["formal-talks"]
    monkeypatch.setattr(box, "found_cards", lambda: ("", ()))
    chooser.rows_wanted.emit()
    assert chooser.currentText() == "Found by “talks” (1)"


def test_a_found_card_that_an_edit_took_away_is_found_no_more(
    program, tmp_path, monkeypatch
) -> None:
    view = matrix(program)
    chooser = program.window.findChild(SelectionCombo)
    found = ("formal-talks", "hotlines")
    monkeypatch.setattr(program.parts.search_box, "found_cards", lambda: ("talks", found))
    chooser.rows_wanted.emit()
    chooser.setCurrentText("Found by “talks” (2)")
    chooser.activated.emit(chooser.currentIndex())
    monkeypatch.setattr(program.parts.search_box, "found_cards", lambda: ("", ()))
    folder = write_briefing(tmp_path / "edited", BREAKDOWN.replace("## Formal talks", "## Gone"))
    program.browsing.replace(read_briefing(folder), None)
    assert chooser.currentText() == "Found by “talks” (1)"
    assert [card.id for card in view.findChild(MatrixGrid).matrix.rows] == ["hotlines"]


def test_a_view_of_the_picked_cards_follows_the_picks(program, monkeypatch) -> None:
    picked = ("hotlines",)
    monkeypatch.setattr(program.keeping, "picked_cards", lambda: picked)
    view = matrix(program)
    chooser = program.window.findChild(SelectionCombo)
    chooser.rows_wanted.emit()
    chooser.setCurrentText("Picked cards (1)")
    chooser.activated.emit(chooser.currentIndex())
    picked = ("hotlines", "formal-talks")
    program.window.findChild(Viewing)._show_picked()
    assert chooser.currentText() == "Picked cards (2)"
    assert len(view.findChild(MatrixGrid).matrix.rows) == 2
    picked = ()
    program.window.findChild(Viewing)._show_picked()
    assert chooser.currentText() == "Whole briefing (7)"
    assert len(view.findChild(MatrixGrid).matrix.rows) == 3


def test_the_matrix_is_printed_as_it_is_shown(program, monkeypatch) -> None:
    view = matrix(program)
    down = next(b for b in view.findChildren(QComboBox) if b.accessibleName() == "Rows")
    down.setCurrentText("Actors")
    down.activated.emit(down.currentIndex())
    asked = []
    monkeypatch.setattr(program.file, "print_view", lambda cards, changes: asked.append(changes))
    buttons = view.findChildren(QToolButton)
    next(button for button in buttons if button.text() == "Print…").click()
    assert asked[0]["layout"] is Layout.MATRIX
    assert (asked[0]["matrix"].rows, asked[0]["matrix"].columns) == ("actors", "channels")


def test_another_briefing_is_seen_whole(program, tmp_path) -> None:
    view = matrix(program)
    program.browsing.briefing_opened.emit()
    chooser = program.window.findChild(SelectionCombo)
    assert chooser.currentText() == "Whole briefing (7)"
    assert view.findChild(MatrixGrid).matrix.title == "Channels by actors"


def opened(qtbot, folder, breakdown: str) -> Program:
    return opened_program(qtbot, folder, write_briefing(folder / "briefing", breakdown))


def test_a_briefing_with_hardly_anything_has_every_view(qtbot, tmp_path) -> None:
    program = opened(qtbot, tmp_path, "# Channels\n\n## Alone\n")
    for name in VIEWS:
        program.actions[f"show_{name.id}"].trigger()
        assert program.parts.views.view == name.id
        assert not program.window.grab().isNull()


def test_no_view_is_offered_where_nothing_could_be_opened(qtbot, tmp_path) -> None:
    program = opened(qtbot, tmp_path, "# Channels\n")
    assert [n.id for n in VIEWS if program.actions[f"show_{n.id}"].isEnabled()] == []
