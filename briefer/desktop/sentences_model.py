"""The sentences that no card uses as a table: a thin view of a tuple."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefer.briefing.model import Briefing, Document
from briefer.desktop.overrides import override
from briefer.desktop.tooltips import plain_tooltip
from briefer.evidence.model import Report, SentenceUse

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_HEADINGS = ("Reading", "Where", "Sentence", "Why")


class SentencesModel(QAbstractTableModel):
    """A row for each sentence: those not used yet, then those left out on purpose."""

    ValueRole = Qt.ItemDataRole.UserRole  # the SentenceUse itself

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[SentenceUse, ...] = ()
        self._cells: tuple[tuple[str, str, str, str], ...] = ()

    def show_report(self, briefing: Briefing, report: Report | None) -> None:
        """Show the sentences of a briefing that no card uses."""
        unused = [s for s in report.sentences if not s.cards] if report else []
        self.beginResetModel()
        self._rows = tuple(sorted(unused, key=lambda sentence: bool(sentence.left_out)))
        documents = {document.id: document for document in briefing.documents}
        self._cells = tuple(_cells(documents[row.document], row) for row in self._rows)
        self.endResetModel()

    def counts(self) -> tuple[int, int]:
        """Return how many are not used yet, and how many were left out on purpose."""
        left_out = sum(bool(row.left_out) for row in self._rows)
        return len(self._rows) - left_out, left_out

    def row_of(self, document: str, start: int) -> int:
        """Return the row of the sentence that starts here; -1 when there is none."""
        places = ((row.document, row.span.start) for row in self._rows)
        return next((n for n, place in enumerate(places) if place == (document, start)), -1)

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(_HEADINGS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[section]
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == self.ValueRole:
            return self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells[index.row()][index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._cells[index.row()][index.column()])
        return None


def _cells(document: Document, sentence: SentenceUse) -> tuple[str, str, str, str]:
    said = "– Left out on purpose" if sentence.left_out else "○ Not used yet"
    words = " ".join(document.text[slice(*sentence.span)].split())
    return said, f"{document.letter}{sentence.paragraph}", words, sentence.left_out
