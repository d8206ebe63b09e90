"""A large briefing read to its end by two processes, and told to the window piece by piece.

Unpickling holds up the window, so that no piece takes longer than a few milliseconds. Nothing here
imports Qt: the processes are forked before it is loaded.
"""

from __future__ import annotations

import io
import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from briefer.briefing.model import Briefing, Card
    from briefer.briefing.reading import Reading
    from briefer.evidence.model import Report

_PIECE = 100  # values: 5 ms to unpickle
_LENGTH = 8  # bytes in front of each piece
_new = tuple.__new__


class _Piece(NamedTuple):
    """Some of the values of a field, or what is left of a value without its long fields."""

    name: str
    value: Any


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
            piece: _Piece = pickle.loads(told)
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

    middle = reading.count // 2
    half = _Half(reading, middle)
    cards = list(chain.from_iterable(_told_cards(reading, 0, middle, pipe)))
    cards += half.handed_on(reading, pipe)
    briefing = reading.joined(tuple(cards))
    for name in ("relations", "mentions"):
        _tell_pieces(pipe, name, tuple(getattr(briefing, name).items()))
    empty = briefing.names._replace(by_id={}, exact={}, folded={})
    shell = briefing._replace(cards=(), names=empty, relations={}, mentions={})
    _tell(pipe, packed(_Piece("briefing", shell)))
    pipe.flush()
    _tell_report(pipe, check(briefing))


def _tell_report(pipe: BinaryIO, report: Report) -> None:
    names = ("quotations", "finds", "references", "sentences", "problems")
    for name in names:
        _tell_pieces(pipe, name, getattr(report, name))
    _tell_pieces(pipe, "origins", tuple(report.origins.items()))
    nothing: dict[str, Any] = dict.fromkeys(names, ())
    shell = report._replace(**nothing, origins={})
    _tell(pipe, packed(_Piece("report", shell)))


class _Half:
    """The second half of the cards, read by a process of its own, told from its own memory."""

    def __init__(self, reading: Reading, start: int) -> None:
        self._pipe, end = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            end_with(lambda: self._tell(reading, start, end))
        os.close(end)

    @staticmethod
    def _tell(reading: Reading, start: int, end: int) -> None:
        told = io.BytesIO()  # the one who reads is busy with its own half
        for _ in _told_cards(reading, start, reading.count, told):
            pass
        _tell(told, packed(_Piece("problems", tuple(reading.card_problems))))
        with os.fdopen(end, "wb") as pipe:
            pipe.write(told.getbuffer())

    def handed_on(self, reading: Reading, pipe: BinaryIO) -> list[Card]:
        """Return its cards, told on to the pipe; its problems join those of the reading."""
        cards: list[Card] = []
        with os.fdopen(self._pipe, "rb") as own:
            while told := read_told(own):
                piece: _Piece = pickle.loads(told)
                if piece.name == "problems":  # the last
                    reading.card_problems.extend(piece.value)
                    return cards
                _tell(pipe, told)
                cards.extend(piece.value)
        raise EOFError("the process that reads the second half has failed")


def _told_cards(
    reading: Reading, start: int, end: int, pipe: BinaryIO
) -> Iterator[tuple[Card, ...]]:
    for at in range(start, end, _PIECE):
        cards = reading.cards(at, min(at + _PIECE, end))
        _tell(pipe, packed(_Piece("cards", cards)))
        yield cards


def _tell_pieces(pipe: BinaryIO, name: str, values: Sequence[Any]) -> None:
    for at in range(0, len(values), _PIECE):
        _tell(pipe, packed(_Piece(name, values[at : at + _PIECE])))
    if not values:
        _tell(pipe, packed(_Piece(name, ())))


def _tell(pipe: BinaryIO, told: bytes) -> None:
    pipe.write(len(told).to_bytes(_LENGTH, "big"))
    pipe.write(told)


def read_told(pipe: BinaryIO) -> bytes:
    """Return what was told next; nothing when the teller has ended."""
    length = int.from_bytes(pipe.read(_LENGTH), "big")
    told = pipe.read(length)
    return told if len(told) == length else b""


def tell(pipe: BinaryIO, value: object) -> None:
    """Tell a value at once."""
    _tell(pipe, packed(value))
    pipe.flush()


def packed(value: object) -> bytes:
    """Pickle a value; named tuples in a form that is quick to write and to read."""
    into = io.BytesIO()
    pickler = _Pickler(into, pickle.HIGHEST_PROTOCOL)
    pickler.dump(value)
    return into.getvalue()


class _Pickler(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return _new, (type(value), tuple(value))
        return NotImplemented


def end_with(work: Callable[[], None]) -> None:
    """Do the work of a forked process, and leave without running anything at exit."""
    code = 1
    try:
        work()
        code = 0
    finally:
        os._exit(code)
