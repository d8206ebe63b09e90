"""Ctrl+P: choices at the left, the exact pages at the right, and where they go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QSize, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.briefing.counting import with_noun
from briefer.briefing.model import Briefing
from briefer.desktop.jobs import Jobs
from briefer.desktop.overrides import override
from briefer.desktop.print_choices import PrintChoices, selections_of
from briefer.desktop.sheet_preview import PageSizes, SheetPreview
from briefer.desktop.sheet_saving import (
    Copied,
    can_print,
    copied,
    file_name,
    kept_for_viewing,
    printed,
    saved,
)
from briefer.desktop.theme import Theme
from briefer.evidence.model import Report
from briefer.guard.outside import Answer, Here, Outside
from briefer.sheets.errors import CancelledError, SheetError
from briefer.sheets.options import ChosenCards, Options, Paper, Selection
from briefer.sheets.page_images import page_sizes
from briefer.sheets.press import Press
from briefer.sheets.remembering import recalled, remembered
from briefer.sheets.typesetting import Typeset

_SOON = 120  # milliseconds of quiet before pages are set again
_USUAL = QSize(1120, 780)
_FRAME = QSize(16, 48)  # what a window manager may put around; unknown before the window is shown
_SLOW = 400  # milliseconds before the progress bar shows

Made = tuple[Typeset, PageSizes]


class PrintDialog(QDialog):
    """Choose, look, and print or save; the bytes shown are the bytes that are printed.

    `cards`, in words, and `changes` of the options are what a view shows. `last_choices` is the
    line that the last dialog sent by `choices_used`; `folder` is where PDFs were saved last, as
    `folder_used` said.
    """

    choices_used = Signal(str)
    folder_used = Signal(str)
    said = Signal(str)  # what became of the pages

    def __init__(
        self,
        briefing: Briefing,
        report: Report,
        card_id: str,
        jobs: Jobs,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        picked: tuple[str, ...] = (),
        picked_first: bool = False,
        cards: tuple[Selection, str] | None = None,
        changes: Mapping[str, Any] | None = None,
        checked: date | None = None,
        press: Press | None = None,
        last_choices: str = "",
        folder: str = "",
        outside: Outside | None = None,
    ) -> None:
        super().__init__(parent)
        self._briefing, self._report, self._jobs = briefing, report, jobs
        self._press = press or Press()
        self._outside = outside or Here()
        self._made: Typeset | None = None
        self._folder = folder
        options = recalled(last_choices, _first_options(briefing, checked or date.today()))
        if picked and picked_first:
            options = replace(options, selection=ChosenCards(picked))
        selections = selections_of(briefing, card_id, picked)
        if cards is not None:
            options = replace(options, selection=cards[0], **(changes or {}))
            if cards[0] not in {selection for selection, _ in selections}:
                selections = (*selections, cards)
        self._choices = PrintChoices(briefing, options, selections, self)
        self._preview = SheetPreview(jobs, theme, self)
        self._build()
        self._connect()
        self._set_pages()

    def _build(self) -> None:
        self.setWindowTitle("Print")
        self.setSizeGripEnabled(True)
        room = self.screen().availableGeometry().size()
        self.resize(_USUAL.boundedTo(room - _FRAME))
        row = QHBoxLayout(self)
        row.addLayout(self._left_column())
        row.addLayout(self._right_column(), 1)

    def _left_column(self) -> QVBoxLayout:
        self._state = _plain_label("status")
        self._busy = QProgressBar(self)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName("Pages are being set")
        self._print = QPushButton(self)
        self._save = QPushButton("&Save PDF…", self)
        self._view = QPushButton("Open in the PDF &viewer", self)
        self._copy = QPushButton("&Copy with formatting", self)
        self._copy.setToolTip("Copy the cards, to be pasted into mail or a document")
        self._cancel = QPushButton("Cancel", self)
        self._print.setVisible(can_print())
        (self._print if can_print() else self._save).setDefault(True)
        column = QVBoxLayout()
        column.addWidget(_scrolling(self._choices), 1)
        for part in (self._state, self._busy, self._print, self._save):
            column.addWidget(part)
        for part in (self._view, self._copy, self._cancel):
            column.addWidget(part)
        return column

    def _right_column(self) -> QVBoxLayout:
        self._where = _plain_label("page")
        bar = QHBoxLayout()
        bar.addWidget(self._where, 1)
        for words, name, action in (
            ("−", "Smaller pages", self._preview.zoom_out),
            ("Fit", "Pages as wide as the view", self._preview.fit),
            ("+", "Larger pages", self._preview.zoom_in),
        ):
            bar.addWidget(_tool(words, name, action))
        column = QVBoxLayout()
        column.addLayout(bar)
        column.addWidget(self._preview, 1)
        return column

    def _connect(self) -> None:
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._set_pages)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW)
        self._slow.timeout.connect(self._busy.show)
        self._choices.options_changed.connect(self._soon.start)
        self._preview.page_changed.connect(self._show_place)
        self._print.clicked.connect(self._send_to_printer)
        self._save.clicked.connect(self._save_pdf)
        self._view.clicked.connect(self._open_viewer)
        self._copy.clicked.connect(self._copy_cards)
        self._cancel.clicked.connect(self.reject)

    def _set_pages(self) -> None:
        self._made = None
        self._show_ready(False)
        self._slow.start()
        self._state.setText("Setting the pages…")
        work = partial(_made, self._press, self._briefing, self._report, self._choices.options)
        self._jobs.run("sheets", work, self._take_pages)

    def _take_pages(self, result: Made | SheetError) -> None:
        self._slow.stop()
        self._busy.hide()
        if isinstance(result, SheetError):
            if not isinstance(result, CancelledError):
                self._state.setText(str(result))
            return
        self._made, sizes = result
        self._preview.show_pages(self._made.pdf, sizes)
        self._state.setText("\n".join(self._made.warnings))
        self._show_ready(True)
        self._show_place(self._preview.page)

    def _show_ready(self, ready: bool) -> None:
        pages = with_noun(self._made.pages, "page") if self._made else "pages"
        self._print.setText(f"&Print {pages}")
        self._save.setText("&Save PDF…" if can_print() else f"&Save {pages} as PDF…")
        for button in (self._print, self._save, self._view):
            button.setEnabled(ready)
        if not ready:
            self._busy.hide()

    def _show_place(self, page: int) -> None:
        pages = self._made.pages if self._made else 0
        self._where.setText(f"Page {page} of {pages}" if pages else "")

    def _save_pdf(self) -> None:
        if self._made is None:
            return
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = self._folder or QStandardPaths.writableLocation(place)
        offered = str(Path(folder) / self._file_name())
        name, _kind = QFileDialog.getSaveFileName(self, "Save PDF", offered, "PDF (*.pdf)")
        if name:
            path = Path(name) if Path(name).suffix else Path(name + ".pdf")
            self.folder_used.emit(str(path.parent))
            pages = with_noun(self._made.pages, "page")
            self._leave_with(partial(saved, self._made.pdf, path), f"Saved {pages} as {{}}")

    def _send_to_printer(self) -> None:
        if self._made is not None:
            self._leave_with(
                partial(printed, self._outside, self._made.pdf, self._briefing.title), "{}"
            )

    def _leave_with(
        self, work: partial[Path | SheetError] | partial[str | SheetError], said: str
    ) -> None:
        self._show_ready(False)
        self._jobs.run("sheets-out", work, partial(self._left, said))

    def _left(self, said: str, result: object) -> None:
        self._show_ready(True)
        self._state.setText(str(result) if isinstance(result, SheetError) else said.format(result))
        if not isinstance(result, SheetError):
            self.choices_used.emit(remembered(self._choices.options))
            self.said.emit(self._state.text())
            self.accept()

    def _open_viewer(self) -> None:
        if self._made is None:
            return
        kept = kept_for_viewing(self._made.pdf, self._file_name())
        if isinstance(kept, SheetError):
            self._state.setText(str(kept))
        else:
            self._jobs.run("outside", partial(self._outside.open_pdf, kept), self._tell_viewed)

    def _tell_viewed(self, answer: Answer) -> None:
        if not answer.done:
            self._state.setText(f"{answer.words} Save the PDF instead.")

    def _copy_cards(self) -> None:
        options = self._choices.options
        work = partial(copied, self._briefing, self._report, options)
        self._jobs.run("sheets-copy", work, self._take_copy)

    def _take_copy(self, copy: Copied | SheetError) -> None:
        if isinstance(copy, SheetError):
            self._state.setText(str(copy))
            return
        data = QMimeData()
        data.setHtml(copy.html)
        data.setText(copy.text)
        QGuiApplication.clipboard().setMimeData(data)
        self._state.setText("Copied; paste it into a mail or a document.")

    def _file_name(self) -> str:
        selection = self._choices.options.selection
        subject = ""
        if isinstance(selection, ChosenCards) and len(selection.ids) == 1:
            subject = self._briefing.card(selection.ids[0]).title
        return file_name(self._briefing.title, subject)

    @override
    def done(self, result: int) -> None:
        self._stop()
        super().done(result)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop()
        super().closeEvent(event)

    def _stop(self) -> None:
        self._soon.stop()
        self._slow.stop()
        self._press.close()
        self._preview.show_pages(b"", ())  # the dialog outlives its use; its images need not


def _first_options(briefing: Briefing, checked: date) -> Options:
    paper = Paper.US_LETTER if briefing.paper == "us-letter" else Paper.A4
    return Options(checked, paper=paper, marking=briefing.marking)


def _made(press: Press, briefing: Briefing, report: Report, options: Options) -> Made | SheetError:
    try:
        made = press.typeset(briefing, report, options)
    except SheetError as error:
        return error
    return made, page_sizes(made.pdf)


def _plain_label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _tool(words: str, name: str, action: object) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.clicked.connect(action)
    return button


def _scrolling(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    area.setFixedWidth(320)
    return area
