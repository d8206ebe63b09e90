"""Words that are looked for, and where they stand in a text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.briefing.model import Span
from briefer.desktop.found_words import MOST, FoldedText, Found, typed_wanted, words_wanted


def found(text: str, *words: str) -> list[str]:
    return [text[start:end] for start, end in FoldedText(text).find(words_wanted(words))]


def typed(text: str, words: str) -> list[str]:
    return [text[start:end] for start, end in FoldedText(text).find(typed_wanted(words))]


def test_a_word_is_found_in_any_case_and_not_within_another() -> None:
    assert found("Line, LINE, outline, lines", "line") == ["Line", "LINE"]


def test_what_is_typed_is_found_within_words_too() -> None:
    assert typed("Line, outline", "line") == ["Line", "line"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a café here", "cafe"),
        ("a cafe\u0301 here", "café"),
        ("don’t go", "don't"),
        ("he said “so”.", '"so"'),
        ("US–Russia", "us-russia"),
        ("crisis\nhotlines", "crisis hotlines"),
        ("crisis\u00a0hotlines", "crisis hotlines"),
        ("hot\u00adlines", "hotlines"),
        ("die Straße", "strasse"),
        ("Ёлка", "елка"),
        ("we ﬁnd it", "find"),
        ("電話線路の話", "線路"),
    ],
)
def test_the_search_s_foldings_count_here_too(text: str, words: str) -> None:
    (span,) = FoldedText(text).find(words_wanted((words,)))
    assert FoldedText(text[slice(*span)]).find(typed_wanted(words))
    assert found(text, words)


def test_places_behind_letters_that_fold_to_several_or_none_are_right() -> None:
    text = "ﬃ ½ \u00ad\u00ad ß line ﬁ line"
    assert [text[start:end] for start, end in FoldedText(text).find(typed_wanted("line"))] == [
        "line",
        "line",
    ]


def test_words_that_overlap_are_one_place() -> None:
    assert found("crisis hotlines", "crisis", "crisis hotlines") == ["crisis hotlines"]


@pytest.mark.parametrize("words", ["", " ", "\u00ad", "\u0301"])
def test_nothing_typed_is_found_nowhere(words: str) -> None:
    assert typed("Any words \u00ad\u0301 at all", words) == []


def test_more_than_anyone_steps_through_are_not_all_looked_for() -> None:
    assert len(typed("a" * (MOST + 5), "a")) == MOST


@given(st.text(max_size=40), st.text(max_size=6), st.text(max_size=40))
def test_a_part_of_a_text_is_found_where_it_stands(before: str, part: str, behind: str) -> None:
    text = before + part + behind
    spans = FoldedText(text).find(typed_wanted(part))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    if part.isascii() and part.isalnum():
        assert spans


FOUND = Found((Span(2, 4), Span(10, 12), Span(20, 25)))


def test_the_first_place_from_the_reader_on_is_the_current_one() -> None:
    assert FOUND.at(5).here == Span(10, 12)
    assert FOUND.at(99).here == Span(2, 4)
    assert Found().at(5).here is None


def test_steps_go_round() -> None:
    assert FOUND.at(20).stepped(1).here == Span(2, 4)
    assert FOUND.at(0).stepped(-1).here == Span(20, 25)


def test_only_places_in_a_range_are_given() -> None:
    assert FOUND.within(Span(4, 21)) == (Span(10, 12), Span(20, 25))
