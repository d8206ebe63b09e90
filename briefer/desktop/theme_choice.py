"""The reader's choice and the system's state -> the theme that is on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QStyleHints

from briefer.desktop.theme import Theme

SYSTEM = "system"
CHOICES = (SYSTEM, "light", "dark", "contrast")
_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


class ThemeChoice(QObject):
    """Which theme is on: the one chosen, or the one that fits the system."""

    theme_changed = Signal(object)  # Theme

    def __init__(
        self,
        hints: QStyleHints,
        load: Callable[[str], Theme],
        choice: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._hints, self._load = hints, load
        self._choice = choice
        self._theme = load(self._wanted())
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    @property
    def theme(self) -> Theme:
        """Return the theme that is on."""
        return self._theme

    @property
    def choice(self) -> str:
        """Return what the reader chose: system, light, dark or contrast."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Take another choice; native dialogs and title bars follow where they can."""
        self._choice = choice
        self._hints.setColorScheme(_SCHEMES.get(choice, Qt.ColorScheme.Unknown))
        self._follow()

    def _follow(self) -> None:
        wanted = self._wanted()
        if wanted != self._theme.id:
            self._theme = self._load(wanted)
            self.theme_changed.emit(self._theme)

    def _wanted(self) -> str:
        if self._choice != SYSTEM:
            return self._choice
        if self._hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "contrast"
        return "dark" if self._hints.colorScheme() == Qt.ColorScheme.Dark else "light"
