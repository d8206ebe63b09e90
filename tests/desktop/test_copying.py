"""Ctrl+C: words with their citation, and Ctrl+Shift+C: the words alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor

from briefer.briefing.model import Span
from briefer.desktop.panes import focus_in
from briefer.desktop.program import Program
from briefer.desktop.settings import COPIES
from tests.desktop.desk_material import CTRL, SHIFT, opened
from tests.desktop.program_material import BREAKDOWN, write_briefing

LIST = "Lines for a crisis.\n\n- one\n- two [@article, ¶2]\n"


@pytest.fixture
def program(qtbot, tmp_path) -> Program:
    text = BREAKDOWN.replace("Lines for a crisis.", LIST)
    program = opened(qtbot, tmp_path, write_briefing(tmp_path / "briefing", text))
    program.browsing.go_to_card("hotlines")
    return program


def copied(qtbot, pane, modifiers=CTRL) -> str:
    QGuiApplication.clipboard().clear()
    focus_in(pane)
    qtbot.keyClick(pane.focusProxy() or pane, Qt.Key.Key_C, modifiers)
    return QGuiApplication.clipboard().text()


def select(program: Program, words: str) -> None:
    text = program.parts.card.text()
    found = text.document().find(words)
    assert not found.isNull()
    text.setTextCursor(QTextCursor(found))


def test_a_selected_passage_of_the_text_is_copied_with_its_place(qtbot, program) -> None:
    program.parts.text.show_passage("article", Span(20, 31))
    text = program.parts.text
    assert copied(qtbot, text) == "“Talks go on” — Article, ¶2 (A2)"
    assert copied(qtbot, text, CTRL | SHIFT) == "Talks go on"


def test_words_of_a_quotation_are_copied_with_its_citation(qtbot, program) -> None:
    select(program, "stay open")
    assert copied(qtbot, program.parts.card) == "“stay open” — Article, ¶1 (A1)"
    assert copied(qtbot, program.parts.card, CTRL | SHIFT) == "stay open"


def test_the_quotation_that_tab_came_to_is_copied_whole(qtbot, program) -> None:
    text = program.parts.card.text()
    focus_in(program.parts.card)
    while not (text.focused_link() and text.focused_link().href.startswith("passage:")) or (
        not program.parts.card.words_to_copy()
    ):
        qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert copied(qtbot, program.parts.card) == "“Hotlines stay open.” — Article, ¶1 (A1)"


def test_other_words_of_a_card_are_copied_with_its_name(qtbot, program) -> None:
    select(program, "Lines for a crisis")
    assert copied(qtbot, program.parts.card) == "Lines for a crisis — Channels, “Crisis hotlines”"


def test_a_whole_card_is_copied_with_every_citation(qtbot, program) -> None:
    words = copied(qtbot, program.parts.navigator)
    assert words == (
        "Crisis hotlines\n\nLines for a crisis.\n\n- one\n- two (A2)\n\n"
        "“Hotlines stay open.” — Article, ¶1 (A1)\n\nSee https://example.org/a.\n\n"
        "— Channels, “Crisis hotlines”"
    )
    alone = copied(qtbot, program.parts.navigator, CTRL | SHIFT)
    assert "A1" not in alone
    assert "“Hotlines stay open.”" in alone


def test_what_copy_gives_is_the_readers_choice(qtbot, program) -> None:
    program._settings.set(COPIES, "markdown")
    program.parts.text.show_passage("article", Span(20, 31))
    text = program.parts.text
    assert copied(qtbot, text) == "> Talks go on\n> — [@article, ¶2]\n"
    program._settings.set(COPIES, "words")
    assert copied(qtbot, text) == "Talks go on"


def test_copying_in_the_search_box_stays_its_own(qtbot, program) -> None:
    box = program.parts.search_box
    box.focus_box()
    box.setText("hotline")
    box.selectAll()
    assert copied(qtbot, box) == "hotline"
