"""The room for the relations and what is in them -> the size of letters and of cards."""

from __future__ import annotations

from briefer.views.graph_places import Measures

_NARROWEST, _WIDEST = 14.2, 20.0  # letters' heights that a card is wide
_SHARE = 1.3  # of a card's width goes to it and the links at its side
_HEAD = 2.4  # letters' heights for the kinds' names
_CLOSE, _APART = 2.9, 4.0  # letters' heights from one card to the next
_BETWEEN = 0.17  # of it is free
_SMALLEST = 0.84  # of the usual letters, so that all cards are seen at once


def fitting_letter(usual: int, most: int, height: float) -> int:
    """Return the size of letters with which `most` nodes, one below the other, have their room.

    It is the usual one where even the smallest that is easily read would not let them.
    """
    for letter in range(usual, round(usual * _SMALLEST) - 1, -1):
        if letter * (_HEAD + most * _CLOSE) <= height:
            return letter
    return usual


def measures_of(letter: int, most: int, columns: int, room: tuple[float, float]) -> Measures:
    """Return how large nodes are: as near to each other as they have to be, and no nearer."""
    shared = room[0] / (_SHARE * max(columns, 1))
    width = min(max(shared, letter * _NARROWEST), letter * _WIDEST)
    there = (room[1] - letter * _HEAD) / max(most, 1)
    is_fitting = there >= letter * _CLOSE
    pitch = min(there, letter * _APART) if is_fitting else letter * _APART
    return Measures(width, pitch * (1 - _BETWEEN), pitch, letter * _HEAD)
