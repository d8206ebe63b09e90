"""Searching from the reader's chair: what is typed finds what was meant, best first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.briefing.model import Briefing, Card, Document, Paragraph, Span
from briefer.search import finding
from briefer.search.index import Index, build_index
from briefer.search.model import CardHit, Part, PassageHit, Results

NewCard = Callable[..., Card]
NewIndex = Callable[..., Index]


def cards(results: Results) -> list[str]:
    return [hit.card for hit in results.cards]


@pytest.fixture
def one(card: NewCard, index: NewIndex) -> Callable[..., Index]:
    """Return what makes the index of one card with this body."""
    return lambda body, **more: index(card("x", "Title", body), **more)


@pytest.mark.parametrize(
    ("body", "query"),
    [
        ("Crisis hotlines exist.", "hotline"),
        ("One hotline exists.", "HOTLINES"),
        ("The US–Russia channel", "US-Russia"),
        ("The U.S. forces", "us forces"),
        ("The U.S. forces", "U.S."),
        ("Military-to-military talks", "military-to-military"),
        ("Élysée", "elysee"),
        ("Шойгу и Ёлка", "елка"),
        ("Η Αθήνα", "αθηνα"),
        ("It isn’t so", "isn't"),
        ("about 10% of it", "10%"),
        ("a (small) thing", "("),
        ("Tell “him”", '"'),
        ("back – and forth", "-"),
        ("call ☎ now", "☎"),
        ("日本語の安全保障", "安全"),
        ("การเจรจาลับ", "เจรจา"),
        ("비밀 회담이", "회담"),
        ("O’Brien said", "O'Brien"),
        ("talks between them", "them talks"),
        ("a *marked* word", "marked word"),
        ("see [[other|the other card]]", "other card"),
        ("the staff exchanges", "staff-exchange"),
    ],
)
def test_a_card_is_found_by(one: Callable[..., Index], body: str, query: str) -> None:
    assert cards(one(body).search(query)) == ["x"]


def test_the_only_form_of_a_word_is_found_by_another_as_no_slip(one: Callable[..., Index]) -> None:
    results = one("One hotline exists.").search("hotlines")
    assert (cards(results), results.note) == (["x"], "")


@pytest.mark.parametrize(
    ("body", "query"),
    [
        ("Crisis hotlines exist.", "hot"),
        ("Crisis hotlines exist.", '"hotline"'),
        ("Crisis and hotlines", '"crisis hotlines"'),
        ("to military from mil", "mil-to-mil"),
        ("the year 2022", "2023"),
        ("安障", "安全"),
    ],
)
def test_a_card_is_not_found_by(one: Callable[..., Index], body: str, query: str) -> None:
    results = one(body).search(query)
    assert not results.total or results.note


def test_while_typing_the_last_word_is_a_beginning(one: Callable[..., Index]) -> None:
    index = one("Crisis hotlines exist.")
    assert cards(index.search("crisis hotl", typing=True)) == ["x"]
    assert index.search("cris hotlines", typing=True).note != ""


def test_words_may_stand_in_different_parts(card: NewCard, index: NewIndex) -> None:
    found = index(card("x", "Hotlines", "An emergency", aliases=("red phone",), notes="Pause here"))
    assert cards(found.search("hotline emergency phone pause")) == ["x"]


def test_titles_come_before_summaries_before_bodies_before_notes(
    card: NewCard, index: NewIndex
) -> None:
    found = index(
        card("notes", "A", "b", notes="hotline"),
        card("body", "B", "First.\n\nThe hotline."),
        card("summary", "C", "A hotline.", summary="A hotline."),
        card("alias", "D", "b", aliases=("hotline",)),
        card("title", "The hotline", "b"),
    )
    ranked = cards(found.search("hotline"))
    assert ranked == ["title", "alias", "summary", "body", "notes"]


def test_the_word_itself_comes_before_its_other_endings(card: NewCard, index: NewIndex) -> None:
    found = index(card("many", "B", "hotlines"), card("one", "A", "hotline"))
    assert cards(found.search("hotline")) == ["one", "many"]
    assert cards(found.search("hotlines")) == ["many", "one"]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("talks", ["a", "b"]),
        ("talks -formal", ["b"]),
        ('talks -"formal talks"', ["b"]),
        ("-talks", ["c"]),
        ("hotlines OR formal", ["a", "c"]),
        ("(hotlines OR formal) -crisis", ["a"]),
        ("hotlines OR formal talks", ["a"]),
        ("(hotlines) OR (formal talks)", ["a", "c"]),
        ("kind:actor", ["b"]),
        ("kind:channels", ["a", "c"]),
        ("channel:", ["a", "c"]),
        ("talks kind:actor", ["b"]),
        ("-kind:actor", ["a", "c"]),
        ("in:notes talks", ["b"]),
        ("in:title talks", ["a"]),
        ("in:cards talks", ["a", "b"]),
        ("in:document talks", []),
        ("is:picked", []),
    ],
)
def test_operators(card: NewCard, index: NewIndex, query: str, ids: list[str]) -> None:
    found = index(
        card("a", "Formal talks", "Held often"),
        card("b", "Envoy", "b", kind="actors", notes="Of talks"),
        card("c", "Crisis hotlines", "b"),
        text="Nothing here.",
    )
    assert sorted(cards(found.search(query, limit=None))) == ids


def test_passages_are_found_with_the_place_of_the_words(card: NewCard, index: NewIndex) -> None:
    text = "First line.\nA crisis hotline rings."
    results = index(card("x", "T", "b"), text=text).search("hotlines")
    (hit,) = results.hits
    assert isinstance(hit, PassageHit)
    assert (hit.letter, hit.paragraph) == ("A", 2)
    assert text[hit.span.start : hit.span.end] == "hotline"
    assert hit.snippet.text[slice(*hit.snippet.marks[0])] == "hotline"


@pytest.mark.parametrize("query", ["communication", "commu-nication", "line"])
def test_a_word_broken_at_a_line_end_is_found(
    card: NewCard, briefing: Callable[..., Briefing], query: str
) -> None:
    text = "A line of commu-\n  nication"
    document = Document("d", "D", "A", "d.txt", text, (Paragraph(1, Span(0, len(text))),), "")
    broken = briefing(card("x", "T", "b"))._replace(documents=(document,))
    assert build_index(broken, None, None).search(query).total == 1


@pytest.mark.parametrize("query", ["Sulivan", "sullivna", "Sullivann", "Salivan"])
def test_a_typing_slip_finds_what_was_meant_and_says_so(
    card: NewCard, index: NewIndex, query: str
) -> None:
    results = index(card("x", "Jake Sullivan", "b"), card("y", "Other", "b")).search(query)
    assert cards(results) == ["x"]
    assert results.note == "No exact match; showing Sullivan"


def test_a_slip_is_no_matter_where_the_word_itself_occurs(card: NewCard, index: NewIndex) -> None:
    results = index(card("x", "Sullivan", "b"), card("y", "Sulivan", "b")).search("Sulivan")
    assert (cards(results), results.note) == (["y"], "")


def test_numbers_are_never_guessed(one: Callable[..., Index]) -> None:
    assert one("In 2021 it was so").search("2022").total == 0


def test_words_typed_together_are_found_apart_before_nothing_is(one: Callable[..., Index]) -> None:
    results = one("Sullivan, that is Jake").search("Jake-Sullivan")
    assert results.total == 1
    assert results.note.startswith("No exact match")


def test_an_unknown_filter_is_searched_as_words_with_a_hint(one: Callable[..., Index]) -> None:
    results = one("see foo: bar").search("foo:bar")
    assert results.total == 1
    assert results.note.startswith("“foo:” is no filter; searched as words")
    assert "did you mean" not in results.note
    near = one("a channel").search("chanel:bar").note
    assert near == "“chanel:” is no filter; searched as words; did you mean channel:?"


def test_hits_are_grouped_by_kind_with_the_documents_last(card: NewCard, index: NewIndex) -> None:
    found = index(
        card("a", "A", "talks"),
        card("b", "Talks", "b", kind="actors"),
        card("c", "C", "talks"),
        text="talks",
    )
    groups = found.search("talks").groups
    assert [(group.kind, group.total) for group in groups] == [
        ("actors", 1),
        ("channels", 2),
        ("", 1),
    ]


def test_a_limit_keeps_the_best_and_the_whole_count(card: NewCard, index: NewIndex) -> None:
    many = [card(f"c{n}", f"Card {n}", "talks") for n in range(20)]
    found = index(*many, card("best", "Talks", "b"), text="talks\ntalks")
    results = found.search("talks", limit=3)
    assert len(results.hits) == 3
    assert results.hits[0].card == "best"
    assert results.total == 23
    channels = next(group for group in results.groups if group.kind == "channels")
    assert channels.total == 21
    assert found.search("talks", limit=0).hits == ()


def test_passages_have_room_beside_many_cards(card: NewCard, index: NewIndex) -> None:
    many = [card(f"c{n}", "Talks", "talks") for n in range(20)]
    results = index(*many, text="talks\ntalks\ntalks").search(
        "talks", limit=10, room_for_passages=2
    )
    assert sum(isinstance(hit, PassageHit) for hit in results.hits) == 2


def test_marks_cover_the_words_as_they_stand(card: NewCard, index: NewIndex) -> None:
    (hit,) = index(card("x", "The Élysée’s U.S. lines", "b")).search("elysee us line").hits
    assert isinstance(hit, CardHit)
    assert [hit.title[slice(*mark)] for mark in hit.marks] == ["Élysée", "U.S", "lines"]


def test_a_snippet_says_that_it_is_from_the_notes(card: NewCard, index: NewIndex) -> None:
    (hit,) = index(card("x", "T", "body", notes="Mention the weather")).search("weather").hits
    assert hit.snippet.part is Part.NOTES


def test_words_for_marking_are_those_that_stand_there(one: Callable[..., Index]) -> None:
    assert one("Hotlines and a hotline").search("hotline").words == ("Hotlines", "hotline")


def test_control_and_direction_signs_never_reach_a_snippet(one: Callable[..., Index]) -> None:
    (hit,) = one("talks \u202egnp.exe\u202c and \x1b[31m more").search("talks").hits
    assert not set(hit.snippet.text) & set("\u202e\u202c\x1b")


def test_other_languages_have_their_endings(one: Callable[..., Index]) -> None:
    assert one("Die Gespräche", language="de-AT").search("gesprach").total == 1
    assert one("Секретные переговоры", language="ru").search("переговорах").total == 1


def test_a_language_without_a_stemmer_is_searched_as_it_stands(one: Callable[..., Index]) -> None:
    index = one("hotlines", language="tlh")
    assert index.search("hotlines").total == 1
    assert index.search("hotline").note


@given(st.text(max_size=60), st.booleans())
def test_nothing_that_can_be_typed_fails(small: Index, query: str, typing: bool) -> None:
    results = small.search(query, typing=typing, limit=5)
    assert len(results.hits) <= 5 <= results.total or len(results.hits) == results.total


@given(st.text(alphabet='ab"()-:* OR<>.A1é日\u0301kindslas', max_size=40), st.booleans())
def test_no_mix_of_operators_fails(small: Index, query: str, typing: bool) -> None:
    found = small.search(query, typing=typing)
    assert (found.query, found.total) == (query, len(found.hits))


@pytest.fixture(scope="module")
def small() -> Any:
    from briefer.briefing.model import Kind, Place, Prose
    from briefer.briefing.names import names_of

    place = Place("breakdown.md", 1)
    kinds = (Kind("channels", "Channels", "Channel", "", "#1f5fbf"),)
    texts = ("ab (a) 日本 “x” kind: a1", "b - c é", "la las dis")
    own = tuple(
        Card(f"c{n}", text, "channels", place, body=Prose(text)) for n, text in enumerate(texts)
    )
    text = "ab a1\nlas b"
    spans = (Paragraph(1, Span(0, 5)), Paragraph(2, Span(6, 11)))
    document = Document("article", "Article", "A", "a.txt", text, spans, "")
    briefing = Briefing(
        "B", None, kinds=kinds, cards=own, documents=(document,), names=names_of(own)
    )
    return build_index(briefing, None, None)


@pytest.mark.parametrize("query", ["talks sec", "talks", '"the talks"', "talks -secret"])
def test_kinds_counted_from_a_list_are_those_that_the_index_counts(
    card: NewCard, index: NewIndex, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    kinds = ("channels", "actors", "purposes")
    found = index(
        *(card(f"c{n}", f"The talks {n}", "Secret.", kind=kinds[n % 5 % 3]) for n in range(30))
    )
    totals = [[(g.kind, g.total) for g in found.search(query, limit=3).groups]]
    monkeypatch.setattr(finding, "_LISTED", 0)
    totals += [[(g.kind, g.total) for g in found.search(query, limit=3).groups]]
    assert totals[0] == totals[1]
