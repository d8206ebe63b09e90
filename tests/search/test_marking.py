"""Marks: the quick way through a text agrees with cutting it into words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.search import marking
from briefer.search.marking import Marker
from briefer.search.model import Part
from briefer.search.query import parse
from briefer.search.snippets import snippet

ALPHABET = "abAB .,-–“”’_\n·12é日U.S"


def marks(query: str, text: str) -> list[str]:
    node = parse(query, typing=True)
    assert node is not None
    return [text[span.start : span.end] for span in Marker(node, lambda _: ()).marks(text)]


@settings(max_examples=500)
@given(st.text("abAB12 ", min_size=1, max_size=4), st.text(ALPHABET, max_size=30))
def test_both_ways_find_the_same(query: str, text: str) -> None:
    if parse(query) is None:
        return
    quick = marks(query, text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(marking, "plain_letters", lambda _text: None)
        assert marks(query, text) == quick


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("hot", "Hotlines — a hotline", ["Hotlines", "hotline"]),
        ("us ", "the U.S. and us, not bus", ["U.S", "us"]),
        ('"crisis hotlines"', "Crisis hotlines; hotlines crisis", ["Crisis hotlines"]),
        ('"crisis hot', "a crisis–hotline", ["crisis–hotline"]),
        ("安全", "日本の安全保障", ["安全"]),
        ("(", "a (b) (c)", ["(", "("]),
        ("-hot cold", "hot and cold", ["cold"]),
    ],
)
def test_marks(query: str, text: str, found: list[str]) -> None:
    assert marks(query, text) == found


@given(st.text("ab ", min_size=1, max_size=3), st.text("ab \n\u202e", max_size=600))
def test_marks_of_a_snippet_cover_the_same_words(query: str, text: str) -> None:
    node = parse(query)
    if node is None:
        return
    spans = Marker(node, lambda _: ()).marks(text)
    shown = snippet(text, spans, Part.BODY)
    covered = [shown.text[mark.start : mark.end] for mark in shown.marks]
    assert all(word in text for word in covered)
    assert bool(covered) == bool(spans)
