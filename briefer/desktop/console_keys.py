"""The list of the talk's keys, from its one table."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from briefer.desktop.console_head import plain_label
from briefer.desktop.presenting_keys import KEYS, KeyRow, shown_keys
from briefer.language import tr


class ConsoleKeys(QScrollArea):
    """Keys and what they do, group by group, in two columns; the wheel moves them.

    It takes no focus: every key is the talk's.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keyPanel")
        self.setAccessibleName(tr("Keys"))
        groups = [(name, list(rows)) for name, rows in groupby(KEYS, key=lambda row: row.group)]
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        listed = QWidget(self)
        row = QHBoxLayout(listed)
        row.setContentsMargins(28, 22, 28, 22)
        row.setSpacing(48)
        for half in (groups[:1] + groups[3:], groups[1:3]):
            column = QVBoxLayout()
            for name, rows in half:
                column.addLayout(self._group(name, rows))
                column.addSpacing(18)
            column.addStretch(1)
            row.addLayout(column, 1)
        self.setWidget(listed)
        for part in (listed, self.viewport()):
            part.setAutoFillBackground(False)

    def _group(self, name: str, rows: list[KeyRow]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(7)
        heading = plain_label("heading", self)
        heading.setText(name.upper())
        grid.addWidget(heading, 0, 0, 1, 2)
        for number, row in enumerate(rows, 1):
            keys, words = plain_label("message", self), plain_label("quiet", self)
            keys.setText(shown_keys(row))
            words.setText(row.sentence)
            for label in (keys, words):
                label.setWordWrap(True)
                label.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(keys, number, 0)
            grid.addWidget(words, number, 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 5)
        return grid
