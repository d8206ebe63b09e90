"""Briefing and citations -> one kind by another: where cards are tied, and what is behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from briefer.briefing.model import Briefing, Card, Kind
from briefer.language import in_sentence, tr
from briefer.views.citing import Citing, Citings, is_disputed, places_of, sources_of
from briefer.views.references import references

_FIRST = ("channels", "actors")  # the pair that is asked for most


class Order(StrEnum):
    """How rows or columns are sorted."""

    BRIEFING = "briefing"
    NAME = "name"
    COUNT = "count"

    @property
    def label(self) -> str:
        """Return the words that people read."""
        return _LABELS[self]


_LABELS = {
    Order.BRIEFING: tr("As in the briefing"),
    Order.NAME: tr("By name"),
    Order.COUNT: tr("By count"),
}


@dataclass(frozen=True, slots=True)
class MatrixChoice:
    """What the reader chose for a matrix: kinds by id ("" as fits the cards), and the order."""

    rows: str = ""
    columns: str = ""
    row_order: Order = Order.BRIEFING
    column_order: Order = Order.BRIEFING
    hide_empty: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Two tied cards and the passages behind the tie.

    These are the paragraphs that both cards cite, else those that the row's card cites.
    """

    row: str
    column: str
    references: str
    sources: tuple[str, ...]  # the distinct origins of what supports
    disputed: bool
    citings: tuple[Citing, ...]

    @property
    def single(self) -> bool:
        """Tell whether it rests on one source alone."""
        return len(self.sources) == 1


@dataclass(frozen=True, slots=True)
class Matrix:
    """The cells of tied cards by row and column; the others are empty."""

    row_kind: Kind
    column_kind: Kind
    rows: tuple[Card, ...]
    columns: tuple[Card, ...]
    cells: Mapping[tuple[str, str], Cell]

    @property
    def title(self) -> str:
        """Return what it shows: "Channels by actors"."""
        return tr(
            "{rows} by {columns}",
            rows=self.row_kind.heading,
            columns=in_sentence(self.column_kind.heading),
        )

    def cell(self, row: Card, column: Card) -> Cell | None:
        """Return where two cards meet; None when they are not tied."""
        return self.cells.get((row.id, column.id))

    def count_of_column(self, card: Card) -> int:
        """Return to how many of the rows a column is tied."""
        return sum((row.id, card.id) in self.cells for row in self.rows)


def matrix_of(
    briefing: Briefing,
    citings: Citings,
    cards: tuple[Card, ...],
    row_kind: Kind,
    column_kind: Kind,
) -> Matrix:
    """Return the matrix of those of some cards that are of one kind by all cards of another."""
    rows = tuple(card for card in cards if card.kind == row_kind.id)
    columns = briefing.cards_of(column_kind.id)
    cells = {
        (row.id, other): _cell(briefing, citings, row.id, other)
        for row in rows
        for other in _tied(briefing, row.id, column_kind.id)
    }
    return Matrix(row_kind, column_kind, rows, columns, cells)


def first_kinds(briefing: Briefing, cards: tuple[Card, ...]) -> tuple[Kind, Kind] | None:
    """Return kinds for rows and columns: channels by actors if such are tied, else the first."""
    present = {card.kind for card in cards}
    rows = [kind for kind in briefing.kinds if kind.id in present]
    pairs = [(row, column) for row in rows for column in briefing.kinds if row is not column]
    pairs.sort(key=lambda pair: (pair[0].id, pair[1].id) != _FIRST)
    tied = {
        (card.kind, tie.kind)
        for card in cards
        for tie in briefing.relations.get(card.id, ())
        if tie.cards
    }
    return next((pair for pair in pairs if (pair[0].id, pair[1].id) in tied), None)


def chosen_matrix(
    briefing: Briefing, citings: Citings, cards: tuple[Card, ...], choice: MatrixChoice
) -> Matrix | None:
    """Return the matrix as chosen; None where nothing is tied.

    Kinds that none of the cards are of give way to others that are tied.
    """
    kinds = {kind.id: kind for kind in briefing.kinds}
    pair = (kinds.get(choice.rows), kinds.get(choice.columns))
    chosen = all(pair) and any(card.kind == choice.rows for card in cards)
    row, column = pair if chosen else first_kinds(briefing, cards) or (None, None)
    if row is None or column is None:
        return None
    return arranged(matrix_of(briefing, citings, cards, row, column), choice)


def arranged(matrix: Matrix, choice: MatrixChoice) -> Matrix:
    """Return a matrix with its rows and columns sorted, and empty ones left out when told so."""
    by_row = Counter(row for row, _ in matrix.cells)
    by_column = Counter(column for _, column in matrix.cells)
    return replace(
        matrix,
        rows=_sorted(matrix.rows, by_row, choice.row_order, choice.hide_empty),
        columns=_sorted(matrix.columns, by_column, choice.column_order, choice.hide_empty),
    )


def _sorted(
    cards: tuple[Card, ...], counts: Counter[str], order: Order, hide_empty: bool
) -> tuple[Card, ...]:
    kept = [card for card in cards if counts[card.id] or not hide_empty]
    if order is Order.NAME:
        kept.sort(key=lambda card: card.title.casefold())
    elif order is Order.COUNT:
        kept.sort(key=lambda card: -counts[card.id])
    return tuple(kept)


def _cell(briefing: Briefing, citings: Citings, row: str, column: str) -> Cell:
    own, other = citings.get(row, ()), citings.get(column, ())
    shared = places_of(own) & places_of(other)
    behind = tuple(c for c in (*own, *other) if c.places & shared) if shared else own
    return Cell(
        row,
        column,
        references(briefing, shared or places_of(own)),
        sources_of(behind),
        is_disputed(behind),
        behind,
    )


def _tied(briefing: Briefing, card: str, kind: str) -> Iterator[str]:
    for tie in briefing.relations.get(card, ()):
        if tie.kind == kind:
            yield from tie.cards
