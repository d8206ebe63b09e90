"""The cards of a run as a list that Qt's views can show."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefer.briefing.model import Briefing
from briefer.desktop.overrides import override
from briefer.talk.fitting import priority_of
from briefer.talk.run import Run

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Tile:
    """A card of the run in short; `color` is its kind's as the briefing has it."""

    number: int
    title: str
    color: str
    must: bool
    summary: str = ""
    marking: str = ""  # where it is not the briefing's


class RunModel(QAbstractListModel):
    """A thin view of a tuple of tiles."""

    TILE = Qt.ItemDataRole.UserRole

    def __init__(self, tiles: tuple[Tile, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tiles = tiles

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many cards the run has."""
        return 0 if parent is not None and parent.isValid() else len(self._tiles)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a tile, its title, or what a screen reader says."""
        tile = self._tiles[index.row()]
        if role == self.TILE:
            return tile
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{tile.number} {tile.title}"
        return None


def tiles_of(briefing: Briefing, run: Run) -> tuple[Tile, ...]:
    """Return the cards of a run as tiles."""
    usual = briefing.marking
    cards = (briefing.card(card) for card in run.cards)
    return tuple(
        Tile(
            number,
            card.title,
            briefing.kind(card.kind).color,
            priority_of(card) == "must",
            card.summary,
            card.field("marking") if card.field("marking") != usual else "",
        )
        for number, card in enumerate(cards, 1)
    )
