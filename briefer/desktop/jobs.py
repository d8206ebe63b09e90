"""The one door to the background: run(work, on_result); a newer job of a name drops the older."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

Result = TypeVar("Result")

_PROMPT = frozenset({"search", "snippets"})  # what somebody waits for does not queue behind the rest
_TURN = 0.001  # seconds that work may keep the window waiting each time; Python's own is 5 ms


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
    """Jobs on a pool of threads; an error in the work is raised on the main thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_TURN)
        self._pool = QThreadPool(self)
        self._prompt_pool = QThreadPool(self)
        self._prompt_pool.setMaxThreadCount(1)
        self._messenger = _Messenger(self)
        self._messenger.finished.connect(self._finish)
        self._turns: dict[str, int] = {}
        self._callbacks: dict[str, Callable[[Any], None]] = {}

    def run(
        self, name: str, work: Callable[[], Result], on_result: Callable[[Result], None]
    ) -> None:
        """Do the work on a thread, then call back here, unless a newer one of this name came."""
        turn = self._turns.get(name, 0) + 1
        self._turns[name] = turn
        self._callbacks[name] = on_result
        pool = self._prompt_pool if name in _PROMPT else self._pool
        pool.start(_Work(name, turn, work, self._messenger))

    def wait(self) -> None:
        """Wait until all work has ended; call before the program ends."""
        self._prompt_pool.waitForDone()
        self._pool.waitForDone()

    @Slot(str, int, object, object)
    def _finish(self, name: str, turn: int, result: object, error: BaseException | None) -> None:
        if turn != self._turns.get(name):
            return
        if error is not None:
            raise error
        self._callbacks[name](result)
