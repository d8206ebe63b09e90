"""A problem's place -> the quotation, citation or link on its card that it speaks of."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefer.briefing.model import Card, Form, Place, Quotation, Span
from briefer.evidence.model import Altered, Change, Missing, Report


@dataclass(frozen=True, slots=True)
class Fault:
    """What a problem speaks of: the words of it on the card, or the block quotation's number."""

    words: str
    block: int = -1  # among the block quotations of body or notes; -1 when it is none of them
    in_notes: bool = False
    quotation: Quotation | None = None

    def as_shown(self, report: Report | None) -> Fault:
        """Return it in the words that the card shows: altered ones stand beside the text's own."""
        checked = report.quotations if report and self.quotation and self.block < 0 else ()
        outcome = next((c.outcome for c in checked if c.quotation == self.quotation), None)
        if not isinstance(outcome, Altered):
            return self
        words = (
            word
            for change in outcome.difference.words
            for word in (
                change.quotation,
                "" if change.change is Change.EQUAL else change.document,
            )
        )
        return replace(self, words=" ".join(filter(None, words)))


def fault_at(card: Card, place: Place) -> Fault | None:
    """Return what stands at a place of a card; None when the place is the card itself."""
    found: list[tuple[Place, Fault]] = []
    for prose, in_notes in ((card.body, False), (card.notes, True)):
        blocks = [q for q in prose.quotations if q.form is Form.BLOCK]
        for quotation in prose.quotations:
            block = blocks.index(quotation) if quotation in blocks else -1
            fault = Fault(quotation.words, block, in_notes, quotation)
            found.append((quotation.place, fault))
            if quotation.citation is not None:
                found.append((quotation.citation.place, fault))
        found += [(link.place, Fault(link.shown, -1, in_notes)) for link in prose.links]
    found += [(link.place, Fault(link.shown)) for field in card.fields for link in field.links]
    found += [(field.place, Fault(field.key)) for field in card.fields]
    here = [(p, fault) for p, fault in found if (p.file, p.line) == (place.file, place.line)]
    return min(here, key=lambda f: abs(f[0].column - place.column), default=(place, None))[1]


def passage_at(report: Report, card: Card, place: Place) -> tuple[str, Span] | None:
    """Return the passage that the quotation at a place has, or comes nearest to."""
    for checked in report.quotations:
        quotation = checked.quotation
        citation = quotation.citation
        places = (quotation.place, citation.place if citation else quotation.place)
        lines = {(p.file, p.line) for p in places}
        if checked.card != card.id or (place.file, place.line) not in lines:
            continue
        outcome = checked.outcome
        if isinstance(outcome, Missing):
            return (outcome.document, outcome.longest) if outcome.longest else None
        return outcome.document, outcome.ranges[0]
    return None
