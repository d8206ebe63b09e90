"""A program whose desk has done what it was asked for, and keys that pick and note."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from briefer.desktop.navigator_model import NavigatorModel
from briefer.desktop.program import Program
from tests.desktop.program_material import opened_program

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def opened(qtbot, tmp_path, folder, presented=None) -> Program:
    program = opened_program(qtbot, tmp_path, folder, presented)
    keep(program)
    return program


def keep(program: Program) -> None:
    """Let the desk do what it was asked for."""
    program._jobs.finish("desk")


def press(qtbot, program: Program, key: Qt.Key, modifier) -> None:
    qtbot.keyClick(program.parts.navigator, key, modifier)
    if "desk" in program._jobs.waiting:
        keep(program)


def pick(qtbot, program: Program, *cards: str) -> None:
    for card in cards:
        program.browsing.go_to_card(card)
        press(qtbot, program, Qt.Key.Key_D, CTRL)


def starred(program: Program) -> list[str]:
    model = program.parts.navigator.model()
    cards = program.browsing.briefing.cards
    return [c.id for c in cards if model.index_of(c.id).data(NavigatorModel.PickedRole)]


def the_note(qtbot, program: Program) -> QPlainTextEdit:
    qtbot.keyClick(program.window, Qt.Key.Key_N, CTRL | SHIFT)
    return program.parts.panes.findChild(QPlainTextEdit)


def state(note: QPlainTextEdit) -> str:
    return note.parent().findChild(QLabel, "muted").text()
