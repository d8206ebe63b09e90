"""Ctrl+P: presets, choices, the pages, and where they go; jobs are driven by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QRadioButton

from briefer import resources
from briefer.briefing.reading import read_briefing
from briefer.desktop import print_dialog
from briefer.desktop.paper_spooling import BySpooler
from briefer.desktop.print_choices import Printable
from briefer.desktop.print_dialog import PrintDialog, PrintWish
from briefer.desktop.print_question import marking_question
from briefer.desktop.theme import load_theme
from briefer.evidence.checker import check
from briefer.guard.outside import Answer
from briefer.sheets.errors import CancelledError, TypesettingError
from briefer.sheets.made_pages import MadePages
from briefer.sheets.options import Annex, ChosenCards, Foot, Layout, Options, OwnNote
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


SHOWN = Printable("crisis-hotlines")
SET: dict[Options, Typeset] = {}  # pages take a while, and many tests want the same


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
        if options not in SET:
            SET[options] = typeset_once(briefing, report, options)
        return SET[options]

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


@pytest.fixture(autouse=True)
def spooler(monkeypatch):
    monkeypatch.setattr(print_dialog, "way_to_paper", BySpooler)


@pytest.fixture
def make(qtbot, built_in, jobs, press, outside):
    theme = load_theme(resources.themes_folder(), "light")

    def made(printable=SHOWN, *, of=None, **more) -> PrintDialog:
        given = {"checked": date(2026, 11, 23), "press": press, "outside": outside} | more
        dialog = PrintDialog(*(of or built_in), printable, jobs, theme, **given)
        qtbot.addWidget(dialog)
        return dialog

    return made


@pytest.fixture
def dialog(make):
    return make()


def finish_pages(qtbot, jobs) -> None:
    qtbot.waitUntil(lambda: "sheets" in jobs.waiting)
    jobs.finish("sheets")


def test_it_opens_on_cards_in_sequence_of_the_whole_briefing(qtbot, dialog, jobs, press):
    finish_pages(qtbot, jobs)
    assert press.asked[-1].layout is Layout.SHEET
    chosen = [radio.text() for radio in dialog.findChildren(QRadioButton) if radio.isChecked()]
    assert chosen == ["Cards in sequence"]


def test_a_print_that_is_asked_for_before_the_pages_are_there_waits_for_them(
    qtbot, dialog, jobs, outside
):
    dialog._buttons.print.click()
    assert "sheets-out" not in jobs.waiting
    finish_pages(qtbot, jobs)
    jobs.finish("sheets-out")
    assert [asked[1] for asked in outside.asked] == ["lp"]


def test_a_print_that_waits_is_forgotten_when_other_pages_are_chosen(qtbot, dialog, jobs):
    dialog._buttons.print.click()
    dialog._choices.more._combos["layout"].choose(Layout.BRIEF)
    finish_pages(qtbot, jobs)
    finish_pages(qtbot, jobs)
    assert dialog._made.pages == 2
    assert "sheets-out" not in jobs.waiting


def test_pages_that_were_set_before_come_at_once(qtbot, make, jobs, press):
    kept = MadePages()
    first = make(kept=kept)
    finish_pages(qtbot, jobs)
    first.reject()
    again = make(kept=kept)
    assert "sheets" not in jobs.waiting
    assert again._made is first._made
    assert again._buttons.print.text() == f"&Print {first._made.pages} pages"


def test_what_the_briefing_has_become_is_set_anew(qtbot, dialog, jobs, built_in, press):
    finish_pages(qtbot, jobs)
    briefing, report = built_in
    dialog.show_briefing(briefing._replace(title="Another title"), report)
    finish_pages(qtbot, jobs)
    assert len(press.asked) == 2


def test_the_button_names_the_number_of_pages(qtbot, dialog, jobs, monkeypatch):
    finish_pages(qtbot, jobs)
    pages = dialog._made.pages
    assert dialog._buttons.print.text() == f"&Print {pages} pages"
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
    dialog._choices.more._combos["layout"].choose(Layout.MATRIX)
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
    assert dialog._buttons.state.text() == "The pages could not be set: no reason."
    assert not dialog._buttons.save.isEnabled()


def test_a_print_that_was_overtaken_says_nothing(qtbot, dialog, jobs, press):
    press.error = CancelledError("overtaken")
    finish_pages(qtbot, jobs)
    assert "overtaken" not in dialog._buttons.state.text()


def test_saving_writes_the_bytes_that_are_shown(qtbot, dialog, jobs, tmp_path, monkeypatch):
    finish_pages(qtbot, jobs)
    path = tmp_path / "sheets"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    heard: list[str] = []
    dialog.said.connect(heard.append)
    with qtbot.waitSignals([dialog.folder_used, dialog.choices_used, dialog.accepted]):
        dialog._buttons.save.click()
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
    dialog._buttons.save.click()
    jobs.finish("sheets-out")
    assert "Choose a folder that exists." in dialog._buttons.state.text()
    assert dialog.isVisible()


def test_printing_sends_the_pages_to_the_printer(qtbot, dialog, jobs, outside):
    finish_pages(qtbot, jobs)
    dialog._buttons.print.click()
    jobs.finish("sheets-out")
    ((_, program, options, pages),) = outside.asked
    assert (program, pages) == ("lp", dialog._made.pdf)
    assert options[:4] == ("-t", "US–Russia security channels", "-n", "1")
    assert options[-1] == "-"
    assert {"media=A4", "sides=one-sided"} <= set(options)


def test_the_viewer_is_shown_a_copy_of_the_pages(qtbot, dialog, jobs, outside):
    finish_pages(qtbot, jobs)
    dialog._buttons.view.click()
    jobs.finish("outside")
    ((what, file),) = outside.asked
    assert what == "open_pdf"
    assert file.read_bytes() == dialog._made.pdf


def test_without_a_viewer_the_dialog_says_so(qtbot, dialog, jobs, outside):
    outside.answer = Answer(False, "No program for PDF files was found.")
    finish_pages(qtbot, jobs)
    dialog._buttons.view.click()
    jobs.finish("outside")
    assert (
        dialog._buttons.state.text() == "No program for PDF files was found. Save the PDF instead."
    )


def test_cancel_stops_the_press(qtbot, dialog, press):
    dialog.show()
    dialog._buttons.cancel.click()
    assert press.closed
    assert not dialog.isVisible()


def test_last_choices_are_recalled(make):
    made = make(last_choices='{"layout": "brief", "notes": true}')
    assert made._choices.options.layout is Layout.BRIEF
    assert made._choices.options.notes
    assert made._choices._short.text() == "Speaker notes"


def test_the_readers_notes_are_offered_where_there_are_some_and_never_chosen_by_themselves(
    qtbot, make, jobs, press
):
    notes = (OwnNote("crisis-hotlines", "Ask Berlin"),)
    dialog = make(Printable("crisis-hotlines", own_notes=notes))
    finish_pages(qtbot, jobs)
    assert press.asked[-1].own_notes == ()
    dialog._choices.more._own_box.setChecked(True)
    finish_pages(qtbot, jobs)
    assert press.asked[-1].own_notes == notes


def test_everything_that_a_list_shows_can_be_chosen_in_its_order(make):
    shown = Printable("reuters", ("russia", "reuters"), "hotline", ("crisis-hotlines",))
    dialog = make(shown, wish=PrintWish(picked_first=True))
    assert dialog._choices.options.selection == ChosenCards(("russia", "reuters"))
    combo = dialog._choices._selection
    rows = [combo.itemText(row) for row in range(combo.count())]
    assert rows[:4] == [
        "Whole briefing",
        "This card: Reuters",
        "Picked cards (2)",
        "Found by “hotline”: 1 card",
    ]


def test_rows_that_the_layout_does_not_know_are_not_shown(dialog):
    more = dialog._choices.more
    assert not more._rows.isRowVisible(more._combos["matrix"])
    more._combos["layout"].choose(Layout.MATRIX)
    assert more._rows.isRowVisible(more._combos["matrix"])
    more._combos["layout"].choose(Layout.CARDS)
    assert not more._rows.isRowVisible(more._combos["matrix"])
    assert more._rows.isRowVisible(more._combos["cards_on_page"])


def test_each_choice_behind_more_reaches_the_pages(qtbot, dialog, jobs, press):
    finish_pages(qtbot, jobs)
    more = dialog._choices.more
    for box in more._boxes.values():
        box.setChecked(True)
    more._combos["foot"].choose(Foot.EACH)
    more._combos["layout"].choose(Layout.CARDS)
    more._combos["cards_on_page"].choose(2)
    finish_pages(qtbot, jobs)
    asked = press.asked[-1]
    assert all((asked.notes, asked.every_grade, asked.large_print, asked.binding))
    assert all((asked.both_sides, asked.greyscale))
    assert (asked.foot, asked.cards_on_page) == (Foot.EACH, 2)


MARKED = "# T\n\n## A\nMarking: SECRET\n\nText.\n"


@pytest.mark.parametrize("go", [True, False])
def test_a_card_marked_otherwise_is_asked_about_before_anything_leaves(
    qtbot, make, jobs, tmp_path, monkeypatch, outside, go
):
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(print_dialog, "goes_on", lambda doubts, _: asked.append(doubts) or go)
    (tmp_path / "briefing.toml").write_text(
        'title = "T"\nmarking = "PUBLIC"\n[[documents]]\nid = "a"\ntitle = "A"\nfile = "a.txt"\n'
    )
    (tmp_path / "a.txt").write_text("Words.\n")
    (tmp_path / "breakdown.md").write_text(MARKED)
    briefing = read_briefing(tmp_path)
    dialog = make(of=(briefing, check(briefing)), press=HerePress())
    SET.clear()
    finish_pages(qtbot, jobs)
    assert "“A” is marked SECRET; this print says PUBLIC." in dialog._buttons.state.text()
    dialog._buttons.print.click()
    assert asked == [("“A” is marked SECRET; this print says PUBLIC.",)]
    assert ("sheets-out" in jobs.waiting) is go


def test_a_question_about_markings_goes_back_unless_told_otherwise(qtbot, dialog):
    box = marking_question(("“A” is marked SECRET.",), dialog)
    assert box.defaultButton() is box.button(box.StandardButton.Cancel)
    assert "SECRET" in box.informativeText()


def test_printers_are_offered_the_usual_one_first(qtbot, dialog, jobs, outside):
    said = {"-e": "attic\noffice\n", "-d": "system default destination: office"}
    outside.spool = lambda program, options, pages=b"": Answer(True, said[options[0]])
    jobs.finish("printers")
    combo = dialog._buttons._printers
    assert [combo.itemText(row) for row in range(combo.count())] == ["office", "attic"]
    assert dialog._buttons.printer == "office"


def test_without_a_printer_the_pdf_is_what_is_offered(qtbot, dialog, jobs, outside):
    outside.answer = Answer(True, "")
    jobs.finish("printers")
    finish_pages(qtbot, jobs)
    assert dialog._buttons.print.isHidden()
    assert dialog._buttons.save.isDefault()
    assert dialog._buttons.save.text() == f"&Save {dialog._made.pages} pages as PDF…"


def test_a_spooler_that_cannot_name_its_printers_is_still_tried(qtbot, dialog, jobs, outside):
    outside.answer = Answer(False, "lpstat was not found")
    jobs.finish("printers")
    finish_pages(qtbot, jobs)
    assert dialog._buttons.print.isDefault()
    assert not dialog._buttons.print.isHidden()


def test_a_small_page_leads_to_the_large_one(qtbot, dialog, jobs):
    dialog.show()
    finish_pages(qtbot, jobs)
    small = dialog._thumbnails
    box = small._boxes()[1].translated(small._origin())
    qtbot.mouseClick(small.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert dialog._preview.page == 2
    assert small._current == 2
    qtbot.keyClick(small, Qt.Key.Key_End)
    assert dialog._preview.page == dialog._made.pages
    qtbot.waitUntil(lambda: "sheet-thumbnails" in jobs.waiting)
    jobs.finish("sheet-thumbnails")
    assert small._images


def test_a_file_is_asked_for_at_once_when_saving_was_the_wish(
    qtbot, make, jobs, tmp_path, monkeypatch
):
    path = tmp_path / "sheets.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    dialog = make(wish=PrintWish(save=True))
    finish_pages(qtbot, jobs)
    qtbot.waitUntil(lambda: "sheets-out" in jobs.waiting)
    jobs.finish("sheets-out")
    assert path.read_bytes() == dialog._made.pdf


def test_copying_offers_formatting_and_plain_words(qtbot, dialog, jobs):
    finish_pages(qtbot, jobs)
    dialog._choices._selection.choose(ChosenCards(("crisis-hotlines",)))
    dialog._buttons.copy.click()
    jobs.finish("sheets-copy")
    data = QGuiApplication.clipboard().mimeData()
    assert "<h2" in data.html()
    assert "Crisis hotlines" in data.html()
    assert "## Crisis hotlines {#crisis-hotlines}" in data.text()
    QGuiApplication.clipboard().clear()  # Qt ends badly with data of ours on it


def test_it_fits_the_screen(dialog):
    room = dialog.screen().availableGeometry()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    assert dialog.minimumSizeHint().height() <= 560


def test_enter_saves_after_a_choice_where_no_printer_is_known(dialog, qtbot):
    dialog.show()
    qtbot.waitActive(dialog)
    dialog._buttons.print.setFocus()
    qtbot.waitUntil(dialog._buttons.print.hasFocus)
    dialog._buttons.show_printers(())
    dialog.findChildren(QRadioButton)[0].setFocus()
    assert dialog._buttons.save.isDefault()
    with qtbot.waitSignal(dialog._buttons.save_wanted):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
