"""A document sentence by sentence, and what rests on one source alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.briefing.model import Stance
from briefer.briefing.reading import read_briefing
from briefer.evidence.checker import check
from briefer.resources import built_in_briefing
from briefer.views.evidence_map import evidence_rows, resting_on_one
from tests.evidence.material import briefing, card, citation, document, quotation

TEXT = "Talks go on. Hotlines stay open.\nNobody cites this. It rains.\n"


def checked(*cards):
    made = briefing((document(TEXT),), *cards)
    return made, check(made)


def rows(*cards):
    made, report = checked(*cards)
    return evidence_rows(made.documents[0], report, {c.id for c in cards})


def test_every_sentence_has_a_row_in_order_with_who_cites_it() -> None:
    found = rows(card("talks", quotation("Talks go on.", citation())))
    assert [row.text for row in found] == [
        *("Talks go on.", "Hotlines stay open.", "Nobody cites this.", "It rains."),
    ]
    assert [row.paragraph for row in found] == [1, 1, 2, 2]
    assert [[use.card for use in row.uses] for row in found] == [["talks"], [], [], []]
    assert [row.is_unused for row in found] == [False, True, True, True]


def test_of_an_endless_sentence_a_row_has_the_beginning() -> None:
    made = briefing((document("word " * 100_000),))
    (row,) = evidence_rows(made.documents[0], check(made), ())
    assert (len(row.text), row.text[-2:]) == (2_001, " …")
    assert row.span.end == 500_000


def test_a_sentence_that_disputes_says_so() -> None:
    against = quotation("Talks go on.", citation(stance=Stance.DISPUTES))
    found = rows(card("talks", against, quotation("Hotlines stay open.", citation())))
    assert found[0].uses[0].stance is Stance.DISPUTES
    assert found[1].uses[0].stance is Stance.SUPPORTS


def test_what_rests_on_one_source_falls_with_it() -> None:
    alone = card("alone", quotation("Talks go on.", citation(via="Reuters")))
    other = card("other", quotation("It rains.", citation(via="Reuters")))
    both = card(
        "both",
        quotation("Talks go on.", citation(via="Reuters")),
        quotation("It rains.", citation(via="WSJ")),
    )
    made, report = checked(alone, other, both)
    found = resting_on_one(made, report, {"alone", "other", "both"})
    assert [(row.source, row.cards) for row in found] == [("Reuters", ("alone", "other"))]


@pytest.fixture(scope="module")
def built_in():
    made = read_briefing(built_in_briefing())
    return made, check(made)


@given(data=st.data())
def test_rows_and_resting_speak_of_the_chosen_cards_alone(built_in, data) -> None:
    made, report = built_in
    ids = data.draw(st.sets(st.sampled_from([c.id for c in made.cards])))
    shown = evidence_rows(made.documents[0], report, ids)
    assert len(shown) == report.counts.sentences
    for row, sentence in zip(shown, report.sentences, strict=True):
        assert {use.card for use in row.uses} == ids & set(sentence.cards)
    resting = resting_on_one(made, report, ids)
    counts = [len(row.cards) for row in resting]
    assert counts == sorted(counts, reverse=True)
    assert all(report.origins[card] == (row.source,) for row in resting for card in row.cards)
