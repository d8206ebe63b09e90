"""What the View menu does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from briefer.desktop.panes import Panes, focus_in
from briefer.desktop.settings import THEME, Settings
from briefer.desktop.theme_choice import ThemeChoice
from briefer.desktop.zoom import Zoom

if TYPE_CHECKING:
    from briefer.desktop.checklist import Checklist


class ViewCommands(QObject):
    """Changes how the window looks, and nothing of what it shows."""

    view_wanted = Signal(str)

    def __init__(
        self,
        window: QWidget,
        panes: Panes,
        choice: ThemeChoice,
        zoom: Zoom,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window, self._panes, self._choice, self._zoom = window, panes, choice, zoom
        self._settings = settings
        self.checklist: Checklist | None = None  # there once the window is

    def choose_theme(self, theme: str) -> None:
        """Take a theme, or follow the system."""
        self._choice.choose(theme)
        self._settings.set(THEME, theme)

    def zoom_in(self) -> None:
        """Make cards and text larger."""
        self._zoom.step(1)

    def zoom_out(self) -> None:
        """Make cards and text smaller."""
        self._zoom.step(-1)

    def zoom_normal(self) -> None:
        """Show cards and text at 100 %."""
        self._zoom.reset()

    def show_view(self, view: str) -> None:
        """Show the card, or another view of the whole, with the keyboard in it."""
        self.view_wanted.emit(view)
        focus_in(self._panes.card)

    def show_navigator(self) -> None:
        """Show the list of cards, or hide it."""
        self._toggle(self._panes.navigator)

    def show_text(self) -> None:
        """Show the text, or hide it."""
        self._toggle(self._panes.text)

    def show_problems(self) -> None:
        """Show the list of problems with the keyboard in it, or hide it."""
        if self._toggle(self._panes.problems):
            self._panes.problems.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_sentences(self) -> None:
        """Show the list of sentences not used yet, or hide it."""
        if self.checklist is not None:
            self.checklist.toggle()

    def full_screen(self) -> None:
        """Fill the screen, or stop it; the window comes back as it was."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def checked(self) -> dict[str, bool]:
        """Return which of the menu's actions are on now."""
        return {
            f"theme_{self._choice.choice}": True,
            "show_navigator": self._panes.navigator.isVisible(),
            "show_text": self._panes.text.isVisible(),
            "show_problems": self._panes.problems.isVisible(),
            "show_sentences": self.checklist is not None and self.checklist.shown(),
            "full_screen": self._window.isFullScreen(),
        }

    def _toggle(self, pane: QWidget) -> bool:
        """Show a hidden pane or hide a shown one; tell whether it is shown now.

        The keyboard of one that goes comes to the card: Qt would give it to the search box.
        """
        if pane.isHidden():
            pane.show()
            return True
        had_keyboard = self._panes.focused_pane() is pane
        pane.hide()
        if had_keyboard:
            focus_in(self._panes.card)
        return False
