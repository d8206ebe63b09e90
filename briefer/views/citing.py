"""Briefing and report -> what each card cites: paragraphs, who says so, and with what stance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefer.briefing.model import Briefing, Citation, Stance
from briefer.evidence.corroboration import trail_finder
from briefer.evidence.model import Checked, Missing, Reference, Report
from briefer.views.references import PlaceInText


@dataclass(frozen=True, slots=True)
class Citing:
    """A passage that a card's text cites; `checked` is None where no words are quoted."""

    card: str
    document: str
    paragraphs: tuple[int, ...]
    origin: str  # where the account comes from: the id of a source's card, or words
    stance: Stance
    checked: Checked | None = None

    @property
    def places(self) -> frozenset[PlaceInText]:
        """Return the paragraphs, each with its document."""
        return frozenset((self.document, number) for number in self.paragraphs)


Citings = Mapping[str, tuple[Citing, ...]]  # by card id


def citings_of(briefing: Briefing, report: Report | None) -> Citings:
    """Return what the cards cite, speaker notes left out; nothing while there is no report."""
    if report is None:
        return {}
    found: dict[str, list[Citing]] = {}
    for citing in _all(briefing, report):
        found.setdefault(citing.card, []).append(citing)
    return {card: tuple(of_card) for card, of_card in found.items()}


def places_of(citings: Iterable[Citing]) -> frozenset[PlaceInText]:
    """Return the paragraphs behind what is cited."""
    return frozenset(place for citing in citings for place in citing.places)


def sources_of(citings: Iterable[Citing]) -> tuple[str, ...]:
    """Return the distinct origins of what supports, in order."""
    return tuple(dict.fromkeys(c.origin for c in citings if c.stance is Stance.SUPPORTS))


def is_disputed(citings: Iterable[Citing]) -> bool:
    """Tell whether a passage speaks against what cites it."""
    return any(citing.stance is Stance.DISPUTES for citing in citings)


def source_name(briefing: Briefing, source: str) -> str:
    """Return a source for people: its card's title, its text's title, or the words."""
    card = briefing.names.by_id.get(source)
    if card is not None:
        return card.title
    document = briefing.document(source)
    return document.title if document else source


def _all(briefing: Briefing, report: Report) -> Iterator[Citing]:
    trail = trail_finder(briefing)
    for checked in report.quotations:
        outcome, citation = checked.outcome, checked.quotation.citation
        if not checked.in_notes and not isinstance(outcome, Missing):
            origin = trail(outcome.document, citation.via if citation else "").origin
            stance = _stance(citation)
            yield Citing(
                checked.card, outcome.document, outcome.paragraphs, origin, stance, checked
            )
    for found in report.references:
        if not found.in_notes and found.ranges:
            origin = trail(found.document, found.citation.via).origin
            numbers = _numbers(briefing, found)
            yield Citing(found.card, found.document, numbers, origin, found.citation.stance)


def _stance(citation: Citation | None) -> Stance:
    return citation.stance if citation else Stance.SUPPORTS


def _numbers(briefing: Briefing, found: Reference) -> tuple[int, ...]:
    document = briefing.document(found.document)
    if document is None:
        return ()
    starts = {span.start for span in found.ranges}
    return tuple(p.number for p in document.paragraphs if p.span.start in starts)
