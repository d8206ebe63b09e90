"""A passage that is chosen as cards are: a card whose one quotation is exact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.briefing.model import PASSAGES, Span
from briefer.briefing.passage_names import NamedPassage, passage_named
from briefer.briefing.reading import read_briefing
from briefer.evidence.checker import check
from briefer.evidence.passage_cards import passage_card, with_passages, with_passages_checked
from briefer.resources import built_in_briefing

BRIEFING = read_briefing(built_in_briefing())
ARTICLE = BRIEFING.documents[0]
EDGE = st.integers(0, len(ARTICLE.text))


def name_of(words: str) -> str:
    start = ARTICLE.text.index(words)
    return NamedPassage(ARTICLE.id, Span(start, start + len(words))).name


def test_a_passage_is_a_card_named_by_its_paragraph() -> None:
    name = name_of("crisis hotlines")
    card = passage_card(BRIEFING, name)
    assert card is not None
    assert (card.id, card.title, card.kind) == (name, "Article, paragraph 1", PASSAGES.id)
    assert [quotation.words for quotation in card.body.quotations] == ["crisis hotlines"]


@given(st.tuples(EDGE, EDGE).map(sorted))
def test_the_checker_finds_the_same_place_and_grade(ends: list[int]) -> None:
    card = passage_card(BRIEFING, NamedPassage(ARTICLE.id, Span(*ends)).name)
    if card is None:
        assert not any(map(str.isalnum, ARTICLE.text[slice(*ends)]))
        return
    alone = BRIEFING._replace(cards=(card,), omissions=())
    found = check(alone).quotations[0].outcome
    taken = with_passages_checked(check(alone)._replace(quotations=()), BRIEFING, (card,))
    outcome = taken.quotations[0].outcome
    assert type(found) is type(outcome)
    if len(ARTICLE.text[slice(*ends)].split()) > 5:  # fewer may stand elsewhere too
        assert found.ranges == outcome.ranges


@pytest.mark.parametrize("name", ["passage:nothing:1-9", "passage:article:3-3", "crisis-hotlines"])
def test_what_names_no_words_is_no_card(name: str) -> None:
    assert passage_card(BRIEFING, name) is None


def test_a_briefing_with_passages_lists_what_it_listed() -> None:
    name = name_of("Jake Sullivan")
    more = with_passages(BRIEFING, ("russia", name))
    assert more.card(name).title == "Article, paragraph 5"
    assert more.kind(more.card(name).kind) is PASSAGES
    assert (more.cards, more.kinds) == (BRIEFING.cards, BRIEFING.kinds)
    assert name not in BRIEFING.names.by_id


@given(st.text(max_size=40))
def test_only_a_passages_own_name_is_taken_for_one(text: str) -> None:
    named = passage_named(text)
    assert named is None or named.name == text


def test_a_name_leads_back_to_its_passage() -> None:
    passage = NamedPassage("a-document", Span(3, 70))
    assert passage_named(passage.name) == passage
