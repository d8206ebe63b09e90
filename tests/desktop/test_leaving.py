"""What leaves the window goes through the one door, and only after a yes."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMessageBox

from briefer.briefing.packing import pack
from briefer.briefing.reading import read_briefing
from briefer.desktop.program import Program
from briefer.guard.outside import Answer
from tests.desktop.program_material import opened_program, write_briefing

Buttons = QMessageBox.StandardButton


@pytest.fixture
def folder(tmp_path):
    return write_briefing(tmp_path / "briefing")


@pytest.fixture
def program(qtbot, tmp_path, folder) -> Program:
    program = opened_program(qtbot, tmp_path, folder)
    program.browsing.go_to_card("hotlines")
    return program


def outside(program: Program):
    return program._fence.outside


def said(program: Program) -> str:
    return program.window.status._said.accessibleName() or program.window.status._said.text()


def follow(program: Program, monkeypatch, answer: Buttons) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda box: answer)
    program.parts.card.link_chosen.emit("https://example.org/a")


def test_a_link_is_opened_after_a_yes(program, monkeypatch) -> None:
    follow(program, monkeypatch, Buttons.Cancel)
    assert "outside" not in program._jobs.waiting
    follow(program, monkeypatch, Buttons.Open)
    program._jobs.finish("outside")
    assert outside(program).asked == [("open_address", "https://example.org/a")]


def test_what_could_not_be_opened_is_said(program, monkeypatch) -> None:
    outside(program).answer = Answer(False, "No program for this link was found.")
    follow(program, monkeypatch, Buttons.Open)
    program._jobs.finish("outside")
    assert "No program for this link" in said(program)


def test_the_editor_is_asked_for_with_file_and_line(program, folder) -> None:
    program.file.edit_card()
    program._jobs.finish("outside")
    assert outside(program).asked == [("edit", folder / "breakdown.md", 8)]


def test_a_card_of_a_package_is_not_edited(program, folder, tmp_path) -> None:
    pack(read_briefing(folder), tmp_path / "x.briefing")
    program.open(tmp_path / "x.briefing")
    program.file.edit_card()
    assert "outside" not in program._jobs.waiting
    assert "packed briefing" in said(program)
