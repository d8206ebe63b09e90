"""The board: groups, two dimensions by keyboard, picks, several cards at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QToolButton

from briefer.desktop.board_model import BoardModel
from briefer.desktop.board_table import BoardTable
from briefer.desktop.board_view import BoardView
from briefer.desktop.program import Program
from tests.desktop.program_material import opened_program, write_briefing

BREAKDOWN = """\
# Channels

## Hotlines
Status: stated

Lines for a crisis.

> Hotlines stay open.
> — [@article, ¶1]

## Talks
Status: reported

> Talks go off.
> — [@article, ¶2]

# Actors

## Russia
Channels: [[Talks]]

## Nato
"""


@pytest.fixture
def presented() -> list[str]:
    return []


@pytest.fixture
def program(qtbot, tmp_path, presented) -> Program:
    program = opened_program(
        qtbot, tmp_path, write_briefing(tmp_path / "briefing", BREAKDOWN), presented
    )
    program.actions["show_board"].trigger()
    return program


@pytest.fixture
def table(program) -> BoardTable:
    return program.window.findChild(BoardTable)


def press(qtbot, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def choose(program: Program, box: str, words: str) -> None:
    boxes = program.window.findChild(BoardView).findChildren(QComboBox)
    combo = next(c for c in boxes if c.accessibleName() == box and c.findText(words) >= 0)
    combo.setCurrentText(words)
    combo.activated.emit(combo.currentIndex())


def headings(table: BoardTable) -> list[str]:
    model = table.model()
    across = Qt.Orientation.Horizontal
    return [model.headerData(n, across) for n in range(model.columnCount())]


def test_cards_stand_below_their_kinds(table) -> None:
    assert headings(table) == ["Channels  2", "Actors  2"]
    assert table.model().index(1, 0).data() == "Talks"


def test_arrows_walk_in_two_dimensions_and_enter_opens(qtbot, program, table) -> None:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        press(qtbot, key)
    assert program.browsing.card_id == "nato"
    press(qtbot, Qt.Key.Key_Return)
    assert program.parts.card.isVisible()
    assert program.window.windowTitle().startswith("Nato")


def test_a_small_card_tells_its_counts_and_grades(table) -> None:
    spoken = table.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Talks, Channel, 1 relation, 1 quotation, 1 to fix"


def test_cards_are_grouped_by_a_field(program, table) -> None:
    choose(program, "How the cards are grouped", "By status")
    assert headings(table) == ["Stated  1", "Reported  1", "Not said  2"]


@pytest.mark.parametrize("way", ["In columns", "In rows"])
def test_the_model_keeps_qts_rules(qtmodeltester, program, table, way) -> None:
    choose(program, "Columns or rows", way)
    qtmodeltester.check(table.model())


def test_in_rows_headings_are_passed_over(qtbot, program, table) -> None:
    choose(program, "Columns or rows", "In rows")
    program.browsing.go_to_card("talks")
    press(qtbot, Qt.Key.Key_Down)
    assert program.browsing.card_id in {"russia", "nato"}


def test_larger_cards_are_higher(program, table) -> None:
    before = table.rowHeight(0)
    choose(program, "Size of the cards", "Large cards")
    assert table.rowHeight(0) > before


def test_every_card_has_its_height_after_other_groups(program, table) -> None:
    choose(program, "Columns or rows", "In rows")
    for grouping in ("By status", "By kind"):
        choose(program, "How the cards are grouped", grouping)
        choose(program, "Size of the cards", "Small cards")
        choose(program, "Size of the cards", "Large cards")
        headings = table.model().headings()
        cards = [n for n in range(table.model().rowCount()) if n not in headings]
        assert len({table.rowHeight(n) for n in cards}) == 1
        assert max(table.rowHeight(n) for n in headings) < table.rowHeight(cards[0])
    choose(program, "Columns or rows", "In columns")
    assert len({table.rowHeight(n) for n in range(table.model().rowCount())}) == 1


def test_a_picked_card_wears_the_star(qtbot, program, table) -> None:
    jobs = program._jobs
    while "desk" in jobs.waiting:
        jobs.finish("desk")
    program.actions["pick_card"].trigger()
    while "desk" in jobs.waiting:
        jobs.finish("desk")
    assert table.model().index(0, 0).data(BoardModel.ShownRole).picked


def test_several_cards_are_chosen_and_presented(qtbot, program, table, presented) -> None:
    press(qtbot, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    buttons = program.window.findChild(BoardView).findChildren(QToolButton)
    next(button for button in buttons if button.text() == "Present").click()
    assert presented == ["hotlines", "talks"]


def test_several_cards_are_picked_together_and_unpicked(qtbot, program, table) -> None:
    def picked_after(action: str) -> tuple[str, ...]:
        program.actions[action].trigger()
        while "desk" in program._jobs.waiting:
            program._jobs.finish("desk")
        return tuple(program.keeping.picked_cards())

    while "desk" in program._jobs.waiting:
        program._jobs.finish("desk")
    assert picked_after("pick_card") == ("hotlines",)
    press(qtbot, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert program.actions["pick_card"].text() == "&Pick or unpick the chosen cards"
    assert picked_after("pick_card") == ("hotlines", "talks")  # what was picked stays so
    assert picked_after("pick_card") == ()
    assert program.actions["undo"].text() == "&Undo unpick of 2 cards"
    assert picked_after("undo") == ("hotlines", "talks")
    assert picked_after("undo") == ("hotlines",)
    assert picked_after("redo") == ("hotlines", "talks")


def test_a_card_that_went_leaves_the_board(program, table) -> None:
    write_briefing(program.browsing.briefing.files.path, BREAKDOWN.replace("## Nato\n", ""))
    program.opening.reload()
    jobs = program._jobs
    for name in ("read", "check", "reload", "opening", "briefing"):
        while name in jobs.waiting:
            jobs.finish(name)
    assert headings(table) == ["Channels  2", "Actors  1"]
