"""File, Compare with a new version: every cited passage is followed, nothing happens unasked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog

from briefer.briefing.reading import read_briefing
from briefer.desktop.theme import load_theme
from briefer.desktop.version_dialog import VersionDialog
from briefer.desktop.version_model import VersionModel
from briefer.evidence.checker import check
from briefer.resources import themes_folder
from tests.desktop.program_material import HandJobs, write_briefing

BREAKDOWN = """\
# Channels

## Hotlines

> Hotlines stay open.
> — [@article, ¶1]

> Talks go on.
> — [@article, ¶2]
"""


@pytest.fixture
def folder(tmp_path):
    return write_briefing(tmp_path / "briefing", BREAKDOWN)


@pytest.fixture
def jobs() -> HandJobs:
    return HandJobs()


@pytest.fixture
def dialog(qtbot, folder, jobs) -> VersionDialog:
    briefing = read_briefing(folder)
    theme = load_theme(themes_folder(), "light")
    dialog = VersionDialog(briefing, check(briefing), jobs, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def compare(dialog, jobs, folder, words: str) -> None:
    (folder / "new.txt").write_text(words, encoding="utf-8")
    dialog.take_file(folder / "new.txt")
    jobs.finish("versions")


def rows(dialog) -> list[tuple[str, str]]:
    model = dialog.passages.table.model()
    return [
        (model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())
    ]


def test_nothing_can_be_accepted_before_a_file_is_compared(dialog) -> None:
    assert not dialog.accept_button().isEnabled()
    assert not dialog.passages.isVisible()


def test_what_needs_the_reader_comes_first(dialog, jobs, folder) -> None:
    compare(dialog, jobs, folder, "New.\nHotlines stay closed.\nTalks go on.\n")
    assert rows(dialog) == [("✗ Wording differs", "A1 → A2"), ("→ Moved", "A2 → A3")]
    assert "0 same, 1 moved, 1 changed, 0 gone" in dialog.said.text()


def test_the_words_that_changed_are_marked_on_either_side(dialog, jobs, folder) -> None:
    compare(dialog, jobs, folder, "Hotlines stay closed.\nTalks go on.\n")
    assert ">open.<" in dialog.passages.old.toHtml()
    assert "line-through" in dialog.passages.old.toHtml()
    assert "underline" in dialog.passages.new.toHtml()
    assert "Hotlines stay closed." in dialog.passages.new.toPlainText()


def test_accepting_changes_no_citation_that_was_not_ticked(dialog, jobs, folder) -> None:
    compare(dialog, jobs, folder, "New.\nHotlines stay open.\nTalks go on.\n")
    dialog.accept_button().click()
    assert dialog.result()
    assert (folder / "breakdown.md").read_text("utf-8") == BREAKDOWN
    assert read_briefing(folder).documents[0].file == "documents/article-2.txt"
    assert (folder / "documents" / "article.txt").exists()


def test_a_tick_renumbers_by_key(qtbot, dialog, jobs, folder) -> None:
    compare(dialog, jobs, folder, "New.\nHotlines stay open.\nTalks go on.\n")
    dialog.passages.table.setFocus()
    qtbot.keyClick(dialog.passages.table, Qt.Key.Key_Space)
    with qtbot.waitSignal(dialog.accepted_version) as said:
        dialog.accept_button().click()
    assert "1 citation renumbered" in said.args[0]
    changed = (folder / "breakdown.md").read_text("utf-8")
    assert changed == BREAKDOWN.replace("¶1", "¶2")


def test_all_that_moved_can_be_ticked_at_once_and_unticked(dialog, jobs, folder) -> None:
    compare(dialog, jobs, folder, "New.\nHotlines stay open.\nTalks go on.\n")
    dialog.tick_all.click()
    assert len(dialog.passages.ticked()) == 2
    dialog.tick_all.click()
    assert dialog.passages.ticked() == ()


def test_a_file_that_cannot_be_read_is_said(dialog, jobs, folder) -> None:
    dialog.take_file(folder / "gone.txt")
    jobs.finish("versions")
    assert "gone.txt is not there" in dialog.said.text()
    assert not dialog.accept_button().isEnabled()


def test_the_same_file_is_no_new_version(dialog, jobs, folder) -> None:
    compare(dialog, jobs, folder, (folder / "documents" / "article.txt").read_text("utf-8"))
    assert "byte for byte" in dialog.said.text()
    assert not dialog.accept_button().isEnabled()


def test_a_folder_that_cannot_be_written_is_said_and_the_dialog_stays(
    dialog, jobs, folder, monkeypatch
) -> None:
    compare(dialog, jobs, folder, "New.\nHotlines stay open.\nTalks go on.\n")

    def refuse(*_args: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("briefer.evidence.replacing._write_new", refuse)
    dialog.accept_button().click()
    assert dialog.isVisible()
    assert "nothing was changed" in dialog.said.text()
    assert "Read-only file system" in dialog.said.text()


def test_the_model_keeps_to_the_rules(qtbot, dialog, jobs, folder) -> None:
    compare(dialog, jobs, folder, "New.\nHotlines stay open.\nTalks never go on.\n")
    model = dialog.passages.table.model()
    assert isinstance(model, VersionModel)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.tick_all(True)


def test_enter_asks_for_a_file_beside_the_text(dialog, folder, qtbot, monkeypatch) -> None:
    asked = []

    def choose(_parent, _title, start, _filter):
        asked.append(start)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert asked == [str(folder)]
