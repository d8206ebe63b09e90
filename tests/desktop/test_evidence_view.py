"""The text sentence by sentence with who cites it, and what rests on one source alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from briefer.desktop.evidence_table import EvidenceTable
from briefer.desktop.evidence_view import EvidenceView
from briefer.desktop.program import Program
from briefer.desktop.resting_panel import RestingPanel
from briefer.desktop.rich_text import RichText
from briefer.resources import built_in_briefing
from tests.desktop.program_material import opened_program, write_briefing

BREAKDOWN = """\
# Channels

## Hotlines
> Hotlines stay open.
> — [@article, ¶1] via Reuters

## Doubts
> Hotlines stay open.
> — [@article, ¶1] disputes
"""


@pytest.fixture
def program(qtbot, tmp_path) -> Program:
    program = opened_program(qtbot, tmp_path, write_briefing(tmp_path / "briefing", BREAKDOWN))
    program.actions["show_evidence"].trigger()
    return program


@pytest.fixture
def table(program) -> EvidenceTable:
    return program.window.findChild(EvidenceTable)


def words(table: EvidenceTable, row: int, column: int) -> str:
    return table.model().index(row, column).data()


def test_sentences_stand_beside_the_cards_that_cite_them(table) -> None:
    assert words(table, 0, 0) == "Hotlines stay open."
    assert words(table, 0, 1) == "Hotlines, Doubts (contradicts)"
    assert table.model().headerData(0, Qt.Orientation.Vertical) == "A1"


def test_a_sentence_that_nobody_cites_is_marked_and_found_alone(program, table) -> None:
    assert words(table, 1, 0) == "Talks go on. (Not used yet)"
    buttons = program.window.findChild(EvidenceView).findChildren(QToolButton)
    next(button for button in buttons if button.text() == "Not used yet").click()
    assert table.model().rowCount() == 1
    assert words(table, 0, 0) == "Talks go on. (Not used yet)"


def test_the_model_keeps_qts_rules(qtmodeltester, table) -> None:
    qtmodeltester.check(table.model())


def test_what_rests_on_one_source_is_listed_and_opens_its_card(qtbot, program) -> None:
    text = program.window.findChild(RestingPanel).findChild(RichText)
    assert "If Reuters is wrong, 1 card falls:" in text.toPlainText()
    assert text.links()[0].href == "chip:hotlines"
    text.link_activated.emit("chip:hotlines")
    assert program.parts.card.isVisible()
    assert program.window.windowTitle().startswith("Hotlines")


@pytest.mark.qt_log_ignore("This plugin does not support")  # popups of the offscreen platform
def test_enter_lists_the_cards_of_a_cell(qtbot, program, table) -> None:
    table.setCurrentIndex(table.model().index(0, 1))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.data() for action in menu.actions()] == ["hotlines", "doubts"]
    assert "contradicts" in menu.actions()[1].text()
    menu.close()


def test_enter_on_a_sentence_shows_it_in_the_text(qtbot, program, table) -> None:
    table.setCurrentIndex(table.model().index(1, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert program.parts.text.isVisible()
    assert program.parts.views.view == "evidence"


def test_a_click_on_a_chip_chooses_its_card(qtbot, program, table) -> None:
    rect = table.visualRect(table.model().index(0, 1))
    point = rect.topLeft()
    point.setX(point.x() + 30)
    point.setY(point.y() + 9 + table.fontMetrics().height() + 5 + 3 + 6)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert program.browsing.card_id == "doubts"
    assert program.parts.views.view == "evidence"


def test_it_opens_at_the_card_that_was_read_in_a_small_window_too(qtbot, tmp_path) -> None:
    program = opened_program(qtbot, tmp_path, built_in_briefing())
    program.window.resize(800, 600)
    program.browsing.go_to_card("manage-emergencies")
    program.actions["show_evidence"].trigger()
    table = program.window.findChild(EvidenceTable)
    seen = range(table.rowAt(0), table.rowAt(table.viewport().height() - 1) + 1)
    assert any("manage emergencies" in words(table, row, 0) for row in seen)
    assert table.rowAt(0) > 0
    assert table.horizontalScrollBar().value() == 0 < table.horizontalScrollBar().maximum()


def test_where_every_sentence_is_used_it_says_so(qtbot, tmp_path) -> None:
    program = opened_program(qtbot, tmp_path, built_in_briefing())
    program.actions["show_evidence"].trigger()
    table = program.window.findChild(EvidenceTable)
    program.window.findChild(EvidenceView)._unused.setChecked(True)
    assert table.model().rowCount() == 0
    told, table._none = table.viewport().grab().toImage(), ""
    assert told != table.viewport().grab().toImage()


def test_themes_and_zoom_reach_it(program, table) -> None:
    before = table.rowHeight(0)
    for _ in range(3):
        program.actions["zoom_in"].trigger()
    program.actions["theme_contrast"].trigger()
    assert table.rowHeight(0) > before
