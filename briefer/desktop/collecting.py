"""Keeps the cycle collector from walking a million live values while they are being made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_pauses: list[None] = []  # one for each that has not ended


def pause_collection() -> None:
    """Collect no more until every pause has ended; threads may pause at the same time."""
    with _lock:
        _pauses.append(None)
        gc.disable()


def resume_collection() -> None:
    """End a pause; what there is by now is taken for live, and not looked at again."""
    with _lock:
        _pauses.pop()
        gc.freeze()
        if not _pauses:
            gc.enable()


@contextmanager
def collecting_later() -> Iterator[None]:
    """Pause for as long as a block runs."""
    pause_collection()
    try:
        yield
    finally:
        resume_collection()
