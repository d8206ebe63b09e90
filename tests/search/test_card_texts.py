"""A card's lines hold the words of its parts, whether they were made at once or one by one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.briefing.model import Card, Field, Place, Prose
from briefer.search import card_texts as room
from briefer.search.card_texts import lines_of, words_of
from briefer.search.folding import Folding, signs, tokens
from briefer.search.model import Part

PIECES = (
    "Word", "two words", "U.S.", "U.S.-led e.g. x", "[[card|shown]]", "[[", "]]", "[@a, ¶4]",
    "[@", "]", "*em*", "in*side*", "snake_case", "`code`", "\n", "\n> quoted\n> — [@a, ¶2]",
    "\n1. item", "– —", "“not” ‘x’", "é", "日本", "\0", "\u00a0", "\u202f", "a" * 201, "&amp;",
    "|", "10%", "´`", "½", "",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=5).map(" ".join)


def _card(title: str, alias: str, summary: str, body: str, notes: str, *values: str) -> Card:
    fields = tuple(Field(f"Key {n}", value, (), Place("")) for n, value in enumerate(values))
    return Card(
        "x", title, "cards", Place(""), fields, (alias,), summary, Prose(body), Prose(notes)
    )


@settings(max_examples=200)
@given(st.lists(TEXTS, min_size=5, max_size=8))
def test_the_lines_of_a_card_are_the_words_of_its_parts(texts: list[str]) -> None:
    card = _card(*texts)
    lines = lines_of(card, Folding())
    assert {part: [*map(tokens, lines[part])] for part in Part} == {
        part: [*map(tokens, words_of(card, part))] for part in Part
    }
    assert {part: [*map(str.split, lines[part])] for part in Part} == {
        part: [list(tokens(words)) for words in words_of(card, part)] for part in Part
    }


def test_an_ordinary_card_becomes_lines_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "words_of", None)
    body = (
        "The U.S. line, as [[Reuters]] has it.\n\n> “Quoted”.\n> — [@a, ¶1] via [[x|y]]\n\n- *it*"
    )
    lines = lines_of(_card("Title", "alias", "Sum", body, "", "[[A b]], [[C]]"), Folding())
    line = " ".join(lines["body"][0].split())
    assert line == "the us line as reuters has it quoted via y it"
    assert lines["fields"][0].split() == ["a", "b", "c"]


@given(st.text())
def test_signs_are_those_of_each_character(text: str) -> None:
    assert signs(text) == {sign for character in text for sign in signs(character)}
