"""One table of keys, and what a keyboard or a clicker sends."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from briefer.desktop.presenting_keys import (
    KEYS,
    command_of,
    digit_of,
    key_name,
    key_place,
    shown_keys,
)

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


def test_keys_are_shown_as_they_are_printed_on_keyboards() -> None:
    shown = {row.command: shown_keys(row) for row in KEYS}
    assert shown["next"] == "PageDown, Right, Down, Space, N"
    assert shown["enter"] == "Enter"


def placed(sign: str, code: int, key: str, modifiers: Qt.KeyboardModifier = NONE) -> str:
    """Return the command of a key as X11 tells it: what it types, and its number."""
    event = QKeyEvent(QEvent.Type.KeyPress, ord(key), modifiers, code, 0, 0, sign)
    return command_of(key_name(event), key_place(event))


@pytest.mark.skipif(sys.platform != "linux", reason="the codes are those of X11 and Wayland")
@pytest.mark.parametrize(
    ("sign", "code", "command"),
    [
        ("и", 56, "black"),  # Cyrillic: the key labelled B
        ("ы", 39, "source"),
        ("ю", 60, "black"),  # where a clicker's "." arrives as a place
        ("β", 56, "black"),
        ("'", 25, "white"),  # Hebrew W
        ("ل", 42, ""),  # Arabic G, which means nothing here
    ],
)
def test_letters_are_found_on_keyboards_of_other_scripts(sign, code, command) -> None:
    assert placed(sign, code, sign.upper()) == command


@pytest.mark.skipif(sys.platform != "linux", reason="the codes are those of X11 and Wayland")
def test_shift_and_ctrl_are_found_there_too() -> None:
    assert placed("Е", 28, "Е", SHIFT) == "reset"
    assert placed("", 45, "Л", CONTROL) == "find"


@pytest.mark.skipif(sys.platform != "linux", reason="the codes are those of X11 and Wayland")
def test_a_latin_letter_counts_as_it_is_typed_wherever_it_lies() -> None:
    assert placed("y", 52, "Y") == ""  # on a German keyboard: the place of Z
    assert placed("z", 29, "Z") == "zoom"


def test_digits_are_decimal_ones() -> None:
    assert (digit_of("5"), digit_of("٣"), digit_of("²"), digit_of("é", "2")) == ("5", "3", "", "2")
    assert digit_of("@", "Shift+2") == ""


def test_any_key_but_esc_can_be_given_to_the_source() -> None:
    for key in ("Tab", "PgUp", "F5", ".", "Volume Up", "Return"):
        assert command_of(key, extra=key) == "source"
    assert command_of("Esc", extra="Esc") == "escape"  # or a talk could not be ended
    assert command_of("Tab") == ""
