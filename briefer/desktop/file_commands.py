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
from briefer.desktop.settings import Settings
from briefer.desktop.theme_choice import ThemeChoice
from briefer.evidence.model import Report
from briefer.guard.fence import Fence
from briefer.language import tr

if TYPE_CHECKING:
    from briefer.desktop.keeping import Keeping
    from briefer.desktop.printing import Printing
    from briefer.desktop.search_box import SearchBox
    from briefer.guard.outside import Answer
    from briefer.sheets.options import Selection

# From a card, or from the start ("") of what is chosen, of the picked cards for one.
Present = Callable[[Briefing, Report | None, str, tuple[str, ...]], None]
PresentCards = Callable[[Briefing, Report | None, str, tuple[str, ...]], object]

_FILTER = tr("Briefings (briefing.toml *.briefing);;All files (*)")


class FileCommands(QObject):
    """Opens, starts, presents, prints and edits briefings."""

    said = Signal(str)
    quotation_wanted = Signal()
    private_wanted = Signal()
    forget_wanted = Signal()

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
        keeping: Keeping,
        search_box: SearchBox,
    ) -> None:
        super().__init__(window)
        self._window, self._browsing, self._opening = window, browsing, opening
        self._built_in, self._choice, self._jobs = built_in, choice, jobs
        self._fence = fence
        self._settings, self._start_presenting = settings, start_presenting
        self._keeping, self._search_box = keeping, search_box
        self._printing: Printing | None = None

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
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Open a briefing"), folder, _FILTER)
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
            self._start_presenting(
                briefing, self._browsing.report, "", self._keeping.picked_names()
            )

    def present_card(self) -> None:
        """Start presenting from the card that is open."""
        if (briefing := self._browsing.briefing) is not None and briefing.complete:
            self._start_presenting(briefing, self._browsing.report, self._browsing.card_id, ())

    def print_sheets(self) -> None:
        """Show the print dialog."""
        self._print()

    def save_sheets(self) -> None:
        """Save briefing sheets as a PDF, as they were printed last."""
        self._print(save=True)

    def print_picked(self) -> None:
        """Show the print dialog with the picked cards chosen."""
        self._print(picked_first=True)

    def print_found(self, cards: tuple[str, ...]) -> None:
        """Show the print dialog with the cards chosen that a search found."""
        from briefer.sheets.options import ChosenCards

        self._print(
            cards=(ChosenCards(cards), tr("Found by the search ({cards})", cards=len(cards)))
        )

    def print_view(self, cards: tuple[Selection, str], changes: Mapping[str, Any]) -> None:
        """Show the print dialog with what a view shows: its cards, in words, and the options."""
        self._print(cards=cards, changes=changes)

    def _print(self, **wish: Any) -> None:
        from briefer.desktop.print_dialog import PrintWish
        from briefer.desktop.printable import printable_of
        from briefer.desktop.printing import Printing

        if self._printing is None:
            self._printing = Printing(
                self._window,
                self._browsing,
                self._choice,
                self._jobs,
                self._fence,
                self._settings,
                partial(printable_of, self._browsing, self._keeping, self._search_box),
            )
            self._printing.said.connect(self.said)
        self._printing.show(PrintWish(**wish))

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
            self.said.emit(
                tr("A packed briefing can’t be edited; name a copy .zip and unpack it first")
            )
        elif not file.is_file():
            self.said.emit(tr("{file} is not a file that an editor can open", file=place.file))
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
            self.said.emit(tr("Comparing waits until the quotations are checked"))
            return
        dialog = VersionDialog(briefing, report, self._jobs, self._choice.theme, self._window)
        dialog.accepted_version.connect(self._take_version)
        dialog.exec()

    def _take_version(self, words: str) -> None:
        self.reload()
        self.said.emit(words)

    def private_mode(self) -> None:
        """Ask for private mode, or for its end."""
        self.private_wanted.emit()

    def forget(self) -> None:
        """Ask for what is kept to be forgotten."""
        self.forget_wanted.emit()

    def quit(self) -> None:
        """Close the window."""
        self._window.close()
