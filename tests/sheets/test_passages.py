"""Picked passages are printed among the cards: in every layout and every format."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from briefer.briefing.model import Span
from briefer.briefing.passage_names import NamedPassage
from briefer.briefing.reading import read_briefing
from briefer.sheets.html_export import html_page_of
from briefer.sheets.markdown_export import markdown_of
from briefer.sheets.options import Annex, ChosenCards, Layout, Options, OwnNote
from briefer.sheets.table_export import table_of

WORDS = "used sparingly to prevent a potential flare-up"
DAY = date(2026, 11, 23)


@pytest.fixture
def chosen(built_in) -> ChosenCards:
    """Return a card, a passage and a card, in this order."""
    text = built_in.briefing.documents[0].text
    start = text.index(WORDS)
    passage = NamedPassage("article", Span(start, start + len(WORDS)))
    return ChosenCards(("reuters", passage.name, "russia"))


def test_a_passage_stands_in_its_place_with_its_reference(built_in, chosen, words_of) -> None:
    text = words_of(built_in.printed(selection=chosen).pdf)
    assert "PASSAGE" in text
    assert "Article, paragraph 4" in text
    assert text.index("SOURCE") < text.index("PASSAGE") < text.index("ACTOR")
    assert "5 of 5 quotations match" in text


@pytest.mark.parametrize("layout", Layout)
def test_every_layout_takes_passages_and_stays_accessible(
    built_in, chosen, faults_of, layout
) -> None:
    made = built_in.printed(selection=chosen, layout=layout, annex=Annex.QUOTATIONS)
    assert faults_of(made.pdf) == []


def test_a_brief_says_the_passage_itself(built_in, chosen, words_of) -> None:
    text = words_of(built_in.printed(selection=chosen, layout=Layout.BRIEF).pdf)
    assert "Article, paragraph 4 “used sparingly to prevent" in text


def test_the_annex_shows_a_passage_in_its_paragraph(built_in, chosen, words_of) -> None:
    only = ChosenCards(chosen.ids[1:2])
    text = words_of(built_in.printed(selection=only, annex=Annex.QUOTATIONS).pdf)
    assert "1 of 1 quotation matches" in text
    assert text.count(WORDS) == 2
    assert "This line, activated at a critical moment" in text


def test_a_note_on_a_passage_is_printed_with_it(built_in, chosen, words_of) -> None:
    text = built_in.briefing.documents[0].text
    start = text.index("sparingly")
    note = OwnNote("", "How often, though?", "article", start, start + 9)
    only = ChosenCards(chosen.ids[1:2])
    assert "How often" in words_of(built_in.printed(selection=only, own_notes=(note,)).pdf)


def test_the_table_has_a_row_for_it(built_in, chosen) -> None:
    options = Options(DAY, selection=chosen)
    rows = list(csv.reader(io.StringIO(table_of(built_in.briefing, built_in.report, options))))
    row = next(row for row in rows if row[1] == "Passage")
    assert row[:1] + row[2:6] == ["Article, paragraph 4", "", WORDS, "Article", "A4"]
    assert row[8] == "Exact"


def test_the_markdown_reads_again_and_grades_as_exact(built_in, chosen, tmp_path) -> None:
    from briefer.evidence.checker import check

    source = built_in.briefing.files.path
    (tmp_path / "documents").mkdir()
    for name in ("briefing.toml", "documents/us-russia-channels.txt"):
        (tmp_path / name).write_bytes((source / name).read_bytes())
    options = Options(DAY, selection=chosen)
    (tmp_path / "breakdown.md").write_text(markdown_of(built_in.briefing, options), "utf-8")
    again = read_briefing(tmp_path)
    passage = next(card for card in again.cards if card.kind == "passages")
    assert passage.title == "Article, paragraph 4"
    outcomes = [c.outcome for c in check(again).quotations if c.card == passage.id]
    assert [type(outcome).__name__ for outcome in outcomes] == ["Verbatim"]


def test_the_html_has_it(built_in, chosen) -> None:
    page = html_page_of(built_in.briefing, built_in.report, Options(DAY, selection=chosen))
    assert WORDS in page
    assert page.count("<h2 id=") == 3
