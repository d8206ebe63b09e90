"""Starts a talk and sees it through: the choice of its run, its screens, its times afterwards."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from briefer.briefing.model import Briefing
from briefer.desktop.console_styles import TalkThemes
from briefer.desktop.jobs import Jobs
from briefer.desktop.presenting import Presenting
from briefer.desktop.presenting_awake import Awake
from briefer.desktop.presenting_find import Finder
from briefer.desktop.presenting_runs import Choice, run_from
from briefer.desktop.presenting_screens import Rehearsal, Screens
from briefer.desktop.presenting_subject import Manner, Subject
from briefer.desktop.settings import ROOM_SCREEN, SMALLEST_LETTERS, SOURCE_KEY, Settings
from briefer.desktop.theme import Theme, load_theme
from briefer.evidence.model import Report
from briefer.talk.run import run_of_cards
from briefer.talk.talk import Talk

if TYPE_CHECKING:
    from briefer.desktop.presenting_times import TimesDialog

_WORTH_KEEPING = 20.0  # seconds: a shorter talk was a look


def talk_themes(folder: Path, worn: Theme) -> TalkThemes:
    """Return the looks of a talk: a light room and a dark console, or both in high contrast."""
    if worn.id == "contrast":
        return TalkThemes(worn, worn, folder)
    return TalkThemes(load_theme(folder, "dark"), load_theme(folder, "light"), folder)


class TalkStarter(QObject):
    """Gives one talk at a time."""

    started = Signal(object)  # Presenting
    ended = Signal(object)  # Talk

    def __init__(self, application: QApplication, jobs: Jobs, settings: Settings) -> None:
        super().__init__(application)
        self._application, self._jobs, self._settings = application, jobs, settings
        self._awake = Awake()
        self.presenting: Presenting | None = None
        self.times: TimesDialog | None = None  # of the last talk

    def present(
        self, briefing: Briefing, report: Report | None, card_id: str, themes: TalkThemes
    ) -> None:
        """Present from a card; without one, let the presenter choose what to begin."""
        if self.presenting is not None:
            self.presenting.come_forward()
            return
        choice = run_from(briefing, card_id) if card_id else self._asked(briefing)
        if choice is not None:
            self.start(briefing, report, choice, themes)

    def present_cards(
        self,
        briefing: Briefing,
        report: Report | None,
        title: str,
        ids: tuple[str, ...],
        themes: TalkThemes,
    ) -> None:
        """Present any cards in this order: the picked ones, or a search's hits."""
        if self.presenting is not None:
            self.presenting.come_forward()
        elif ids:
            run = run_of_cards(briefing, title, ids)
            self.start(briefing, report, Choice(run), themes)

    def start(
        self, briefing: Briefing, report: Report | None, choice: Choice, themes: TalkThemes
    ) -> Presenting:
        """Start a talk."""
        subject = Subject(briefing, report, choice.run, choice.position)
        finder = Finder(briefing, report, self._jobs)
        talk = Presenting(subject, self._manner(finder, themes), self)
        self.presenting = talk
        talk.ended.connect(partial(self._finish, briefing))
        self._awake.hold()
        talk.begin(self._windows(talk, rehearsal=choice.rehearsal))
        if report is None:
            self._jobs.run("talk grades", partial(_checked, briefing), self._take_report)
        self.started.emit(talk)
        return talk

    def _manner(self, finder: Finder, themes: TalkThemes) -> Manner:
        smallest, key = self._settings.get(SMALLEST_LETTERS), self._settings.get(SOURCE_KEY)
        return Manner(themes, finder, smallest, key)

    def _asked(self, briefing: Briefing) -> Choice | None:
        from briefer.desktop.presenting_choice import ChoiceDialog
        from briefer.desktop.presenting_options import TalkOptions

        settings = self._settings
        options = TalkOptions(settings.get(SMALLEST_LETTERS), settings.get(SOURCE_KEY))
        window = self._application.activeWindow()
        dialog = ChoiceDialog(briefing, self._application, options, window)
        chosen = dialog.exec()
        settings.set(SMALLEST_LETTERS, options.letters)
        settings.set(SOURCE_KEY, options.source_key)
        choice = dialog.choice() if chosen else None
        dialog.deleteLater()
        return choice

    def _windows(self, talk: Presenting, *, rehearsal: bool) -> Screens | Rehearsal:
        if rehearsal:
            screen = self._application.primaryScreen()
            return Rehearsal(talk.room, talk.console, screen.availableGeometry)
        wanted = self._settings.get(ROOM_SCREEN)
        screens = Screens(self._application, talk.room, talk.console, wanted)
        screens.room_moved.connect(partial(self._settings.set, ROOM_SCREEN))
        return screens

    def _take_report(self, report: Report) -> None:
        if self.presenting is not None:
            self.presenting.take_report(report)

    def _finish(self, briefing: Briefing, talk: Talk) -> None:
        self._awake.release()
        if self.presenting is not None:
            self.presenting.deleteLater()
            self.presenting = None
        self.ended.emit(talk)
        if sum(talk.spent.values()) >= _WORTH_KEEPING:
            self._offer_times(briefing, talk)

    def _offer_times(self, briefing: Briefing, talk: Talk) -> None:
        from briefer.desktop.presenting_times import TimesDialog

        self.times = TimesDialog(briefing, talk)  # the talk's windows are going, and own nothing
        middle = self._application.primaryScreen().availableGeometry().center()
        self.times.move(middle - self.times.rect().center())  # not where the room can read it
        self.times.show()


def _checked(briefing: Briefing) -> Report:
    from briefer.evidence.checker import check

    return check(briefing)
