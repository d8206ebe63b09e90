"""The pages of the built-in briefing: whole, tagged, linked, and the same each time."""

from __future__ import annotations

import io
import re
from typing import Any

import pikepdf
import pytest

from briefer.sheets.marking import paper_ink
from briefer.sheets.options import (
    Annex,
    CardsOfAgenda,
    CardsOfKind,
    ChosenCards,
    Foot,
    Layout,
    Orientation,
    Paper,
)

CHOICES = [
    pytest.param({"layout": layout, "paper": paper}, id=f"{layout}-{paper}")
    for layout in Layout
    for paper in Paper
]


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def elements(node: Any, found: list[Any] | None = None) -> list[Any]:
    """Return every structure element below a node."""
    found = [] if found is None else found
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            found.append(child)
            elements(child, found)
    return found


@pytest.mark.parametrize("choices", CHOICES)
def test_every_layout_on_both_papers_passes_the_accessibility_and_archive_rules(
    built_in, faults_of, choices
):
    made = built_in.printed(**choices)
    assert faults_of(made.pdf) == []
    assert made.warnings == ()


def test_everything_with_evidence_passes_the_rules(built_in, faults_of):
    made = built_in.printed(annex=Annex.DOCUMENTS, notes=True, marking="TLP:AMBER")
    assert faults_of(made.pdf) == []


def test_the_same_choices_give_the_same_bytes(built_in):
    assert built_in.printed().pdf == built_in.printed().pdf


def test_paper_and_orientation_shape_every_page(built_in):
    letter = opened(built_in.printed(paper=Paper.US_LETTER).pdf)
    assert {tuple(float(n) for n in page.mediabox) for page in letter.pages} == {(0, 0, 612, 792)}
    wide = opened(built_in.printed(orientation=Orientation.LANDSCAPE).pdf)
    assert all(page.mediabox[2] > page.mediabox[3] for page in wide.pages)


def test_every_word_of_every_card_can_be_found(built_in, words_of):
    found = words_of(built_in.printed(notes=True).pdf)
    for card in built_in.briefing.cards:
        for word in re.findall(r"[^\W\d_]{3,}", f"{card.title} {card.summary}"):
            assert word in found, (card.id, word)
    assert "office" in found
    assert "specifically" in found


def test_speaker_notes_stay_out_unless_asked(built_in, words_of):
    assert "Speaker notes" not in words_of(built_in.printed().pdf)
    assert "Speaker notes" in words_of(built_in.printed(notes=True).pdf)


def test_the_outline_lists_kinds_and_their_cards(built_in):
    with opened(built_in.printed().pdf).open_outline() as outline:
        found = {kind.title: [card.title for card in kind.children] for kind in outline.root}
    briefing = built_in.briefing
    assert found == {
        kind.heading: [card.title for card in briefing.cards_of(kind.id)] for kind in briefing.kinds
    }


def test_relations_name_the_page_that_they_lead_to(built_in, words_of):
    made = built_in.printed()
    file = opened(made.pdf)
    with file.open_outline() as outline:
        first = next(card for kind in outline.root for card in kind.children)
    assert first.title == built_in.briefing.cards[0].title
    assert re.search(r"Reuters \(p\. \d+\)", words_of(made.pdf))
    links = [a for page in file.pages for a in page.get("/Annots", []) if "/Dest" in a or "/A" in a]
    assert len(links) > 300


def test_the_file_says_its_title_its_language_and_its_tab_order(built_in):
    file = opened(built_in.printed().pdf)
    assert file.docinfo["/Title"] == built_in.briefing.title
    assert str(file.Root.Lang) == "en"
    assert file.Root.ViewerPreferences.DisplayDocTitle
    assert all(page.get("/Tabs") == "/S" for page in file.pages if "/Annots" in page)


def test_table_heads_have_a_scope(built_in):
    file = opened(built_in.printed().pdf)
    heads = [e for e in elements(file.Root.StructTreeRoot) if e.S == "/TH"]
    assert heads
    for head in heads:
        attributes = head.A if isinstance(head.A, pikepdf.Array) else [head.A]
        assert any(str(a.get("/Scope", "")) in {"/Column", "/Row", "/Both"} for a in attributes)


def foot_of(given, printed: int) -> str:
    sign = given.briefing.documents[0].sha256[:8]
    return f"{printed} of {printed} quotations match text A ({sign}…), checked 23 November 2026"


def test_the_last_page_says_how_many_quotations_match_and_each_one_its_number(built_in, words_of):
    made = built_in.printed()
    printed = sum(not checked.in_notes for checked in built_in.report.quotations)
    text = words_of(made.pdf)
    assert text.count(foot_of(built_in, printed)) == 1
    assert f"{foot_of(built_in, printed)} {made.pages} / {made.pages}" in text
    assert f" 1 / {made.pages}" in text


def test_every_page_says_it_when_asked(built_in, words_of):
    made = built_in.printed(foot=Foot.EACH)
    printed = sum(not checked.in_notes for checked in built_in.report.quotations)
    assert words_of(made.pdf).count(foot_of(built_in, printed)) == made.pages


def test_no_marking_prints_no_banner_and_a_marking_stands_twice_on_each_page(built_in, words_of):
    made = built_in.printed(marking="TLP:AMBER+STRICT")
    assert words_of(made.pdf).count("TLP:AMBER+STRICT") == 2 * made.pages
    assert "TLP" not in words_of(built_in.printed().pdf)


def test_one_card_is_printed_without_title_block_and_contents(built_in, words_of):
    made = built_in.printed(selection=ChosenCards(("crisis-hotlines",)))
    assert made.pages == 1
    assert "Contents" not in words_of(made.pdf)
    assert "Crisis hotlines" in words_of(made.pdf)


def test_an_agenda_prints_its_cards_in_its_order(built_in, words_of):
    agenda = built_in.briefing.agendas[0]
    made = built_in.printed(selection=CardsOfAgenda(agenda.id))
    with opened(made.pdf).open_outline() as outline:
        titles = [card.title for card in outline.root]
    assert titles == [built_in.briefing.card(card).title for card in agenda.cards]


def test_a_kind_prints_only_its_cards(built_in, words_of):
    text = words_of(built_in.printed(selection=CardsOfKind("Sources")).pdf)
    assert "SOURCE 1" in text
    assert "PURPOSE 1" not in text


@pytest.mark.parametrize("paper", Paper)
def test_the_brief_of_the_built_in_briefing_takes_two_pages_at_most(built_in, paper):
    assert built_in.printed(layout=Layout.BRIEF, paper=paper).pages <= 2


def test_a_brief_that_overflows_says_so(built_in):
    made = built_in.printed(layout=Layout.BRIEF, large_print=True)
    assert made.pages > 2
    assert made.warnings == (
        f"The brief takes {made.pages} pages; choose fewer cards for one or two.",
    )


def test_the_matrix_takes_one_landscape_page(built_in):
    made = built_in.printed(layout=Layout.MATRIX)
    assert made.pages == 1
    file = opened(made.pdf)
    assert file.pages[0].mediabox[2] > file.pages[0].mediabox[3]


def test_one_card_per_page_starts_each_card_on_a_page_of_its_own(built_in):
    made = built_in.printed(layout=Layout.PAGE)
    assert made.pages > len(built_in.briefing.cards)


def test_the_annex_holds_each_document_with_its_hash(built_in, words_of):
    text = words_of(built_in.printed(annex=Annex.DOCUMENTS).pdf)
    document = built_in.briefing.documents[0]
    assert document.sha256 in text.replace(" ", "")
    assert text.count("The goal is to prevent accidental incidents") >= 2


def test_long_contents_look_as_short_ones_do(built_in, words_of):
    text = words_of(built_in.printed(large_print=True, paper=Paper.US_LETTER).pdf)
    assert "Contents" in text
    assert " . . ." not in text


def test_large_print_takes_more_pages(built_in):
    assert built_in.printed(large_print=True).pages > built_in.printed().pages


def test_only_tlp_labels_wear_colours_on_paper():
    assert paper_ink("TLP:RED") == "#ff2b2b"
    assert paper_ink("tlp:amber+strict") == "#ffc000"
    assert paper_ink("TOP SECRET") == paper_ink("UNCLASSIFIED") == paper_ink("") == ""


def test_the_relations_are_a_picture_and_a_list_of_every_tie(built_in, words_of):
    made = built_in.printed(layout=Layout.RELATIONS)
    words = " ".join(words_of(made.pdf).split())
    assert "The relations in words" in words
    assert "Armed-forces line: Actors United States, Russia" in words


def test_no_page_ends_in_a_short_list(briefing_of, words_of):
    breakdown = "# T\n\n## Card\n\nS.\n\n{}- First of two.\n- Second of two.\n"
    made = [briefing_of(breakdown.format("A line.\n\n" * n)).printed() for n in range(28, 48)]
    assert {1, 2} == {pages.pages for pages in made}  # the end of a page is among them
    assert all("First of two. • Second of two." in words_of(pages.pdf) for pages in made)
