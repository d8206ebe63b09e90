"""The quotations and citations of a briefing, each compared with its document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefer.briefing.model import (
    Briefing,
    Card,
    Citation,
    Document,
    Form,
    Problem,
    Prose,
    Quotation,
    Span,
)
from briefer.evidence import complaints
from briefer.evidence.grading import Graded, Searched, find_exactly, grade, grade_in_all
from briefer.evidence.model import Checked, Missing, Outcome, Reference
from briefer.language import tr

_FEWEST_WORDS = 3  # quoted without a citation, to be looked for


class Comparison:
    """Compares one briefing; what is found gathers in its lists."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._searched = {document.id: Searched(document) for document in briefing.documents}
        self._known: dict[tuple[object, ...], Graded] = {}
        self.quotations: list[Checked] = []
        self.finds: list[Checked] = []
        self.references: list[Reference] = []
        self.left_out: list[tuple[Outcome, str]] = []
        self.problems: list[Problem] = []

    def compare_all(self) -> None:
        """Compare every quotation of every card, what introduces kinds, and what is left out."""
        for kind in self._briefing.kinds:
            self._compare_introduction(kind.introduction)
        for card in self._briefing.cards:
            for in_notes, prose in ((False, card.body), (True, card.notes)):
                self._compare_prose(card, prose, in_notes=in_notes)
        for omission in self._briefing.omissions:
            outcome = self._compare(omission.quotation)
            self.left_out.append((outcome, omission.reason or tr("left out")))

    def _compare_prose(self, card: Card, prose: Prose, *, in_notes: bool) -> None:
        for index, quotation in enumerate(prose.quotations):
            if quotation.form is Form.UNCITED:
                self._look_for(card, quotation, index, in_notes=in_notes)
                continue
            outcome = self._compare(quotation)
            self.quotations.append(Checked(card.id, in_notes, index, quotation, outcome))
        for index, citation in enumerate(prose.citations):
            document = self._document_of(citation)
            ranges = tuple(self._named_ranges(citation, document))
            name = document.id if document else citation.document
            self.references.append(Reference(card.id, in_notes, index, citation, name, ranges))

    def _compare_introduction(self, prose: Prose) -> None:
        """Find what is wrong with the quotations that stand on no card; they are not counted."""
        for quotation in prose.quotations:
            if quotation.form is not Form.UNCITED:
                self._compare(quotation)
            elif find_exactly(quotation.words, tuple(self._searched.values())) is None:
                self._complain_unless_short(quotation)
        for citation in prose.citations:
            tuple(self._named_ranges(citation, self._document_of(citation)))

    def _complain_unless_short(self, quotation: Quotation) -> None:
        if len(quotation.words.split()) >= _FEWEST_WORDS:
            self.problems.append(complaints.unchecked(quotation))

    def _look_for(self, card: Card, quotation: Quotation, index: int, *, in_notes: bool) -> None:
        found = find_exactly(quotation.words, tuple(self._searched.values()))
        if found is not None:
            checked = Checked(card.id, in_notes, index, quotation, found.outcome)
            self.finds.append(checked)
        else:
            self._complain_unless_short(quotation)

    def _compare(self, quotation: Quotation) -> Outcome:
        graded = self._grade(quotation)
        outcome = graded.outcome
        self.problems += complaints.of_grade(self._briefing, quotation, graded)
        return outcome

    def _grade(self, quotation: Quotation) -> Graded:
        citation = quotation.citation
        if not self._searched:
            return Graded(Missing(""))
        document = self._document_of(citation) if citation else self._only_document()
        if citation and citation.document and document is None:
            return Graded(Missing(citation.document, unknown=True))
        if document is None:
            self._complain_about_no_name(quotation)
            return grade_in_all(quotation.words, tuple(self._searched.values()))
        named = self._named(citation, document)
        key = (document.id, quotation.words, named)
        if key not in self._known:
            self._known[key] = grade(quotation.words, self._searched[document.id], named)
        return self._known[key]

    def _complain_about_no_name(self, quotation: Quotation) -> None:
        self.problems.append(complaints.unnamed(quotation.place))

    def _only_document(self) -> Document | None:
        documents = self._briefing.documents
        return documents[0] if len(documents) == 1 else None

    def _document_of(self, citation: Citation) -> Document | None:
        """Return the document that a citation names, or the only one; complain if there is none."""
        if not citation.document:
            return self._only_document()
        document = self._briefing.document(citation.document)
        if document is None:
            self.problems.append(complaints.unknown_document(self._briefing, citation))
        return document

    def _named(self, citation: Citation | None, document: Document) -> tuple[int, int] | None:
        """Return the paragraphs that a citation names, if they exist; complain if they do not."""
        if citation is None or citation.first is None:
            return None
        last = citation.last or citation.first
        if document.readable and not 1 <= citation.first <= last <= len(document.paragraphs):
            self.problems.append(complaints.unknown_paragraph(citation, document))
            return None
        return citation.first, last

    def _named_ranges(self, citation: Citation, document: Document | None) -> Iterator[Span]:
        named = self._named(citation, document) if document else None
        if named is not None and document is not None:
            for paragraph in document.paragraphs[named[0] - 1 : named[1]]:
                yield paragraph.span


def counted(quotations: Sequence[Checked], grade_type: type[Outcome]) -> int:
    """Return how many quotations have this grade."""
    return sum(isinstance(checked.outcome, grade_type) for checked in quotations)
