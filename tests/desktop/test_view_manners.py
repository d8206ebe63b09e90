"""How the reader set the views is there at the next start."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QMenu

from briefer.desktop.board_painting import CardSize
from briefer.desktop.board_view import BoardView
from briefer.desktop.matrix_view import MatrixView
from briefer.desktop.program import Program
from briefer.desktop.settings import BOARD_SIZE, MATRIX_ROW_ORDER, Settings
from briefer.desktop.view_manners import (
    BoardManner,
    board_manner,
    keep_board,
    keep_matrix,
    matrix_choice,
)
from briefer.views.matrix import MatrixChoice, Order
from tests.desktop.program_material import opened_program, write_briefing
from tests.desktop.test_viewing import BREAKDOWN


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


def shown(program: Program, view: str, kind: type) -> BoardView | MatrixView:
    program.actions[f"show_{view}"].trigger()
    return program.window.findChild(kind)


def combo(view: BoardView | MatrixView, name: str) -> QComboBox:
    found = [c for c in view.findChildren(QComboBox) if c.accessibleName() == name]
    return next(c for c in found if not c.isHidden())


def choose(view: BoardView | MatrixView, name: str, words: str) -> None:
    box = combo(view, name)
    box.setFocus()
    box.setCurrentIndex(box.findText(words, Qt.MatchFlag.MatchExactly))
    box.activated.emit(box.currentIndex())


def test_board_and_matrix_are_as_they_were_left(qtbot, tmp_path: Path) -> None:
    # given a reader who sets the board and the matrix
    briefing = write_briefing(tmp_path / "briefing", BREAKDOWN)
    program = opened_program(qtbot, tmp_path, briefing)
    board = shown(program, "board", BoardView)
    choose(board, "Columns or rows", "In rows")
    choose(board, "Size of the cards", "Large cards")
    choose(board, "How the cards are grouped", "By source")
    matrix = shown(program, "matrix", MatrixView)
    choose(matrix, "Rows", "Actors")
    hide = [a for a in matrix.findChildren(QMenu)[0].actions() if "empty" in a.text()]
    hide[0].trigger()
    program.window.close()
    # when the program starts again
    again = opened_program(qtbot, tmp_path, briefing)
    # then both are as they were, and the menu says so
    board = shown(again, "board", BoardView)
    assert combo(board, "Columns or rows").currentText() == "In rows"
    assert combo(board, "Size of the cards").currentText() == "Large cards"
    assert combo(board, "How the cards are grouped").currentText() == "By source"
    matrix = shown(again, "matrix", MatrixView)
    assert combo(matrix, "Rows").currentText() == "Actors"
    hide = [a for a in matrix.findChildren(QMenu)[0].actions() if "empty" in a.text()]
    assert hide[0].isChecked()


def test_what_is_kept_is_what_comes_back(settings: Settings) -> None:
    assert board_manner(settings) == BoardManner()
    assert matrix_choice(settings) == MatrixChoice()
    manner = BoardManner("status", True, CardSize.SMALL)
    choice = MatrixChoice("actors", "sources", Order.COUNT, Order.NAME, True)
    keep_board(settings, manner)
    keep_matrix(settings, choice)
    assert board_manner(settings) == manner
    assert matrix_choice(settings) == choice


def test_damaged_settings_are_as_at_first(settings: Settings) -> None:
    settings.set(BOARD_SIZE, 7)
    settings.set(MATRIX_ROW_ORDER, "by weight")
    assert board_manner(settings) == BoardManner()
    assert matrix_choice(settings) == MatrixChoice()
