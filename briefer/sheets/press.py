"""A child process that typesets: its memory goes with it, and it can be stopped at any time."""

from __future__ import annotations

import pickle
import shutil
import subprocess
import threading
import time
from pathlib import Path
from typing import IO, Any

from briefer.briefing.model import Briefing
from briefer.evidence.model import Report
from briefer.guard.children import start_child
from briefer.language import tr
from briefer.sheets.errors import CancelledError, SheetError, TypesettingError
from briefer.sheets.options import Options
from briefer.sheets.typesetting import Typeset, private_folder

_LONGEST = 600.0  # seconds
_SLOW = tr("Setting the pages took longer than ten minutes and was stopped; choose fewer cards.")
_FELL = tr(
    "Setting the pages needed more memory than this machine can spare, or the typesetter failed;"
    " choose fewer cards."
)
_PATIENCE = 1.0  # seconds after which work that nobody waits for any more is stopped


class Press:
    """Typesets in a child that stays warm; a newer request drops the older ones.

    `typeset` blocks: call it off the main thread. `cancel` and `close` are for any thread.
    """

    def __init__(self) -> None:
        self._turn = 0
        self._closed = False
        self._stopped = 0  # the pid of the child that was stopped on purpose
        self._began: float | None = None
        self._child: subprocess.Popen[bytes] | None = None
        self._known: tuple[int, Briefing, Report] | None = None  # child's pid, what it was sent
        self._folder: Path | None = (
            None  # of the child's images: it outlives a child that is killed
        )
        self._lock = threading.Lock()

    def typeset(self, briefing: Briefing, report: Report, options: Options) -> Typeset:
        """Return the pages; raises SheetError, CancelledError when stopped or overtaken."""
        self._turn += 1
        turn = self._turn
        self._stop(after=_PATIENCE)
        with self._lock:
            if turn != self._turn or self._closed:
                raise CancelledError("A newer print took its place.")
            self._began = time.monotonic()
            try:
                return self._asked(briefing, report, options)
            finally:
                self._began = None

    def cancel(self) -> None:
        """Stop what is being typeset."""
        self._turn += 1
        self._stop(after=0)

    def close(self) -> None:
        """Stop the child for good; nothing is typeset any more."""
        self._closed = True
        self.cancel()
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            _reap(child)
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _stop(self, *, after: float) -> None:
        began, child = self._began, self._child
        if began is not None and child is not None and time.monotonic() - began >= after:
            self._stopped = child.pid
            child.kill()

    def _asked(self, briefing: Briefing, report: Report, options: Options) -> Typeset:
        child = self._running()
        news = None if self._knows(child, briefing, report) else (briefing, report)
        began = time.monotonic()
        too_long = threading.Timer(_LONGEST, child.kill)
        too_long.daemon = True
        too_long.start()
        try:
            ask(child.stdin, (news, options))
            answer = receive(child.stdout)
        except (OSError, EOFError):
            self._child = None
            raise self._ended(child, in_time=time.monotonic() - began < _LONGEST) from None
        finally:
            too_long.cancel()
        self._known = (child.pid, briefing, report)
        return _opened(answer)

    def _ended(self, child: subprocess.Popen[bytes], *, in_time: bool) -> SheetError:
        """Return why there is no answer: stopped by us, too slow, or fallen over."""
        child.kill()
        _reap(child)
        if self._stopped == child.pid or self._closed:
            return CancelledError(tr("Typesetting was stopped."))
        return TypesettingError(_FELL if in_time else _SLOW)

    def _knows(self, child: subprocess.Popen[bytes], briefing: Briefing, report: Report) -> bool:
        known = self._known
        return (
            known is not None
            and known[0] == child.pid
            and known[1] is briefing
            and known[2] is report
        )

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            if self._child is not None:
                _reap(self._child)
            self._folder = self._folder or private_folder()
            self._child = start_child("briefer.sheets.press_work", str(self._folder))
        return self._child


class _Pieces:
    """A stream as a pickler sees it: between its pieces, other threads go on.

    Pickling a large briefing in one go would hold them, and the window with them, for as long.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def write(self, piece: bytes) -> int:
        """Write a piece."""
        return self._stream.write(piece)


def ask(stream: Any, value: object) -> None:
    """Write one value, which `asked` reads."""
    pickle.Pickler(_Pieces(stream), protocol=pickle.HIGHEST_PROTOCOL).dump(value)
    stream.flush()


def asked(stream: Any) -> Any:
    """Read one value that was asked; raises EOFError when the other side is gone."""
    return pickle.load(stream)


def send(stream: Any, value: object) -> None:
    """Write one value, its length first."""
    content = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(len(content).to_bytes(8, "big") + content)
    stream.flush()


def receive(stream: Any) -> Any:
    """Read one value; raises EOFError when the other side is gone."""
    head = stream.read(8)
    if len(head) < 8:
        raise EOFError
    content = stream.read(int.from_bytes(head, "big"))
    return pickle.loads(content)


def _reap(child: subprocess.Popen[bytes]) -> None:
    for stream in (child.stdin, child.stdout):
        if stream is not None:
            try:
                stream.close()
            except OSError:
                continue
    child.wait()


def _opened(answer: object) -> Typeset:
    if isinstance(answer, Typeset):
        return answer
    if isinstance(answer, SheetError):
        raise answer
    raise RuntimeError(f"The typesetting process failed:\n{answer}")
