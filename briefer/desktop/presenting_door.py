"""The door to presenting: nothing behind it is loaded before somebody presents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from briefer.briefing.model import Briefing
from briefer.desktop.jobs import Jobs
from briefer.desktop.settings import Settings
from briefer.desktop.theme_choice import ThemeChoice
from briefer.evidence.model import Report

if TYPE_CHECKING:
    from briefer.desktop.console_styles import TalkThemes
    from briefer.desktop.presenting_start import TalkStarter


class PresentingDoor:
    """Starts talks: from the start after a choice, or at once from a card."""

    def __init__(
        self,
        application: QApplication,
        jobs: Jobs,
        settings: Settings,
        choice: ThemeChoice,
        themes: Path,
    ) -> None:
        self._application, self._jobs, self._settings = application, jobs, settings
        self._choice, self._themes = choice, themes
        self._starter: TalkStarter | None = None

    def __call__(
        self, briefing: Briefing, report: Report | None, card_id: str, picked: tuple[str, ...] = ()
    ) -> None:
        """Present from a card; when none is named, from the start of what is then chosen."""
        self._opened().present(briefing, report, card_id, picked, self._looks())

    def present_cards(
        self, briefing: Briefing, report: Report | None, title: str, ids: tuple[str, ...]
    ) -> None:
        """Present these cards in this order: the picked ones, or a search's hits."""
        self._opened().present_cards(briefing, report, title, ids, self._looks())

    def _opened(self) -> TalkStarter:
        from briefer.desktop.presenting_start import TalkStarter

        if self._starter is None:
            self._starter = TalkStarter(self._application, self._jobs, self._settings)
        return self._starter

    def _looks(self) -> TalkThemes:
        from briefer.desktop.presenting_start import talk_themes

        return talk_themes(self._themes, self._choice.theme)
