"""Starts a talk and sees it through: the choice of its run, its screens, its times afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from briefer.briefing.model import Briefing, Card
from briefer.desktop.console_styles import TalkThemes
from briefer.desktop.jobs import Jobs
from briefer.desktop.late_trees import LateTrees
from briefer.desktop.presenting import Presenting
from briefer.desktop.presenting_awake import Awake
from briefer.desktop.presenting_find import Finder
from briefer.desktop.presenting_runs import Choice, run_from
from briefer.desktop.presenting_screens import Rehearsal, Screens
from briefer.desktop.presenting_subject import Manner, Subject
from briefer.desktop.presenting_wayland import SHORT_ADVICE, screens_are_the_desktops
from briefer.desktop.settings import (
    NOTES_SIZE,
    SCREEN_PLACES,
    SMALLEST_LETTERS,
    SOURCE_KEY,
    Settings,
)
from briefer.desktop.theme import Theme, load_theme
from briefer.evidence.model import Report
from briefer.evidence.passage_cards import with_passages, with_passages_checked
from briefer.talk.places import place_in, with_place
from briefer.talk.run import run_of_cards
from briefer.talk.stage import Placement
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
        self._finder: Finder | None = None
        self.presenting: Presenting | None = None
        self.times: TimesDialog | None = None  # of the last talk

    def present(
        self,
        briefing: Briefing,
        report: Report | None,
        card_id: str,
        picked: tuple[str, ...],
        themes: TalkThemes,
    ) -> None:
        """Present from a card; without one, let the presenter choose what to begin."""
        if self.presenting is not None:
            self.presenting.come_forward()
            return
        self._finder = Finder(briefing, report, self._jobs)
        briefing = with_passages(briefing, picked)
        choice = run_from(briefing, card_id) if card_id else self._asked(briefing, picked)
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
            briefing = with_passages(briefing, ids)
            run = run_of_cards(briefing, title, ids)
            self.start(briefing, report, Choice(run), themes)

    def start(
        self, briefing: Briefing, report: Report | None, choice: Choice, themes: TalkThemes
    ) -> Presenting:
        """Start a talk."""
        cards = tuple(map(briefing.card, choice.run.cards))
        if report is not None:
            report = with_passages_checked(report, briefing, cards)
        subject = Subject(briefing, report, choice.run, choice.position)
        if self._finder is None or not self._finder.is_for(briefing):
            self._finder = Finder(briefing, report, self._jobs)
        talk = Presenting(subject, self._manner(self._finder, themes), self)
        talk.take_trees(LateTrees(self._jobs, talk))
        self.presenting = talk
        talk.ended.connect(partial(self._finish, briefing))
        talk.console.notes.size_changed.connect(partial(self._settings.set, NOTES_SIZE))
        self._finder.ready = talk.console.finder.search_again
        self._awake.hold()
        talk.begin(self._windows(talk, rehearsal=choice.rehearsal))
        if screens_are_the_desktops():
            talk.tell(SHORT_ADVICE)
        if report is None:
            self._jobs.run("talk grades", partial(_checked, briefing, cards), self._take_report)
        self.started.emit(talk)
        return talk

    def _manner(self, finder: Finder, themes: TalkThemes) -> Manner:
        get = self._settings.get
        return Manner(themes, finder, get(SMALLEST_LETTERS), get(NOTES_SIZE), get(SOURCE_KEY))

    def _asked(self, briefing: Briefing, picked: tuple[str, ...]) -> Choice | None:
        from briefer.desktop.presenting_choice import ChoiceDialog, Offer
        from briefer.desktop.presenting_options import TalkOptions

        settings = self._settings
        options = TalkOptions(settings.get(SMALLEST_LETTERS), settings.get(SOURCE_KEY))
        window = self._application.activeWindow()
        assert self._finder is not None
        offer = Offer(briefing, picked, self._finder, self._recall)
        dialog = ChoiceDialog(offer, self._application, options, window)
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
        screens = Screens(self._application, talk.room, talk.console, self._recall)
        screens.placed.connect(self._remember_place)
        return screens

    def _recall(self, screens: Sequence[str]) -> Placement:
        return place_in(self._settings.get(SCREEN_PLACES), screens)

    def _remember_place(self, screens: Sequence[str], place: Placement) -> None:
        known = self._settings.get(SCREEN_PLACES)
        self._settings.set(SCREEN_PLACES, with_place(known, screens, place))

    def _take_report(self, report: Report) -> None:
        if self.presenting is not None:
            self.presenting.take_report(report)

    def _finish(self, briefing: Briefing, talk: Talk) -> None:
        self._awake.release()
        if self.presenting is not None:
            self.presenting.deleteLater()
            self.presenting = None
        self._finder = None
        self.ended.emit(talk)
        if sum(talk.spent.values()) >= _WORTH_KEEPING:
            self._offer_times(briefing, talk)

    def _offer_times(self, briefing: Briefing, talk: Talk) -> None:
        from briefer.desktop.presenting_times import TimesDialog

        self.times = TimesDialog(briefing, talk)  # the talk's windows are going, and own nothing
        middle = self._application.primaryScreen().availableGeometry().center()
        self.times.move(middle - self.times.rect().center())  # not where the room can read it
        self.times.show()


def _checked(briefing: Briefing, cards: tuple[Card, ...]) -> Report:
    from briefer.evidence.checker import check

    return with_passages_checked(check(briefing), briefing, cards)
