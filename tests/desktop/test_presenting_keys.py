"""One table of keys, and what a keyboard or a clicker sends."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from briefer.desktop.presenting_keys import KEYS, command_of, key_name, shown_keys

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, KEYPAD = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.KeypadModifier


def event(key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = NONE) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)


def test_no_key_does_two_things() -> None:
    keys = [key for row in KEYS for key in row.keys]
    assert len(keys) == len(set(keys))


def test_every_key_is_written_as_qt_writes_it() -> None:
    for row in KEYS:
        for key in row.keys:
            written = QKeySequence.fromString(key).toString(
                QKeySequence.SequenceFormat.PortableText
            )
            assert written == key


@pytest.mark.parametrize(
    ("pressed", "command"),
    [
        (event(Qt.Key.Key_PageDown), "next"),
        (event(Qt.Key.Key_Space, " "), "next"),
        (event(Qt.Key.Key_N, "n"), "next"),
        (event(Qt.Key.Key_N, "N"), "next"),
        (event(Qt.Key.Key_Backspace, "\x08"), "previous"),
        (event(Qt.Key.Key_Enter, "\r", KEYPAD), "enter"),
        (event(Qt.Key.Key_Period, "."), "black"),
        (event(Qt.Key.Key_Period, ".", KEYPAD), "black"),
        (event(Qt.Key.Key_Comma, ","), "white"),
        (event(Qt.Key.Key_Question, "?", SHIFT), "keys"),
        (event(Qt.Key.Key_T, "T", SHIFT), "reset"),
        (event(Qt.Key.Key_T, "t"), "timer"),
        (event(Qt.Key.Key_Escape, "\x1b"), "escape"),
        (event(Qt.Key.Key_F5), "nothing"),
        (event(Qt.Key.Key_F5, "", SHIFT), "nothing"),
        (event(Qt.Key.Key_Plus, "+", CONTROL | SHIFT), "notes_larger"),
        (event(Qt.Key.Key_Minus, "-", CONTROL), "notes_smaller"),
        (event(Qt.Key.Key_K, "\x0b", CONTROL), "find"),
        (event(Qt.Key.Key_Q, "q"), ""),
    ],
)
def test_a_key_says_its_command(pressed, command) -> None:
    assert command_of(key_name(pressed)) == command


def test_digits_are_their_own_names_on_both_parts_of_the_keyboard() -> None:
    assert key_name(event(Qt.Key.Key_7, "7")) == key_name(event(Qt.Key.Key_7, "7", KEYPAD)) == "7"


def test_any_key_of_a_clicker_can_show_the_source() -> None:
    assert (command_of("Tab"), command_of("Tab", "Tab"), command_of("B", "B")) == (
        "",
        "source",
        "source",
    )


def test_no_key_that_a_talk_needs_can_be_taken_for_the_source() -> None:
    needed = ("PgDown", "PgUp", "Esc", "Return")
    assert "source" not in [command_of(key, key) for key in needed]


def test_keys_are_shown_as_they_are_printed_on_keyboards() -> None:
    shown = {row.command: shown_keys(row) for row in KEYS}
    assert shown["next"] == "PageDown, Right, Down, Space, N"
    assert shown["enter"] == "Enter"
