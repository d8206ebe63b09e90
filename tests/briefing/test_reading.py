"""A briefing is read whole, or at first its outline."""

import gc
from collections.abc import Callable
from pathlib import Path

import pytest

from briefer.briefing.errors import UnreadableBriefing
from briefer.briefing.model import Briefing
from briefer.briefing.problems import FAULTS
from briefer.briefing.reading import read_briefing, read_outline
from briefer.resources import built_in_briefing

Write = Callable[..., Path]
BREAKDOWN = "# Channels\n## Line\nActors: [[US]]\n\nText.\n# Overview\n## All {#all}\n\nSummary.\n"


def test_the_built_in_briefing_reads_without_a_problem() -> None:
    briefing = read_briefing(built_in_briefing())
    assert briefing.problems == ()
    assert briefing.complete
    assert briefing.card("overview").summary


def test_an_outline_has_every_title_and_the_overview_whole(write: Write) -> None:
    outline = read_outline(write(BREAKDOWN))
    assert not outline.complete
    assert [(card.id, card.title, card.summary) for card in outline.cards] == [
        ("line", "Line", ""),
        ("all", "All", "Summary."),
    ]
    assert [kind.id for kind in outline.kinds] == ["channels", "overview"]
    assert outline.documents[0].paragraphs


def test_an_outline_leaves_the_text_of_a_large_document_for_later(write: Write) -> None:
    (document,) = read_outline(write(BREAKDOWN, article="A word. " * 200_000)).documents
    assert (document.title, document.text, document.readable) == ("Article", "", True)


def test_outline_and_whole_agree_on_the_headings(write: Write) -> None:
    folder = write("## A\n## A\n# Fruit\n## `B` {#B}\n")
    parts = [
        [(card.id, card.title, card.kind, card.place) for card in briefing.cards]
        for briefing in (read_outline(folder), read_briefing(folder))
    ]
    assert parts[0] == parts[1]


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"breakdown": "No card"}, "no-cards"),
        ({}, "breakdown-missing"),
        ({"breakdown": "## A", "manifest": "x ="}, "manifest-syntax"),
        ({"breakdown": "## A", "manifest": b"\xff"}, "not-utf-8"),
        ({"breakdown": "## A", "manifest": "#" * 70_000}, "file-too-large"),
    ],
)
def test_what_cannot_be_opened_says_why(write: Write, files: dict[str, str], code: str) -> None:
    folder = write(**files)
    for read in (read_briefing, read_outline):
        with pytest.raises(UnreadableBriefing) as caught:
            read(folder)
        assert code in [problem.code for problem in caught.value.problems]
        assert str(caught.value)


def test_a_folder_without_briefing_toml_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableBriefing, match=r"toml is not there\. Open a folder"):
        read_briefing(tmp_path)


def test_a_breakdown_that_is_not_utf_8_opens_with_its_problem(write: Write) -> None:
    briefing = read_briefing(write(b"# Channels\n## A\n\nCaf\xe9.\n"))
    assert briefing.cards[0].summary == "Caf\ufffd."
    (problem,) = briefing.problems
    assert (problem.code, problem.place.line) == ("not-utf-8", 4)


def test_breakdown_and_folder_together_are_named(write: Write) -> None:
    briefing = read_briefing(write("# Channels\n## A\n", breakdown__b="## B\n"))
    assert [problem.code for problem in briefing.problems] == ["breakdown-twice"]
    assert len(briefing.cards) == 1


def test_a_missing_title_is_the_folders_name(write: Write) -> None:
    briefing: Briefing = read_briefing(write("# Channels\n## A\n", manifest=""))
    assert briefing.title == "briefing"
    assert [problem.code for problem in briefing.problems] == ["manifest-missing"] * 2


def test_the_collector_works_again_after_reading(write: Write) -> None:
    with pytest.raises(UnreadableBriefing):
        read_briefing(write("nothing"))
    assert gc.isenabled()


def test_every_fault_has_a_meaning() -> None:
    assert all(fault.meaning and fault.severity for fault in FAULTS.values())


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("\nWords that [[nobody]] sees.\n", 2),
        ("<!-- a note -->\n\nStray.\n", 3),
        ("---\ntags: [x]\n---\nStray.\n", 4),
        ("---\ntags: [x]\n---\n<!-- a\nnote -->\n", 0),
        ("\n\n", 0),
    ],
)
def test_text_before_the_first_heading_is_not_lost_in_silence(
    write: Write, before: str, line: int
) -> None:
    problems = read_briefing(write(before + "# Things\n\n## One\n")).problems
    assert [(problem.code, problem.place.line) for problem in problems] == (
        [("text-stray", line)] if line else []
    )
