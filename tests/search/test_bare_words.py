"""The quick way to a text's words gives the same words as the thorough one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.briefing.plain import plain_words
from briefer.search import bare_words as room
from briefer.search.bare_words import bare_words, several_bare
from briefer.search.folding import tokens

PIECES = (
    "word", "two words", "[[card]]", "[[card|shown]]", "[[ a | b ]]", "[[a|]]", "[@article, ¶4]",
    "[@article, ¶1] via [[Reuters]]", "*em*", "in*side*", "**strong**", "_low_", "snake_case",
    "`code`", "`[[x|y]]`", "``", "`", "\n", "\n\n", "\n> quoted", "\n> — [@article, ¶2]",
    "\n- item", "\n1. item", "\n### Heading", "\n```\n[[a|b]]\n```\n", "[text](https://x.org/y)",
    "![alt](i.png)", "[^1]", "\n[^1]: note", "&amp;", "&#65;", "\\*", "<b>", "|",
    "\n| a | b |\n|---|---|", "{: #id}", "“not merely”", "A12", "U.S.", "é", "日本", "\n[x]: https://x.org",
    "\n***", "\n---", "\n===", ":",
)  # fmt: skip


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join))
def test_pieces_of_markdown_give_the_same_words(markdown: str) -> None:
    assert tokens(bare_words(markdown)) == tokens(plain_words(markdown))


@settings(max_examples=400)
@given(st.text(alphabet="ab1 \n[]|@*_`>#-+.!(){}<&\\:~=^"))
def test_any_markdown_gives_the_same_words(markdown: str) -> None:
    assert tokens(bare_words(markdown)) == tokens(plain_words(markdown))


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=5).map("".join))
def test_pieces_without_space_between_give_the_same_words(markdown: str) -> None:
    assert tokens(bare_words(markdown)) == tokens(plain_words(markdown))


def test_an_ordinary_card_takes_the_quick_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "plain_words", None)
    body = (
        "First, *not* `so`, as [[Reuters]] has it.\n\n> Quoted.\n> — [@a, ¶1] via [[x|y]]\n\n- it"
    )
    assert "shown" not in bare_words(body)


@settings(max_examples=400)
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=4).map("".join), min_size=2, max_size=4))
def test_several_texts_at_once_give_the_same_words_as_each_alone(texts: list[str]) -> None:
    together = several_bare(texts, "\0")
    if together is not None:
        assert [*map(tokens, together.split("\0"))] == [tokens(plain_words(text)) for text in texts]


@settings(max_examples=400)
@given(st.lists(st.text(alphabet="ab1 \n[]|@*_`>-.\0"), min_size=2, max_size=4))
def test_any_texts_at_once_give_the_same_words_or_are_left_alone(texts: list[str]) -> None:
    together = several_bare(texts, "\0")
    if together is not None and together.count("\0") == len(texts) - 1:
        assert [*map(tokens, together.split("\0"))] == [tokens(plain_words(text)) for text in texts]
