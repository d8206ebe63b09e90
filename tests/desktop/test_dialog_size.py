"""Dialogs are as large as usual, and never larger than their screen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from briefer.desktop.dialog_size import resize_within_screen


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_a_dialog_is_never_larger_than_its_screen(qtbot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    resize_within_screen(dialog, 300, 200)
    assert (dialog.width(), dialog.height()) == (300, 200)
    resize_within_screen(dialog, 100_000, 100_000)
    assert dialog.height() < dialog.screen().availableGeometry().height()
    assert dialog.width() < dialog.screen().availableGeometry().width()
