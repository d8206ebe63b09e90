"""What became of a text's cited passages, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, assert_never

from PySide6.QtCore import QObject, Qt

from briefer.desktop.overrides import override
from briefer.desktop.rows_model import Index, RowsModel
from briefer.evidence.versions import Changed, ComparedPassage, Fate, Gone, Moved, Same
from briefer.evidence.wording import difference_in_words
from briefer.language import tr

_HEADINGS = (tr("In the new version"), tr("Paragraph"), tr("Passage"), tr("Cited by"))
_WEIGHT: dict[type[Fate], int] = {Gone: 0, Changed: 1, Moved: 2, Same: 3}


class VersionModel(RowsModel[ComparedPassage]):
    """A row for each cited passage; those that moved can be ticked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_HEADINGS, parent)
        self._ticked: set[int] = set()

    def show_passages(
        self, passages: Sequence[ComparedPassage], cells: Sequence[tuple[str, str, str]]
    ) -> None:
        """Show passages, each with the words of its last three cells; the weightiest come first."""
        pairs = sorted(zip(passages, cells, strict=True), key=lambda p: _WEIGHT[type(p[0].fate)])
        self._ticked.clear()
        self.show_rows((passage, (fate_in_words(passage.fate), *own)) for passage, own in pairs)

    def ticked(self) -> tuple[ComparedPassage, ...]:
        """Return the passages that are ticked."""
        return tuple(self._rows[row] for row in sorted(self._ticked))

    def tickable(self) -> int:
        """Return how many passages can be ticked."""
        return sum(isinstance(row.fate, Moved) for row in self._rows)

    def tick_all(self, on: bool) -> None:
        """Tick every passage that moved, or none."""
        moved = {row for row, passage in enumerate(self._rows) if isinstance(passage.fate, Moved)}
        self._ticked = moved if on else set()
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self._can_tick(index):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole and self._can_tick(index):
            ticked = index.row() in self._ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self._can_tick(index):
            return False
        on = Qt.CheckState(value) == Qt.CheckState.Checked
        (self._ticked.add if on else self._ticked.discard)(index.row())
        self.dataChanged.emit(index, index)
        return True

    def _can_tick(self, index: Index) -> bool:
        first = index.isValid() and index.column() == 0
        return first and isinstance(self._rows[index.row()].fate, Moved)


def fate_in_words(fate: Fate) -> str:
    """Return what became of a passage, with a sign."""
    match fate:
        case Same():
            return tr("✓ The same")
        case Moved():
            return tr("→ Moved")
        case Changed(difference=difference):
            return f"✗ {difference_in_words(difference)}"
        case Gone():
            return tr("✗ Gone")
        case _:
            assert_never(fate)
