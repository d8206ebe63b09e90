"""The dialog for errors of our own."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from briefer.desktop.faults import fault_box


def test_enter_closes_the_fault_dialog(qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = fault_box("Traceback", parent)
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Close)
