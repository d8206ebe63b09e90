"""The query language: what is typed becomes a tree, and nothing is an error."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.search.folding import tokens
from briefer.search.query import LONGEST, leaves, parse
from briefer.search.tree import All, Either, Filter, Node, Not, Signs, Text


def word(shown: str, *, prefix: bool = False) -> Text:
    return Text(shown, (shown.lower(),), prefix)


CASES: list[tuple[str, Node | None]] = [
    ("", None),
    ("   ", None),
    ("hotline", word("hotline")),
    ("crisis hotline", All((word("crisis"), word("hotline")))),
    ("US-Russia", Text("US-Russia", ("us", "russia"))),
    ("mil-to-mil", Text("mil-to-mil", ("mil", "to", "mil"))),
    ("O’Brien", Text("O’Brien", ("o", "brien"))),
    ("10%", Text("10%", ("10",))),
    ("hotl*", word("hotl", prefix=True)),
    ('"crisis hotline"', Text("crisis hotline", ("crisis", "hotline"), quoted=True)),
    ("“crisis hotline”", Text("crisis hotline", ("crisis", "hotline"), quoted=True)),
    ('"crisis hot', Text("crisis hot", ("crisis", "hot"), quoted=True)),
    ("-talks", Not(word("talks"))),
    ('-"formal talks"', Not(Text("formal talks", ("formal", "talks"), quoted=True))),
    ("a -b", All((word("a"), Not(word("b"))))),
    ("a - b", All((word("a"), word("b")))),
    ("--json", Text("--json", ("json",))),
    ("a OR b", Either((word("a"), word("b")))),
    ("a OR b c", All((Either((word("a"), word("b"))), word("c")))),
    ("(a b) OR c", Either((All((word("a"), word("b"))), word("c")))),
    ("-(a b)", Not(All((word("a"), word("b"))))),
    ("a or b", All((word("a"), word("or"), word("b")))),
    ("OR", word("OR")),
    ("a OR", word("a")),
    ("OR a", word("a")),
    ("OR OR", word("OR")),
    ("(OR)", word("OR")),
    ("word " * 1000 + "cut", word("word")),
    ("a OR OR b", Either((word("a"), word("b")))),
    ("(OR) a", word("a")),
    ("-OR", Not(word("OR"))),
    ("a AND b", All((word("a"), word("b")))),
    ("a and b", All((word("a"), word("and"), word("b")))),
    ("a a", word("a")),
    ("'a' b\"", All((word("a"), word("b")))),
    ('“a "b" c”', Text('a "b" c', ("a", "b", "c"), quoted=True)),
    ("«a „b“ c»", Text("a „b“ c", ("a", "b", "c"), quoted=True)),
    ('"a b*"', Text("a b", ("a", "b"), prefix=True, quoted=True)),
    ('"a b"*', Text("a b", ("a", "b"), prefix=True, quoted=True)),
    ("\u202ea", word("a")),
    ("\ud800", None),
    ("((a", word("a")),
    ("a))", word("a")),
    ("kind:actor", Filter("kind", "actor", "kind:actor")),
    ("channel:", Filter("channel", "", "channel:")),
    ('links:"Crisis hotlines"', Filter("links", "Crisis hotlines", 'links:"Crisis hotlines"')),
    ("-is:altered", Not(Filter("is", "altered", "is:altered"))),
    ("(", Signs("(", ("(",))),
    ('"', Signs('"', ('"',))),
    ("-", Signs("-", ("-",))),
    ("–", Signs("–", ("-",))),
    ("()", Signs("()", ("(", ")"))),
    ("☎", Signs("☎", ("☎",))),
    ("*", Signs("*", ("*",))),
]


@pytest.mark.parametrize(("query", "tree"), CASES, ids=[repr(query) for query, _ in CASES])
def test_a_query_means(query: str, tree: Node | None) -> None:
    assert parse(query) == tree


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("crisis hotl", All((word("crisis"), word("hotl", prefix=True)))),
        ("crisis hotl ", All((word("crisis"), word("hotl")))),
        ("-talk", Not(word("talk"))),
        ('"crisis hot', Text("crisis hot", ("crisis", "hot"), prefix=True, quoted=True)),
        ('"crisis hot"', Text("crisis hot", ("crisis", "hot"), quoted=True)),
        ("a OR", word("a", prefix=False)),
    ],
)
def test_while_typing_the_last_word_goes_on(query: str, tree: Node) -> None:
    assert parse(query, typing=True) == tree


@given(st.text(), st.booleans())
def test_anything_can_be_typed(query: str, typing: bool) -> None:
    tree = parse(query, typing=typing)
    assert tree is not None or not tokens(query)


@given(st.text(alphabet='()"-: *OR\u201c\u201dab'))
def test_any_mix_of_operators_can_be_typed(query: str) -> None:
    tree = parse(query, typing=True)
    assert tree is not None or not tokens(query)


def test_nesting_without_end_is_no_matter() -> None:
    endless = "(" * 2000 + "a" + ")" * 2000
    beyond = parse(endless)
    assert isinstance(beyond, Signs)  # what is read of it holds no word
    assert beyond.shown == endless[:LONGEST]
    tree = parse("-(" * 900 + "a")
    assert tree is not None
    assert list(leaves(tree, negated=True)) == [word("a")]


@given(st.text(alphabet=st.characters(categories=["L"]), min_size=1, max_size=20))
def test_a_word_is_always_searched(text: str) -> None:
    assert isinstance(parse(text), Text | Signs)
