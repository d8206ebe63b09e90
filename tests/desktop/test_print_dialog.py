"""Ctrl+P: presets, choices, the pages, and where they go; jobs are driven by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QRadioButton

from briefer import resources
from briefer.briefing.reading import read_briefing
from briefer.desktop.print_dialog import PrintDialog
from briefer.desktop.theme import load_theme
from briefer.evidence.checker import check
from briefer.guard.outside import Answer
from briefer.sheets.errors import CancelledError, TypesettingError
from briefer.sheets.options import Annex, ChosenCards, Layout, Options
from briefer.sheets.printing import typeset_once
from briefer.sheets.typesetting import Typeset
from tests.desktop.program_material import NotedOutside

# The screenless platform warns of every dialog with a size of its own.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


class HandJobs:
    """Jobs that wait until the test does them; a newer one of a name drops the older."""

    def __init__(self) -> None:
        self.waiting: dict[str, tuple[Callable[[], Any], Callable[[Any], None]]] = {}

    def run(self, name, work, on_result) -> None:
        self.waiting[name] = (work, on_result)

    def finish(self, name: str) -> None:
        work, on_result = self.waiting.pop(name)
        on_result(work())


class HerePress:
    """A press in this process that remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Options] = []
        self.closed = False
        self.error: Exception | None = None

    def typeset(self, briefing, report, options) -> Typeset:
        self.asked.append(options)
        if self.error:
            raise self.error
        return typeset_once(briefing, report, options)

    def cancel(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True


@pytest.fixture(scope="module")
def built_in():
    briefing = read_briefing(resources.built_in_briefing())
    return briefing, check(briefing)


@pytest.fixture
def jobs():
    return HandJobs()


@pytest.fixture
def press():
    return HerePress()


@pytest.fixture
def outside():
    return NotedOutside()


@pytest.fixture
def dialog(qtbot, built_in, jobs, press, outside):
    theme = load_theme(resources.themes_folder(), "light")
    made = PrintDialog(
        *built_in, "crisis-hotlines", jobs, theme,
        checked=date(2026, 11, 23), press=press, outside=outside,
    )  # fmt: skip
    qtbot.addWidget(made)
    return made


def finish_pages(qtbot, jobs) -> None:
    qtbot.waitUntil(lambda: "sheets" in jobs.waiting)
    jobs.finish("sheets")


def test_it_opens_on_cards_in_sequence_of_the_whole_briefing(qtbot, dialog, jobs, press):
    finish_pages(qtbot, jobs)
    assert press.asked[-1].layout is Layout.SHEET
    chosen = [radio.text() for radio in dialog.findChildren(QRadioButton) if radio.isChecked()]
    assert chosen == ["Cards in sequence"]


def test_nothing_can_be_saved_before_the_pages_are_there(qtbot, dialog, jobs):
    assert not dialog._save.isEnabled()
    finish_pages(qtbot, jobs)
    assert dialog._save.isEnabled()


def test_the_button_names_the_number_of_pages(qtbot, dialog, jobs, monkeypatch):
    finish_pages(qtbot, jobs)
    pages = dialog._made.pages
    assert dialog._print.text() == f"&Print {pages} pages"
    assert dialog._where.text() == f"Page 1 of {pages}"


def test_a_preset_is_one_click_and_sets_layout_and_annex(qtbot, dialog, jobs, press):
    finish_pages(qtbot, jobs)
    radios = {radio.text(): radio for radio in dialog.findChildren(QRadioButton)}
    radios["Everything with evidence"].click()
    finish_pages(qtbot, jobs)
    assert press.asked[-1].annex is Annex.DOCUMENTS
    assert press.asked[-1].layout is Layout.SHEET


def test_other_choices_leave_no_preset_chosen(qtbot, dialog, jobs, press):
    finish_pages(qtbot, jobs)
    dialog._choices._layout.choose(Layout.MATRIX)
    finish_pages(qtbot, jobs)
    assert press.asked[-1].layout is Layout.MATRIX
    assert not any(radio.isChecked() for radio in dialog.findChildren(QRadioButton))


def test_the_current_card_can_be_chosen(qtbot, dialog, jobs, press):
    dialog._choices._selection.choose(ChosenCards(("crisis-hotlines",)))
    finish_pages(qtbot, jobs)
    finish_pages(qtbot, jobs)
    assert dialog._made.pages == 1
    assert dialog._file_name() == "US–Russia security channels - Crisis hotlines.pdf"


def test_pages_are_rendered_as_they_come_into_view(qtbot, dialog, jobs):
    dialog.show()
    finish_pages(qtbot, jobs)
    qtbot.waitUntil(lambda: "sheet-images" in jobs.waiting)
    jobs.finish("sheet-images")
    assert 0 in dialog._preview._images
    assert len(dialog._preview._images) < dialog._made.pages


def test_what_cannot_be_printed_is_said_in_one_sentence(qtbot, dialog, jobs, press):
    press.error = TypesettingError("The pages could not be set: no reason.")
    finish_pages(qtbot, jobs)
    assert dialog._state.text() == "The pages could not be set: no reason."
    assert not dialog._save.isEnabled()


def test_a_print_that_was_overtaken_says_nothing(qtbot, dialog, jobs, press):
    press.error = CancelledError("overtaken")
    finish_pages(qtbot, jobs)
    assert "overtaken" not in dialog._state.text()


def test_saving_writes_the_bytes_that_are_shown(qtbot, dialog, jobs, tmp_path, monkeypatch):
    finish_pages(qtbot, jobs)
    path = tmp_path / "sheets"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    heard: list[str] = []
    dialog.said.connect(heard.append)
    with qtbot.waitSignals([dialog.folder_used, dialog.choices_used, dialog.accepted]):
        dialog._save.click()
        jobs.finish("sheets-out")
    assert [said.startswith("Saved ") and str(path) in said for said in heard] == [True]
    assert path.with_suffix(".pdf").read_bytes() == dialog._made.pdf


def test_a_save_that_fails_keeps_the_dialog_and_says_why(
    qtbot, dialog, jobs, tmp_path, monkeypatch
):
    finish_pages(qtbot, jobs)
    path = tmp_path / "nowhere" / "sheets.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    dialog.show()
    dialog._save.click()
    jobs.finish("sheets-out")
    assert "Choose a folder that exists." in dialog._state.text()
    assert dialog.isVisible()


def test_printing_sends_the_pages_to_the_printer(qtbot, dialog, jobs, outside):
    finish_pages(qtbot, jobs)
    dialog._print.click()
    jobs.finish("sheets-out")
    options = ("-t", "US–Russia security channels", "-")
    assert outside.asked == [("spool", "lp", options, dialog._made.pdf)]


def test_the_viewer_is_shown_a_copy_of_the_pages(qtbot, dialog, jobs, outside):
    finish_pages(qtbot, jobs)
    dialog._view.click()
    jobs.finish("outside")
    ((what, file),) = outside.asked
    assert what == "open_pdf"
    assert file.read_bytes() == dialog._made.pdf


def test_without_a_viewer_the_dialog_says_so(qtbot, dialog, jobs, outside):
    outside.answer = Answer(False, "No program for PDF files was found.")
    finish_pages(qtbot, jobs)
    dialog._view.click()
    jobs.finish("outside")
    assert dialog._state.text() == "No program for PDF files was found. Save the PDF instead."


def test_cancel_stops_the_press(qtbot, dialog, press):
    dialog.show()
    dialog._cancel.click()
    assert press.closed
    assert not dialog.isVisible()


def test_last_choices_are_recalled(qtbot, built_in, jobs, press):
    theme = load_theme(resources.themes_folder(), "light")
    made = PrintDialog(
        *built_in, "", jobs, theme, press=press, last_choices='{"layout": "brief", "notes": true}'
    )
    qtbot.addWidget(made)
    assert made._choices.options.layout is Layout.BRIEF
    assert made._choices.options.notes


def test_copying_offers_formatting_and_plain_words(qtbot, dialog, jobs):
    finish_pages(qtbot, jobs)
    dialog._choices._selection.choose(ChosenCards(("crisis-hotlines",)))
    dialog._copy.click()
    jobs.finish("sheets-copy")
    data = QGuiApplication.clipboard().mimeData()
    assert "<h2" in data.html()
    assert "Crisis hotlines" in data.html()
    assert "## Crisis hotlines {#crisis-hotlines}" in data.text()


def test_it_fits_the_screen(dialog):
    room = dialog.screen().availableGeometry()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    assert dialog.minimumSizeHint().height() <= 560
