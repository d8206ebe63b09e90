"""The one door out: a helper process, started before the network is denied, that runs what the
reader asks for: browser, mail program, PDF viewer, editor and spooler.

It knows four requests and no others, checks each again, and ends with the program.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO, NamedTuple, Protocol

from briefer.guard.children import start_child


class Answer(NamedTuple):
    """What came of a request; `words` is what a program said, or why none was started."""

    done: bool
    words: str = ""


class Outside(Protocol):
    """What the window is given to reach other programs; each request waits for its answer."""

    def start(self) -> None:
        """Be ready for requests; call before the network is denied."""
        ...

    def close(self) -> None:
        """End; what was started goes on."""
        ...

    def open_address(self, address: str) -> Answer:
        """Show an address in the browser or the mail program."""
        ...

    def open_pdf(self, file: Path) -> Answer:
        """Show a PDF file in the system's viewer."""
        ...

    def edit(self, file: Path, line: int) -> Answer:
        """Open a text file at a line in the reader's editor."""
        ...

    def spool(self, program: str, options: tuple[str, ...], pages: bytes = b"") -> Answer:
        """Run one of the spooler's programs (lp, lpstat, lpoptions), with pages as its input."""
        ...


class _Requests:
    """The four requests, put into words; how they are carried is left open."""

    def open_address(self, address: str) -> Answer:
        """Show an address in the browser or the mail program."""
        return self._ask({"do": "address", "address": address})

    def open_pdf(self, file: Path) -> Answer:
        """Show a PDF file in the system's viewer."""
        return self._ask({"do": "pdf", "file": str(file)})

    def edit(self, file: Path, line: int) -> Answer:
        """Open a text file at a line in the reader's editor."""
        return self._ask({"do": "edit", "file": str(file), "line": line})

    def spool(self, program: str, options: tuple[str, ...], pages: bytes = b"") -> Answer:
        """Run one of the spooler's programs (lp, lpstat, lpoptions), with pages as its input."""
        return self._ask({"do": "spool", "program": program, "options": list(options)}, pages)

    def _ask(self, request: dict[str, object], pages: bytes = b"") -> Answer:
        raise NotImplementedError


class Here(_Requests):
    """Does it in this process: where no network is denied, no helper is needed."""

    def start(self) -> None:
        """Do nothing: there is nothing to start."""

    def close(self) -> None:
        """Do nothing: there is nothing to end."""

    def _ask(self, request: dict[str, object], pages: bytes = b"") -> Answer:
        from briefer.guard.errands import carry_out

        return Answer(*carry_out(request, pages))


class ErrandProcess(_Requests):
    """A process that does it; start it before the filter, which its own children would inherit."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def start(self) -> None:
        """Start the helper; it waits until it is asked."""
        if self._child is None:
            self._child = start_child("briefer.guard.errand_process")

    def close(self) -> None:
        """End the helper; what it started goes on."""
        child, self._child = self._child, None
        if child is None:
            return
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        child.wait()

    def _ask(self, request: dict[str, object], pages: bytes = b"") -> Answer:
        child = self._child
        if child is None or child.stdin is None or child.stdout is None:
            return Answer(False, "The helper that starts other programs is not there.")
        with self._lock:
            try:
                send(child.stdin, json.dumps(request).encode(), pages)
                (told,) = receive(child.stdout, 1)
            except (OSError, EOFError, ValueError):
                return Answer(False, "The helper that starts other programs has ended.")
        return Answer(*json.loads(told))


def new_outside() -> ErrandProcess | Here:
    """Return the way to other programs: a helper where the network is going to be denied."""
    return ErrandProcess() if sys.platform == "linux" else Here()


def send(stream: IO[bytes], *parts: bytes) -> None:
    """Write parts, each with its length in front."""
    for part in parts:
        stream.write(len(part).to_bytes(8, "big") + part)
    stream.flush()


def receive(stream: IO[bytes], count: int) -> list[bytes]:
    """Read parts; raises EOFError when the other side is gone."""
    parts = []
    for _ in range(count):
        head = stream.read(8)
        if len(head) < 8:
            raise EOFError
        parts.append(stream.read(int.from_bytes(head, "big")))
    return parts
