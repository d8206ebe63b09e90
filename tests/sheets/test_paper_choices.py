"""Margins, both sides of the paper, paper without colours, index cards, and the reader's notes."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest

from briefer.evidence.model import Report
from briefer.sheets.errors import SelectionError
from briefer.sheets.options import (
    Annex,
    CardsOfKind,
    ChosenCards,
    Layout,
    Orientation,
    OwnNote,
    Paper,
)
from briefer.views.matrix import MatrixChoice

ONE = ChosenCards(("crisis-hotlines",))
MILLIMETRE = 72 / 25.4


def left_of(pdf: bytes, page: int, words: str) -> float:
    """Return where words begin on a page, in millimetres from its left edge."""
    text = pypdfium2.PdfDocument(pdf)[page].get_textpage()
    found = text.search(words).get_next()
    assert found, words
    return text.get_charbox(found[0])[0] / MILLIMETRE


def test_a_binding_margin_moves_the_text_a_centimetre(built_in):
    plain, bound = built_in.printed(selection=ONE), built_in.printed(selection=ONE, binding=True)
    moved = left_of(bound.pdf, 0, "Crisis") - left_of(plain.pdf, 0, "Crisis")
    assert moved == pytest.approx(10, abs=0.1)


def test_on_both_sides_the_bound_side_changes(built_in):
    made = built_in.printed(binding=True, both_sides=True)
    title = built_in.briefing.title
    assert left_of(made.pdf, 0, title) == pytest.approx(30, abs=0.5)
    assert left_of(made.pdf, 1, title) == pytest.approx(20, abs=0.5)


def test_on_both_sides_each_card_of_one_per_page_begins_on_a_right_page(built_in):
    made = built_in.printed(layout=Layout.PAGE, both_sides=True, selection=CardsOfKind("sources"))
    file = pikepdf.open(io.BytesIO(made.pdf))
    pages = {page.objgen: number for number, page in enumerate(file.pages, start=1)}
    with file.open_outline() as outline:
        cards = [card for kind in outline.root for card in kind.children]
        numbers = [pages[card.destination[0].objgen] for card in cards]
    assert numbers
    assert all(number % 2 == 1 for number in numbers)


def test_greyscale_leaves_no_colour_on_any_page(built_in):
    made = built_in.printed(greyscale=True, marking="TLP:AMBER", annex=Annex.QUOTATIONS)
    document = pypdfium2.PdfDocument(made.pdf)
    for number in range(0, len(document), 3):
        pixels = document[number].render(scale=0.4).to_pil().convert("RGB")
        spread = max(max(pixel) - min(pixel) for _, pixel in pixels.getcolors(1 << 24))
        assert spread < 24, number


def test_two_index_cards_on_a_page_take_twice_the_pages_of_four(built_in):
    four = built_in.printed(layout=Layout.CARDS)
    two = built_in.printed(layout=Layout.CARDS, cards_on_page=2)
    assert four.pages == -(-len(built_in.briefing.cards) // 4)
    assert two.pages == -(-len(built_in.briefing.cards) // 2)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("way", Orientation)
@pytest.mark.parametrize("layout", [Layout.CARDS, Layout.PAGE])
def test_every_choice_at_once_passes_the_rules(built_in, faults_of, paper, way, layout):
    made = built_in.printed(
        selection=CardsOfKind("channels"),
        layout=layout,
        paper=paper,
        orientation=way,
        cards_on_page=2,
        binding=True,
        both_sides=True,
        greyscale=True,
        large_print=True,
        annex=Annex.DOCUMENTS,
        notes=True,
        own_notes=(OwnNote("crisis-hotlines", "- ask *her*"),),
    )
    assert faults_of(made.pdf) == []
    assert made.warnings == ()


def test_the_readers_notes_are_printed_only_when_they_are_given(built_in, words_of):
    notes = (OwnNote("crisis-hotlines", "Ask **Berlin**\nbefore Monday"), OwnNote("reuters", " "))
    text = words_of(built_in.printed(selection=ONE, own_notes=notes).pdf)
    assert "My notes Ask Berlin before Monday" in text
    assert "My notes" not in words_of(built_in.printed(selection=ONE).pdf)
    reuters = ChosenCards(("reuters",))
    assert "My notes" not in words_of(built_in.printed(selection=reuters, own_notes=notes).pdf)


def test_a_note_on_a_passage_stands_on_each_card_that_quotes_of_it(briefing_of, words_of):
    given = briefing_of("# T\n\n## A\n\nA.\n\n> Officials have not closed it.\n\n## B\n\nB.\n")
    start = given.briefing.documents[0].text.index("not closed")
    note = OwnNote("", "Who are they?", "article", start, start + 3)
    assert "Who are they?" in words_of(
        given.printed(selection=ChosenCards(("a",)), own_notes=(note,)).pdf
    )
    assert "Who are" not in words_of(
        given.printed(selection=ChosenCards(("b",)), own_notes=(note,)).pdf
    )


def test_the_kinds_of_the_matrix_can_be_chosen(built_in, words_of):
    choice = MatrixChoice("purposes", "channels")
    made = built_in.printed(layout=Layout.MATRIX, matrix=choice)
    assert "Purposes by channels" in words_of(made.pdf)
    assert made.pages == 1


def test_columns_that_nothing_is_tied_to_are_counted(built_in, words_of):
    printed = words_of(built_in.printed(layout=Layout.MATRIX).pdf)
    assert "U.S. military leadership" not in printed  # no channel is tied to it
    assert "1 column without any tie is left out." in printed


def test_kinds_that_do_not_meet_are_named(built_in):
    choice = MatrixChoice("overview", "purposes")
    with pytest.raises(SelectionError, match="“Overview by purposes”"):
        built_in.printed(layout=Layout.MATRIX, matrix=choice)


def test_columns_that_do_not_fit_are_counted(briefing_of, words_of):
    actors = "\n\n".join(f"## Actor {n}\n\nText." for n in range(20))
    ties = ", ".join(f"[[actor-{n}]]" for n in range(20))
    given = briefing_of(f"# Channels\n\n## C\nActors: {ties}\n\nText.\n\n# Actors\n\n{actors}\n")
    assert "4 more columns would not fit." in words_of(given.printed(layout=Layout.MATRIX).pdf)


def test_several_texts_are_named_with_their_hashes(built_in, words_of):
    first = built_in.briefing.documents[0]
    second = first._replace(id="other", letter="B", sha256="ab" * 32)
    briefing = built_in.briefing._replace(documents=(first, second))
    assert isinstance(built_in.report, Report)
    text = words_of(type(built_in)(briefing, built_in.report).printed(selection=ONE).pdf)
    assert f"texts A ({first.sha256[:8]}…) and B (abababab…), checked" in text
