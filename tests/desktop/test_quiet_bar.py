"""A scroll bar that keeps its room and shows itself only where there is more to see."""

from __future__ import annotations

from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from briefer.desktop.quiet_bar import keep_room_for_bar


def colors_of_bar(edit: QTextEdit) -> set[int]:
    image = edit.verticalScrollBar().grab().toImage()
    return {image.pixel(image.width() // 2, y) for y in range(image.height())}


def test_a_bar_keeps_its_room_and_shows_only_what_can_be_scrolled(qtbot: QtBot) -> None:
    edit = QTextEdit()
    qtbot.addWidget(edit)
    keep_room_for_bar(edit)
    edit.resize(300, 200)
    edit.show()
    width = edit.viewport().width()
    assert len(colors_of_bar(edit)) == 1
    edit.setPlainText("A line.\n" * 100)
    assert edit.viewport().width() == width < 300
    assert len(colors_of_bar(edit)) > 1
