"""F1: everything that can be done, and its keys, from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from briefer.desktop.actions import MENUS, rows_of, shown_keys
from briefer.desktop.dialog_parts import dialog_column
from briefer.desktop.dialog_size import resize_within_screen
from briefer.language import tr


class KeyList(QDialog):
    """A list of actions by menu: what each is called, its keys, and what it does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        resize_within_screen(self, 920, 680)
        self.tree = _tree(self)
        self._fill()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = dialog_column(self)
        column.addWidget(self.tree)
        column.addWidget(buttons)

    def _fill(self) -> None:
        for menu, title in MENUS.items():
            heading = QTreeWidgetItem([title.replace("&", "")])
            heading.setFirstColumnSpanned(True)
            font = heading.font(0)
            font.setBold(True)
            heading.setFont(0, font)
            self.tree.addTopLevelItem(heading)
            for row in rows_of(menu):
                heading.addChild(QTreeWidgetItem([row.label, shown_keys(row), row.sentence]))
        self.tree.expandAll()


def _tree(parent: QWidget) -> QTreeWidget:
    tree = QTreeWidget(parent)
    tree.setObjectName("keys")
    tree.setAccessibleName(tr("Actions and their keys"))
    tree.setHeaderLabels([tr("Action"), tr("Keys"), tr("What it does")])
    tree.setRootIsDecorated(False)
    tree.setIndentation(12)
    tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    tree.setTextElideMode(Qt.TextElideMode.ElideRight)
    header = tree.header()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    return tree
