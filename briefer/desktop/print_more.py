"""The choices of a print behind More: layout, paper, marking, and what is printed besides."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from briefer.briefing.model import Briefing
from briefer.desktop.value_combo import ValueCombo
from briefer.language import in_sentence, tr
from briefer.sheets.matrix import tied_kinds
from briefer.sheets.options import Annex, Foot, Layout, Options, Orientation, OwnNote, Paper
from briefer.views.matrix import MatrixChoice

_LAYOUTS = tuple((layout, layout.label) for layout in Layout)
_PAPERS = ((Paper.A4, "A4"), (Paper.US_LETTER, "US Letter"))
_ORIENTATIONS: tuple[tuple[Orientation | None, str], ...] = (
    (None, tr("As the layout asks")),
    (Orientation.PORTRAIT, tr("Portrait")),
    (Orientation.LANDSCAPE, tr("Landscape")),
)
_ANNEXES = (
    (Annex.NONE, tr("None")),
    (Annex.QUOTATIONS, tr("Each quotation in its paragraph")),
    (Annex.DOCUMENTS, tr("And the texts in full")),
)
_FEET = ((Foot.LAST, tr("On the last page")), (Foot.EACH, tr("On each page")))
_NARROW = 10  # letters
_PER_PAGE = ((4, tr("Four")), (2, tr("Two")))
_BOXES = (
    ("notes", tr("Speaker &notes")),
    ("every_grade", tr("&Grade of exact quotations too")),
    ("large_print", tr("Large print, 14 poin&ts")),
    ("binding", tr("&Binding margin")),
    ("both_sides", tr("Both s&ides of the paper")),
    ("greyscale", tr("Without colou&rs")),
)


class MoreChoices(QWidget):
    """A form over the options that presets leave alone, and over the two that they set."""

    options_changed = Signal(object)  # Options

    def __init__(
        self,
        briefing: Briefing,
        options: Options,
        own_notes: tuple[OwnNote, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._options, self._own = options, own_notes
        self._combos = _combos(briefing, options)
        self._marking = QLineEdit(options.marking or "", self)
        self._marking.setPlaceholderText(tr("No marking"))
        self._boxes = {name: _box(words, getattr(options, name)) for name, words in _BOXES}
        self._own_box = _box(
            tr("M&y notes ({own_notes})", own_notes=len(own_notes)), bool(options.own_notes)
        )
        self._rows = QFormLayout(self)
        self._build()
        self._connect()
        self._show_fitting()

    def show_options(self, options: Options) -> None:
        """Show what was chosen elsewhere, and say nothing of it."""
        self._options = options
        for name, combo in self._combos.items():
            combo.blockSignals(True)
            combo.choose(getattr(options, name))
            combo.blockSignals(False)
        self._show_fitting()

    def in_short(self) -> str:
        """Return what differs from the usual, in a few words; "" when nothing does."""
        usual = Options(self._options.checked)
        names = [words.replace("&", "") for name, words in _BOXES if getattr(self._options, name)]
        names += [tr("My notes")] if self._options.own_notes else []
        names += [tr("Landscape")] if self._options.orientation is Orientation.LANDSCAPE else []
        names += (
            [tr("Marking {marking}", marking=self._options.marking)]
            if self._options.marking
            else []
        )
        names += [tr("Foot on each page")] if self._options.foot is not usual.foot else []
        return " · ".join(names)

    def _build(self) -> None:
        self._rows.setContentsMargins(0, 4, 0, 0)
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        for name, words in (
            ("layout", tr("&Layout")),
            ("matrix", tr("S&hows")),
            ("cards_on_page", tr("Ca&rds on a page")),
            ("paper", tr("Pap&er")),
            ("orientation", tr("&Orientation")),
        ):
            self._rows.addRow(words, self._combos[name])
        self._rows.addRow(tr("Mar&king"), self._marking)
        self._rows.addRow(tr("Evi&dence"), self._combos["annex"])
        self._rows.addRow(tr("&Foot"), self._combos["foot"])
        self._combos["foot"].setToolTip(tr("Where it says how many quotations match their texts"))
        for box in (*self._boxes.values(), self._own_box):
            self._rows.addRow("", box)
        self._rows.setRowVisible(self._own_box, bool(self._own))

    def _connect(self) -> None:
        for combo in self._combos.values():
            combo.currentIndexChanged.connect(self._read)
        for box in (*self._boxes.values(), self._own_box):
            box.toggled.connect(self._read)
        self._marking.textEdited.connect(self._read)

    def _read(self) -> None:
        chosen: dict[str, Any] = {name: combo.value for name, combo in self._combos.items()}
        chosen |= {name: box.isChecked() for name, box in self._boxes.items()}
        self._options = replace(
            self._options,
            **chosen,
            marking=self._marking.text().strip(),
            own_notes=self._own if self._own_box.isChecked() else (),
        )
        self._show_fitting()
        self.options_changed.emit(self._options)

    def _show_fitting(self) -> None:
        """Show the rows that the layout knows."""
        layout = self._options.layout
        several = self._combos["matrix"].count() > 1
        self._rows.setRowVisible(self._combos["matrix"], layout is Layout.MATRIX and several)
        self._rows.setRowVisible(self._combos["cards_on_page"], layout is Layout.CARDS)


def _combos(briefing: Briefing, options: Options) -> dict[str, ValueCombo[Any]]:
    matrices = tuple(
        (
            MatrixChoice(row.id, column.id),
            tr("{rows} by {columns}", rows=row.heading, columns=in_sentence(column.heading)),
        )
        for row, column in tied_kinds(briefing)
    )
    if options.matrix not in {MatrixChoice(), *(choice for choice, _ in matrices)}:
        matrices = (*matrices, (options.matrix, tr("As in the window")))
    rows: dict[str, tuple[tuple[object, str], ...]] = {
        "layout": _LAYOUTS,
        "matrix": ((MatrixChoice(), tr("As fits the cards")), *matrices),
        "cards_on_page": _PER_PAGE,
        "paper": _PAPERS,
        "orientation": _ORIENTATIONS,
        "annex": _ANNEXES,
        "foot": _FEET,
    }
    combos = {name: ValueCombo(found, getattr(options, name)) for name, found in rows.items()}
    for combo in combos.values():
        combo.setMinimumContentsLength(_NARROW)  # the form gives it what its labels leave
    return combos


def _box(words: str, checked: bool) -> QCheckBox:
    box = QCheckBox(words)
    box.setChecked(checked)
    return box
