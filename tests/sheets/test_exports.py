"""The same selection as Markdown, as a table, and as one HTML file."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from pathlib import Path

import pytest

from briefer.briefing.reading import read_briefing
from briefer.sheets.html_export import html_page_of
from briefer.sheets.markdown_export import markdown_of
from briefer.sheets.options import ChosenCards, Format, Options
from briefer.sheets.table_export import COLUMNS, table_of
from briefer.sheets.writing import write_sheets

WHOLE = Options(date(2026, 11, 23), notes=True)


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_the_markdown_is_a_breakdown_that_reads_as_the_same_cards(built_in, tmp_path: Path):
    folder = tmp_path / "copy"
    (folder / "documents").mkdir(parents=True)
    source = built_in.briefing.files.path
    for name in ("briefing.toml", "documents/us-russia-channels.txt"):
        (folder / name).write_bytes((source / name).read_bytes())
    (folder / "breakdown.md").write_text(markdown_of(built_in.briefing, WHOLE), encoding="utf-8")
    again = read_briefing(folder)
    assert [(c.id, c.title, c.kind, c.summary) for c in again.cards] == [
        (c.id, c.title, c.kind, c.summary) for c in built_in.briefing.cards
    ]
    assert again.relations == built_in.briefing.relations


def test_the_table_has_a_row_for_each_quotation(built_in):
    rows = rows_of(table_of(built_in.briefing, built_in.report, WHOLE))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) - 1 == len(built_in.report.quotations)
    assert {row[8] for row in rows[1:]} <= {"Exact", "Shortened, omissions marked"}


def test_a_cell_never_becomes_a_formula(briefing_of):
    given = briefing_of("# T\n\n## =cmd()\n\n@x\n\n> The two sides keep a line open.\n")
    row = rows_of(table_of(given.briefing, given.report, WHOLE))[1]
    assert row[0] == "'=cmd()"
    assert row[2] == "'@x"


def test_the_html_is_whole_and_leads_nowhere_by_itself(built_in):
    page = html_page_of(built_in.briefing, built_in.report, WHOLE)
    assert page.count("<h3 id=") == len(built_in.briefing.cards)
    assert not re.search(r'(src|href)="(?!#|data:)', page)
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets <= set(re.findall(r'id="([^"]+)"', page))


def test_html_in_a_briefing_stays_text(briefing_of):
    given = briefing_of('# T\n\n## <script>alert(1)</script>\n\nA <b onclick="x">b</b> & c.\n')
    page = html_page_of(given.briefing, given.report, WHOLE)
    assert "<script>" not in page
    assert "<b onclick" not in page
    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize("form", Format)
def test_each_format_is_written_whole(built_in, tmp_path, form):
    path = tmp_path / f"out.{form}"
    options = Options(date(2026, 11, 23), selection=ChosenCards(("crisis-hotlines",)))
    written = write_sheets(built_in.briefing, built_in.report, options, path, form)
    assert written.path == path
    assert path.stat().st_size > 500
    assert written.pages == (1 if form is Format.PDF else 0)
