"""The one door to the background: run(work, on_result); a newer job of a name drops the older."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, Slot

Result = TypeVar("Result")
_Given = tuple[str, int, object, BaseException | None]  # a job's name and turn, result, error

_PROMPT = frozenset({"search", "snippets"})  # what somebody waits for never queues
_HEAVY = frozenset({"check", "digests", "index"})  # one after another, never three at once
_NEXT = 1  # ms; 0 would be the same turn of the event loop
_FRAME = 16  # ms: the window paints what it has before work takes the interpreter from it
_TURN = 0.0002  # seconds that work may keep the window waiting each time; Python's own is 5 ms


class Jobs(Protocol):
    """What widgets are given to reach the background; tests give one that they drive by hand."""

    def run(
        self, name: str, work: Callable[[], Result], on_result: Callable[[Result], None]
    ) -> None:
        """Do the work off the main thread, then call back on it, unless a newer one came."""
        ...


class _Messenger(QObject):
    finished = Signal(str, int, object, object)  # name, turn, result, error


class _Work(QRunnable):
    def __init__(
        self, name: str, turn: int, work: Callable[[], object], messenger: _Messenger
    ) -> None:
        super().__init__()
        self._name, self._turn, self._work, self._messenger = name, turn, work, messenger

    def run(self) -> None:
        result: object = None
        error: BaseException | None = None
        try:
            result = self._work()
        except BaseException as raised:  # raised again on the main thread, never lost
            error = raised
        self._messenger.finished.emit(self._name, self._turn, result, error)


class ThreadJobs(QObject):
    """Jobs on a pool of threads; an error in the work is raised on the main thread.

    Work begins when the window has done what it is at: beside it, both would take twice as long.
    What several jobs gave is taken one by one, and the window answers between.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_TURN)
        self._pool = QThreadPool(self)
        self._prompt_pool, self._heavy_pool = QThreadPool(self), QThreadPool(self)
        for pool in (self._prompt_pool, self._heavy_pool):
            pool.setMaxThreadCount(1)
        self._waiting: list[tuple[QThreadPool, _Work]] = []
        self._given: deque[_Given] = deque()
        self._messenger = _Messenger(self)
        self._messenger.finished.connect(self._receive)
        self._turns: dict[str, int] = {}
        self._callbacks: dict[str, Callable[[Any], None]] = {}

    def run(
        self, name: str, work: Callable[[], Result], on_result: Callable[[Result], None]
    ) -> None:
        """Do the work on a thread, then call back here, unless a newer one of this name came."""
        turn = self._turns.get(name, 0) + 1
        self._turns[name] = turn
        self._callbacks[name] = on_result
        todo = _Work(name, turn, work, self._messenger)
        if name in _PROMPT:
            self._prompt_pool.start(todo)
            return
        self._waiting.append((self._heavy_pool if name in _HEAVY else self._pool, todo))
        if len(self._waiting) == 1:
            QTimer.singleShot(_FRAME, self._start)

    def wait(self) -> None:
        """Wait until all work has ended; call before the program ends."""
        self._start()
        for pool in (self._prompt_pool, self._heavy_pool, self._pool):
            pool.waitForDone()

    def _start(self) -> None:
        waiting, self._waiting = self._waiting, []
        for pool, todo in waiting:
            pool.start(todo)

    @Slot(str, int, object, object)
    def _receive(self, *given: *_Given) -> None:
        if given[0] in _PROMPT:
            self._take(*given)
            return
        self._given.append(given)
        if len(self._given) == 1:
            QTimer.singleShot(_NEXT, self._take_next)

    def _take_next(self) -> None:
        given = self._given.popleft()
        if self._given:
            QTimer.singleShot(_NEXT, self._take_next)
        self._take(*given)

    def _take(self, name: str, turn: int, result: object, error: BaseException | None) -> None:
        if turn != self._turns.get(name):
            return
        if error is not None:
            raise error
        self._callbacks[name](result)
