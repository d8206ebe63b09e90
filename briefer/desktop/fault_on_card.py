"""What a problem speaks of -> where it stands in the text of a card."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from briefer.desktop.card_styles import QUOTATION_STATES
from briefer.desktop.fault_places import Fault
from briefer.desktop.rich_text import RichText

_ENOUGH = 60  # characters of the words: a citation may stand among the later ones


def fault_range(text: RichText, fault: Fault, blocks_before: int) -> tuple[int, int] | None:
    """Return start and end in Qt's positions; None when it is not to be seen.

    `blocks_before` counts the block quotations that stand above the prose of the fault.
    """
    if fault.block >= 0:
        boxes = text.boxes(QUOTATION_STATES)
        number = fault.block + blocks_before
        return (boxes[number].start, boxes[number].end) if number < len(boxes) else None
    found = QTextCursor(text.document())
    found = text.document().find(fault.words[:_ENOUGH], found)
    return None if found.isNull() else (found.selectionStart(), found.selectionEnd())
