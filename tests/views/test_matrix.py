"""One kind by another: which cells there are, what is behind them, and how they are sorted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefer.briefing.model import Stance
from briefer.briefing.reading import read_briefing
from briefer.evidence.checker import check
from briefer.resources import built_in_briefing
from briefer.views.citing import Citing, citings_of
from briefer.views.matrix import (
    MatrixChoice,
    Order,
    arranged,
    chosen_matrix,
    first_kinds,
    matrix_of,
)
from briefer.views.matrix_table import as_html, cell_words, tabbed
from tests.views.material import briefings, cited_briefings, tied_briefing

PAIR = {"line": "channels", "russia": "actors"}


def citing(card: str, *paragraphs: int, origin: str = "reuters", stance=Stance.SUPPORTS) -> Citing:
    return Citing(card, "article", paragraphs, origin, stance)


def cell_of(*citings: Citing):
    briefing = tied_briefing(PAIR, {("line", "russia")})
    by_card: dict[str, tuple[Citing, ...]] = {}
    for one in citings:
        by_card[one.card] = (*by_card.get(one.card, ()), one)
    matrix = chosen_matrix(briefing, by_card, briefing.cards, MatrixChoice("channels", "actors"))
    return matrix.cells["line", "russia"]


def test_a_cell_names_the_paragraphs_that_both_cards_cite() -> None:
    cell = cell_of(citing("line", 1), citing("line", 3), citing("russia", 3), citing("russia", 4))
    assert cell.references == "A3"


def test_without_a_shared_paragraph_the_row_names_its_own() -> None:
    assert cell_of(citing("line", 1), citing("line", 3), citing("russia", 4)).references == "A1 A3"


def test_one_origin_cited_twice_is_a_single_source() -> None:
    assert cell_of(citing("line", 1), citing("russia", 1)).single
    assert not cell_of(citing("line", 1), citing("russia", 1, origin="wsj")).single


def test_what_disputes_is_a_sign_and_no_source() -> None:
    against = citing("line", 1, origin="wsj", stance=Stance.DISPUTES)
    cell = cell_of(citing("line", 1), against)
    assert cell.disputed
    assert cell.sources == ("reuters",)


def test_a_tie_without_a_passage_says_so() -> None:
    assert cell_words(cell_of()) == "tied, no passage"


@given(cited_briefings())
def test_cells_are_the_ties_and_a_shared_paragraph_reads_the_same_from_both_sides(made) -> None:
    briefing, citings = made
    kinds = {kind.id: kind for kind in briefing.kinds}
    there = matrix_of(briefing, citings, briefing.cards, kinds["channels"], kinds["actors"])
    back = matrix_of(briefing, citings, briefing.cards, kinds["actors"], kinds["channels"])
    assert {(b, a) for a, b in there.cells} == set(back.cells)
    for (row, column), cell in there.cells.items():
        shared = {p for c in citings[row] for p in c.places} & {
            p for c in citings[column] for p in c.places
        }
        if shared:
            assert cell.references == back.cells[column, row].references


@given(briefings(), st.sampled_from(Order), st.sampled_from(Order), st.booleans())
def test_sorting_and_hiding_keep_every_cell(briefing, rows, columns, hide) -> None:
    kinds = {kind.id: kind for kind in briefing.kinds}
    matrix = matrix_of(briefing, {}, briefing.cards, kinds["channels"], kinds["actors"])
    shown = arranged(matrix, MatrixChoice("", "", rows, columns, hide))
    met = {(r.id, c.id) for r in shown.rows for c in shown.columns if shown.cell(r, c)}
    assert met == set(matrix.cells)
    if hide:
        assert {row for row, _ in shown.cells} == {row.id for row in shown.rows}
        assert all(map(shown.count_of_column, shown.columns))
    else:
        assert {c.id for c in shown.columns} == {c.id for c in matrix.columns}
    counts = [sum(row == shown_row.id for row, _ in shown.cells) for shown_row in shown.rows]
    assert rows is not Order.COUNT or counts == sorted(counts, reverse=True)


@given(briefings())
def test_the_first_kinds_are_tied(briefing) -> None:
    pair = first_kinds(briefing, briefing.cards)
    if pair is not None:
        assert matrix_of(briefing, {}, briefing.cards, *pair).cells


def test_channels_by_actors_come_first_in_the_built_in_briefing() -> None:
    briefing = read_briefing(built_in_briefing())
    citings = citings_of(briefing, check(briefing))
    matrix = chosen_matrix(briefing, citings, briefing.cards, MatrixChoice())
    assert matrix.title == "Channels by actors"
    assert matrix.cells["crisis-hotlines", "russia"].references == "A1"


def test_the_table_is_one_line_a_row_and_runs_no_formula() -> None:
    briefing = tied_briefing({"=sum(1)": "channels", "russia": "actors"}, {("=sum(1)", "russia")})
    matrix = chosen_matrix(briefing, {}, briefing.cards, MatrixChoice())
    assert tabbed(matrix) == "Channels\tRussia\n'=Sum(1)\ttied, no passage\n"
    assert '<th scope="row">=Sum(1)</th><td>tied, no passage</td>' in as_html(matrix)
