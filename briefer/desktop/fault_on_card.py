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
    while not (found := text.document().find(fault.words[:_ENOUGH], found)).isNull():
        if not _is_beside(found):
            return found.selectionStart(), found.selectionEnd()
    return None


def _is_beside(found: QTextCursor) -> bool:
    """Tell whether a place is among the passages that stand side by side, not in the text."""
    table = found.currentTable()
    if table is None:
        return False
    from briefer.desktop.contradiction_html import SUPPORTS

    return table.cellAt(0, 0).firstCursorPosition().block().text() == SUPPORTS
