"""A large briefing read to its end by two processes, and told to the window piece by piece.

Unpickling holds up the window, so that no piece takes longer than a few milliseconds. Nothing here
imports Qt: the processes are forked before it is loaded.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, BinaryIO

from briefer.briefing.halving import PIECE, Half, Piece, packed, put, read_told, told_cards

if TYPE_CHECKING:
    from briefer.briefing.model import Briefing
    from briefer.briefing.reading import Reading
    from briefer.evidence.model import Report

_NICE = 10  # the window, which has its first card by now, goes before


class Whole:
    """What the child goes on to tell when its outline has been taken; read in this order."""

    def __init__(self, pipe: BinaryIO, child: int) -> None:
        self._pipe, self._child = pipe, child

    def briefing(self) -> Briefing | None:
        """Wait for the whole briefing; None when the child failed."""
        from briefer.briefing.names import names_of

        shell, long = self._put_together("briefing")
        if shell is None:
            return None
        cards = tuple(long["cards"])
        briefing: Briefing = shell._replace(
            cards=cards,
            names=names_of(cards),
            relations=dict(long["relations"]),
            mentions=dict(long["mentions"]),
        )
        return briefing

    def report(self) -> Report | None:
        """Wait for the report of checking it; None when the child failed."""
        shell, long = self._put_together("report")
        self._end()
        if shell is None:
            return None
        origins = dict(long.pop("origins"))
        report: Report = shell._replace(
            origins=origins, **{name: tuple(values) for name, values in long.items()}
        )
        return report

    def _put_together(self, name: str) -> tuple[Any, dict[str, Any]]:
        """Return the value of this name without its long fields, and those."""
        long: dict[str, Any] = {}
        while told := b"" if self._pipe.closed else read_told(self._pipe):
            piece: Piece = pickle.loads(told)
            if piece.name == name:
                return piece.value, long
            long.setdefault(piece.name, []).extend(piece.value)
        self._end()
        return None, long

    def _end(self, wait: int = 0) -> None:
        if not self._pipe.closed:
            self._pipe.close()  # a child that still tells something fails, and ends
            os.waitpid(self._child, wait)

    def __del__(self) -> None:
        self._end(os.WNOHANG)


def tell_whole(reading: Reading, pipe: BinaryIO) -> None:
    """Read all cards, half of them in a process of its own, and tell what they and a check gave."""
    from briefer.evidence.checker import check

    os.nice(_NICE)
    middle = reading.count // 2
    half = Half(reading, middle)
    cards = list(chain.from_iterable(told_cards(reading, 0, middle, pipe)))
    for told, some in half.pieces(reading):
        put(pipe, told)
        cards += some
    briefing = reading.joined(tuple(cards))
    for name in ("relations", "mentions"):
        _tell_pieces(pipe, name, tuple(getattr(briefing, name).items()))
    empty = briefing.names._replace(by_id={}, exact={}, folded={})
    shell = briefing._replace(cards=(), names=empty, relations={}, mentions={})
    put(pipe, packed(Piece("briefing", shell)))
    pipe.flush()
    _tell_report(pipe, check(briefing))


def _tell_report(pipe: BinaryIO, report: Report) -> None:
    names = ("quotations", "finds", "references", "sentences", "problems")
    for name in names:
        _tell_pieces(pipe, name, getattr(report, name))
    _tell_pieces(pipe, "origins", tuple(report.origins.items()))
    nothing: dict[str, Any] = dict.fromkeys(names, ())
    shell = report._replace(**nothing, origins={})
    put(pipe, packed(Piece("report", shell)))


def _tell_pieces(pipe: BinaryIO, name: str, values: Sequence[Any]) -> None:
    for at in range(0, len(values), PIECE):
        put(pipe, packed(Piece(name, values[at : at + PIECE])))
    if not values:
        put(pipe, packed(Piece(name, ())))
