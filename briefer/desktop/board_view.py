"""The board: cards as cards, in columns or rows by kind, by source or by a field."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefer.desktop.board_model import Board
from briefer.desktop.board_painting import CardSize
from briefer.desktop.board_table import BoardTable
from briefer.desktop.glance_view import GlanceView, Material, Style
from briefer.desktop.overrides import override
from briefer.desktop.value_combo import ValueCombo
from briefer.desktop.view_head import ViewHead, tool
from briefer.desktop.view_manners import BoardManner
from briefer.language import ntr, tr
from briefer.views.board import KIND, facts_of, groupings_of, groups_of

_HINT = tr("Enter opens, Ctrl+D picks. Shift or Ctrl chooses several to pick, present or print.")


class BoardView(GlanceView):
    """Groups of small cards."""

    print_wanted = Signal(tuple)  # ids of the chosen cards; empty for all
    present_wanted = Signal(tuple)
    manner_changed = Signal(object)  # BoardManner, by the reader

    def __init__(
        self, style: Style, manner: BoardManner | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(style, parent)
        self.setAccessibleName(tr("Board"))
        self._material: Material | None = None
        manner = manner or BoardManner()
        self._key = manner.grouping
        self._head = ViewHead(self)
        self._table = BoardTable(style, self)
        self._table.setAccessibleDescription(_HINT)
        self._sizes = _combo(tr("Size of the cards"), tuple((s, s.label) for s in CardSize), self)
        self._sizes.choose(manner.size)
        ways = ((False, tr("In columns")), (True, tr("In rows")))
        self._ways = _combo(tr("Columns or rows"), ways, self)
        self._ways.choose(manner.in_rows)
        self._groupings: ValueCombo[str] | None = None
        self._present = tool(
            tr("Present"), tr("Present the chosen cards, or all that are here"), self
        )
        self._print = tool(tr("Print…"), tr("Print the chosen cards, or all that are here"), self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._table)
        self.set_style(style)

    def show_material(self, material: Material) -> None:
        """Show these cards."""
        self._material = material
        self._table.show_picked(material.picked)
        self._offer_groupings(material)
        self._show_groups()

    def show_picked(self, picked: frozenset[str]) -> None:
        """Put the star on these cards, and on no others."""
        self._table.show_picked(picked)

    def chosen_cards(self) -> tuple[str, ...]:
        """Return the ids of the chosen cards in the order of the board, when there are several."""
        chosen = self._table.chosen()
        return chosen if len(chosen) > 1 else ()

    def select_card(self, card_id: str) -> None:
        """Go to a card."""
        self._table.select_card(card_id)

    def set_style(self, style: Style) -> None:
        """Take other colours and sizes."""
        super().set_style(style)
        self._table.set_look(style, self._sizes.value)

    @override
    def take_icons(self) -> None:
        self.set_style(self._style)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._head)
        column.addWidget(self._table, 1)
        self._head.add(self._ways, self._sizes, self._present, self._print)

    def _connect(self) -> None:
        table = self._table
        table.card_reached.connect(self.card_selected)
        table.card_opened.connect(self.card_opened)
        table.room_changed.connect(self._fit_rows)
        table.selectionModel().selectionChanged.connect(lambda *_: self._show_words())
        self._sizes.activated.connect(lambda _: self._resize_cards())
        self._ways.activated.connect(lambda _: self._take_manner())
        self._present.clicked.connect(lambda: self.present_wanted.emit(self.chosen_cards()))
        self._print.clicked.connect(lambda: self.print_wanted.emit(self.chosen_cards()))

    def _offer_groupings(self, material: Material) -> None:
        groupings = groupings_of(material.briefing, material.cards)
        if self._groupings is not None:
            self._groupings.deleteLater()
        self._groupings = _combo(tr("How the cards are grouped"), groupings, self)
        if self._key not in {grouping.key for grouping in groupings}:
            self._key = KIND
        self._groupings.choose(self._key)
        self._groupings.activated.connect(lambda _: self._choose_grouping())
        self._head.add_first(self._groupings)

    def _choose_grouping(self) -> None:
        if self._groupings is not None:
            self._key = self._groupings.value
            self._take_manner()

    def _resize_cards(self) -> None:
        self.set_style(self._style)
        self._take_manner()

    def _take_manner(self) -> None:
        """Show the cards as the reader wants them, and say so."""
        self._show_groups()
        self.manner_changed.emit(BoardManner(self._key, self._ways.value, self._sizes.value))

    def _fit_rows(self) -> None:
        if self._ways.value:
            self._show_groups()

    def _show_groups(self) -> None:
        made = self._material
        if made is None:
            return
        groups = groups_of(made.briefing, made.report, made.cards, self._key)
        facts = facts_of(made.briefing, made.report)
        across = self._table.fitting if self._ways.value or len(groups) == 1 else 0
        self._table.show_board(Board(made.briefing, groups, facts, across))
        self._show_words()

    def _show_words(self) -> None:
        if self._material is None:
            return
        chosen = len(self.chosen_cards())
        said = tr("{cards} chosen. ", cards=ntr("{n} card", "{n} cards", chosen)) if chosen else ""
        count = ntr("{n} card", "{n} cards", len(self._material.cards))
        self._head.show_words(tr("Board · {count}", count=count), said + _HINT)


Rows = TypeVar("Rows")


def _combo(name: str, rows: tuple[tuple[Rows, str], ...], parent: QWidget) -> ValueCombo[Rows]:
    combo = ValueCombo(rows, rows[0][0], parent)
    combo.setAccessibleName(name)
    combo.setMinimumContentsLength(9)
    return combo
