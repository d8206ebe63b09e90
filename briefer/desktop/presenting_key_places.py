"""A pressed key -> the Latin letter, digit or sign on its cap, whatever layout is active.

Keyboards of every script carry the Latin letters too, in the places of an American keyboard but
for a few; a presenter whose layout is Cyrillic presses the key that is labelled B.
"""

from __future__ import annotations

import sys

from PySide6.QtGui import QKeyEvent

_ROWS = {0x02: "1234567890", 0x10: "QWERTYUIOP", 0x1E: "ASDFGHJKL", 0x2C: "ZXCVBNM,./"}
_BY_SCAN_CODE = {first + at: sign for first, row in _ROWS.items() for at, sign in enumerate(row)}
_X11_OFFSET = 8  # X11 and Wayland count keys from 8

# macOS: virtual key codes in the order of Carbon's Events.h, a space where no sign is.
_MAC = "ASDFHGZXCV BQWERYT123465 97 80 OU IP LJ K  ,/NM."


def letter_of(event: QKeyEvent) -> str:
    """Return the sign on the key's cap, as on an American keyboard; "" for other keys."""
    if sys.platform == "darwin":
        code = event.nativeVirtualKey()
        return _MAC[code].strip() if code < len(_MAC) and not event.text().isspace() else ""
    offset = 0 if sys.platform == "win32" else _X11_OFFSET
    return _BY_SCAN_CODE.get(event.nativeScanCode() - offset, "")
