"""A report -> a document sentence by sentence with who cites it, and what rests on one source."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from briefer.briefing.model import Briefing, Document, Span, Stance
from briefer.evidence.model import Missing, Report, SentenceUse

_MOST_SIGNS = 2_000  # of a sentence that is shown in a row
_SOURCES = "sources"  # the id of the kind: that a source rests on itself is no news


class Use(NamedTuple):
    """A card that cites a sentence, and how the sentence stands to it."""

    card: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A sentence of a document, the cards that cite it, and why it was left out, if it was."""

    span: Span
    paragraph: int
    text: str
    uses: tuple[Use, ...]
    left_out: str = ""

    @property
    def is_unused(self) -> bool:
        """Tell whether nobody cites it and nobody said why."""
        return not self.uses and not self.left_out


@dataclass(frozen=True, slots=True)
class Resting:
    """The cards that rest on one source alone; `source` is the id of its card, or words."""

    source: str
    cards: tuple[str, ...]


def evidence_rows(
    document: Document, report: Report, cards: Collection[str]
) -> tuple[EvidenceRow, ...]:
    """Return the sentences of a document in order, with those of some cards that cite them."""
    stances = _stances(report, document.id)
    return tuple(
        EvidenceRow(
            sentence.span,
            sentence.paragraph,
            _words(document, sentence.span),
            tuple(
                Use(card, _stance(stances.get(card, ()), sentence))
                for card in sentence.cards
                if card in cards
            ),
            sentence.left_out,
        )
        for sentence in report.sentences
        if sentence.document == document.id
    )


def _words(document: Document, span: Span) -> str:
    """Return a sentence on one line; of an endless one, its beginning."""
    end = min(span.end, span.start + _MOST_SIGNS)
    words = " ".join(document.text[span.start : end].split())
    return words if end == span.end else f"{words} …"


def resting_on_one(
    briefing: Briefing, report: Report, cards: Collection[str]
) -> tuple[Resting, ...]:
    """Return, source by source, which of some cards fall when it is wrong; the most first."""
    found: dict[str, list[str]] = {}
    for card in briefing.cards:
        origins = report.origins.get(card.id, ())
        if card.id in cards and card.kind != _SOURCES and len(origins) == 1:
            found.setdefault(origins[0], []).append(card.id)
    rows = (Resting(source, tuple(fallen)) for source, fallen in found.items())
    return tuple(sorted(rows, key=lambda row: -len(row.cards)))


def _stances(report: Report, document: str) -> Mapping[str, list[tuple[Span, Stance]]]:
    stances: dict[str, list[tuple[Span, Stance]]] = {}
    for checked in report.quotations:
        outcome, citation = checked.outcome, checked.quotation.citation
        if isinstance(outcome, Missing) or outcome.document != document:
            continue
        stance = citation.stance if citation else Stance.SUPPORTS
        for span in outcome.ranges:
            stances.setdefault(checked.card, []).append((span, stance))
    return stances


def _stance(found: Collection[tuple[Span, Stance]], sentence: SentenceUse) -> Stance:
    """Return how a sentence stands to a card: against it, if one of its quotations says so."""
    here = {
        stance
        for span, stance in found
        if span.start < sentence.span.end and sentence.span.start < span.end
    }
    for stance in (Stance.DISPUTES, Stance.SUPPORTS, Stance.CONTEXT):
        if stance in here:
            return stance
    return Stance.SUPPORTS
