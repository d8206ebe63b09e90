"""The evidence: a text sentence by sentence, who cites it, and what rests on one source."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from briefer.briefing.model import Span
from briefer.desktop.evidence_table import EvidenceTable
from briefer.desktop.glance_view import GlanceView, Material, Style
from briefer.desktop.overrides import override
from briefer.desktop.passage_list import CitingCard, PassageList
from briefer.desktop.resting_panel import RestingPanel
from briefer.desktop.value_combo import ValueCombo
from briefer.desktop.view_head import ViewHead, tool
from briefer.language import grouped, ntr, tr
from briefer.views.evidence_map import EvidenceRow, Use, evidence_rows, resting_on_one

_WAITING = tr("The quotations are still being compared with the text.")
_ALL_USED = tr("Every sentence of this text is used.")
_WORDS = {"supports": "supports", "disputes": "contradicts", "context": "context"}


class EvidenceView(GlanceView):
    """The sentences of a text beside the cards that cite them."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.setAccessibleName(tr("Evidence"))
        self._material: Material | None = None
        self._document = ""
        self._head = ViewHead(self)
        self._table = EvidenceTable(style, self)
        self._table.setAccessibleName(tr("Sentences and the cards that cite them"))
        self._panel = RestingPanel(style, self)
        self._texts: ValueCombo[str] | None = None
        self._unused = tool(
            tr("Not used yet"), tr("Show only the sentences that no card uses"), self
        )
        self._unused.setCheckable(True)
        self._head.add(self._unused)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._table)
        self.set_style(style)

    def show_material(self, material: Material) -> None:
        """Show the texts of a briefing, and these of its cards beside them."""
        if self._material is None or self._material.briefing is not material.briefing:
            self._offer_texts(material)
        self._material = material
        self._show_rows()

    def select_card(self, card_id: str) -> None:
        """Mark a card wherever it cites."""
        self._table.select_card(card_id)

    @override
    def draw_ahead(self) -> None:
        self._table.draw_ahead()

    def set_style(self, style: Style) -> None:
        """Take other colours and sizes."""
        super().set_style(style)
        self._table.set_style(style)
        self._panel.set_style(style)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list of sources below the table where there is no room beside it."""
        super().resizeEvent(event)
        beside = event.size().width() >= self._panel.room_beside()
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._panel.lie(beside=beside)

    def _lay_out(self) -> None:
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(12)
        row.addWidget(self._table, 1)
        row.addWidget(self._panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._head)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        table = self._table
        table.card_chosen.connect(self.card_selected)
        table.card_opened.connect(self.card_opened)
        table.uses_entered.connect(self._list_cards)
        table.sentence_entered.connect(self._tell_passage)
        self._panel.card_chosen.connect(self.card_opened)
        self._unused.toggled.connect(lambda _: self._show_rows())

    def _offer_texts(self, material: Material) -> None:
        documents = material.briefing.documents
        self._document = documents[0].id if documents else ""
        if self._texts is not None:
            self._texts.deleteLater()
            self._texts = None
        if len(documents) > 1:
            rows = tuple((d.id, f"{d.letter} · {d.title}") for d in documents)
            self._texts = ValueCombo(rows, self._document, self)
            self._texts.setAccessibleName(tr("Text"))
            self._texts.activated.connect(lambda _: self._choose_text())
            self._head.add(self._texts)

    def _choose_text(self) -> None:
        if self._texts is not None:
            self._document = self._texts.value
            self._show_rows()

    def _show_rows(self) -> None:
        made = self._material
        document = made.briefing.document(self._document) if made else None
        if made is None or document is None:
            return
        if made.report is None:
            self._head.show_words(tr("Evidence"), _WAITING)
            self._table.show_rows(made.briefing, document.letter, ())
            return
        ids = {card.id for card in made.cards}
        rows = evidence_rows(document, made.report, ids)
        shown = tuple(row for row in rows if row.is_unused or not self._unused.isChecked())
        self._table.show_rows(made.briefing, document.letter, shown, _ALL_USED if rows else "")
        self._head.show_words(tr("Evidence · {title}", title=document.title), _hint(rows))
        self._panel.show_resting(
            made.briefing, made.report, resting_on_one(made.briefing, made.report, ids)
        )

    def _list_cards(self, uses: tuple[Use, ...]) -> None:
        """List the cards of a cell, to open one."""
        made = self._material
        assert made is not None
        listed = tuple(
            CitingCard(card.id, card.title, made.briefing.kind(card.kind).singular, (words,))
            for card, words in (
                (made.briefing.card(use.card), _WORDS[use.stance.value]) for use in uses
            )
        )
        popup = PassageList(self)
        popup.card_chosen.connect(self.card_opened)
        popup.aboutToHide.connect(popup.deleteLater)
        rect = self._table.visualRect(self._table.currentIndex())
        popup.show_cards(listed, self._table.viewport().mapToGlobal(rect.bottomLeft()))

    def _tell_passage(self, span: Span) -> None:
        self.passage_chosen.emit(self._document, span.start, span.end)


def _hint(rows: tuple[EvidenceRow, ...]) -> str:
    unused = sum(row.is_unused for row in rows)
    used = sum(bool(row.uses) for row in rows)
    said = tr(
        "{used} of {sentences} cited here, {unused} not used yet.",
        used=grouped(used),
        sentences=ntr("{n} sentence", "{n} sentences", len(rows)),
        unused=grouped(unused),
    )
    return tr(
        "{said} ≠ contradicts. Enter lists a cell's cards, or shows the sentence in the text.",
        said=said,
    )
