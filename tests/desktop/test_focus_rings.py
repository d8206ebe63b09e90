"""Whoever uses the keyboard sees where it is, and has it back when a pane closes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.desktop.program_material import opened_program, write_briefing


@pytest.fixture
def program(qtbot, tmp_path):
    return opened_program(qtbot, tmp_path, write_briefing(tmp_path / "briefing"))


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("name", ["views", "text"])
def test_a_pane_with_the_keyboard_has_a_ring(qtbot, program, theme, name) -> None:
    program._choice.choose(theme)
    pane = getattr(program.parts, name)
    program.parts.navigator.setFocus()
    before = pane.grab().toImage()
    for _ in range(4):
        if program.parts.panes.focused_pane() is not pane:
            qtbot.keyClick(program.window, Qt.Key.Key_F6)
    assert program.parts.panes.focused_pane() is pane
    assert pane.grab().toImage() != before


@pytest.mark.parametrize(
    ("name", "key", "modifier"),
    [
        ("navigator", Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier),
        ("text", Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_a_pane_that_closes_gives_the_keyboard_to_the_card(
    qtbot, program, name, key, modifier
) -> None:
    pane = getattr(program.parts, name)
    pane.show()
    for _ in range(4):
        if program.parts.panes.focused_pane() is not pane:
            qtbot.keyClick(program.window, Qt.Key.Key_F6)
    assert program.parts.panes.focused_pane() is pane
    qtbot.keyClick(program.window, key, modifier)
    assert pane.isHidden()
    assert program.parts.panes.focused_pane() is program.parts.views
