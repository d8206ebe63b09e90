"""Looking privately: a box, what it finds, and a preview that the room does not see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QListView, QWidget

from briefer.desktop.console_head import plain_label
from briefer.desktop.overrides import override
from briefer.desktop.room_slides import Slides
from briefer.desktop.room_view import RoomViewWidget
from briefer.language import tr
from briefer.talk.talk import RoomView, Showing


@dataclass(frozen=True, slots=True)
class Found:
    """A card or a passage that was found; `target` is what is sent to the room."""

    target: str
    words: str


Find = Callable[[str], tuple[Found, ...]]


class FoundModel(QAbstractListModel):
    """A thin view of what was found."""

    def __init__(self) -> None:
        super().__init__()
        self.found: tuple[Found, ...] = ()

    def show_found(self, found: tuple[Found, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.found)

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the words."""
        return self.found[index.row()].words if role == Qt.ItemDataRole.DisplayRole else None


class _Box(QLineEdit):
    moved = Signal(int)
    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if step := steps.get(Qt.Key(event.key())):
            self.moved.emit(step)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
        event.accept()  # no key of the box is the talk's


class ConsoleFind(QWidget):
    """Finds and previews; `chosen` says what Enter sends to the room."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, slides: Slides, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self.box = _Box(self)
        self.box.setPlaceholderText(tr("Find a card or a passage; only you see it"))
        self.box.setAccessibleName(tr("Find a card or a passage"))
        self.model = FoundModel()
        self.list = _list(self.model, self)
        self.preview = RoomViewWidget(slides, self)
        self._hint = plain_label("quiet", self)
        self._hint.setText(tr("Enter sends it to the room. Esc leaves the room as it is."))
        self._place()
        self.box.textChanged.connect(self._search)
        self.box.moved.connect(self._move)
        self.box.left.connect(self.left)
        self.box.returnPressed.connect(self._choose)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show())
        self.list.doubleClicked.connect(lambda *_: self._choose())

    def begin(self) -> None:
        """Start anew."""
        self.box.clear()
        self._search("")
        self.box.setFocus()

    def search_again(self) -> None:
        """Show what can be found now, where more can be found than before."""
        if self.isVisible():
            self._search(self.box.text())

    def _place(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        grid.addWidget(self.box, 0, 0)
        grid.addWidget(self._hint, 0, 1)
        grid.addWidget(self.list, 1, 0)
        grid.addWidget(self.preview, 1, 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        grid.setRowStretch(1, 1)

    def _search(self, query: str) -> None:
        self.model.show_found(self._find(query))
        self.list.setCurrentIndex(self.model.index(0, 0))
        self._show()

    def _move(self, by: int) -> None:
        row = self.list.currentIndex().row() + by
        if 0 <= row < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(row, 0))

    def _current(self) -> Found | None:
        row = self.list.currentIndex().row()
        return self.model.found[row] if 0 <= row < len(self.model.found) else None

    def _show(self) -> None:
        found = self._current()
        self.preview.setVisible(found is not None)
        if found is not None:
            self.preview.show_view(RoomView(found.target, 0, Showing.CARD, 0))

    def _choose(self) -> None:
        if (found := self._current()) is not None:
            self.chosen.emit(found.target)


def _list(model: FoundModel, parent: QWidget) -> QListView:
    view = QListView(parent)
    view.setObjectName("found")
    view.setModel(model)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setAccessibleName(tr("What was found"))
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    return view
