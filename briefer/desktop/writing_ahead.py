"""Writes the cards beside the one that is shown, while the reader reads."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from briefer.desktop.browsing import Browsing
from briefer.desktop.card_view import CardView

_SOON = 20  # ms after a card was chosen: it is painted by then


class WritingAhead(QObject):
    """One card at a time, so that nobody who acts meanwhile waits for more than one."""

    def __init__(self, browsing: Browsing, view: CardView) -> None:
        super().__init__(view)
        self._browsing, self._view = browsing, view
        self._wanted: list[str] = []
        self._resting = QTimer(self, singleShot=True, interval=_SOON)
        self._resting.timeout.connect(self._write_one)
        browsing.card_changed.connect(lambda _: self._begin())
        browsing.report_changed.connect(self._begin)
        self._begin()

    def _begin(self) -> None:
        briefing, number = self._browsing.briefing, self._browsing.card_number
        if briefing is None or not briefing.complete or not number:
            return
        beside = [
            *briefing.cards[max(number - 2, 0) : number - 1],
            *briefing.cards[number : number + 1],
        ]
        self._wanted = [card.id for card in beside]  # the next one is taken first
        self._resting.start()

    def _write_one(self) -> None:
        briefing = self._browsing.briefing
        if briefing is None or not self._wanted:
            return
        card_id = self._wanted.pop()
        if card_id in briefing.names.by_id:
            self._view.write_ahead(briefing, self._browsing.report, card_id)
        self._resting.start()
