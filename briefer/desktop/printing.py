"""Ctrl+P: opens the print dialog on the open briefing, and keeps its pages for the next time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefer.desktop.browsing import Browsing
from briefer.desktop.jobs import Jobs
from briefer.desktop.print_choices import Printable
from briefer.desktop.print_dialog import PrintDialog, PrintWish
from briefer.desktop.settings import PAPER, PRINT_CHOICES, PRINT_FOLDER, Settings
from briefer.desktop.theme_choice import ThemeChoice
from briefer.guard.fence import Fence
from briefer.language import tr
from briefer.sheets.made_pages import MadePages
from briefer.sheets.remembering import on_paper


class Printing(QObject):
    """Prints the open briefing; it is made when printing is first asked for."""

    said = Signal(str)

    def __init__(
        self,
        window: QWidget,
        browsing: Browsing,
        choice: ThemeChoice,
        jobs: Jobs,
        fence: Fence,
        settings: Settings,
        printable: Callable[[], Printable],
    ) -> None:
        super().__init__(window)
        self._window, self._browsing, self._choice = window, browsing, choice
        self._jobs, self._fence, self._settings = jobs, fence, settings
        self._printable = printable
        self._kept = MadePages()
        self._waiting: PrintWish | None = None  # for the quotations to be checked
        browsing.report_changed.connect(self._go_on)
        browsing.briefing_replaced.connect(self._go_on)
        browsing.briefing_opened.connect(self._forget)

    def show(self, wish: PrintWish) -> None:
        """Show the print dialog, or promise it until the quotations are checked."""
        briefing, report = self._browsing.briefing, self._browsing.report
        if briefing is None:
            return
        if report is None or not briefing.complete:
            self._waiting = wish
            self.said.emit(tr("Printing begins as soon as the quotations are checked"))
            return
        settings = self._settings
        dialog = PrintDialog(
            briefing,
            report,
            self._printable(),
            self._jobs,
            self._choice.theme,
            self._window,
            wish=wish,
            kept=self._kept,
            last_choices=on_paper(settings.get(PRINT_CHOICES), settings.get(PAPER)),
            folder=settings.get(PRINT_FOLDER),
            outside=self._fence.outside,
        )
        dialog.choices_used.connect(partial(settings.set, PRINT_CHOICES))
        dialog.folder_used.connect(partial(settings.set, PRINT_FOLDER))
        dialog.said.connect(self.said)
        renew = partial(self._renew, dialog)
        changes = (self._browsing.report_changed, self._browsing.briefing_replaced)
        for changed in changes:
            changed.connect(renew)
        dialog.exec()
        for changed in changes:
            changed.disconnect(renew)
        dialog.deleteLater()

    def _renew(self, dialog: PrintDialog) -> None:
        """Let an open dialog show what the files on disk have become."""
        briefing, report = self._browsing.briefing, self._browsing.report
        if briefing is not None and report is not None and briefing.complete:
            dialog.show_briefing(briefing, report)

    def _go_on(self) -> None:
        wish = self._waiting
        if wish is not None and self._browsing.report is not None:
            self._waiting = None
            self.show(wish)

    def _forget(self) -> None:
        self._waiting = None
