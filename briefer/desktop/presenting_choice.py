"""The dialog before a talk: which run, how many minutes, and what of it fits."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from briefer.briefing.counting import with_noun
from briefer.briefing.model import Briefing
from briefer.desktop.presenting_minutes import MinutesField
from briefer.desktop.presenting_options import TalkOptions
from briefer.desktop.presenting_runs import Choice, runs_of
from briefer.desktop.presenting_test_pages import ScreenTest
from briefer.talk.fitting import Fitted, fitted_run, length_of, priority_of
from briefer.talk.run import Run, minutes_of

_WAYLAND = (
    "On this desktop a program may not choose the screen. If the room's view comes up on the "
    "wrong one, move it there with the keys of your desktop (often Super+Shift+arrow)."
)


class ChoiceDialog(QDialog):
    """Chooses what is presented; Enter takes the first agenda."""

    def __init__(
        self,
        briefing: Briefing,
        application: QGuiApplication,
        options: TalkOptions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._options = options
        self.setWindowTitle("Present")
        self._briefing, self._application = briefing, application
        self._runs = runs_of(briefing)
        self._test: ScreenTest | None = None
        self.runs = QListWidget(self)
        self.runs.setAccessibleName("What to present")
        self.runs.addItems([_name(run) for run in self._runs[:-1]])
        self.runs.addItem(f"All cards  ({with_noun(len(briefing.cards), 'card')})")
        self.cards = QListWidget(self)
        self.cards.setAccessibleName("The cards of the talk")
        for view in (self.runs, self.cards):
            view.setSpacing(3)
        self.cards.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.minutes = MinutesField(self)
        self.fit = QCheckBox("Only the m&usts and what fits", self)
        self.rehearse = QCheckBox("&Rehearse: both windows side by side on this screen", self)
        self._sum = QLabel(self)
        self._sum.setTextFormat(Qt.TextFormat.PlainText)
        self._place()
        self._connect()
        self.runs.setCurrentRow(0)
        self.runs.setFocus()

    def choice(self) -> Choice:
        """Return what was chosen."""
        return Choice(self._fitted().run, 0, self.rehearse.isChecked())

    def _fitted(self) -> Fitted:
        run = self._runs[max(self.runs.currentRow(), 0)]
        minutes = float(self.minutes.value) or None
        if self.fit.isChecked() and minutes is not None:
            return fitted_run(self._briefing, run, minutes)
        cards = (self._briefing.card(card) for card in run.cards)
        needed = sum(length_of(card) for card in cards)
        return Fitted(replace(run, minutes=minutes), (), needed, ())

    def _take_run(self) -> None:
        run = self._runs[max(self.runs.currentRow(), 0)]
        self.minutes.set_value(round(run.minutes or 0))
        self._show()

    def _show(self) -> None:
        self.fit.setEnabled(self.minutes.value > 0)
        fitted = self._fitted()
        self.cards.clear()
        self.cards.addItems([self._line(n, card) for n, card in enumerate(fitted.run.cards, 1)])
        self._sum.setText(_summed(fitted))

    def _line(self, number: int, card_id: str) -> str:
        card = self._briefing.card(card_id)
        minutes = minutes_of(card)
        facts = [priority_of(card)] if card.field("priority") else []
        facts += [f"{minutes:g} min"] if minutes else []
        return f"{number}  {card.title}" + (f"  ({', '.join(facts)})" if facts else "")

    def _test_screens(self) -> None:
        self._test = ScreenTest(self._application)
        self._test.show()

    def _connect(self) -> None:
        self.runs.currentRowChanged.connect(lambda _: self._take_run())
        self.runs.itemActivated.connect(lambda _: self.accept())
        self.minutes.value_changed.connect(self._show)
        self.fit.toggled.connect(lambda _: self._show())

    def _place(self) -> None:
        self.resize(780, 560)
        lists = QHBoxLayout()
        lists.addWidget(self.runs, 2)
        lists.addWidget(self.cards, 3)
        time = QGridLayout()
        label = QLabel("&Minutes", self)
        label.setBuddy(self.minutes)
        for column, widget in enumerate((label, self.minutes, self.fit)):
            time.addWidget(widget, 0, column)
        time.addWidget(self._sum, 0, 3, Qt.AlignmentFlag.AlignRight)
        time.addWidget(self.rehearse, 1, 0, 1, 4)
        time.addWidget(self._options, 2, 0, 1, 4)
        time.setColumnStretch(3, 1)
        rows = QVBoxLayout(self)
        rows.setSpacing(12)
        rows.addLayout(lists, 1)
        rows.addLayout(time)
        if QGuiApplication.platformName().startswith("wayland"):
            rows.addWidget(_wrapped(_WAYLAND, self))
        rows.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        start = buttons.addButton("&Start", QDialogButtonBox.ButtonRole.AcceptRole)
        start.setDefault(True)
        test = buttons.addButton("&Test the screens", QDialogButtonBox.ButtonRole.HelpRole)
        test.setAutoDefault(False)
        test.clicked.connect(self._test_screens)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def _name(run: Run) -> str:
    cards = with_noun(len(run.cards), "card")
    minutes = f", {run.minutes:g} min" if run.minutes else ""
    return f"{run.title}  ({cards}{minutes})"


def _summed(fitted: Fitted) -> str:
    words = f"{with_noun(len(fitted.run.cards), 'card')}, about {fitted.needed:g} min"
    if fitted.left_out:
        words += f"; {len(fitted.left_out)} left out"
    minutes = fitted.run.minutes
    if fitted.musts and minutes is not None and fitted.needed > minutes:
        words += "; the musts alone take longer"
    return words


def _wrapped(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setWordWrap(True)
    return label
