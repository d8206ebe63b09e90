"""How wide the panes are in a window that nobody has arranged."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefer.desktop.panes import Panes
from briefer.desktop.problems_panel import ProblemsPanel


def widths(qtbot: QtBot, width: int) -> tuple[int, int, int]:
    panes = Panes()
    panes.assemble(QWidget(), QWidget(), QWidget(), ProblemsPanel())
    qtbot.addWidget(panes)
    panes.resize(width, 800)
    panes.show()
    return panes.navigator.width(), panes.card.width(), panes.text.width()


def test_a_usual_window_shows_long_titles_and_a_good_measure(qtbot: QtBot) -> None:
    navigator, card, text = widths(qtbot, 1440)
    assert navigator >= 296
    assert card >= 640
    assert text >= 400


@pytest.mark.parametrize("width", [1280, 1300, 1320, 1360, 1400, 1920])
def test_titles_take_no_room_that_the_card_needs(qtbot: QtBot, width: int) -> None:
    _, card, _ = widths(qtbot, width)
    assert card >= 638


def test_a_small_window_keeps_all_three(qtbot: QtBot) -> None:
    navigator, card, text = widths(qtbot, 900)
    assert navigator >= 190
    assert card >= 320
    assert text >= 230


def test_the_text_is_not_laid_out_anew_after_another_view(qtbot: QtBot) -> None:
    class Page(QWidget):
        laid_out = 0

        def resizeEvent(self, event: QResizeEvent) -> None:
            self.laid_out += 1

    panes, text = Panes(), QWidget()
    page = Page(text)
    QVBoxLayout(text).addWidget(page)
    panes.assemble(QWidget(), QWidget(), text, ProblemsPanel())
    qtbot.addWidget(panes)
    panes.resize(1440, 800)
    panes.show()
    width, before = page.width(), page.laid_out
    panes.widen(True)
    qtbot.waitUntil(lambda: panes.card.width() > 1000)
    panes.widen(False)
    qtbot.waitUntil(lambda: panes.card.width() < 1000)
    assert page.isVisible()
    assert (page.width(), page.laid_out) == (width, before)
