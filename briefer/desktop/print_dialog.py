"""Ctrl+P: choices at the left, the exact pages at the right, and where they go."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QMimeData, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.briefing.model import Briefing
from briefer.desktop.dialog_parts import BETWEEN, EDGE
from briefer.desktop.dialog_size import resize_within_screen
from briefer.desktop.jobs import Jobs
from briefer.desktop.overrides import override
from briefer.desktop.paper import Paper as PaperJob
from briefer.desktop.paper import Ticket, way_to_paper
from briefer.desktop.print_buttons import PrintButtons
from briefer.desktop.print_choices import Printable, PrintChoices
from briefer.desktop.print_question import goes_on
from briefer.desktop.sheet_preview import SheetPreview
from briefer.desktop.sheet_saving import Copied, copied, file_name, kept_for_viewing, saved
from briefer.desktop.sheet_thumbnails import SheetThumbnails
from briefer.desktop.theme import Theme
from briefer.evidence.model import Report
from briefer.guard.outside import Answer, Here, Outside
from briefer.language import ntr, tr
from briefer.sheets.errors import CancelledError, SheetError
from briefer.sheets.made_pages import Made, MadePages
from briefer.sheets.marking import marking_doubts
from briefer.sheets.options import ChosenCards, Options, Paper, Selection
from briefer.sheets.page_images import page_sizes
from briefer.sheets.press import Press
from briefer.sheets.remembering import recalled, remembered
from briefer.sheets.selection import selected_cards
from briefer.sheets.typesetting import Typeset

_SOON = 120  # milliseconds of quiet before pages are set again
_SLOW = 400  # milliseconds before the progress bar shows


class PrintWish(NamedTuple):
    """What the reader asked for on the way here; `cards`, in words, and `changes` of the options
    are what a view shows.
    """

    picked_first: bool = False
    cards: tuple[Selection, str] | None = None
    changes: Mapping[str, Any] = {}
    save: bool = False  # ask for a file at once


class PrintDialog(QDialog):
    """Choose, look, and print or save; the bytes shown are the bytes that are printed.

    `kept` are pages that were set before. `last_choices` is the line that the last dialog sent by
    `choices_used`; `folder` is where PDFs were saved last, as `folder_used` said.
    """

    choices_used = Signal(str)
    folder_used = Signal(str)
    said = Signal(str)  # what became of the pages

    def __init__(
        self,
        briefing: Briefing,
        report: Report,
        printable: Printable,
        jobs: Jobs,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        wish: PrintWish | None = None,
        checked: date | None = None,
        press: Press | None = None,
        kept: MadePages | None = None,
        last_choices: str = "",
        folder: str = "",
        outside: Outside | None = None,
    ) -> None:
        super().__init__(parent)
        self._briefing, self._report, self._jobs = briefing, report, jobs
        self._press = press or Press()
        self._kept = kept or MadePages()
        self._outside = outside or Here()
        self._made: Typeset | None = None
        self._waiting: Callable[[], None] | None = None  # what to do once the pages are there
        self._paper: PaperJob | None = None
        self._folder = folder
        wish = wish or PrintWish()
        usual = recalled(last_choices, _first_options(briefing, checked or date.today()))
        options = _wished(usual, wish, printable)
        self._choices = PrintChoices(briefing, options, printable, wish.cards, self)
        self._buttons = PrintButtons(can_print=way_to_paper() is not None, parent=self)
        self._preview = SheetPreview(jobs, theme, self)
        self._thumbnails = SheetThumbnails(jobs, theme, self)
        self._build()
        self._connect()
        self._set_pages()
        self._find_printers()
        if wish.save:
            QTimer.singleShot(0, self, lambda: self._when_set(self._save_pdf))

    def show_briefing(self, briefing: Briefing, report: Report) -> None:
        """Set the pages of what the briefing has become on disk meanwhile."""
        self._briefing, self._report = briefing, report
        self._set_pages()

    def _build(self) -> None:
        self.setWindowTitle(tr("Print"))
        self.setSizeGripEnabled(True)
        resize_within_screen(self, 1180, 800)
        left = QVBoxLayout()
        left.addWidget(_scrolling(self._choices), 1)
        left.addWidget(self._buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        row.setSpacing(BETWEEN)
        row.addLayout(left)
        row.addLayout(self._right_column(), 1)

    def _right_column(self) -> QVBoxLayout:
        self._where = QLabel()
        bar = QHBoxLayout()
        bar.addWidget(self._where, 1)
        for words, name, action in (
            ("−", tr("Smaller pages"), self._preview.zoom_out),
            (tr("Fit"), tr("Pages as wide as the view"), self._preview.fit),
            ("+", tr("Larger pages"), self._preview.zoom_in),
        ):
            bar.addWidget(_tool(words, name, action))
        pages = QHBoxLayout()
        pages.addWidget(self._thumbnails)
        pages.addWidget(self._preview, 1)
        column = QVBoxLayout()
        column.addLayout(bar)
        column.addLayout(pages, 1)
        return column

    def _connect(self) -> None:
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._set_pages)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW)
        self._slow.timeout.connect(lambda: self._buttons.show_busy(busy=True))
        self._choices.options_changed.connect(self._take_options)
        self._preview.page_changed.connect(self._show_place)
        self._thumbnails.page_chosen.connect(self._preview.go_to_page)
        buttons = self._buttons
        buttons.print_wanted.connect(lambda: self._when_set(self._send_to_printer))
        buttons.save_wanted.connect(lambda: self._when_set(self._save_pdf))
        buttons.view_wanted.connect(lambda: self._when_set(self._open_viewer))
        buttons.copy_wanted.connect(self._copy_cards)
        buttons.cancel_wanted.connect(self.reject)

    def _take_options(self, options: Options) -> None:
        """Show pages that were set before at once; set others when the reader pauses."""
        self._waiting = None
        if self._kept.find(self._briefing, self._report, options):
            self._soon.stop()
            self._set_pages()
        else:
            self._soon.start()

    def _set_pages(self) -> None:
        options = self._choices.options
        if made := self._kept.find(self._briefing, self._report, options):
            self._take_pages(options, made)
            return
        self._made = None
        self._buttons.set_enabled(enabled=True)  # what is wanted now waits for the pages
        self._buttons.show_pages(0)
        self._slow.start()
        self._buttons.tell(tr("Setting the pages…"))
        work = partial(_made, self._press, self._briefing, self._report, options)
        self._jobs.run("sheets", work, partial(self._take_pages, options))

    def _take_pages(self, options: Options, result: Made | SheetError) -> None:
        if options != self._choices.options or isinstance(result, CancelledError):
            return  # newer pages are on their way
        self._slow.stop()
        self._buttons.show_busy(busy=False)
        if isinstance(result, SheetError):
            self._waiting = None
            self._buttons.set_enabled(enabled=False)
            self._buttons.tell(str(result), bad=True)
            return
        self._buttons.set_enabled(enabled=True)
        self._kept.keep(self._briefing, self._report, options, result)
        self._made = result.pages
        self._thumbnails.setVisible(result.pages.pages > 1)
        for view in (self._preview, self._thumbnails):
            view.show_pages(result.pages.pdf, result.sizes)
        self._buttons.tell("\n".join(self._made.warnings), bad=True)
        self._buttons.show_pages(self._made.pages)
        self._show_place(self._preview.page)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def _when_set(self, act: Callable[[], None]) -> None:
        """Do something with the pages that belong to the choices: now, or once they are set."""
        if self._soon.isActive():
            self._soon.stop()
            self._set_pages()
        if self._made is not None:
            act()
        else:
            self._waiting = act
            self._buttons.tell(tr("Setting the pages; then they go on their way…"))

    def _show_place(self, page: int) -> None:
        pages = self._made.pages if self._made else 0
        self._where.setText(tr("Page {page} of {pages}", page=page, pages=pages) if pages else "")
        self._thumbnails.show_current(page)

    def _may_go(self) -> bool:
        doubts = marking_doubts(self._briefing, self._choices.options)
        return not doubts or goes_on(doubts, self)

    def _save_pdf(self) -> None:
        if self._made is None or not self._may_go():
            return
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = self._folder if Path(self._folder).is_dir() and self._folder else ""
        folder = folder or QStandardPaths.writableLocation(place)
        offered = str(Path(folder) / self._file_name())
        name, _kind = QFileDialog.getSaveFileName(self, tr("Save PDF"), offered, "PDF (*.pdf)")
        if name:
            path = Path(name) if Path(name).suffix else Path(name + ".pdf")
            self.folder_used.emit(str(path.parent))
            pages = ntr("{n} page", "{n} pages", self._made.pages)
            self._set_off()
            work = partial(saved, self._made.pdf, path)

            def said(file: object) -> str:
                return tr("Saved {pages} as {path}", pages=pages, path=file)

            self._jobs.run("sheets-out", work, partial(self._left, said))

    def _find_printers(self) -> None:
        way = way_to_paper()
        if way is not None:
            way.find_printers(self._outside, self._jobs, self._buttons.show_printers)

    def _send_to_printer(self) -> None:
        way = way_to_paper()
        if self._made is None or way is None or not self._may_go():
            return
        paper = way.start(self._made.pdf, self._ticket(), self._outside, self._jobs, self)
        if paper is not None:
            self._set_off()
            paper.went_on.connect(lambda n, of: self._buttons.show_busy(busy=True, done=n, of=of))
            paper.ended.connect(partial(self._left, str))
            self._paper = paper
            paper.begin()

    def _ticket(self) -> Ticket:
        made = self._kept.find(self._briefing, self._report, self._choices.options)
        return Ticket(
            self._briefing.title,
            self._choices.options,
            made.sizes if made else (),
            self._buttons.printer,
            self._buttons.copies,
        )

    def _set_off(self) -> None:
        self._buttons.set_enabled(enabled=False)
        self._buttons.tell("")

    def _left(self, said: Callable[[object], str], result: object) -> None:
        self._buttons.set_enabled(enabled=True)
        self._buttons.show_busy(busy=False)
        if isinstance(result, SheetError):
            self._buttons.tell(str(result), bad=True)
            return
        self.choices_used.emit(remembered(self._choices.options))
        self.said.emit(said(result))
        self.accept()

    def _open_viewer(self) -> None:
        if self._made is None:
            return
        kept = kept_for_viewing(self._made.pdf, self._file_name())
        if isinstance(kept, SheetError):
            self._buttons.tell(str(kept), bad=True)
        else:
            self._jobs.run("outside", partial(self._outside.open_pdf, kept), self._tell_viewed)

    def _tell_viewed(self, answer: Answer) -> None:
        if not answer.done:
            self._buttons.tell(tr("{words} Save the PDF instead.", words=answer.words), bad=True)

    def _copy_cards(self) -> None:
        options = self._choices.options
        work = partial(copied, self._briefing, self._report, options)
        self._jobs.run("sheets-copy", work, self._take_copy)

    def _take_copy(self, copy: Copied | SheetError) -> None:
        if isinstance(copy, SheetError):
            self._buttons.tell(str(copy), bad=True)
            return
        data = QMimeData()
        data.setHtml(copy.html)
        data.setText(copy.text)
        QGuiApplication.clipboard().setMimeData(data)
        self._buttons.tell(tr("Copied; paste it into a mail or a document."))

    def _file_name(self) -> str:
        selection = self._choices.options.selection
        subject = ""
        if isinstance(selection, ChosenCards) and len(selection.ids) == 1:
            subject = selected_cards(self._briefing, selection)[0].title
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
        if self._paper is not None:
            self._paper.stop()
        for view in (self._preview, self._thumbnails):
            view.show_pages(b"", ())  # the dialog outlives its use; its images need not


def _first_options(briefing: Briefing, checked: date) -> Options:
    paper = Paper.US_LETTER if briefing.paper == "us-letter" else Paper.A4
    return Options(checked, paper=paper, marking=briefing.marking)


def _wished(usual: Options, wish: PrintWish, printable: Printable) -> Options:
    """Return the options to begin with: what is asked for comes before what was printed last."""
    if wish.cards is not None:
        return replace(usual, selection=wish.cards[0], **wish.changes)
    if printable.picked and wish.picked_first:
        return replace(usual, selection=ChosenCards(printable.picked))
    return usual


def _made(press: Press, briefing: Briefing, report: Report, options: Options) -> Made | SheetError:
    try:
        made = press.typeset(briefing, report, options)
    except SheetError as error:
        return error
    return Made(made, page_sizes(made.pdf))


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
