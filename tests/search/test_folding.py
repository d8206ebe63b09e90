"""Folding: what typing and typesetting change does not part words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.search.folding import LONGEST, WORD, Folding, fold, pieces, signs, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HOTLINE", "hotline"),
        ("Élysée", "elysee"),
        ("Ёлка", "елка"),
        ("Ядерный", "ядерныи"),
        ("Ἀθῆναι", "αθηναι"),
        ("ΣΟΦΟΣ", "σοφός"),
        ("Straße", "STRASSE"),
        ("Łódź", "lodz"),
        ("ﬁnal", "final"),
        ("co\u00adoperation", "cooperation"),
        ("O’Brien", "O'Brien"),
        ("US–Russia", "US-Russia"),
        ("e\u0301", "é"),
    ],
)
def test_variants_of_a_word_are_one(one: str, other: str) -> None:
    assert tokens(one) == tokens(other)


def test_an_abbreviation_is_one_word() -> None:
    assert tokens("U.S. forces, e.g. U.S.-led") == ("us", "forces", "eg", "us", "led")


def test_a_name_at_the_end_of_a_sentence_is_not_an_abbreviation() -> None:
    assert tokens("It was he. A man.") == ("it", "was", "he", "a", "man")


def test_scripts_without_spaces_are_cut_into_characters() -> None:
    assert tokens("核の安全 ABC") == ("核", "の", "安", "全", "abc")


def test_a_voiced_kana_stays_itself() -> None:
    assert tokens("が") != tokens("か")


def test_vowels_of_indian_scripts_stay() -> None:
    assert tokens("हिन्दी") == ("हिन्दी",)


def test_signs_are_what_is_in_no_word() -> None:
    assert signs("10% (a – b) “x”") == {"%", "(", ")", "-", '"'}


def test_a_very_long_word_is_compared_by_its_beginning() -> None:
    assert tokens("a" * 5000) == ("a" * LONGEST,)


@given(st.text())
def test_places_of_words_lie_in_the_text_and_in_order(text: str) -> None:
    found = list(pieces(text))
    assert all(0 <= piece.start < piece.end <= len(text) for piece in found)
    assert all(one.start <= other.start for one, other in pairwise(found))


@given(st.text())
def test_what_the_index_takes_in_are_the_words_of_the_text(text: str) -> None:
    assert tuple(Folding().line(text).split()) == tokens(text)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    once = tokens(text)
    assert tokens(" ".join(once)) == once


@given(st.text(alphabet=st.characters(categories=["L", "Nd"])))
def test_letters_are_never_lost(text: str) -> None:
    assert len(tokens(text)) >= (1 if text else 0)


def test_a_word_is_found_with_the_marks_that_belong_to_it() -> None:
    assert [match.group() for match in WORD.finditer("e\u0301te\u0301, x")] == [
        "e\u0301te\u0301",
        "x",
    ]
    assert fold("E\u0301te\u0301") == "ete"
