"""A scroll bar that keeps its room, so that a text is laid out once, with or without it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from briefer.desktop.overrides import override


class QuietBar(QScrollBar):
    """Shows itself only where there is more than can be seen."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)


def keep_room_for_bar(area: QAbstractScrollArea) -> None:
    """Give an area a quiet bar at its right, and none below."""
    area.setVerticalScrollBar(QuietBar(area))
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
