"""The door to the views beside the card: what is behind it is loaded when it first opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefer.desktop.browsing import Browsing
from briefer.desktop.file_commands import FileCommands, PresentCards
from briefer.desktop.icons import Icons
from briefer.desktop.keeping import Keeping
from briefer.desktop.parts import Parts
from briefer.desktop.settings import Settings
from briefer.desktop.theme_choice import ThemeChoice
from briefer.desktop.zoom import Zoom

if TYPE_CHECKING:
    from briefer.desktop.viewing import Viewing


class ViewsDoor(QObject):
    """Shows the view of the chosen tab; brings the card back for what needs it."""

    def __init__(
        self,
        parts: Parts,
        browsing: Browsing,
        keeping: Keeping,
        file: FileCommands,
        looks: tuple[ThemeChoice, Icons, Zoom],
        present: PresentCards,
        settings: Settings,
    ) -> None:
        super().__init__(parts.window)
        self._parts, self._browsing, self._keeping = parts, browsing, keeping
        self._file, self._looks, self._present = file, looks, present
        self._settings = settings
        self._viewing: Viewing | None = None
        parts.views.view_chosen.connect(self._show)
        parts.problems.problem_chosen.connect(lambda _: parts.views.show_card())

    def show_card_to_find(self) -> None:
        """Show the card for what is to be found on it, unless the keyboard is in the text."""
        if self._parts.panes.focused_pane() is not self._parts.text:
            self._parts.views.show_card()

    def _show(self, view: str) -> None:
        if self._viewing is None:
            from briefer.desktop.viewing import Viewing

            self._viewing = Viewing(
                self._parts,
                self._browsing,
                self._keeping,
                self._file,
                self._looks,
                self._present,
                self._settings,
            )
        self._viewing.show(view)
