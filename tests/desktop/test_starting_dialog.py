"""File, New: documents and a folder become a briefing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel

from briefer.briefing.reading import read_briefing
from briefer.desktop.starting_dialog import StartingDialog


@pytest.fixture
def dialog(qtbot) -> StartingDialog:
    dialog = StartingDialog()
    qtbot.addWidget(dialog)
    return dialog


@pytest.fixture
def document(tmp_path):
    file = tmp_path / "statement.txt"
    file.write_text("The lines stay open. Talks go on every month.\n", encoding="utf-8")
    return file


def start_button(dialog: StartingDialog):
    return dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)


def test_it_starts_only_with_a_document_and_a_folder(dialog, document) -> None:
    assert not start_button(dialog).isEnabled()
    dialog.take_documents((document,))
    assert start_button(dialog).isEnabled()
    dialog.folder.setText("")
    assert not start_button(dialog).isEnabled()


def test_what_is_missing_is_said(dialog, document) -> None:
    def said() -> str:
        return " ".join(label.text() for label in dialog.findChildren(QLabel))

    assert "Choose the documents" in said()
    dialog.take_documents((document,))
    assert "Choose the documents" not in said()
    dialog.folder.setText(" ")
    assert "Name the folder" in said()


def test_a_folder_beside_the_first_document_is_suggested(dialog, document) -> None:
    dialog.take_documents((document,))
    assert dialog.folder.text() == str(document.parent / "statement-briefing")


def test_what_was_started_can_be_read(dialog, document) -> None:
    dialog.take_documents((document,))
    start_button(dialog).click()
    assert dialog.started is not None
    assert read_briefing(dialog.started).problems == ()


def test_what_cannot_be_started_is_said_and_the_dialog_stays(dialog, tmp_path) -> None:
    dialog.take_documents((tmp_path / "gone.txt",))
    dialog.start()
    assert dialog.started is None
    assert any("gone.txt" in label.text() for label in dialog.findChildren(QLabel))


def test_enter_chooses_the_documents_and_enter_again_starts(
    dialog, document, qtbot, monkeypatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(document)], ""))
    dialog.show()
    qtbot.waitActive(dialog)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.documents == (document,)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.started is not None
