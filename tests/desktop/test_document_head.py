"""The line above a document: its title or a chooser, and the coverage in the words that fit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from briefer.briefing.model import Document
from briefer.desktop.document_head import DocumentHead

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform


def document(letter: str, title: str) -> Document:
    return Document(letter.lower(), title, letter, "", "", (), "")


@pytest.fixture
def head(qtbot: QtBot) -> DocumentHead:
    head = DocumentHead()
    qtbot.addWidget(head)
    head.resize(460, 40)
    head.show_documents((document("A", "Article <b>"),), "a")
    head.show_coverage("12 of 16 sentences used", "12 of 16", "Walk")
    head.show()
    return head


def label(head: DocumentHead) -> QLabel:
    found = head.findChild(QLabel)
    assert found is not None
    return found


def button(head: DocumentHead) -> QToolButton:
    found = head.findChild(QToolButton)
    assert found is not None
    return found


def chooser(head: DocumentHead) -> QComboBox:
    found = head.findChild(QComboBox)
    assert found is not None
    return found


def test_one_document_is_named_as_plain_words(head: DocumentHead) -> None:
    assert label(head).text() == "Text · Article <b>"
    assert label(head).textFormat() == Qt.TextFormat.PlainText
    assert not chooser(head).isVisible()


def test_several_documents_are_chosen_by_letter_and_title(qtbot: QtBot, head: DocumentHead) -> None:
    head.show_documents((document("A", "Article"), document("B", "Report")), "b")
    assert chooser(head).isVisible()
    assert chooser(head).currentText() == "B · Report"
    with qtbot.waitSignal(head.document_chosen) as chosen:
        qtbot.keyClick(chooser(head), Qt.Key.Key_Up)
    assert chosen.args == ["a"]


def test_the_coverage_says_less_where_room_is_short(head: DocumentHead) -> None:
    assert button(head).text() == "12 of 16 sentences used"
    head.resize(200, 40)
    assert button(head).text() == "12 of 16"
    assert button(head).accessibleName() == "12 of 16 sentences used"


def test_a_long_title_ends_in_an_ellipsis_and_its_tooltip_has_it_whole(head: DocumentHead) -> None:
    title = "A title that is far too long for the head of a narrow pane, and then some more"
    head.show_documents((document("A", title),), "a")
    assert label(head).text().endswith("…")
    assert title in label(head).toolTip()


def test_pressing_the_coverage_asks_for_the_walk(qtbot: QtBot, head: DocumentHead) -> None:
    with qtbot.waitSignal(head.coverage_pressed):
        qtbot.mouseClick(button(head), Qt.MouseButton.LeftButton)
    head.show_coverage("", "", "")
    assert not button(head).isVisible()
