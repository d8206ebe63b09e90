"""The reading checklist: sentences that no card uses, and those left out on purpose with why."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QLabel, QVBoxLayout, QWidget

from briefer.briefing.model import Briefing
from briefer.desktop.rows_table import rows_table
from briefer.desktop.sentences_model import SentencesModel
from briefer.evidence.model import Report, SentenceUse
from briefer.language import grouped, ntr, tr

_WHY = 260  # pixels


class SentencesPanel(QWidget):
    """Lists sentences; the arrow keys walk through them, and each is shown as it is reached."""

    sentence_reached = Signal(object)  # SentenceUse
    sentence_chosen = Signal(object)  # SentenceUse: Enter or a click

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sentences = SentencesModel(self)
        self._follows = False  # whether what is selected is shown
        self.said = QLabel(self)
        self.said.setObjectName("listHead")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.table = rows_table(tr("Sentences not used yet"), self._sentences, self)
        header = self.table.horizontalHeader()
        for column in (0, 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(3, _WHY)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(6, 4, 6, 4)
        column_.setSpacing(2)
        column_.addWidget(self.said)
        column_.addWidget(self.table, 1)
        self.table.selectionModel().currentChanged.connect(self._reach)
        self.table.clicked.connect(self._choose)
        self.table.activated.connect(self._choose)

    def show_report(self, briefing: Briefing, report: Report | None) -> None:
        """List what a report says of the briefing's sentences; the current row stays."""
        here = self.table.currentIndex().data(SentencesModel.ValueRole)
        self._follows = False
        self._sentences.show_report(briefing, report)
        unused, left_out = self._sentences.counts()
        self.said.setText(_in_words(report, unused, left_out))
        self.table.setVisible(bool(unused or left_out))
        self.table.setColumnHidden(3, not left_out)
        self.setFocusProxy(self.table if unused or left_out else self.said)
        if isinstance(here, SentenceUse):
            self.select(here.document, here.span.start)
        self._follows = True

    def select(self, document: str, start: int) -> None:
        """Select the sentence that starts here without showing it again."""
        row = self._sentences.row_of(document, start)
        if row >= 0:
            self._follows = False
            self.table.setCurrentIndex(self._sentences.index(row, 0))
            self._follows = True

    def _reach(self, index: QModelIndex) -> None:
        sentence = index.data(SentencesModel.ValueRole)
        if self._follows and sentence is not None:
            self.sentence_reached.emit(sentence)

    def _choose(self, index: QModelIndex) -> None:
        self.sentence_chosen.emit(index.data(SentencesModel.ValueRole))


def _in_words(report: Report | None, unused: int, left_out: int) -> str:
    if report is None:
        return tr("The sentences are being compared with the cards…")
    if not report.sentences:
        return tr("There is no sentence to read.")
    total = ntr("{n} sentence", "{n} sentences", len(report.sentences))
    purpose = tr(", {left_out} left out on purpose", left_out=left_out) if left_out else ""
    if not unused:
        return tr(
            "Every sentence is used or accounted for: {total}{purpose}.",
            total=total,
            purpose=purpose,
        )
    return tr(
        "{unused} of {total} not used yet{purpose}. The arrow keys or F7 walk through them.",
        unused=grouped(unused),
        total=total,
        purpose=purpose,
    )
