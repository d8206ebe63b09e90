"""How the reader set the board and the matrix <-> the settings that remember it."""

from __future__ import annotations

from typing import NamedTuple

from briefer.desktop.board_painting import CardSize
from briefer.desktop.settings import (
    BOARD_GROUPING,
    BOARD_IN_ROWS,
    BOARD_SIZE,
    MATRIX_COLUMN_ORDER,
    MATRIX_COLUMNS,
    MATRIX_HIDE_EMPTY,
    MATRIX_ROW_ORDER,
    MATRIX_ROWS,
    Settings,
)
from briefer.views.board import KIND
from briefer.views.matrix import MatrixChoice, Order


class BoardManner(NamedTuple):
    """How the board shows cards; `grouping` is a key of `groupings_of`."""

    grouping: str = KIND
    in_rows: bool = False
    size: CardSize = CardSize.MEDIUM


def board_manner(settings: Settings) -> BoardManner:
    """Return how the board was set last; what is damaged is as at first."""
    size = settings.get(BOARD_SIZE)
    return BoardManner(
        settings.get(BOARD_GROUPING) or KIND,
        settings.get(BOARD_IN_ROWS),
        CardSize(size) if size in set(CardSize) else CardSize.MEDIUM,
    )


def keep_board(settings: Settings, manner: BoardManner) -> None:
    """Remember how the board is set."""
    settings.set(BOARD_GROUPING, manner.grouping)
    settings.set(BOARD_IN_ROWS, manner.in_rows)
    settings.set(BOARD_SIZE, int(manner.size))


def matrix_choice(settings: Settings) -> MatrixChoice:
    """Return how the matrix was set last; what is damaged is as at first."""
    return MatrixChoice(
        settings.get(MATRIX_ROWS),
        settings.get(MATRIX_COLUMNS),
        _order(settings.get(MATRIX_ROW_ORDER)),
        _order(settings.get(MATRIX_COLUMN_ORDER)),
        settings.get(MATRIX_HIDE_EMPTY),
    )


def keep_matrix(settings: Settings, choice: MatrixChoice) -> None:
    """Remember how the matrix is set."""
    settings.set(MATRIX_ROWS, choice.rows)
    settings.set(MATRIX_COLUMNS, choice.columns)
    settings.set(MATRIX_ROW_ORDER, choice.row_order.value)
    settings.set(MATRIX_COLUMN_ORDER, choice.column_order.value)
    settings.set(MATRIX_HIDE_EMPTY, choice.hide_empty)


def _order(value: str) -> Order:
    return Order(value) if value in set(Order) else Order.BRIEFING
