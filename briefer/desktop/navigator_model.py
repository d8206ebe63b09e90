"""A briefing's kinds and cards as a tree: a thin view of its tuples."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefer.briefing.model import Briefing, Card, Kind
from briefer.desktop.overrides import override
from briefer.desktop.tooltips import plain_tooltip
from briefer.language import tr

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()  # the parent of the kinds
_KIND_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_CARD_FLAGS = _KIND_FLAGS | Qt.ItemFlag.ItemNeverHasChildren
_NAMED = attrgetter("id", "title")
_MANY = 200  # cards of which it is not told one by one that they changed


class KindRow(NamedTuple):
    """A kind and its cards in the order of the breakdown."""

    kind: Kind
    cards: tuple[Card, ...]


class NavigatorModel(QAbstractItemModel):
    """Kinds at the top, their cards below; an index's internal id is its kind's row + 1, or 0."""

    ValueRole = Qt.ItemDataRole.UserRole  # the KindRow or the Card itself
    PickedRole = ValueRole + 1  # whether a card is picked
    NotedRole = ValueRole + 2  # whether the reader has a note on a card
    NewsRole = ValueRole + 3  # unread, new or changed; "" for a card that was read

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[KindRow, ...] = ()
        self._places: dict[str, tuple[int, int]] = {}
        self._picked: frozenset[str] = frozenset()
        self._noted: frozenset[str] = frozenset()
        self._news: Mapping[str, str] = {}

    def show_briefing(self, briefing: Briefing) -> None:
        """Show the cards of a briefing; when only what is in the cards changed, nothing resets."""
        rows = _rows(briefing)
        if _names(rows) == _names(self._rows):
            self._rows = rows
            return
        self.beginResetModel()
        self._rows = rows
        self._places = {
            card.id: (row, child)
            for row, kind_row in enumerate(self._rows)
            for child, card in enumerate(kind_row.cards)
        }
        self.endResetModel()

    def show_picked(self, picked: frozenset[str]) -> None:
        """Mark these cards as picked, and no others."""
        changed = self._picked ^ picked
        self._picked = picked
        self._tell_changed(changed)

    def show_noted(self, noted: frozenset[str]) -> None:
        """Mark these cards as having a note of the reader's, and no others."""
        changed = self._noted ^ noted
        self._noted = noted
        self._tell_changed(changed)

    def show_news(self, news: Mapping[str, str]) -> None:
        """Mark these cards with what is new about them, and no others."""
        before, self._news = self._news, news
        changed = {card for card in {*before, *news} if before.get(card) != news.get(card)}
        self._tell_changed(frozenset(changed))

    def _tell_changed(self, cards: frozenset[str]) -> None:
        if len(cards) > _MANY:
            for row in range(len(self._rows)):
                kind = self.index(row, 0)
                last = self.rowCount(kind) - 1
                if last >= 0:
                    self.dataChanged.emit(self.index(0, 0, kind), self.index(last, 0, kind))
            return
        for index in map(self.index_of, cards):
            if index.isValid():
                self.dataChanged.emit(index, index)

    def index_of(self, card_id: str) -> QModelIndex:
        """Return the index of a card; an invalid one when it is not there."""
        row, child = self._places.get(card_id, (-1, -1))
        return self.index(child, 0, self.index(row, 0)) if row >= 0 else QModelIndex()

    def index_of_kind(self, kind_id: str) -> QModelIndex:
        """Return the index of a kind; an invalid one when it is not there."""
        rows = (row for row, (kind, _) in enumerate(self._rows) if kind.id == kind_id)
        return self.index(next(rows, -1), 0)

    def card_at(self, index: Index) -> Card | None:
        """Return the card of an index; None for a kind."""
        value = index.data(self.ValueRole) if index.isValid() else None
        return value if isinstance(value, Card) else None

    @override
    def index(self, row: int, column: int, parent: Index = _TOP) -> QModelIndex:
        # Asked for every row when a kind opens: no call more than it takes.
        kind = parent.row() + 1 if parent.isValid() else 0
        rows = self._rows[kind - 1].cards if kind else self._rows
        if column or not 0 <= row < len(rows) or (kind and parent.internalId()):
            return QModelIndex()
        return self.createIndex(row, 0, kind)

    @override
    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        kind = index.internalId() if index.isValid() else 0
        return self.createIndex(kind - 1, 0, 0) if kind else QModelIndex()

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        if not parent.isValid():
            return len(self._rows)
        if parent.internalId() or parent.column():
            return 0
        return len(self._rows[parent.row()].cards)

    @override
    def columnCount(self, parent: Index = _TOP) -> int:
        return 1

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        # Asked for every row when a kind opens, and to join flags takes as long as all the rest.
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _CARD_FLAGS if index.internalId() else _KIND_FLAGS

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        kind = index.internalId()
        value = self._rows[kind - 1].cards[index.row()] if kind else self._rows[index.row()]
        if role == self.ValueRole:
            return value
        if not isinstance(value, Card):
            return _kind_data(value, role)
        if role == self.PickedRole:
            return value.id in self._picked
        if role == self.NotedRole:
            return value.id in self._noted
        if role == self.NewsRole:
            return str(self._news.get(value.id, ""))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(value)
        return _card_data(value, role)

    def _spoken(self, card: Card) -> str:
        picked = tr(", picked") if card.id in self._picked else ""
        noted = tr(", with a note of yours") if card.id in self._noted else ""
        news = f", {self._news[card.id]}" if card.id in self._news else ""
        return f"{card.title}{picked}{noted}{news}"


def _rows(briefing: Briefing) -> tuple[KindRow, ...]:
    cards: dict[str, list[Card]] = {kind.id: [] for kind in briefing.kinds}
    for card in briefing.cards:
        cards[card.kind].append(card)
    return tuple(KindRow(kind, tuple(cards[kind.id])) for kind in briefing.kinds)


def _names(rows: tuple[KindRow, ...]) -> list[object]:
    kinds = [(kind.id, kind.heading, kind.icon, kind.color) for kind, _ in rows]
    return [*kinds, *chain.from_iterable(map(_NAMED, cards) for _, cards in rows)]


def _card_data(card: Card, role: int) -> str | None:
    if role == Qt.ItemDataRole.DisplayRole:
        return card.title
    if role == Qt.ItemDataRole.ToolTipRole:
        return plain_tooltip(card.title)
    return None


def _kind_data(row: KindRow, role: int) -> str | None:
    if role == Qt.ItemDataRole.DisplayRole:
        return row.kind.heading
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return f"{row.kind.heading}, {len(row.cards)}"
    return None
