"""A list of rows under headings that count them; each row stands for a value."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from briefer.desktop.overrides import override

_ROOM = 10  # pixels, added to the height of a line
_UPWARDS = (
    QAbstractItemView.CursorAction.MoveUp,
    QAbstractItemView.CursorAction.MovePageUp,
    QAbstractItemView.CursorAction.MovePrevious,
)
_PLACE = int(Qt.ItemDataRole.UserRole)

Rows = tuple[tuple[Any, str], ...]  # a value, and the words for it


class GroupedList(QTreeWidget):
    """Shows groups; only their rows can be chosen, and the chosen one stays where it can."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("grouped")
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(12)
        self.setUniformRowHeights(True)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self._values: list[Any] = []
        self._items: list[QTreeWidgetItem] = []

    def show_groups(self, groups: Iterable[tuple[str, Rows]]) -> None:
        """Show these, without those that are empty."""
        here, place = self.chosen(), self._place()
        blocked = self.blockSignals(True)
        self.clear()
        self._values, self._items = [], []
        for heading, rows in groups:
            self._add(heading, rows)
        self.expandAll()
        if self._items:
            kept = self._values.index(here) if here in self._values else max(place, 0)
            self.setCurrentItem(self._items[min(kept, len(self._items) - 1)])
        self.blockSignals(blocked)

    def chosen(self) -> Any:
        """Return the value of the chosen row; None when there is none."""
        place = self._place()
        return self._values[place] if place >= 0 else None

    def count(self) -> int:
        """Return how many rows are shown."""
        return len(self._values)

    @override
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Pass over the headings."""
        here, index = self.currentIndex(), super().moveCursor(action, modifiers)
        up = action in _UPWARDS
        while index.isValid() and not index.parent().isValid():
            index = self.indexAbove(index) if up else self.indexBelow(index)
        return index if index.isValid() else here

    def _place(self) -> int:
        item = self.currentItem()
        place = item.data(0, _PLACE) if item is not None else None
        return place if isinstance(place, int) else -1

    def _add(self, heading: str, rows: Rows) -> None:
        if not rows:
            return
        size = QSize(0, self.fontMetrics().height() + _ROOM)
        top = QTreeWidgetItem([f"{heading} · {len(rows)}"])
        top.setSizeHint(0, size)
        top.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = top.font(0)
        font.setBold(True)
        top.setFont(0, font)
        for value, words in rows:
            item = QTreeWidgetItem([" ".join(words.split())])
            item.setSizeHint(0, size)
            item.setData(0, _PLACE, len(self._values))
            self._values.append(value)
            self._items.append(item)
            top.addChild(item)
        self.addTopLevelItem(top)
