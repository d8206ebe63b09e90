"""The sentences of a document as Qt's table: the text, then the citing cards kind by kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefer.briefing.model import Briefing, Kind, Stance
from briefer.desktop.overrides import override
from briefer.desktop.tooltips import plain_tooltip
from briefer.language import tr
from briefer.views.evidence_map import EvidenceRow, Use

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_UNUSED = tr("Not used yet")


class EvidenceModel(QAbstractTableModel):
    """Column 0 is the sentence, each other one the cards of a kind that cite it."""

    RowRole = Qt.ItemDataRole.UserRole  # the EvidenceRow
    UsesRole = RowRole + 1  # the Uses of a cell; () in column 0

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._briefing: Briefing | None = None
        self._rows: tuple[EvidenceRow, ...] = ()
        self._by_kind: tuple[Mapping[str, tuple[Use, ...]], ...] = ()  # the uses of each row
        self.letter = ""
        self.kinds: tuple[Kind, ...] = ()

    @property
    def rows(self) -> tuple[EvidenceRow, ...]:
        """Return the sentences that are shown."""
        return self._rows

    def show_rows(self, briefing: Briefing, letter: str, rows: tuple[EvidenceRow, ...]) -> None:
        """Show sentences of the document with this letter."""
        self.beginResetModel()
        self._briefing, self.letter, self._rows = briefing, letter, rows
        self._by_kind = tuple(_by_kind(briefing, row) for row in rows)
        citing = {kind for uses in self._by_kind for kind in uses}
        self.kinds = tuple(kind for kind in briefing.kinds if kind.id in citing)
        self.endResetModel()

    def title_of(self, use: Use) -> str:
        """Return a card's title."""
        return self._briefing.card(use.card).title if self._briefing else ""

    def uses_at(self, index: Index) -> tuple[Use, ...]:
        """Return the cards of a cell; none in the column of the sentences."""
        return self.uses_of(index.row(), index.column()) if index.isValid() else ()

    def uses_of(self, row: int, column: int) -> tuple[Use, ...]:
        """Return the cards of a cell, by its numbers."""
        return self._by_kind[row].get(self.kinds[column - 1].id, ()) if column else ()

    def most_uses(self, row: int) -> int:
        """Return how many cards the fullest cell of a row has."""
        return max(map(len, self._by_kind[row].values()), default=0)

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else 1 + len(self.kinds)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == self.RowRole:
            return row
        if role == self.UsesRole:
            return self.uses_at(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(index, row)
        if role == Qt.ItemDataRole.ToolTipRole and index.column():
            return plain_tooltip(self._words(index, row))
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or not section >= 0:
            return None
        if orientation == Qt.Orientation.Horizontal:
            names = (tr("Sentence"), *(kind.heading for kind in self.kinds))
            return names[section] if section < len(names) else None
        if section >= len(self._rows):
            return None
        return f"{self.letter}{self._rows[section].paragraph}"

    def _words(self, index: Index, row: EvidenceRow) -> str:
        if index.column() == 0:
            state = _UNUSED if row.is_unused else ""
            state = (
                tr("Left out: {left_out}", left_out=row.left_out)
                if row.left_out and not row.uses
                else state
            )
            return f"{row.text} ({state})" if state else row.text
        return ", ".join(
            f"{self.title_of(use)}{_STANCES[use.stance]}" for use in self.uses_at(index)
        )


def _by_kind(briefing: Briefing, row: EvidenceRow) -> Mapping[str, tuple[Use, ...]]:
    uses: dict[str, tuple[Use, ...]] = {}
    for use in row.uses:
        kind = briefing.card(use.card).kind
        uses[kind] = (*uses.get(kind, ()), use)
    return uses


_STANCES = {
    Stance.SUPPORTS: "",
    Stance.DISPUTES: " (contradicts)",
    Stance.CONTEXT: tr(" (for context)"),
}
