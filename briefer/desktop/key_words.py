"""Keys as Qt writes them portably -> as people read them on their keyboard."""

from __future__ import annotations

import re

from briefer.language import tr

_NAMES = {
    "Alt": tr("Alt"),
    "Backspace": tr("Backspace"),
    "Ctrl": tr("Ctrl"),
    "Down": tr("Down"),
    "End": tr("End"),
    "Enter": tr("Enter"),
    "Esc": tr("Esc"),
    "Home": tr("Home"),
    "Left": tr("Left"),
    "Minus": tr("Minus"),
    "PgDown": tr("PageDown"),
    "PgUp": tr("PageUp"),
    "Plus": tr("Plus"),
    "Return": tr("Enter"),
    "Right": tr("Right"),
    "Shift": tr("Shift"),
    "Space": tr("Space"),
    "Up": tr("Up"),
}
_SIGNS = {"Ctrl++": "Ctrl+Plus", "Ctrl+-": "Ctrl+Minus"}


def spelled(key: str) -> str:
    """Return a key by its name.

    >>> spelled("Ctrl++"), spelled("Alt+PgDown"), spelled("F5")
    ('Ctrl+Plus', 'Alt+PageDown', 'F5')
    """
    named = _SIGNS.get(key, key)
    return re.sub(r"[A-Z][a-zA-Z]+", lambda found: _NAMES.get(found[0], found[0]), named)
