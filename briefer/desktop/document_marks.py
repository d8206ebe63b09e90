"""The passages of a document -> the runs to mark in it, and which passage stands where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from briefer.briefing.model import Briefing, Span
from briefer.evidence.model import Report, SentenceUse
from briefer.evidence.passages import Passage, passages_of


class Run(NamedTuple):
    """A run of text under the same passages: the kinds that cite it, the closest fit first."""

    span: Span
    kinds: tuple[str, ...]
    cards: frozenset[str]


class Marks(NamedTuple):
    """What is marked in one document, in its order."""

    passages: tuple[Passage, ...] = ()
    runs: tuple[Run, ...] = ()
    left_out: tuple[SentenceUse, ...] = ()  # read, and not used on purpose
    card: str = ""  # the current card, whose passages are marked strongly
    spans: Mapping[str, tuple[Span, ...]] = MappingProxyType({})  # of the passages, by card

    def runs_within(self, span: Span) -> tuple[Run, ...]:
        """Return the runs that share text with a range."""
        first = bisect_right(self.runs, span.start, key=lambda run: run.span.end)
        last = bisect_left(self.runs, span.end, key=lambda run: run.span.start)
        return self.runs[first:last]

    def left_out_within(self, span: Span) -> tuple[SentenceUse, ...]:
        """Return the sentences left out on purpose that share text with a range."""
        first = bisect_right(self.left_out, span.start, key=lambda sentence: sentence.span.end)
        last = bisect_left(self.left_out, span.end, key=lambda sentence: sentence.span.start)
        return self.left_out[first:last]

    def passages_at(self, offset: int) -> tuple[Passage, ...]:
        """Return the passages that cover an offset, the shortest first."""
        found = (p for p in self.passages if p.span.start <= offset < p.span.end)
        return tuple(sorted(found, key=_length))

    def is_strong(self, run: Run) -> bool:
        """Tell whether the current card cites a run."""
        return self.card in run.cards

    def spans_of_card(self) -> tuple[Span, ...]:
        """Return the ranges that the current card cites."""
        return self.spans.get(self.card, ())

    def strong_spans(self, view: Span) -> Iterator[Span]:
        """Give the ranges within another that the current card cites, those that meet as one."""
        spans = (run.span for run in self.runs_within(view) if self.is_strong(run))
        held = next(spans, None)
        for span in spans:
            assert held is not None
            if span.start > held.end:
                yield held
                held = span
            held = Span(held.start, span.end)
        if held:
            yield held

    def following(self, place: Span) -> Passage | None:
        """Return the passage that comes right behind a range in the order of the walk."""
        index = bisect_right(self.passages, place, key=_place)
        return self.passages[index] if index < len(self.passages) else None

    def preceding(self, place: Span) -> Passage | None:
        """Return the passage that comes right before a range in the order of the walk."""
        index = bisect_left(self.passages, place, key=_place)
        return self.passages[index - 1] if index else None


def marks_in(briefing: Briefing, report: Report, document_id: str) -> Marks:
    """Return what a report marks in one document, while no card is the current one."""
    return marks_of(passages_of(report, document_id), left_out_in(report, document_id), briefing)


def left_out_in(report: Report, document_id: str) -> tuple[SentenceUse, ...]:
    """Return the sentences of a document that were read and left out on purpose."""
    sentences = (s for s in report.sentences if s.document == document_id)
    return tuple(s for s in sentences if s.left_out and not s.cards)


def marks_of(
    passages: tuple[Passage, ...],
    left_out: tuple[SentenceUse, ...],
    briefing: Briefing,
    card: str = "",
) -> Marks:
    """Return what to mark while this card is the current one; `replace` the card for another."""
    cards = {use.checked.card for passage in passages for use in passage.uses}
    kinds = {card_id: briefing.card(card_id).kind for card_id in cards}
    return Marks(passages, tuple(_runs(passages, kinds)), left_out, card, _spans(passages))


def _spans(passages: tuple[Passage, ...]) -> Mapping[str, tuple[Span, ...]]:
    found: dict[str, dict[Span, None]] = {}
    for passage in passages:
        for use in passage.uses:
            found.setdefault(use.checked.card, {})[passage.span] = None
    return {card: tuple(spans) for card, spans in found.items()}


def _runs(passages: tuple[Passage, ...], kinds: Mapping[str, str]) -> Iterator[Run]:
    edges = sorted({edge for passage in passages for edge in passage.span})
    waiting = list(reversed(passages))
    covering: list[Passage] = []
    for start, end in pairwise(edges):
        covering = [p for p in covering if p.span.end > start]
        while waiting and waiting[-1].span.start == start:
            covering.append(waiting.pop())
        if covering:
            cards = frozenset(use.checked.card for p in covering for use in p.uses)
            yield Run(Span(start, end), _kinds_of(covering, kinds), cards)


def _kinds_of(covering: Iterable[Passage], kinds: Mapping[str, str]) -> tuple[str, ...]:
    closest_first = sorted(covering, key=_length)
    return tuple(dict.fromkeys(kinds[use.checked.card] for p in closest_first for use in p.uses))


def _place(passage: Passage) -> Span:
    return passage.span


def _length(passage: Passage) -> int:
    return passage.span.end - passage.span.start
