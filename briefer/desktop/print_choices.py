"""What to print and how, as the reader chooses it: three presets, and the rest behind More."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QToolButton, QVBoxLayout, QWidget

from briefer.briefing.model import Briefing
from briefer.briefing.passage_names import passage_named
from briefer.desktop.print_more import MoreChoices
from briefer.desktop.value_combo import ValueCombo
from briefer.language import ntr, tr
from briefer.sheets.options import (
    CardsOfAgenda,
    CardsOfKind,
    ChosenCards,
    Options,
    OwnNote,
    Selection,
    WholeBriefing,
)
from briefer.sheets.presets import PRESETS, Preset


class Printable(NamedTuple):
    """What of the open briefing can be printed besides what the briefing itself names."""

    card: str = ""  # the one that is shown
    picked: tuple[str, ...] = ()
    query: str = ""
    found: tuple[str, ...] = ()  # cards, in the order that the list of hits shows
    own_notes: tuple[OwnNote, ...] = ()


class PrintChoices(QWidget):
    """A form over Options; every change is told at once."""

    options_changed = Signal(object)  # Options
    folded = Signal(bool)  # whether the further choices are shown

    def __init__(
        self,
        briefing: Briefing,
        options: Options,
        printable: Printable,
        view: tuple[Selection, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._options = options
        selections = selections_of(briefing, printable)
        if view is not None and view[0] not in {selection for selection, _ in selections}:
            selections = (*selections, view)
        self._selection = ValueCombo(selections, options.selection, self)
        self._presets = QButtonGroup(self)
        self._more = self._more_button()
        self._short = _description("")
        self.more = MoreChoices(briefing, options, printable.own_notes, self)
        self.more.hide()
        self._build()
        self._selection.currentIndexChanged.connect(self._choose_selection)
        self.more.options_changed.connect(self._take)
        self._show()

    @property
    def options(self) -> Options:
        """Return what is chosen now."""
        return self._options

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(_heading(tr("Print")))
        column.addWidget(self._selection)
        self._selection.setAccessibleName(tr("What to print"))
        column.addSpacing(10)
        column.addWidget(_heading(tr("As")))
        for preset in PRESETS:
            column.addWidget(self._radio(preset))
            column.addWidget(_description(preset.description))
        column.addSpacing(6)
        column.addWidget(self._more)
        column.addWidget(self._short)
        column.addWidget(self.more)
        column.addStretch(1)

    def _radio(self, preset: Preset) -> QRadioButton:
        radio = QRadioButton(preset.title, self)
        radio.setProperty("preset", preset.id)
        radio.setAccessibleDescription(preset.description)
        radio.clicked.connect(lambda: self._choose_preset(preset))
        self._presets.addButton(radio)
        return radio

    def _more_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setText(tr("&More choices"))
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setArrowType(Qt.ArrowType.RightArrow)
        button.toggled.connect(self._fold)
        return button

    def _fold(self, shown: bool) -> None:
        self._more.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        self.more.setVisible(shown)
        self._show()
        self.folded.emit(shown)

    def _choose_preset(self, preset: Preset) -> None:
        self._take(preset.applied(self._options))
        self.more.show_options(self._options)

    def _choose_selection(self) -> None:
        self._take(replace(self._options, selection=self._selection.value))
        self.more.show_options(self._options)

    def _take(self, options: Options) -> None:
        if options != self._options:
            self._options = options
            self._show()
            self.options_changed.emit(options)

    def _show(self) -> None:
        fitting = next((preset.id for preset in PRESETS if preset.fits(self._options)), None)
        self._presets.setExclusive(False)
        for button in self._presets.buttons():
            button.setChecked(button.property("preset") == fitting)
        self._presets.setExclusive(True)
        words = self.more.in_short() if self.more.isHidden() else ""
        layout = "" if fitting else self._options.layout.label
        self._short.setText(" · ".join(part for part in (layout, words) if part))
        self._short.setVisible(self.more.isHidden() and bool(self._short.text()))


def selections_of(briefing: Briefing, printable: Printable) -> tuple[tuple[Selection, str], ...]:
    """Return what can be printed of a briefing, named for people, the likeliest first."""
    rows: list[tuple[Selection, str]] = [(WholeBriefing(), tr("Whole briefing"))]
    if card := briefing.names.by_id.get(printable.card):
        rows.append((ChosenCards((card.id,)), tr("This card: {title}", title=card.title)))
    if printable.picked:
        passages = any(map(passage_named, printable.picked))
        named = tr("Picked cards and passages") if passages else tr("Picked cards")
        rows.append((ChosenCards(printable.picked), f"{named} ({len(printable.picked)})"))
    if printable.found:
        count = ntr("{n} card", "{n} cards", len(printable.found))
        rows.append(
            (
                ChosenCards(printable.found),
                tr("Found by “{query}”: {count}", query=printable.query, count=count),
            )
        )
    rows += [
        (CardsOfAgenda(a.id), tr("Run order: {title}", title=a.title))
        for a in briefing.agendas
        if a.cards
    ]
    kinds = [kind for kind in briefing.kinds if briefing.cards_of(kind.id)]
    rows += [(CardsOfKind(kind.id), tr("Only {heading}", heading=kind.heading)) for kind in kinds]
    return tuple(rows)


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label


def _description(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setIndent(24)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
