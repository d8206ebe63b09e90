"""What was selected in a rich text -> what goes to the clipboard."""

from __future__ import annotations

import nh3
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocumentFragment

_COPIED_TAGS = {"p", "ul", "ol", "li", "table", "tr", "td", "th", "a", "br"}
_PLAIN = {0x00A0: " ", 0x2002: " ", 0x2060: None, 0x200B: None, 0xFFFC: None}


def plain_copy(selected: QTextDocumentFragment) -> str:
    """Return the words with ordinary spaces."""
    return selected.toPlainText().translate(_PLAIN)


def copied(selected: QTextDocumentFragment) -> QMimeData:
    """Return plain words with ordinary spaces, and HTML without our own addresses."""
    data = QMimeData()
    data.setText(plain_copy(selected))
    cleaned = nh3.clean(
        selected.toHtml(),
        tags=_COPIED_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        clean_content_tags={"style", "head", "title"},
    )
    data.setHtml(cleaned.translate(_PLAIN))
    return data
