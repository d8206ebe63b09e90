"""A report -> the passages of a document, each with the cards that cite it."""

from __future__ import annotations

from typing import NamedTuple

from briefer.briefing.model import Span, Stance
from briefer.evidence.model import Checked, Missing, Report


class PassageUse(NamedTuple):
    """A quotation that cites a passage."""

    checked: Checked
    stance: Stance


class Passage(NamedTuple):
    """A range of a document's text and all that cite just this range; ranges may overlap."""

    span: Span
    uses: tuple[PassageUse, ...]


def passages_of(report: Report, document_id: str) -> tuple[Passage, ...]:
    """Return the passages of a document that cards quote, sorted by their place."""
    uses: dict[Span, list[PassageUse]] = {}
    for checked in (*report.quotations, *report.finds):
        outcome, citation = checked.outcome, checked.quotation.citation
        if isinstance(outcome, Missing) or outcome.document != document_id:
            continue
        stance = citation.stance if citation else Stance.SUPPORTS
        for span in outcome.ranges:
            uses.setdefault(span, []).append(PassageUse(checked, stance))
    return tuple(Passage(span, tuple(uses[span])) for span in sorted(uses))
