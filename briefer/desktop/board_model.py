"""Groups of cards as Qt's table: in columns below their headings, or in rows of several."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefer.briefing.model import Briefing, Card
from briefer.desktop.overrides import override
from briefer.language import ntr, tr
from briefer.views.board import CardFacts, Group

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_NONE = CardFacts(0, 0, 0, False)
_CARD_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_NO_FLAGS = Qt.ItemFlag.NoItemFlags


class SmallCard(NamedTuple):
    """What a small card shows."""

    card: Card
    facts: CardFacts
    picked: bool


class Board(NamedTuple):
    """What is shown: `across` is how many cards a row holds, 0 for a column each group."""

    briefing: Briefing
    groups: tuple[Group, ...]
    facts: Mapping[str, CardFacts]
    across: int


class BoardModel(QAbstractTableModel):
    """A cell holds a card, the group that begins there, or nothing."""

    ShownRole = Qt.ItemDataRole.UserRole  # the SmallCard, the Group, or None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board: Board | None = None
        self._cells: list[list[str | Group]] = []  # ids of cards; rows of uneven length
        self._places: dict[str, tuple[int, int]] = {}
        self._picked: frozenset[str] = frozenset()
        self._columns = 0

    @property
    def board(self) -> Board | None:
        """Return what is shown."""
        return self._board

    def show_board(self, board: Board) -> None:
        """Show other groups, or the same ones laid out otherwise."""
        self.beginResetModel()
        self._board = board
        self._cells = _in_rows(board) if board.across else _in_columns(board)
        self._columns = board.across or len(board.groups)
        self._places = {
            cell: (row, column)
            for row, cells in enumerate(self._cells)
            for column, cell in enumerate(cells)
            if isinstance(cell, str) and cell
        }
        self.endResetModel()

    def show_picked(self, picked: frozenset[str]) -> None:
        """Mark these cards as picked, and no others."""
        changed = self._picked ^ picked
        self._picked = picked
        for index in map(self.index_of, changed):
            if index.isValid():
                self.dataChanged.emit(index, index)

    def index_of(self, card_id: str) -> QModelIndex:
        """Return where a card is; an invalid index when it is not there."""
        row, column = self._places.get(card_id, (-1, -1))
        return self.index(row, column) if row >= 0 else QModelIndex()

    def card_at(self, index: Index) -> str:
        """Return the id of the card at an index; "" for none."""
        value = self._value(index)
        return value if isinstance(value, str) else ""

    def shown_at(self, row: int, column: int) -> SmallCard | Group | None:
        """Return what a cell shows: painters ask here, past what Qt asks for on the way."""
        cells = self._cells[row]
        value = cells[column] if column < len(cells) else ""
        if isinstance(value, Group):
            return value
        if not value or self._board is None:
            return None
        facts = self._board.facts.get(value, _NONE)
        return SmallCard(self._board.briefing.card(value), facts, value in self._picked)

    def headings(self) -> tuple[int, ...]:
        """Return the rows that a group's heading takes."""
        return tuple(n for n, cells in enumerate(self._cells) if isinstance(cells[0], Group))

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._cells)

    @override
    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else self._columns

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return _CARD_FLAGS if self.card_at(index) else _NO_FLAGS

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = self.shown_at(index.row(), index.column()) if index.isValid() else None
        if shown is None:
            return None
        if role == self.ShownRole:
            return shown
        if isinstance(shown, Group):
            return _heading(shown) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return shown.card.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(shown)
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        board = self._board
        across = orientation == Qt.Orientation.Horizontal
        if board is None or board.across or not across or role != Qt.ItemDataRole.DisplayRole:
            return None
        return _heading(board.groups[section]) if 0 <= section < len(board.groups) else None

    def _value(self, index: Index) -> str | Group:
        if not index.isValid():
            return ""
        cells = self._cells[index.row()]
        return cells[index.column()] if index.column() < len(cells) else ""

    def _spoken(self, shown: SmallCard) -> str:
        card, facts = shown.card, shown.facts
        assert self._board is not None
        parts = [card.title, self._board.briefing.kind(card.kind).singular]
        parts += [tr("picked")] if shown.picked else []
        parts.append(ntr("{n} relation", "{n} relations", facts.relations))
        parts.append(ntr("{n} quotation", "{n} quotations", facts.quotations))
        parts += [ntr("{n} to fix", "{n} to fix", facts.to_fix)] if facts.to_fix else []
        parts += [tr("disputed")] if facts.disputed else []
        return ", ".join(parts)


def _heading(group: Group) -> str:
    return f"{group.title}  {len(group.cards)}"


def _in_columns(board: Board) -> list[list[str | Group]]:
    most = max((len(group.cards) for group in board.groups), default=0)
    return [
        [group.cards[row] if row < len(group.cards) else "" for group in board.groups]
        for row in range(most)
    ]


def _in_rows(board: Board) -> list[list[str | Group]]:
    rows: list[list[str | Group]] = []
    for group in board.groups:
        rows.append([group])
        for start in range(0, len(group.cards), board.across):
            rows.append([*group.cards[start : start + board.across]])
    return rows
