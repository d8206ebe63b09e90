"""Which runs are marked, which passage stands where, and the order of the walk."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from briefer.briefing.model import Span, Stance
from briefer.desktop.document_marks import Marks, marks_of
from briefer.evidence.model import SentenceUse
from briefer.evidence.passages import Passage, PassageUse

KINDS = {"line": "channels", "pentagon": "actors", "risk": "purposes"}
BRIEFING: Any = SimpleNamespace(card=lambda card_id: SimpleNamespace(kind=KINDS[card_id]))


def passage(start: int, end: int, *cards: str) -> Passage:
    uses = (PassageUse(SimpleNamespace(card=card), Stance.SUPPORTS) for card in cards)
    return Passage(Span(start, end), tuple(uses))


def marks(*passages: Passage, current: str = "") -> Marks:
    return marks_of(tuple(sorted(passages, key=lambda p: p.span)), (), BRIEFING, current)


def test_passages_that_overlap_are_cut_into_runs_with_all_their_kinds() -> None:
    found = marks(passage(0, 10, "line"), passage(5, 20, "pentagon")).runs
    assert [(run.span, run.kinds) for run in found] == [
        (Span(0, 5), ("channels",)),
        (Span(5, 10), ("channels", "actors")),
        (Span(10, 20), ("actors",)),
    ]


def test_the_passage_that_fits_closest_gives_its_colour() -> None:
    inner = marks(passage(0, 30, "line"), passage(10, 15, "risk")).runs[1]
    assert inner.kinds == ("purposes", "channels")


def test_text_between_passages_is_not_marked() -> None:
    found = marks(passage(0, 5, "line"), passage(8, 9, "line"))
    assert found.runs_within(Span(5, 8)) == ()
    assert len(found.runs_within(Span(4, 9))) == 2


def test_only_the_current_cards_passages_are_strong() -> None:
    found = marks(passage(0, 10, "line"), passage(5, 20, "pentagon"), current="pentagon")
    assert [found.is_strong(run) for run in found.runs] == [False, True, True]
    assert list(found.strong_spans(Span(0, 100))) == [Span(5, 20)]


def test_the_shortest_passage_at_a_place_comes_first() -> None:
    found = marks(passage(0, 30, "line"), passage(10, 15, "risk")).passages_at(12)
    assert [p.span for p in found] == [Span(10, 15), Span(0, 30)]
    assert marks(passage(0, 5, "line")).passages_at(5) == ()


def test_the_walk_misses_no_passage_that_begins_at_the_same_place() -> None:
    found = marks(passage(0, 5, "line"), passage(0, 9, "risk"), passage(3, 4, "line"))
    walked, place = [], Span(-1, -1)
    while following := found.following(place):
        place = following.span
        walked.append(place)
    assert walked == [Span(0, 5), Span(0, 9), Span(3, 4)]
    before = found.preceding(Span(3, 4))
    assert before is not None
    assert before.span == Span(0, 9)
    assert found.preceding(Span(0, 5)) is None


def test_sentences_left_out_are_found_by_their_place() -> None:
    sentence = SentenceUse("d", Span(10, 20), 1, (), "routine")
    found = Marks(left_out=(sentence,))
    assert found.left_out_within(Span(19, 30)) == (sentence,)
    assert found.left_out_within(Span(0, 10)) == ()
