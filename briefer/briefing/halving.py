"""The second half of a large briefing's cards, read by a process of its own; and how one tells.

Values are told in pieces: unpickling holds up whoever waits for them.
"""

from __future__ import annotations

import io
import os
import pickle
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from briefer.briefing.model import Card
    from briefer.briefing.reading import Reading

PIECE = 25  # values: 1 ms to unpickle
_LENGTH = 8  # bytes in front of each piece
_new = tuple.__new__


class Piece(NamedTuple):
    """Some of the values of a field, or what is left of a value without its long fields."""

    name: str
    value: Any


def can_halve() -> bool:
    """Tell whether a process may be forked here, and would have a core to run on."""
    alone = threading.active_count() == 1
    return alone and hasattr(os, "fork") and (os.cpu_count() or 1) > 1


class Half:
    """Begins to read the cards from a number on; told from its own memory when all are read."""

    def __init__(self, reading: Reading, start: int) -> None:
        self._pipe, end = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            end_with(lambda: self._tell(reading, start, end))
        os.close(end)

    @staticmethod
    def _tell(reading: Reading, start: int, end: int) -> None:
        told = io.BytesIO()  # the one who reads is busy with its own half
        for _ in told_cards(reading, start, reading.count, told):
            pass
        put(told, packed(Piece("problems", tuple(reading.card_problems))))
        with os.fdopen(end, "wb") as pipe:
            pipe.write(told.getbuffer())

    def pieces(self, reading: Reading) -> Iterator[tuple[bytes, tuple[Card, ...]]]:
        """Yield its cards, as told and as they are; its problems join those of the reading.

        Raises EOFError when the process fails.
        """
        with os.fdopen(self._pipe, "rb") as own:
            while told := read_told(own):
                piece: Piece = pickle.loads(told)
                if piece.name == "problems":  # the last
                    reading.card_problems.extend(piece.value)
                    os.waitpid(self._child, 0)
                    return
                yield told, piece.value
        os.waitpid(self._child, 0)
        raise EOFError("the process that reads the second half has failed")


def told_cards(
    reading: Reading, start: int, end: int, pipe: BinaryIO
) -> Iterator[tuple[Card, ...]]:
    """Read some of the cards, and tell them piece by piece."""
    for at in range(start, end, PIECE):
        cards = reading.cards(at, min(at + PIECE, end))
        put(pipe, packed(Piece("cards", cards)))
        yield cards


def put(pipe: BinaryIO, told: bytes) -> None:
    """Write a packed value with its length in front."""
    pipe.write(len(told).to_bytes(_LENGTH, "big"))
    pipe.write(told)


def read_told(pipe: BinaryIO) -> bytes:
    """Return what was told next; nothing when the teller has ended."""
    length = int.from_bytes(pipe.read(_LENGTH), "big")
    told = pipe.read(length)
    return told if len(told) == length else b""


def tell(pipe: BinaryIO, value: object) -> None:
    """Tell a value at once."""
    put(pipe, packed(value))
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
