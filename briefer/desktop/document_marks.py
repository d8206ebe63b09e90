"""The quotations of a report -> the passages of a document, and the runs to mark in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from briefer.briefing.model import Briefing, Span, Stance
from briefer.evidence.model import Altered, Checked, Missing, Report, Shortened, Verbatim


@dataclass(frozen=True, slots=True)
class Use:
    """A card that cites a passage, and how."""

    card: str
    stance: Stance
    exact: bool  # the words match, whole or with omissions marked


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """A range of a document's text and the cards that cite just this range."""

    span: Span
    uses: tuple[Use, ...]

    def cited_by(self, card_id: str) -> bool:
        """Tell whether this card is among those that cite it."""
        return any(use.card == card_id for use in self.uses)


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text under the same passages: the kinds that cite it, the closest fit first."""

    span: Span
    kinds: tuple[str, ...]
    strong: bool  # the current card cites it


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in one document, in its order."""

    passages: tuple[CitedPassage, ...] = ()
    runs: tuple[Run, ...] = ()

    def runs_within(self, span: Span) -> tuple[Run, ...]:
        """Return the runs that share text with a range."""
        first = bisect_right(self.runs, span.start, key=lambda run: run.span.end)
        last = bisect_left(self.runs, span.end, key=lambda run: run.span.start)
        return self.runs[first:last]

    def passages_at(self, offset: int) -> tuple[CitedPassage, ...]:
        """Return the passages that cover an offset, the shortest first."""
        found = (p for p in self.passages if p.span.start <= offset < p.span.end)
        return tuple(sorted(found, key=_length))

    def passage_of(self, span: Span) -> CitedPassage | None:
        """Return the passage with exactly this range."""
        return next((p for p in self.passages if p.span == span), None)

    def strong_spans(self, view: Span) -> Iterator[Span]:
        """Give the ranges within another that the current card cites, those that meet as one."""
        spans = (run.span for run in self.runs_within(view) if run.strong)
        held = next(spans, None)
        for span in spans:
            assert held is not None
            if span.start > held.end:
                yield held
                held = span
            held = Span(held.start, span.end)
        if held:
            yield held

    def following(self, place: Span) -> CitedPassage | None:
        """Return the passage that comes right behind a range in the order of the walk."""
        index = bisect_right(self.passages, place, key=_place)
        return self.passages[index] if index < len(self.passages) else None

    def preceding(self, place: Span) -> CitedPassage | None:
        """Return the passage that comes right before a range in the order of the walk."""
        index = bisect_left(self.passages, place, key=_place)
        return self.passages[index - 1] if index else None


def passages_in(report: Report, document_id: str) -> tuple[CitedPassage, ...]:
    """Return the passages of a document that cards quote, by place, each range once."""
    uses: dict[Span, list[Use]] = {}
    for checked in (*report.quotations, *report.finds):
        outcome = checked.outcome
        if isinstance(outcome, Missing) or outcome.document != document_id:
            continue
        for span in outcome.ranges:
            use = _use(checked, outcome)
            if use not in uses.setdefault(span, []):
                uses[span].append(use)
    return tuple(CitedPassage(span, tuple(uses[span])) for span in sorted(uses))


def marks_of(
    passages: tuple[CitedPassage, ...], briefing: Briefing, current_card: str = ""
) -> Marks:
    """Return the passages with the runs to mark for a current card."""
    kinds = {use.card: briefing.card(use.card).kind for p in passages for use in p.uses}
    return Marks(passages, tuple(_runs(passages, kinds, current_card)))


def _use(checked: Checked, outcome: Verbatim | Shortened | Altered) -> Use:
    citation = checked.quotation.citation
    stance = citation.stance if citation else Stance.SUPPORTS
    return Use(checked.card, stance, not isinstance(outcome, Altered))


def _runs(
    passages: tuple[CitedPassage, ...], kinds: Mapping[str, str], current_card: str
) -> Iterator[Run]:
    edges = sorted({edge for passage in passages for edge in passage.span})
    waiting = list(reversed(passages))
    covering: list[CitedPassage] = []
    for start, end in pairwise(edges):
        covering = [p for p in covering if p.span.end > start]
        while waiting and waiting[-1].span.start == start:
            covering.append(waiting.pop())
        if covering:
            strong = any(p.cited_by(current_card) for p in covering)
            yield Run(Span(start, end), _kinds_of(covering, kinds), strong)


def _kinds_of(covering: Iterable[CitedPassage], kinds: Mapping[str, str]) -> tuple[str, ...]:
    closest_first = sorted(covering, key=_length)
    return tuple(dict.fromkeys(kinds[use.card] for p in closest_first for use in p.uses))


def _place(passage: CitedPassage) -> Span:
    return passage.span


def _length(passage: CitedPassage) -> int:
    return passage.span.end - passage.span.start
