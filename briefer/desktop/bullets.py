"""The bullets of a rich text: smaller than Qt draws them, and further from the words."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextCursor, QTextDocument, QTextListFormat

_SIZE = 0.8  # of the words' letters
_STRETCH = 250  # per cent; Qt leaves one space of the block's own font between bullet and words
_ROUND = frozenset(
    (
        QTextListFormat.Style.ListDisc,
        QTextListFormat.Style.ListCircle,
        QTextListFormat.Style.ListSquare,
    )
)


def fit_bullets(document: QTextDocument) -> None:
    """Give the bulleted blocks a font of their own, which only their bullets are drawn in."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = document.begin()
    while block.isValid():
        listed = block.textList()
        if listed is not None and listed.format().style() in _ROUND:
            cursor.setPosition(block.position())
            form = cursor.blockCharFormat()
            form.setFont(_bullet_font(form.font()))
            cursor.setBlockCharFormat(form)
        block = block.next()
    cursor.endEditBlock()


def _bullet_font(letters: QFont) -> QFont:
    font = QFont(letters)
    if letters.pixelSize() > 0:
        font.setPixelSize(max(1, round(letters.pixelSize() * _SIZE)))
    else:
        font.setPointSizeF(max(1.0, letters.pointSizeF() * _SIZE))
    font.setStretch(_STRETCH)
    return font
