"""No card runs off its page: the guess which cards fit is on the safe side."""

from __future__ import annotations

import re
from itertools import product

import pypdfium2
import pytest

from briefer.sheets.options import Annex, Layout, Orientation, Paper

TEXTS = {
    "latin": "Some words of ordinary running text stand here in a row. ",
    "capitals": "SOME WORDS IN CAPITALS THAT ARE MUCH WIDER STAND HERE. ",
    "chinese": "这里有一些普通的中文文字排成一行用来测量页面的高度。",
    "list": "- an item\n",
    "quotation": "> The two sides keep a line open.\n> — [@article, ¶1]\n\n",
    "code": "```\nline\n```\n\n",
    "table": "| a | b |\n| - | - |\n| words in a cell | more words in another cell |\n\n",
}


FOOT = 40  # points; the text of a page ends above, its running foot stands below
RUNNING = re.compile(r"(\d+ of \d+ quotations? match.* checked [\w ]+ ?)?\d+ / \d+( TLP:GREEN)?")


def feet(pdf: bytes, height: float = FOOT) -> list[str]:
    """Return, page by page, the words below a height."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [foot(page, height) for page in document]
    finally:
        document.close()


def foot(page: pypdfium2.PdfPage, height: float) -> str:
    text = page.get_textpage()
    try:
        return " ".join(text.get_text_bounded(top=height).split())
    finally:
        text.close()


@pytest.mark.parametrize(("name", "large"), list(product(TEXTS, (False, True))))
def test_cards_of_every_length_stay_on_their_pages(briefing_of, name, large):
    cards = [f"## Card {n}\n\nA summary.\n\n{TEXTS[name] * n}\n" for n in range(1, 70, 4)]
    given = briefing_of("# Things\n\n" + "\n".join(cards))
    for orientation in Orientation:
        made = given.printed(large_print=large, orientation=orientation, paper=Paper.US_LETTER)
        assert [words for words in feet(made.pdf) if not RUNNING.fullmatch(words)] == []


@pytest.mark.parametrize("layout", Layout)
def test_no_layout_of_the_built_in_briefing_runs_off_the_page(built_in, layout):
    made = built_in.printed(layout=layout, marking="TLP:GREEN", notes=True)
    assert [words for words in feet(made.pdf, 50) if not RUNNING.fullmatch(words)] == []


def test_cards_in_sequence_leave_no_more_paper_empty_than_they_must(built_in):
    assert built_in.printed().pages <= 24


def test_no_page_begins_with_the_foot_of_a_quotation(built_in):
    made = built_in.printed(annex=Annex.QUOTATIONS)
    document = pypdfium2.PdfDocument(made.pdf)
    try:
        tops = [top_line(page) for page in document]
    finally:
        document.close()
    assert len(set(tops)) > 10
    assert [top for top in tops if re.match(r"A\d+( ·.*)?$|Exact|Shortened", top)] == []


def top_line(page: pypdfium2.PdfPage) -> str:
    """Return the first line under the head of an A4 page."""
    text = page.get_textpage()
    try:
        return " ".join(text.get_text_bounded(bottom=842 - 80, top=842 - 58).split())
    finally:
        text.close()
