"""What to print and how, as the reader chooses it: three presets, and the rest behind More."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.briefing.model import Briefing
from briefer.desktop.value_combo import ValueCombo
from briefer.sheets.options import (
    Annex,
    CardsOfAgenda,
    CardsOfKind,
    ChosenCards,
    Layout,
    Options,
    Orientation,
    Paper,
    Selection,
    WholeBriefing,
)
from briefer.sheets.presets import PRESETS, Preset

_LAYOUTS = tuple((layout, layout.label) for layout in Layout)
_PAPERS = ((Paper.A4, "A4"), (Paper.US_LETTER, "US Letter"))
_ORIENTATIONS: tuple[tuple[Orientation | None, str], ...] = (
    (None, "As the layout asks"),
    (Orientation.PORTRAIT, "Portrait"),
    (Orientation.LANDSCAPE, "Landscape"),
)
_ANNEXES = (
    (Annex.NONE, "None"),
    (Annex.QUOTATIONS, "Each quotation in its paragraph"),
    (Annex.DOCUMENTS, "And the documents in full"),
)


class PrintChoices(QWidget):
    """A form over Options; every change is told at once."""

    options_changed = Signal(object)  # Options

    def __init__(
        self,
        briefing: Briefing,
        options: Options,
        selections: tuple[tuple[Selection, str], ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._options, self._briefing = options, briefing
        self._selection = ValueCombo(selections, options.selection, self)
        self._presets = QButtonGroup(self)
        self._more = self._more_button()
        self._form = self._build_form()
        self._build()
        self._connect()
        self._show_preset()

    @property
    def options(self) -> Options:
        """Return what is chosen now."""
        return self._options

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(_heading("Print"))
        column.addWidget(self._selection)
        self._selection.setAccessibleName("What to print")
        column.addSpacing(10)
        column.addWidget(_heading("As"))
        for preset in PRESETS:
            column.addWidget(self._radio(preset))
            column.addWidget(_description(preset.description))
        column.addSpacing(6)
        column.addWidget(self._more)
        column.addWidget(self._form)
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
        button.setText("More choices")
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setArrowType(Qt.ArrowType.RightArrow)
        button.toggled.connect(self._fold)
        return button

    def _build_form(self) -> QWidget:
        form = QWidget(self)
        rows = QFormLayout(form)
        rows.setContentsMargins(0, 4, 0, 0)
        self._layout = ValueCombo(_LAYOUTS, self._options.layout)
        self._paper = ValueCombo(_PAPERS, self._options.paper)
        self._orientation = ValueCombo(_ORIENTATIONS, self._options.orientation)
        self._annex = ValueCombo(_ANNEXES, self._options.annex)
        self._marking = QLineEdit(self._briefing.marking, form)
        self._marking.setPlaceholderText("No marking")
        self._notes = _box("Speaker notes", checked=self._options.notes)
        self._grades = _box("Grade of exact quotations too", checked=self._options.every_grade)
        self._large = _box("Large print, 14 points", checked=self._options.large_print)
        rows.addRow("&Layout", self._layout)
        rows.addRow("&Paper", self._paper)
        rows.addRow("&Orientation", self._orientation)
        rows.addRow("&Marking", self._marking)
        rows.addRow("&Evidence", self._annex)
        for box in (self._notes, self._grades, self._large):
            rows.addRow("", box)
        form.hide()
        return form

    def _connect(self) -> None:
        for combo in (self._selection, self._layout, self._paper, self._orientation, self._annex):
            combo.currentIndexChanged.connect(self._read)
        for box in (self._notes, self._grades, self._large):
            box.toggled.connect(self._read)
        self._marking.textEdited.connect(self._read)

    def _fold(self, shown: bool) -> None:
        self._more.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        self._form.setVisible(shown)

    def _choose_preset(self, preset: Preset) -> None:
        with QSignalBlocker(self._layout), QSignalBlocker(self._annex):
            self._layout.choose(preset.layout)
            self._annex.choose(preset.annex)
        self._read()

    def _read(self) -> None:
        options = replace(
            self._options,
            selection=self._selection.value,
            layout=self._layout.value,
            paper=self._paper.value,
            orientation=self._orientation.value,
            annex=self._annex.value,
            marking=self._marking.text().strip(),
            notes=self._notes.isChecked(),
            every_grade=self._grades.isChecked(),
            large_print=self._large.isChecked(),
        )
        if options != self._options:
            self._options = options
            self._show_preset()
            self.options_changed.emit(options)

    def _show_preset(self) -> None:
        fitting = next((preset.id for preset in PRESETS if preset.fits(self._options)), None)
        self._presets.setExclusive(False)
        for button in self._presets.buttons():
            button.setChecked(button.property("preset") == fitting)
        self._presets.setExclusive(True)


def selections_of(
    briefing: Briefing, card_id: str, picked: tuple[str, ...]
) -> tuple[tuple[Selection, str], ...]:
    """Return what can be printed of a briefing, named for people, the likeliest first."""
    rows: list[tuple[Selection, str]] = [(WholeBriefing(), "Whole briefing")]
    if card_id:
        rows.append((ChosenCards((card_id,)), f"This card: {briefing.card(card_id).title}"))
    if picked:
        rows.append((ChosenCards(picked), f"Picked cards ({len(picked)})"))
    rows += [(CardsOfAgenda(a.id), f"Run order: {a.title}") for a in briefing.agendas if a.cards]
    rows += [(CardsOfKind(kind.id), f"Only {kind.heading}") for kind in briefing.kinds]
    return tuple(rows)


def _box(words: str, *, checked: bool) -> QCheckBox:
    box = QCheckBox(words)
    box.setChecked(checked)
    return box


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
