"""Text with characters that turn or hide what stands beside them -> text that shows them."""

from __future__ import annotations

import re

# Overrides, embeddings and isolates of direction reorder what is read; the others of this list
# are invisible in any script, or break lines where nothing does so in print.
_TURNING = "\u202a-\u202e\u2066-\u2069"
_DISGUISES = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029{_TURNING}\ufff9-\ufffb]")
_PICTURES = {number: chr(0x2400 + number) for number in range(0x20)} | {0x7F: "\u2421"}


def unmasked(text: str) -> str:
    """Return the text with each such character shown: ⟦U+202E⟧, or ␀ for a control character.

    >>> unmasked("file\\u202etxt.exe")
    'file⟦U+202E⟧txt.exe'
    """
    return _DISGUISES.sub(_shown, text)


def _shown(match: re.Match[str]) -> str:
    number = ord(match[0])
    return _PICTURES.get(number) or f"⟦U+{number:04X}⟧"
