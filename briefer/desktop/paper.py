"""Finished pages -> paper: the system's spooler takes them as they are, else its dialog asks."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefer.desktop.jobs import Jobs
from briefer.guard.outside import Outside
from briefer.sheets.options import Options

Sizes = tuple[tuple[float, float], ...]


class Ticket(NamedTuple):
    """How pages are to be printed; "" is the system's own choice of a printer."""

    title: str
    options: Options
    sizes: Sizes  # of the pages, in points
    printer: str = ""
    copies: int = 1

    @property
    def name(self) -> str:
        """Return the title as a spooler takes it."""
        return "".join(sign for sign in self.title if sign.isprintable())[:80] or "Briefing"

    @property
    def across(self) -> bool:
        """Tell whether the pages are wider than high."""
        return any(width > height for width, height in self.sizes[:1])


class Paper(QObject):
    """Pages on their way to a printer."""

    went_on = Signal(int, int)  # pages that are done, and how many there are
    ended = Signal(object)  # str: what became of it, or SheetError

    def begin(self) -> None:
        """Send the first page."""
        raise NotImplementedError

    def stop(self) -> None:
        """Send no further page, where that can still be helped."""


class Way(Protocol):
    """A way to paper."""

    def find_printers(
        self, outside: Outside, jobs: Jobs, found: Callable[[tuple[str, ...]], None]
    ) -> None:
        """Tell the printers to choose from, the usual one first; nothing where a dialog asks."""
        ...

    def start(
        self, pdf: bytes, ticket: Ticket, outside: Outside, jobs: Jobs, parent: QWidget
    ) -> Paper | None:
        """Return what prints the pages; None when the reader changed their mind."""
        ...


def way_to_paper() -> Way | None:
    """Return how this system prints; None where only a PDF can be offered."""
    if sys.platform in {"win32", "darwin"}:
        from briefer.desktop.paper_painting import ByDialog

        return ByDialog()
    if shutil.which("lp") is None:
        return None
    from briefer.desktop.paper_spooling import BySpooler

    return BySpooler()
