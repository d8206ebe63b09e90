"""The document pane: a text of the briefing, what is cited in it, and the way to the cards."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolTip, QVBoxLayout, QWidget

from briefer.briefing.model import Briefing, Document, Span
from briefer.desktop.absent_text import absence_in_words
from briefer.desktop.announcing import announce
from briefer.desktop.coverage_strip import CoverageStrip
from briefer.desktop.document_colors import inks_of
from briefer.desktop.document_head import DocumentHead
from briefer.desktop.document_marks import Marks, marks_in
from briefer.desktop.marked_page import MarkedPage
from briefer.desktop.overrides import override
from briefer.desktop.passage_list import PassageList, citing_cards, hint_of
from briefer.desktop.theme import Theme
from briefer.desktop.tooltips import plain_tooltip
from briefer.evidence.model import Report, SentenceUse
from briefer.language import ntr, tr

if TYPE_CHECKING:
    from briefer.desktop.pane_finding import PaneFinding
    from briefer.desktop.report_ahead import ReadyReport
_COPIES = ((tr("&Copy"), "Ctrl+C", True), (tr("Copy the &words alone"), "Ctrl+Shift+C", False))
_EDGE = 2  # pixels, for the ring of the pane that has the keyboard


class DocumentView(QWidget):
    """Shows one document at a time; says what the reader chose, and changes nothing else."""

    card_chosen = Signal(str)
    passage_chosen = Signal(str, int, int)  # document id, start and end in code points
    copy_wanted = Signal(bool)  # with the citation, or without
    status_said = Signal(str)
    sentence_reached = Signal(str, object)  # document id, Span: the walk came here
    sentences_wanted = Signal()  # the list of sentences not used yet

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._briefing: Briefing | None = None
        self._report: Report | None = None
        self._document: Document | None = None
        self._ready: ReadyReport | None = None
        self._marks = Marks()
        self._card = ""
        self._mine: tuple[tuple[str, Span], ...] = ()
        self._finding: PaneFinding | None = None  # made when something is looked for
        self._inks = inks_of(theme, ())
        self._head = DocumentHead(self)
        self._page = MarkedPage(self._inks, self)
        self._strip = CoverageStrip(self._inks, self)
        self._list = PassageList(self)
        self._lay_out()
        self._connect()
        self.setAccessibleName(tr("Text"))
        self.setFocusProxy(self._page)
        self.set_theme(theme)

    def show_briefing(self, briefing: Briefing, report: Report | None) -> None:
        """Show a briefing's documents; the text on screen stays when it did not change."""
        self._briefing, self._report = briefing, report
        if self._ready and self._ready.briefing is not briefing:
            self._ready = None
        wanted = self._document.id if self._document else ""
        documents = briefing.documents
        document = briefing.document(wanted) or (documents[0] if documents else None)
        self._head.show_documents(documents, document.id if document else "")
        self._inks = inks_of(self._theme, briefing.kinds)
        self._page.set_inks(self._inks)
        self._set_document(document)
        self._show_evidence()

    def take_report(self, ready: ReadyReport) -> None:
        """Take the marks of a report, put in order before it is shown."""
        self._ready = ready

    def show_passage(self, document_id: str, span: Span) -> None:
        """Bring a range of a document into view and ring it."""
        if self._go_to_document(document_id):
            self._page.show_passage(span)

    def mark_card(self, card_id: str) -> None:
        """Mark the passages of this card strongly, and no other's; one of them comes into view."""
        if card_id != self._card:
            self._card = card_id
            self._show_marks()
            self._page.follow_card(self._marks.spans_of_card())

    def mark_words(self, words: tuple[str, ...]) -> None:
        """Mark the words that a search found, in this document and the next, until others."""
        if words or self._finding is not None:
            self.finding().mark_words(words)

    def finding(self) -> PaneFinding:
        """Return what looks for words in the document that is shown."""
        if self._finding is None:
            from briefer.desktop.pane_finding import PaneFinding

            self._finding = PaneFinding(self._page, self)
        return self._finding

    def go_to_paragraph(self, document_id: str, number: int) -> None:
        """Bring a numbered paragraph into view; a number too large goes to the last."""
        if self._go_to_document(document_id) and self._document and self._document.paragraphs:
            paragraphs = self._document.paragraphs
            paragraph = paragraphs[min(max(number, 1), len(paragraphs)) - 1]
            self._page.show_passage(paragraph.span)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self._inks = inks_of(theme, self._briefing.kinds if self._briefing else ())
        self._page.set_inks(self._inks)
        self._show_marks()
        self.update()

    def set_zoom(self, percent: int) -> None:
        """Set the size of the text; 100 is its own."""
        self._page.set_zoom(percent)

    def show_mine(self, passages: tuple[tuple[str, Span], ...]) -> None:
        """Mark the passages, by document id, that the reader has picked or noted."""
        if passages != self._mine:
            self._mine = passages
            self._show_marks()

    def tell_copies(self, copy: Callable[[bool], None]) -> None:
        """Let somebody else copy: with the citation, or without."""
        self._page.tell_copies()
        self.copy_wanted.connect(copy)

    def set_letters(self, family: str, points: int) -> None:
        """Set the text in a font and size; "" and 0 are its own."""
        self._page.set_letters(family, points)
        self._show_marks()

    def scroll_place(self) -> float:
        """Return where the page stands: the document's index, and the share of it above."""
        if not self._briefing or not self._document or not self._document.text:
            return 0.0
        index = [d.id for d in self._briefing.documents].index(self._document.id)
        return index + min(self._page.top_offset() / len(self._document.text), 0.999999)

    def restore_place(self, place: float) -> None:
        """Go back to a place that `scroll_place` gave."""
        documents = self._briefing.documents if self._briefing else ()
        if int(place) < len(documents) and self._go_to_document(documents[int(place)].id):
            share = place - int(place)
            self._page.go_to_offset(round(share * len(documents[int(place)].text)))

    def current_passage(self) -> tuple[str, Span] | None:
        """Return the document and range that the reader selected, or that was last gone to."""
        span = self._page.selected() or self._page.target
        return (self._document.id, span) if self._document and span else None

    def selected_words(self) -> str:
        """Return the words that are selected, as on one line."""
        span = self._page.selected()
        return (
            " ".join(self._document.text[slice(*span)].split()) if span and self._document else ""
        )

    def next_unused_sentence(self) -> None:
        """Walk to the next sentence that no card cites, in any text; say so when there is none."""
        sentences = self._report.sentences if self._report else ()
        unused = [s for s in sentences if not s.cards and not s.left_out]
        if not unused or self._document is None or self._briefing is None:
            self.status_said.emit(tr("No sentence is left unused"))
            return
        order = {document.id: n for n, document in enumerate(self._briefing.documents)}
        here = order[self._document.id], self._page.target or Span(-1, -1)
        later = (s for s in unused if (order[s.document], s.span) > here)
        sentence = next(later, unused[0])
        self.show_passage(sentence.document, sentence.span)
        self.sentence_reached.emit(sentence.document, sentence.span)
        left = tr(
            "Sentences not used yet: {index} of {unused}",
            index=unused.index(sentence) + 1,
            unused=len(unused),
        )
        self.status_said.emit(left)

    def copy_as_quotation(self) -> None:
        """Put what is selected, or the passage last gone to, on the clipboard as a quotation."""
        from briefer.evidence.quoting import as_quotation  # its patterns cost 12 ms

        found, document = self.current_passage(), self._document
        quotation = as_quotation(document, found[1]) if found and document else ""
        if quotation:
            QGuiApplication.clipboard().setText(quotation)
        self.status_said.emit(
            tr("Copied as a quotation") if quotation else tr("Select words of the text")
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._inks.paper)
        if self._page.hasFocus():
            painter.setPen(QPen(self._inks.ring, _EDGE))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._page, 1)
        row.addWidget(self._strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self._head.document_chosen.connect(self._go_to_document)
        self._head.coverage_pressed.connect(self.sentences_wanted)
        self._page.passages_opened.connect(self._open_passages)
        self._page.passage_reached.connect(self._tell_passage)
        self._page.menu_wanted.connect(self._show_menu)
        self._page.quotation_wanted.connect(self.copy_as_quotation)
        self._page.copy_wanted.connect(self.copy_wanted)
        self._page.unused_wanted.connect(self.next_unused_sentence)
        self._page.focus_moved.connect(self.update)
        self._page.hint_wanted.connect(self._show_hint)
        self._page.hint_unwanted.connect(QToolTip.hideText)
        self._strip.offset_chosen.connect(self._page.go_to_offset)
        self._list.card_chosen.connect(self.card_chosen)

    def _go_to_document(self, document_id: str) -> bool:
        document = self._briefing.document(document_id) if self._briefing else None
        if document is None:
            return False
        if self._document is None or document.id != self._document.id:
            self._head.choose_document(document.id)
            self._set_document(document)
            self._show_evidence()
        return True

    def _set_document(self, document: Document | None) -> None:
        known = self._document
        self._document = document
        if document is None or not document.paragraphs:
            self._page.show_absence(absence_in_words(self._briefing, document))
        elif known is None or (known.id, known.text) != (document.id, document.text):
            self._page.show_document(document)
        if self._finding is not None:
            self._finding.look_again()

    def _show_evidence(self) -> None:
        self._marks = Marks()
        if self._briefing and self._report and self._document:
            self._marks = self._marks_in(self._briefing, self._report, self._document.id)
        self._show_coverage()
        self._show_marks()

    def _marks_in(self, briefing: Briefing, report: Report, document_id: str) -> Marks:
        ready = self._ready
        if ready and ready.briefing is briefing and ready.report is report:
            return ready.marks.get(document_id, Marks())
        return marks_in(briefing, report, document_id)

    def _show_marks(self) -> None:
        if self._briefing is None or self._document is None:
            return
        marks = self._marks = self._marks._replace(card=self._card)
        self._page.show_marks(marks)
        here = self._document.id
        self._page.show_mine(tuple(span for name, span in self._mine if name == here))
        names = {kind.id: kind.heading for kind in self._briefing.kinds}
        self._strip.show_marks(marks, len(self._document.text), names, self._inks)

    def _sentences(self) -> list[SentenceUse]:
        if self._report is None or self._document is None:
            return []
        return [s for s in self._report.sentences if s.document == self._document.id]

    def _show_coverage(self) -> None:
        sentences = self._sentences()
        cited = sum(bool(s.cards) for s in sentences)
        short = (
            tr("{cited} of {sentences}", cited=cited, sentences=len(sentences)) if sentences else ""
        )
        words = (
            tr(
                "{cited} of {sentences} used",
                cited=cited,
                sentences=ntr("{n} sentence", "{n} sentences", len(sentences)),
            )
            if sentences
            else ""
        )
        hint = tr("{words}. Press to list the sentences not used yet (Shift+F7)", words=words)
        self._head.show_coverage(words, short, hint)

    def _open_passages(self, offset: int) -> None:
        assert self._document is not None
        found = self._marks.passages_at(offset)
        cards = citing_cards(self._briefing, found) if self._briefing else ()
        if not cards:
            return
        span = found[0].span
        self._page.show_passage(span)
        self.passage_chosen.emit(self._document.id, *span)
        if len(cards) == 1:
            self.card_chosen.emit(cards[0].card)
        else:
            self._list.show_cards(cards, self._page.hint_place(span))

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        there = self.current_passage() is not None
        for words, shortcut, cited in _COPIES:
            menu.addAction(words, QKeySequence(shortcut), partial(self.copy_wanted.emit, cited))
        for copy in menu.actions():
            copy.setEnabled(there)
        keys = QKeySequence("Ctrl+Shift+Q")
        quote = menu.addAction(tr("Copy as &quotation"), keys, self.copy_as_quotation)
        quote.setEnabled(self.current_passage() is not None)
        menu.addAction(
            tr("Next sentence not &used yet"), QKeySequence("U"), self.next_unused_sentence
        )
        menu.exec(place)
        menu.deleteLater()

    def _tell_passage(self, start: int, end: int) -> None:
        """Say, to the eye and in the status, who cites the passage that a walk came to."""
        place = self._page.hint_place(Span(start, end))
        self._show_hint(start, place)
        announce(self._page, self._hint(start))

    def _hint(self, offset: int) -> str:
        assert self._briefing is not None
        cards = citing_cards(self._briefing, self._marks.passages_at(offset))
        return hint_of(cards, self._marks.left_out_within(Span(offset, offset + 1)))

    def _show_hint(self, offset: int, place: QPoint) -> None:
        words = self._hint(offset)
        QToolTip.showText(place, plain_tooltip(words).replace("\n", "<br>"), self._page)
        self.status_said.emit(words.replace("\n", "; "))
