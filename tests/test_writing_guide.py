"""The example of docs/writing-a-briefing.md is a briefing without a fault."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefer.briefing.model import Briefing
from briefer.briefing.reading import read_briefing
from briefer.evidence.checker import check
from briefer.evidence.model import Report

GUIDE = Path(__file__).parents[1] / "docs" / "writing-a-briefing.md"


def block(words: str) -> str:
    """Return the fenced block of the guide that holds these words."""
    text = GUIDE.read_text(encoding="utf-8")
    blocks: list[str] = re.findall(r"^```\w*\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    return next(found for found in blocks if words in found)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Briefing:
    folder = tmp_path_factory.mktemp("guide")
    (folder / "documents").mkdir()
    files = {
        "documents/report.txt": block("nine days in March."),
        "briefing.toml": block("[[documents]]") + block("[[agendas]]"),
        "breakdown.md": block("# Channels"),
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return read_briefing(folder)


@pytest.fixture(scope="module")
def report(example: Briefing) -> Report:
    return check(example)


def test_the_example_opens_without_a_problem(example: Briefing, report: Report) -> None:
    assert [card.id for card in example.cards] == [
        "northgate",
        "ferries",
        "inspector",
        "harbour-master",
    ]
    assert [agenda.cards for agenda in example.agendas] == [("northgate", "ferries")]
    assert not report.problems


def test_the_examples_quotations_are_graded_as_the_guide_says(report: Report) -> None:
    counts = report.counts
    assert (counts.quotations, counts.verbatim, counts.shortened) == (4, 2, 2)
    assert counts.sentences == counts.cited_sentences == 2


def test_the_example_keeps_the_voices_apart(report: Report) -> None:
    assert report.origins["northgate"] == ("inspector",)
    assert report.origins["ferries"] == ("harbour-master",)
