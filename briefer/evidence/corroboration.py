"""Who says so: quotations -> the distinct origins behind each card, and where cards contradict."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from briefer.briefing.model import Briefing, Card, Citation, Stance
from briefer.evidence.model import Checked, Missing, Reference


class Trail(NamedTuple):
    """Who passes an account on, from the speaker that is cited to its origin.

    Each is the id of a card, or words.
    """

    steps: tuple[str, ...]

    @property
    def origin(self) -> str:
        """Return where the account comes from."""
        return self.steps[-1]


def trails_of(
    briefing: Briefing, quotations: Iterable[Checked], references: Iterable[Reference]
) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return, by card id, the steps to each distinct origin of the quotations that support it.

    Where several trails end at one origin, the first that is cited tells it.
    """
    speakers = _Speakers(briefing)
    found: dict[str, dict[str, tuple[str, ...]]] = {card.id: {} for card in briefing.cards}
    for card, document, via in _cited(quotations, references):
        trail = speakers.trail(document, via)
        found[card].setdefault(trail.origin, trail.steps)
    return {card: tuple(trails.values()) for card, trails in found.items()}


def in_words(briefing: Briefing, trail: Trail) -> str:
    """Return a trail for people: `Reuters, from an unnamed source`."""
    names = briefing.names.by_id
    return ", from ".join(names[s].title if s in names else s for s in trail.steps)


def _cited(
    quotations: Iterable[Checked], references: Iterable[Reference]
) -> Iterator[tuple[str, str, str]]:
    """Yield card, document and via of everything that supports a card."""
    for checked in quotations:
        citation = checked.quotation.citation
        if isinstance(checked.outcome, Missing) or _stance(citation) is not Stance.SUPPORTS:
            continue
        yield checked.card, checked.outcome.document, citation.via if citation else ""
    for reference in references:
        if reference.ranges and reference.citation.stance is Stance.SUPPORTS:
            yield reference.card, reference.document, reference.citation.via


def _stance(citation: Citation | None) -> Stance:
    return citation.stance if citation else Stance.SUPPORTS


class _Speakers:
    """The sources of a briefing, and whose accounts they pass on."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._of_document: dict[str, Card] = {}
        for card in briefing.cards:
            if document := _bare(card.field("Document")):
                self._of_document.setdefault(document, card)
        self._known: dict[tuple[str, str], Trail] = {}

    def trail(self, document: str, via: str) -> Trail:
        """Return the trail from who is cited to the origin."""
        key = (document, via)
        if key not in self._known:
            self._known[key] = Trail(tuple(self._steps(document, via)))
        return self._known[key]

    def _steps(self, document: str, via: str) -> list[str]:
        name: str | Card = via or self._of_document.get(document) or document
        steps: list[str] = []
        while name:
            card = name if isinstance(name, Card) else self._briefing.names.find(_bare(name))
            step = card.id if card else _bare(str(name))
            if step in steps:  # they pass on one another: all of them are one origin
                return [*steps[: steps.index(step)], min(steps[steps.index(step) :])]
            steps.append(step)
            name = card.field("Via") if card else ""
        return steps


def _bare(name: str) -> str:
    """Return what a link or plain words name."""
    name = name.strip()
    if name.startswith("[[") and name.endswith("]]"):
        name = name[2:-2].partition("|")[0]
    return name.strip()


def trail_finder(briefing: Briefing) -> Callable[[str, str], Trail]:
    """Return what tells whose account a citation gives, from the cited document and its `via`."""
    return _Speakers(briefing).trail
