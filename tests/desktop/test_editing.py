"""Ctrl+E starts the reader's editor for real, with the card's file and, where known, its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget

from briefer.desktop.editing import open_in_editor
from briefer.desktop.faults import fault_box


def logging_editor(folder: Path, name: str) -> Path:
    """Write a program of this name that writes its arguments, one a line, beside itself."""
    program = folder / name
    log = folder / "log"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{log}.new"\nmv "{log}.new" "{log}"\n')
    program.chmod(0o755)
    return program


@pytest.mark.parametrize(
    ("name", "before"), [("kate", ["--line", "7"]), ("an editor nobody knows", [])]
)
def test_the_editor_is_started_with_the_file(qtbot, tmp_path, monkeypatch, name, before) -> None:
    program = logging_editor(tmp_path, name)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"'{program}'")
    file = tmp_path / "breakdown.md"
    file.touch()
    assert open_in_editor(file, 7)
    qtbot.waitUntil((tmp_path / "log").exists)
    assert (tmp_path / "log").read_text().splitlines() == [*before, str(file)]


def test_enter_closes_the_fault_dialog(qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = fault_box("Traceback", parent)
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Close)
