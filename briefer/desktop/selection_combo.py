"""The box beside the tabs that says over which cards the views work."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from briefer.briefing.model import Briefing
from briefer.desktop.overrides import override
from briefer.desktop.value_combo import give_rows_room
from briefer.language import tr
from briefer.sheets.options import CardsOfKind, ChosenCards, Selection, WholeBriefing

_LEAST = 90  # pixels


class SelectionCombo(QComboBox):
    """Selections by their words; keeps what is chosen while the rows change."""

    selection_chosen = Signal(object)  # Selection
    rows_wanted = Signal()  # the list is about to open

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_rows_room(self)
        self._rows: tuple[tuple[Selection, str], ...] = ()
        self.setAccessibleName(tr("Which cards the view shows"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(20)
        self.setMinimumWidth(_LEAST)  # in a narrow window the tabs come first
        self.activated.connect(lambda row: self.selection_chosen.emit(self._rows[row][0]))

    @override
    def showPopup(self) -> None:
        self.rows_wanted.emit()
        super().showPopup()

    @property
    def words(self) -> str:
        """Return what is chosen, in words."""
        return self.currentText()

    def show_rows(self, rows: tuple[tuple[Selection, str], ...], chosen: Selection) -> None:
        """Offer these; the first when what is chosen is not among them."""
        if rows != self._rows:
            self._rows = rows
            with QSignalBlocker(self):
                self.clear()
                self.addItems([words for _, words in rows])
        selections = [selection for selection, _ in rows]
        self.setCurrentIndex(selections.index(chosen) if chosen in selections else 0)


def selection_rows(
    briefing: Briefing, picked: tuple[str, ...], found: tuple[str, tuple[str, ...]]
) -> tuple[tuple[Selection, str], ...]:
    """Return what a view can work over; `found` is a search and the cards that it found."""
    rows: list[tuple[Selection, str]] = [
        (WholeBriefing(), tr("Whole briefing ({cards})", cards=len(briefing.cards)))
    ]
    if picked:
        rows.append((ChosenCards(picked), tr("Picked cards ({picked})", picked=len(picked))))
    query, hits = found
    if hits:
        rows.append(
            (ChosenCards(hits), tr("Found by “{query}” ({hits})", query=query, hits=len(hits)))
        )
    for kind in briefing.kinds:
        count = len(briefing.cards_of(kind.id))
        rows.append(
            (
                CardsOfKind(kind.id),
                tr("Only {heading} ({count})", heading=kind.heading, count=count),
            )
        )
    return tuple(rows)
