"""What every view beside the card has in common: what it is given, and what it says."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from briefer.briefing.model import Briefing, Card
from briefer.desktop.icon_source import IconSource
from briefer.desktop.overrides import override
from briefer.desktop.theme import Theme
from briefer.evidence.model import Report
from briefer.views.citing import Citings


class Material(NamedTuple):
    """What a view shows: the briefing with its evidence, and the cards it works over."""

    briefing: Briefing
    report: Report | None
    citings: Citings
    cards: tuple[Card, ...]
    picked: frozenset[str] = frozenset()


class Style(NamedTuple):
    """How a view looks."""

    theme: Theme
    icons: IconSource
    zoom: int  # per cent


class GlanceView(QWidget):
    """A view of the whole; what the reader chooses in it goes out as signals."""

    card_selected = Signal(str)  # the keyboard or the mouse came to it
    card_opened = Signal(str)  # to be read
    passage_chosen = Signal(str, int, int)  # document id, start and end in code points
    said = Signal(str)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # nothing is painted below it

    def show_material(self, material: Material) -> None:
        """Show other cards, or what the same have become."""
        raise NotImplementedError

    def show_picked(self, picked: frozenset[str]) -> None:
        """Mark these cards as picked, where the view marks any."""

    def chosen_cards(self) -> tuple[str, ...]:
        """Return the ids of the cards that the reader chose together, when there are several."""
        return ()

    def select_card(self, card_id: str) -> None:
        """Bring a card into view and mark it; nothing when it is not there."""
        raise NotImplementedError

    def draw_ahead(self) -> None:
        """Get ready, while nobody looks, what showing the selected card takes time for."""

    def set_style(self, style: Style) -> None:
        """Take other colours, sizes or icons."""
        self._style = style
        self.update()

    def take_icons(self) -> None:
        """Show icons that were not drawn yet, where the view has any."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._style.theme["window"]))
        painter.end()
