"""What dialogs are laid out with: one room around, and between what they hold."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

EDGE, BETWEEN = 20, 12  # pixels


def dialog_column(dialog: QDialog) -> QVBoxLayout:
    """Return a column for all that a dialog holds, from top to bottom."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
    column.setSpacing(BETWEEN)
    return column


def side_by_side(left: QWidget, right: QWidget, widths: tuple[int, int]) -> QSplitter:
    """Return two panes that share the room; neither can be closed."""
    panes = QSplitter(left.parentWidget())
    panes.setChildrenCollapsible(False)
    panes.setHandleWidth(BETWEEN)
    panes.addWidget(left)
    panes.addWidget(right)
    panes.setSizes(widths)
    return panes


def closing_row(dialog: QDialog, *buttons: QPushButton) -> QHBoxLayout:
    """Return a row of buttons, none of which Enter presses by itself, that ends with Close."""
    close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    close.rejected.connect(dialog.reject)
    row = QHBoxLayout()
    for button in buttons:
        button.setAutoDefault(False)
        row.addWidget(button)
    row.addStretch()
    row.addWidget(close)
    return row
