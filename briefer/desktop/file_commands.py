"""What the File menu does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefer.briefing.model import Briefing, Place
from briefer.desktop.briefing_paths import briefing_at
from briefer.desktop.browsing import Browsing
from briefer.desktop.jobs import Jobs
from briefer.desktop.opening import Opening
from briefer.desktop.settings import PRINT_CHOICES, PRINT_FOLDER, Settings
from briefer.desktop.theme_choice import ThemeChoice
from briefer.evidence.model import Report
from briefer.guard.fence import Fence

if TYPE_CHECKING:
    from briefer.guard.outside import Answer
    from briefer.sheets.options import Selection

# From a card, or from the start ("") of what is chosen, of the picked cards for one.
Present = Callable[[Briefing, Report | None, str, tuple[str, ...]], None]
PresentCards = Callable[[Briefing, Report | None, str, tuple[str, ...]], object]

_FILTER = "Briefings (briefing.toml *.briefing);;All files (*)"


class FileCommands(QObject):
    """Opens, starts, presents, prints and edits briefings."""

    said = Signal(str)
    quotation_wanted = Signal()

    def __init__(
        self,
        window: QWidget,
        browsing: Browsing,
        opening: Opening,
        built_in: Path,
        choice: ThemeChoice,
        jobs: Jobs,
        fence: Fence,
        settings: Settings,
        start_presenting: Present,
        picked: Callable[[], tuple[str, ...]],
    ) -> None:
        super().__init__(window)
        self._window, self._browsing, self._opening = window, browsing, opening
        self._built_in, self._choice, self._jobs = built_in, choice, jobs
        self._fence = fence
        self._settings, self._start_presenting = settings, start_presenting
        self._picked = picked

    def new_briefing(self) -> None:
        """Ask for documents and a folder, and open what was started."""
        from briefer.desktop.starting_dialog import StartingDialog

        dialog = StartingDialog(self._window)
        if dialog.exec() and dialog.started is not None:
            self._opening.open(dialog.started)

    def open_briefing(self) -> None:
        """Ask for a briefing and open it."""
        from PySide6.QtWidgets import QFileDialog

        folder = str(self._opening.path.parent) if self._opening.path else ""
        name, _ = QFileDialog.getOpenFileName(self._window, "Open a briefing", folder, _FILTER)
        if name:
            self.open_path(Path(name))

    def open_path(self, path: Path) -> None:
        """Open the briefing that a path belongs to."""
        self._opening.open(briefing_at(path))

    def open_built_in(self) -> None:
        """Open the briefing that ships with the program."""
        self._opening.open(self._built_in)

    def reload(self) -> None:
        """Read the open briefing again."""
        self._opening.reload()

    def present(self) -> None:
        """Choose a run and start presenting it from its first card."""
        if (briefing := self._browsing.briefing) is not None and briefing.complete:
            self._start_presenting(briefing, self._browsing.report, "", self._picked())

    def present_card(self) -> None:
        """Start presenting from the card that is open."""
        if (briefing := self._browsing.briefing) is not None and briefing.complete:
            self._start_presenting(briefing, self._browsing.report, self._browsing.card_id, ())

    def print_sheets(self) -> None:
        """Show the print dialog."""
        self._print()

    def print_picked(self) -> None:
        """Show the print dialog with the picked cards chosen."""
        self._print(picked_first=True)

    def print_view(self, cards: tuple[Selection, str], changes: Mapping[str, Any]) -> None:
        """Show the print dialog with what a view shows: its cards, in words, and the options."""
        self._print(cards=cards, changes=changes)

    def _print(
        self,
        *,
        picked_first: bool = False,
        cards: tuple[Selection, str] | None = None,
        changes: Mapping[str, Any] | None = None,
    ) -> None:
        from briefer.desktop.print_dialog import PrintDialog

        briefing, report = self._browsing.briefing, self._browsing.report
        if briefing is None or report is None:
            self.said.emit("Printing waits until the quotations are checked")
            return
        settings = self._settings
        dialog = PrintDialog(
            briefing,
            report,
            self._browsing.card_id,
            self._jobs,
            self._choice.theme,
            self._window,
            picked=self._picked(),
            picked_first=picked_first,
            cards=cards,
            changes=changes,
            last_choices=settings.get(PRINT_CHOICES),
            folder=settings.get(PRINT_FOLDER),
            outside=self._fence.outside,
        )
        dialog.choices_used.connect(lambda choices: settings.set(PRINT_CHOICES, choices))
        dialog.folder_used.connect(lambda folder: settings.set(PRINT_FOLDER, folder))
        dialog.said.connect(self.said)
        dialog.exec()

    def edit_card(self) -> None:
        """Open the card at its line in the reader's editor."""
        briefing = self._browsing.briefing
        if briefing is not None and self._browsing.card_id:
            self.edit_place(briefing.card(self._browsing.card_id).place)

    def edit_place(self, place: Place) -> None:
        """Open a file of the briefing at a line in the reader's editor."""
        briefing = self._browsing.briefing
        if briefing is None:
            return
        file = briefing.files.path / place.file
        if briefing.files.path.is_file():
            self.said.emit("A packed briefing can’t be edited; unpack it to a folder first")
        elif not file.is_file():
            self.said.emit(f"{place.file} is not a file that an editor can open")
        else:
            edit = partial(self._fence.outside.edit, file.absolute(), place.line)
            self._jobs.run("outside", edit, self._tell_left)

    def _tell_left(self, answer: Answer) -> None:
        if not answer.done:
            self.said.emit(answer.words)

    def copy_quotation(self) -> None:
        """Ask for the text's selected words as a quotation."""
        self.quotation_wanted.emit()

    def compare_version(self) -> None:
        """Compare a text with its new version, and accept that when the reader says so."""
        from briefer.desktop.version_dialog import VersionDialog

        briefing, report = self._browsing.briefing, self._browsing.report
        if briefing is None or report is None or not briefing.documents:
            self.said.emit("Comparing waits until the quotations are checked")
            return
        dialog = VersionDialog(
            briefing, report, self._jobs, self._choice.theme, parent=self._window
        )
        dialog.accepted_version.connect(self._take_version)
        dialog.exec()

    def _take_version(self, words: str) -> None:
        self.reload()
        self.said.emit(words)

    def quit(self) -> None:
        """Close the window."""
        self._window.close()
