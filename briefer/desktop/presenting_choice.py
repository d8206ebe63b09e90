"""The dialog before a talk: which run, how many minutes, and what of it fits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QWidget,
)

from briefer.briefing.model import Briefing
from briefer.desktop.console_head import show_sign
from briefer.desktop.dialog_parts import BETWEEN, dialog_column
from briefer.desktop.dialog_size import resize_within_screen
from briefer.desktop.overrides import override
from briefer.desktop.presenting_choice_cards import CardsOfRun, summed, takes_too_long
from briefer.desktop.presenting_minutes import MinutesField
from briefer.desktop.presenting_options import TalkOptions
from briefer.desktop.presenting_runs import Choice, run_of_search, runs_of
from briefer.desktop.presenting_screens import Recall
from briefer.desktop.presenting_test_pages import ScreenTest
from briefer.desktop.presenting_wayland import ADVICE, screens_are_the_desktops
from briefer.language import ntr, tr
from briefer.talk.fitting import Fitted, fitted_run, length_of
from briefer.talk.run import Run


class CardSearch(Protocol):
    """Finds cards; calls `ready` when it can find more than before."""

    ready: Callable[[], None]

    def begin(self) -> None: ...
    def cards(self, query: str) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be chosen from, and where the windows were on which screens."""

    briefing: Briefing
    picked: tuple[str, ...]
    search: CardSearch
    recall: Recall


class ChoiceDialog(QDialog):
    """Chooses what is presented; Enter takes the first agenda."""

    def __init__(
        self,
        offer: Offer,
        application: QGuiApplication,
        options: TalkOptions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._options = options
        self.setWindowTitle(tr("Present"))
        self._offer, self._application = offer, application
        self._fixed = runs_of(offer.briefing, offer.picked)
        self._found: Run | None = None  # what is typed finds it
        self._test: ScreenTest | None = None
        self.query = QLineEdit(self)
        self.query.setPlaceholderText(tr("Search for cards to present"))
        self.query.setAccessibleName(tr("Search for cards to present"))
        self.query.setClearButtonEnabled(True)
        self.runs = QListWidget(self)
        self.runs.setAccessibleName(tr("What to present"))
        self.runs.setSpacing(3)
        self.cards = CardsOfRun(offer.briefing, self)
        self.minutes = MinutesField(self)
        self.fit = QCheckBox(tr("Only the m&usts and what fits"), self)
        self.rehearse = QCheckBox(tr("&Rehearse: both windows side by side on this screen"), self)
        self._sum = QLabel(self)
        self._sum.setTextFormat(Qt.TextFormat.PlainText)
        self._place()
        self._connect()
        self._list_runs()
        self.runs.setFocus()
        offer.search.begin()  # so that all can be found by the time somebody types

    def choice(self) -> Choice:
        """Return what was chosen."""
        return Choice(self._fitted().run, 0, self.rehearse.isChecked())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Start with F5 too, which is all that a clicker has for it."""
        if event.key() == Qt.Key.Key_F5:
            self.accept()
        else:
            super().keyPressEvent(event)

    @property
    def _runs(self) -> tuple[Run, ...]:
        return (self._found, *self._fixed) if self._found else self._fixed

    @property
    def _run(self) -> Run:
        return self._runs[max(self.runs.currentRow(), 0)]

    def _list_runs(self) -> None:
        self.runs.clear()
        self.runs.addItems([_name(run) for run in self._runs])
        self.runs.setCurrentRow(0)

    def _search(self) -> None:
        """Offer what is typed as a run of its own, the first of all."""
        query = self.query.text()
        found = self._offer.search.cards(query)
        before, self._found = self._found, None
        if found:
            self._found = run_of_search(self._offer.briefing, query, found)
        if self._found != before:
            self._list_runs()
        if query.strip() and not found:
            self._sum.setText(tr("No card found; no run has changed"))

    def _fitted(self) -> Fitted:
        briefing, run = self._offer.briefing, self._run
        minutes = float(self.minutes.value) or None
        if self.fit.isChecked() and minutes is not None:
            return fitted_run(briefing, run, minutes)
        cards = (briefing.card(card) for card in run.cards)
        needed = sum(length_of(card) for card in cards)
        return Fitted(replace(run, minutes=minutes), (), needed, ())

    def _take_run(self) -> None:
        self.minutes.set_value(round(self._run.minutes or 0))
        self._show()

    def _show(self) -> None:
        self.fit.setEnabled(self.minutes.value > 0)
        fitted = self._fitted()
        self.cards.show_run(self._run.cards, fitted)
        self._sum.setText(summed(fitted))
        show_sign(self._sum, "warning" if takes_too_long(fitted) else "plain")

    def _test_screens(self) -> None:
        self._test = ScreenTest(self._application, self._offer.recall, self)
        self._test.show()

    def _connect(self) -> None:
        self.runs.currentRowChanged.connect(lambda row: self._take_run() if row >= 0 else None)
        self.runs.itemActivated.connect(lambda _: self.accept())
        self.query.textChanged.connect(lambda _: self._search())
        self._offer.search.ready = self._search
        self.finished.connect(self._forget_search)
        self.minutes.value_changed.connect(self._show)
        self.fit.toggled.connect(lambda _: self._show())

    def _forget_search(self) -> None:
        self._offer.search.ready = lambda: None

    def _place(self) -> None:
        resize_within_screen(self, 820, 600)
        lists = QGridLayout()
        lists.addWidget(self.query, 0, 0)
        lists.addWidget(self._sum, 0, 1)
        lists.addWidget(self.runs, 1, 0)
        lists.addWidget(self.cards, 1, 1)
        lists.setColumnStretch(0, 2)
        lists.setColumnStretch(1, 3)
        lists.setVerticalSpacing(8)
        lists.setHorizontalSpacing(BETWEEN)
        time = QGridLayout()
        label = QLabel(tr("&Minutes"), self)
        label.setBuddy(self.minutes)
        for column, widget in enumerate((label, self.minutes, self.fit)):
            time.addWidget(widget, 0, column)
        time.addWidget(self.rehearse, 1, 0, 1, 4)
        time.addWidget(self._options, 2, 0, 1, 4)
        time.setColumnStretch(3, 1)
        rows = dialog_column(self)
        rows.addLayout(lists, 1)
        rows.addLayout(time)
        if screens_are_the_desktops():
            rows.addWidget(_wrapped(ADVICE, self))
        rows.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        start = buttons.addButton(tr("&Start"), QDialogButtonBox.ButtonRole.AcceptRole)
        start.setDefault(True)
        test = buttons.addButton(tr("&Test the screens"), QDialogButtonBox.ButtonRole.ResetRole)
        test.setAutoDefault(False)
        test.clicked.connect(self._test_screens)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def _name(run: Run) -> str:
    cards = ntr("{n} card", "{n} cards", len(run.cards))
    minutes = tr(", {minutes:g} min", minutes=run.minutes) if run.minutes else ""
    return f"{run.title}  ({cards}{minutes})"


def _wrapped(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setWordWrap(True)
    return label
