"""Cards that are written before they are chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from briefer.briefing.reading import read_briefing
from briefer.desktop.browsing import Browsing
from briefer.desktop.writing_ahead import WritingAhead
from tests.desktop.program_material import write_briefing


@pytest.fixture
def browsing(tmp_path) -> Browsing:
    browsing = Browsing(lambda: (0.0, 0.0))
    browsing.open(read_briefing(write_briefing(tmp_path / "briefing")), None)
    return browsing


class Written(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.cards: list[str] = []

    def write_ahead(self, briefing, report, card_id: str) -> None:
        self.cards.append(card_id)


def test_the_next_card_is_written_first_and_then_the_one_before(qtbot, browsing) -> None:
    written = Written()
    WritingAhead(browsing, written)
    browsing.go_to_card("hotlines")
    qtbot.waitUntil(lambda: len(written.cards) == 2)
    assert written.cards == ["formal-talks", "in-short"]


def test_beside_the_first_card_there_is_only_the_next(qtbot, browsing) -> None:
    written = Written()
    ahead = WritingAhead(browsing, written)
    qtbot.waitUntil(lambda: bool(written.cards) and not ahead._resting.isActive())
    assert written.cards == ["hotlines"]
