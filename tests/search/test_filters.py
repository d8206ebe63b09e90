"""Filters: what a briefing knows about its cards narrows a search."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefer.briefing.reading import read_briefing
from briefer.evidence.checker import check
from briefer.search.index import Index, build_index
from briefer.search.mine import NOTHING_MINE, Mine, MyNote
from briefer.search.model import PassageHit

MANIFEST = """
title = "Small"
[[documents]]
id = "article"
title = "Article"
file = "a.txt"
paragraphs = "lines"
[[documents]]
id = "memo"
title = "Memo"
file = "b.txt"
paragraphs = "lines"
"""
BREAKDOWN = """
# Channels

## Crisis hotlines {#hotlines}
Actors: [[Jake Sullivan]]
Also known as: red phone
Status: reported, standing
As of: 2022-02-23

> The two sides keep crisis hotlines open.
> — [@article, ¶1]

## Formal talks {#talks}
Status: planned
As of: 2015-06-01

They follow the [[hotlines]].

> The two sides keep crisis hotlines shut.
> — [@article, ¶1]

## Rumours {#rumours}

> Nothing of the kind was ever written anywhere at all.
> — [@memo, ¶1]

# Actors

## Jake Sullivan {#sullivan}

The adviser.

> A memo says that he called often.
> — [@memo, ¶1, disputes] via [[Reuters]]

# Sources

## Reuters
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder: Path = tmp_path_factory.mktemp("small")
    (folder / "briefing.toml").write_text(MANIFEST, encoding="utf-8")
    (folder / "breakdown.md").write_text(BREAKDOWN, encoding="utf-8")
    article = "The two sides keep crisis hotlines open. This stays unused.\nA second line."
    (folder / "a.txt").write_text(article, encoding="utf-8")
    (folder / "b.txt").write_text("A memo says that he called often.", encoding="utf-8")
    briefing = read_briefing(folder)
    return build_index(briefing, check(briefing), None)


def found(index: Index, query: str) -> set[str]:
    return {
        hit.letter + str(hit.paragraph) if isinstance(hit, PassageHit) else hit.card
        for hit in index.search(query).hits
    }


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("actor:sullivan", {"hotlines"}),
        ("actor:jake-sullivan", {"hotlines"}),
        ('actor:"Jake Sullivan"', {"hotlines"}),
        ("actor:sull", {"hotlines"}),
        ("actor:nobody", set()),
        ('channel:"red phone"', {"sullivan"}),
        ("actor:", {"sullivan"}),
        ("kind:Sources", {"reuters"}),
        ("kind:nothing", {"rumours"}),
        ("kind:chan", {"hotlines", "talks", "rumours"}),
        ("is:alt", {"talks"}),
        ('links:"Crisis hotlines"', {"talks", "sullivan"}),
        ("links:hotlines", {"talks", "sullivan"}),
        ("status:reported", {"hotlines"}),
        ("status:STAND", {"hotlines"}),
        ("status:planned", {"talks"}),
        ("asof:<2022-02-24", {"hotlines", "talks"}),
        ("asof:>=2022", {"hotlines"}),
        ("asof:2015..2021", {"talks"}),
        ("asof:..2015-06", {"talks"}),
        ("asof:2022-02", {"hotlines"}),
        ("asof:2022-02-23", {"hotlines"}),
        ("asof:>2022-02-23", set()),
        ("doc:B", {"B1", "sullivan"}),
        ("doc:memo", {"B1", "sullivan"}),
        ("doc:B in:document", {"B1"}),
        ("A1", {"A1", "hotlines", "talks"}),
        ("a1 in:document", {"A1"}),
        ("A2", {"A2"}),
        ("is:altered", {"talks"}),
        ("is:missing", {"rumours"}),
        ("is:disputed", {"sullivan"}),
        ("is:unsourced", {"reuters"}),
        ("is:picked", set()),
        ("has:mynotes", set()),
        ("is:altered hotlines", {"talks"}),
        ("-is:altered kind:channel", {"hotlines", "rumours"}),
    ],
)
def test_a_filter_finds(index: Index, query: str, expected: set[str]) -> None:
    assert found(index, query) == expected


def test_unused_sentences_are_shown_as_sentences(index: Index) -> None:
    hits = index.search("is:uncited").hits
    assert [hit.snippet.text for hit in hits] == ["This stays unused.", "A second line."]
    assert found(index, "is:uncited second") == {"A2"}


def test_passages_with_unused_sentences_can_be_left_out(index: Index) -> None:
    assert found(index, "in:document -is:uncited") == {"B1"}


def test_single_source_is_what_the_report_says(index: Index) -> None:
    assert found(index, "is:single-source") >= {"hotlines"}


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("hotline", "“hotline”"),
        ("crisis hotline", "“crisis” and “hotline”"),
        ('"crisis hotlines" -talks', "The exact words “crisis hotlines”, without “talks”"),
        ("a OR b", "“a” or “b”"),
        ("c (a OR b)", "“c” and (“a” or “b”)"),
        ("kind:channel", "Of the kind Channel"),
        ("-kind:channel", "Not of the kind Channel"),
        ("actor:sull", "Tied to the actor Jake Sullivan"),
        ("actor:x", "Tied to the actor “x”, which no card is called"),
        ("in:notes talks", "“talks”, in speaker notes"),
        ("is:altered", "With a quotation whose wording differs"),
        ("(", "The sign “(”"),
        ("", ""),
    ],
)
def test_the_line_below_the_box_says(index: Index, query: str, said: str) -> None:
    assert index.search(query).explained == said


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("asof:2022", "As of 2022"),
        ("asof:<2022-02-24", "As of before 2022-02-24"),
        ("asof:>=2020", "As of 2020 or later"),
        ("asof:2015..2022", "As of 2015 to 2022"),
        ("asof:2022..2015", "As of 2015 to 2022"),
        ("asof:..2022", "As of 2022 or earlier"),
        ("A1", "Paragraph A1 and what cites it"),
        ("doc:B", "Text B and what cites it"),
        ("-A1 talks", "“talks”, without paragraph A1 and what cites it"),
        ("kind:", "Everything"),
        ("title:crisis", "“crisis”, in the title"),
        ("x" * 500, f"“{'x' * 59}…”"),
    ],
)
def test_the_line_reads_as_english(index: Index, query: str, said: str) -> None:
    assert index.search(query).explained == said


@pytest.mark.parametrize(
    ("query", "same"),
    [
        ("kind: channel", "kind:channel"),
        ("is: altered", "is:altered"),
        ("is:singlesource", "is:single-source"),
        ("asof:< 2022-02-24", "asof:<2022-02-24"),
        ("in: notes talks", "in:notes talks"),
        ('kind: "channel" hotlines', "kind:channel hotlines"),
        ("in:doc", "in:document"),
        ("title:hotlines", "in:title hotlines"),
        ("hotlines kind:", "hotlines"),
        ("hotlines is:un", "hotlines"),
        ("hotlines asof:<", "hotlines"),
        ("hotlines asof:2022-", "hotlines"),
        ("kind:c OR kind:a", "kind:channel OR kind:actor"),
        ("hotlines AND crisis", "hotlines crisis"),
        ("hotlines OR", "hotlines"),
    ],
)
def test_another_spelling_finds_the_same(index: Index, query: str, same: str) -> None:
    assert found(index, query) == found(index, same)


def test_a_paragraph_named_is_no_slip(index: Index) -> None:
    assert index.search("A1").note == ""


def test_every_slip_is_named(index: Index) -> None:
    assert index.search("Sulivan OR hotlien").note == "No exact match; showing Sullivan, hotlines"


def test_who_pastes_a_page_looks_for_its_beginning(index: Index) -> None:
    pasted = " ".join(f"word{n}" for n in range(500))
    assert index.search(pasted).note == "Only the first 60 words are looked for"


def test_the_last_word_is_said_to_go_on_while_typing(index: Index) -> None:
    assert index.search("crisis hotl", typing=True).explained == "“crisis” and “hotl…”"


@pytest.mark.parametrize("query", ["asof:soon", "asof:2022-13", "is:odd", "in:odd", "kind:odd"])
def test_a_filter_that_makes_no_sense_is_searched_as_words(index: Index, query: str) -> None:
    assert "searched as words" in index.search(query).note


@pytest.mark.parametrize(
    ("query", "choices"),
    [("is:", "altered"), ("in:", "notes"), ("kind:", "Channel"), ("asof:", "2015..2022")],
)
def test_a_filter_without_a_value_says_what_it_takes(
    index: Index, query: str, choices: str
) -> None:
    assert choices in index.search(query, typing=True).note


def test_other_side_of_a_card_is_its_passage_and_back(index: Index) -> None:
    card = next(hit for hit in index.search("kind:channel hotlines").hits)
    side = index.other_side(card)
    assert isinstance(side, tuple)
    assert side[0] == "article"
    (passage,) = index.search("A1 in:document").hits
    assert index.other_side(passage) == "hotlines"


@pytest.fixture
def mine(index: Index) -> Iterator[None]:
    """Give the index what the reader has picked, not read, and noted."""
    notes = (
        MyNote("Ask Anna about the hotlines", "hotlines"),
        MyNote("She talked to him\non 3 May", "talks"),
        MyNote("Odd sentence: a hotline?", "", "article", 2),
    )
    index.mark_mine(Mine(picked=("talks",), unread=("sullivan",), notes=notes))
    yield
    index.mark_mine(NOTHING_MINE)


@pytest.mark.usefixtures("mine")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("is:picked", {"talks"}),
        ("is:unread", {"sullivan"}),
        ("is:unr", {"sullivan"}),
        ("has:mynotes", {"hotlines", "talks", "A2"}),
        ("has:mynotes -is:picked", {"hotlines", "A2"}),
        ("in:mynotes", {"hotlines", "talks", "A2"}),
        ("in:mynotes talk", {"talks"}),
        ("talk in:my-notes", {"talks"}),
        ('in:mynotes "talk"', set()),
        ("in:mynotes hotline", {"hotlines", "A2"}),
        ("in:mynotes hotline in:cards", {"hotlines"}),
        ("in:mynotes hotline -anna", {"A2"}),
        ("in:mynotes (anna OR him)", {"hotlines", "talks"}),
        ("in:mynotes nowhere", set()),
        ("-in:mynotes kind:channel", {"rumours"}),
    ],
)
def test_what_is_the_readers_own_is_found(index: Index, query: str, expected: set[str]) -> None:
    assert found(index, query) == expected


@pytest.mark.usefixtures("mine")
def test_a_hit_in_my_notes_shows_the_note(index: Index) -> None:
    (hit,) = index.search("in:mynotes talk").hits
    assert hit.snippet.mine
    assert hit.snippet.text == "She talked to him on 3 May"
    (passage,) = index.search("in:mynotes odd").hits
    assert passage.snippet.mine
    assert [passage.snippet.text[m.start : m.end] for m in passage.snippet.marks] == ["Odd"]


@pytest.mark.usefixtures("mine")
def test_my_own_is_said_in_words(index: Index) -> None:
    assert index.search("in:mynotes anna -talk").explained == (
        "“anna”, in My notes, without “talk”"
    )
    assert index.search("is:unread").explained == "Not read yet"


def test_what_only_the_window_keeps_is_said_where_nothing_is_kept(index: Index) -> None:
    for query in ("is:picked", "is:unread", "has:mynotes", "in:mynotes x"):
        results = index.search(query)
        assert not results.total
        assert "only the window knows" in results.explained
