"""How rows and columns of the matrix are sorted, as a menu."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from briefer.language import in_sentence, tr
from briefer.views.matrix import MatrixChoice, Order

_AXES = (("row_order", tr("Rows")), ("column_order", tr("Columns")))


class ArrangeMenu(QMenu):
    """Three orders for the rows, three for the columns, and whether empty ones are hidden."""

    choice_changed = Signal(object)  # MatrixChoice

    def __init__(self, choice: MatrixChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        for axis, heading in _AXES:
            self.addSection(heading)
            group = QActionGroup(self)
            for order in Order:
                group.addAction(self._order(axis, heading, order))
        self.addSeparator()
        self._hide = self._checkable(tr("&Hide empty rows and columns"), on=choice.hide_empty)
        self._hide.toggled.connect(lambda on: self._change(hide_empty=on))

    def _order(self, axis: str, heading: str, order: Order) -> QAction:
        action = self._checkable(
            f"{heading}: {in_sentence(order.label)}",
            on=getattr(self._choice, axis) is order,
        )
        action.triggered.connect(lambda: self._change(**{axis: order}))
        return action

    def _checkable(self, words: str, *, on: bool) -> QAction:
        action = self.addAction(words)
        action.setCheckable(True)
        action.setChecked(on)
        return action

    def _change(self, **changes: object) -> None:
        self._choice = replace(self._choice, **changes)  # type: ignore[arg-type]
        self.choice_changed.emit(self._choice)
