"""The list of picked cards that drops down from its button: go, move, unpick, present, print."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.desktop.overrides import override
from briefer.desktop.picked_painting import WHAT, PickedPainting
from briefer.desktop.tooltips import plain_tooltip
from briefer.language import tr

_SIZE = (460, 480)  # pixels
_HINT = tr("Enter shows a card. Alt+Up and Alt+Down move it. Delete unpicks it.")
_NONE = tr("Nothing is picked yet. Ctrl+D picks the card that you are reading, or the passage.")
_UNUSABLE = tr("What the briefing has no more is neither presented nor printed.")


class Row(NamedTuple):
    """A pick: its name, what it is in a word or two, and its tooltip."""

    words: str
    what: str
    tooltip: str


class PickedPanel(QFrame):
    """Shows rows of words; says which of them is to go where."""

    row_chosen = Signal(int)
    row_moved = Signal(int, int)
    row_removed = Signal(int)
    present_wanted = Signal()
    print_wanted = Signal()
    clear_wanted = Signal()
    lists_wanted = Signal(object)  # QMenu, to be filled
    undo_wanted = Signal()  # its keys reach the window no more while the list is open
    redo_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAccessibleName(tr("Picked cards"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._list = _PickedList(self)
        self._title = QLabel(tr("Picked cards"), self)
        self._title.setObjectName("sectionTitle")
        self._lists = _lists_button(self)
        self._lists.menu().aboutToShow.connect(self._ask_for_lists)
        self._hint = QLabel(self)
        self._hint.setObjectName("muted")
        self._hint.setWordWrap(True)
        self._buttons = (
            self._button(tr("&Present"), self.present_wanted),
            self._button(tr("P&rint…"), self.print_wanted),
            self._button(tr("&Unpick all"), self.clear_wanted),
        )
        self._list.itemActivated.connect(lambda _: self._choose())
        self._list.itemClicked.connect(lambda _: self._choose())
        self._list.row_removed.connect(self.row_removed)
        self._list.row_moved.connect(self.row_moved)
        self._list.undo_wanted.connect(self.undo_wanted)
        self._list.redo_wanted.connect(self.redo_wanted)
        self._lay_out()
        self.setTabOrder(self._lists, self._list)
        self.setTabOrder(self._list, self._buttons[0])
        self.show_rows((), 0)

    def show_rows(self, rows: tuple[Row, ...], usable: int) -> None:
        """Show what is picked; `usable` of the rows can be presented and printed."""
        self._list.show_rows(rows)
        self._list.setVisible(bool(rows))
        self._title.setText(
            tr("Picked cards · {rows}", rows=len(rows)) if rows else tr("Picked cards")
        )
        hint = f"{_HINT} {_UNUSABLE}" if usable < len(rows) else _HINT
        self._hint.setText(hint if rows else _NONE)
        present, print_, clear = self._buttons
        present.setEnabled(usable > 0)
        print_.setEnabled(usable > 0)
        clear.setEnabled(bool(rows))
        self.resize(_SIZE[0], _SIZE[1] if rows else self.sizeHint().height())

    def drop_from(self, button: QWidget) -> None:
        """Open below a button, its right edge at the button's, and no lower than the screen."""
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4))
        room = button.screen().availableGeometry()
        left = max(room.left(), min(corner.x(), room.right() - self.width()))
        self.move(left, max(room.top(), min(corner.y(), room.bottom() - self.height())))
        self.show()
        first = self._list if self._list.isVisible() else self._lists
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self) -> None:
        row = self._list.currentRow()
        self.close()
        self.row_chosen.emit(row)

    def _ask_for_lists(self) -> None:
        self.lists_wanted.emit(self._lists.menu())
        for action in self._lists.menu().actions():
            action.triggered.connect(self.close)

    def _button(self, words: str, wanted: object) -> QPushButton:
        button = QPushButton(words, self)
        button.clicked.connect(self.close)
        button.clicked.connect(wanted)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._lists)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        column.addWidget(self._hint)
        row = QHBoxLayout()
        for button in self._buttons:
            row.addWidget(button)
        column.addLayout(row)


class _PickedList(QListWidget):
    row_moved = Signal(int, int)
    row_removed = Signal(int)
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Picked cards"))
        self.setObjectName("pickedList")
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setItemDelegate(PickedPainting(self))
        self.model().rowsMoved.connect(self._tell_moved)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows; the current one stays, by its words where it has moved."""
        here = self.currentItem()
        words, row = (here.text(), self.currentRow()) if here is not None else ("", 0)
        self.clear()
        for shown in rows:
            item = QListWidgetItem(shown.words, self)
            item.setData(WHAT, shown.what)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{shown.words}, {shown.what}")
            item.setToolTip(plain_tooltip(shown.tooltip))
        same = (index for index, shown in enumerate(rows) if shown.words == words)
        self.setCurrentRow(next(same, min(row, len(rows) - 1)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, step = self.currentRow(), _STEPS.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if 0 <= row + step < self.count():
                self.row_moved.emit(row, row + step)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if row >= 0:
                self.row_removed.emit(row)
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _tell_moved(self, _parent: object, start: int, _end: int, _to: object, row: int) -> None:
        self.row_moved.emit(start, row if row < start else row - 1)


_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def _lists_button(parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setText(tr("Lists ▾"))
    button.setAccessibleName(tr("Lists"))
    button.setToolTip(tr("Save the picked cards under a name, fetch them again, export, import"))
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(QMenu(button))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
