"""The sentences that no card uses as a table."""

from __future__ import annotations

from PySide6.QtCore import QObject

from briefer.briefing.model import Briefing, Document
from briefer.desktop.rows_model import RowsModel
from briefer.evidence.model import Report, SentenceUse
from briefer.language import tr


class SentencesModel(RowsModel[SentenceUse]):
    """A row for each sentence: those not used yet, then those left out on purpose."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((tr("Reading"), tr("Where"), tr("Sentence"), tr("Why")), parent)

    def show_report(self, briefing: Briefing, report: Report | None) -> None:
        """Show the sentences of a briefing that no card uses."""
        unused = [s for s in report.sentences if not s.cards] if report else []
        documents = {document.id: document for document in briefing.documents}
        unused.sort(key=lambda sentence: bool(sentence.left_out))
        self.show_rows((row, _cells(documents[row.document], row)) for row in unused)

    def counts(self) -> tuple[int, int]:
        """Return how many are not used yet, and how many were left out on purpose."""
        left_out = sum(bool(row.left_out) for row in self._rows)
        return len(self._rows) - left_out, left_out

    def row_of(self, document: str, start: int) -> int:
        """Return the row of the sentence that starts here; -1 when there is none."""
        places = ((row.document, row.span.start) for row in self._rows)
        return next((n for n, place in enumerate(places) if place == (document, start)), -1)


def _cells(document: Document, sentence: SentenceUse) -> tuple[str, str, str, str]:
    said = tr("– Left out on purpose") if sentence.left_out else tr("○ Not used yet")
    words = " ".join(document.text[slice(*sentence.span)].split())
    return said, f"{document.letter}{sentence.paragraph}", words, sentence.left_out
