"""The one table of the keys of a talk: the windows, the key list and the tests read it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from briefer.desktop.key_words import spelled
from briefer.desktop.presenting_key_places import letter_of
from briefer.language import tr


@dataclass(frozen=True, slots=True)
class KeyRow:
    """What a talk can do, its keys as Qt writes them portably, and how people say it."""

    command: str
    keys: tuple[str, ...]
    sentence: str
    group: str


_GOING, _SHOWING, _TIME, _WINDOWS = tr("Going"), tr("Showing"), tr("Time and notes"), tr("Windows")

# fmt: off
KEYS = (
    KeyRow("next", ("PgDown", "Right", "Down", "Space", "N"),
           tr("Next page, next card; from black, white or the source: back"), _GOING),
    KeyRow("previous", ("PgUp", "Left", "Up", "Backspace", "P"),
           tr("Previous page, previous card"), _GOING),
    KeyRow("enter", ("Return", "Enter"),
           tr("Next; after digits: the card with that number"), _GOING),
    KeyRow("first", ("Home",), tr("First card of the run"), _GOING),
    KeyRow("last", ("End",), tr("Last card of the run"), _GOING),
    KeyRow("must", ("M",), tr("Next must-say card"), _GOING),
    KeyRow("overview", ("O",), tr("All cards of the run: arrows choose, Enter goes"), _GOING),
    KeyRow("find", ("Ctrl+K",),
           tr("Look for a card privately: Enter sends it to the room"), _GOING),
    KeyRow("source", ("S",),
           tr("Show the passage behind a quotation, then the next, then the card"),
           _SHOWING),
    KeyRow("black", ("B", "."), tr("Black room, and back"), _SHOWING),
    KeyRow("white", ("W", ","), tr("White room, and back"), _SHOWING),
    KeyRow("freeze", ("F",), tr("Keep what the room sees while you go on, and let go"), _SHOWING),
    KeyRow("pointer", ("L",), tr("Pointer that the room sees: move the mouse"), _SHOWING),
    KeyRow("spotlight", ("H",), tr("Spotlight: move the mouse"), _SHOWING),
    KeyRow("zoom", ("Z",), tr("Twice as large, around the mouse"), _SHOWING),
    KeyRow("timer", ("T",), tr("Let the timer run or rest"), _TIME),
    KeyRow("reset", ("Shift+T",), tr("Set the timer to zero"), _TIME),
    KeyRow("notes_larger", ("Ctrl++", "Ctrl+="), tr("Larger notes"), _TIME),
    KeyRow("notes_smaller", ("Ctrl+-",), tr("Smaller notes"), _TIME),
    KeyRow("notes_down", ("Ctrl+Down",), tr("Scroll the notes down"), _TIME),
    KeyRow("notes_up", ("Ctrl+Up",), tr("Scroll the notes up"), _TIME),
    KeyRow("swap", ("X",),
           tr("Swap the screens; with one screen: the room or the console"), _WINDOWS),
    KeyRow("keys", ("?", "F1"), tr("This list"), _WINDOWS),
    KeyRow("escape", ("Esc",),
           tr("Leave black, white, source, pointer or freeze; else twice within two seconds: end"),
           _WINDOWS),
    KeyRow("nothing", ("F5", "Shift+F5"), tr("Nothing: clickers send it"), _WINDOWS),
)
# fmt: on

_COMMANDS = {key: row.command for row in KEYS for key in row.keys}
_HELD = {"next", "previous", "notes_down", "notes_up"}  # what a key does again while it is held
ENDING = "Esc"  # no other key of the keyboard ends a talk


def command_of(key: str, place: str = "", extra: str = "") -> str:
    """Return the command of a key named as `key_name` does; "" when it has none.

    `place` is the key's name on a Latin keyboard, from `key_place`: it counts where the sign that
    was typed is no Latin letter and means nothing here. `extra` is a key that the reader gave to
    the source view, on a clicker for example; it cannot be the one that ends a talk.
    """
    if extra and key == extra and key != ENDING:
        return "source"
    return _COMMANDS.get(key) or (_COMMANDS.get(place, "") if _is_foreign(key) else "")


def digit_of(key: str, place: str = "") -> str:
    """Return the digit that a key types, or has on its cap where it types something else."""
    for name in (key, place if _is_foreign(key) else ""):
        if len(name) == 1 and name.isdecimal():
            return str(int(name))
    return ""


def is_repeated(command: str) -> bool:
    """Tell whether a key that is held does it again and again."""
    return command in _HELD


def key_name(event: QKeyEvent) -> str:
    """Return a key as the table writes it: "PgDown", "Shift+T", "?", "5"."""
    combination = event.keyCombination()
    modifiers = combination.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    sign = event.text()
    if sign and not sign.isalpha() and sign.isprintable() and sign != " " and not modifiers & held:
        return sign  # whatever was held to type it
    if modifiers & held and not chr(min(combination.key(), 0x10FFFF)).isalpha():
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier  # Ctrl++ is Ctrl+Shift+= on many keyboards
    return _written(modifiers, combination.key())


def key_place(event: QKeyEvent) -> str:
    """Return the key by its place on the keyboard, as the table writes it; "" when unknown."""
    letter = letter_of(event)
    return _written(event.modifiers(), Qt.Key(ord(letter))) if letter else ""


def _written(modifiers: Qt.KeyboardModifier, key: Qt.Key) -> str:
    plain = QKeyCombination(modifiers, key)
    return QKeySequence(plain).toString(QKeySequence.SequenceFormat.PortableText)


def _is_foreign(key: str) -> bool:
    """Tell whether what was typed is no Latin letter: Cyrillic, Hebrew, but "é" and "²" too."""
    sign = key.rpartition("+")[2] or key
    return len(sign) == 1 and not (sign.isascii() and sign.isalnum())


def shown_keys(row: KeyRow) -> str:
    """Return the keys of a row as people read them: "PageDown, Right, N"."""
    return ", ".join(dict.fromkeys(map(spelled, row.keys)))
