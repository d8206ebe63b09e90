"""Bullets stand apart from the words, and nothing else changes."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from briefer.desktop.bullets import fit_bullets

LISTS = "<p>Before</p><ul><li>one<ul><li>inner</li></ul></li></ul><ol><li>first</li></ol>"


def test_only_bullets_are_drawn_smaller_and_further_from_the_words(qtbot: QtBot) -> None:
    document = QTextDocument()
    document.setHtml(LISTS)
    letters = document.defaultFont().pointSizeF()
    fit_bullets(document)
    fonts = {}
    block = document.begin()
    while block.isValid():
        assert block.begin().fragment().charFormat().font().stretch() <= 100
        fonts[block.text()] = block.charFormat().font()
        block = block.next()
    for bulleted in ("one", "inner"):
        assert fonts[bulleted].stretch() > 200
        assert fonts[bulleted].pointSizeF() < letters
    assert fonts["first"].stretch() <= 100
    assert fonts["Before"].stretch() <= 100
