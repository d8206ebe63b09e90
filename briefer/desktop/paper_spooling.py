"""Pages of a PDF -> a printer as they are, vectors and all, through the system's `lp`."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from briefer.desktop.jobs import Jobs
from briefer.desktop.overrides import override
from briefer.desktop.paper import Paper, Ticket
from briefer.guard.outside import Outside
from briefer.language import tr
from briefer.sheets.errors import SheetError, WritingError

_REQUEST = re.compile(r"(\S+-\d+)")  # "request id is office-12 (1 file(s))"
_LETTER = 792  # points that US Letter is high


class Spooling(Paper):
    """A PDF on its way to the spooler, which takes it whole."""

    def __init__(
        self, pdf: bytes, ticket: Ticket, outside: Outside, jobs: Jobs, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._work = partial(printed, outside, pdf, ticket)
        self._jobs = jobs

    @override
    def begin(self) -> None:
        self._jobs.run("sheets-out", self._work, self.ended.emit)


class BySpooler:
    """Prints without a dialog of its own: the printers stand in ours."""

    def find_printers(
        self, outside: Outside, jobs: Jobs, found: Callable[[tuple[str, ...]], None]
    ) -> None:
        """Ask the spooler; where it has no answer, the usual printer stays what is tried."""

        def tell(names: tuple[str, ...] | None) -> None:
            if names is not None:
                found(names)

        jobs.run("printers", partial(known_printers, outside), tell)

    def start(
        self, pdf: bytes, ticket: Ticket, outside: Outside, jobs: Jobs, parent: QWidget
    ) -> Paper | None:
        """Return what sends the PDF."""
        return Spooling(pdf, ticket, outside, jobs, parent)


def known_printers(outside: Outside) -> tuple[str, ...] | None:
    """Return the printers that the spooler knows, the usual one first; None when it can't say."""
    names = outside.spool("lpstat", ("-e",))
    if not names.done:
        return None
    usual = outside.spool("lpstat", ("-d",)).words.rpartition(":")[2].strip()
    known = dict.fromkeys(line.strip() for line in names.words.splitlines() if line.strip())
    return tuple(sorted(known, key=lambda name: name != usual))


def printed(outside: Outside, pdf: bytes, ticket: Ticket) -> str | SheetError:
    """Send the pages to the printer; return what it said, or what went wrong."""
    answer = outside.spool("lp", (*_options(ticket), "-"), pdf)
    if not answer.done:
        return WritingError(_refusal(answer.words))
    number = _REQUEST.search(answer.words)
    return (
        tr("Sent to the printer as {number}", number=number[1])
        if number
        else tr("Sent to the printer")
    )


def _options(ticket: Ticket) -> tuple[str, ...]:
    options = ticket.options
    sides = "two-sided-short-edge" if ticket.across else "two-sided-long-edge"
    letter = any(round(max(size)) == _LETTER for size in ticket.sizes[:1])
    return (
        *(("-d", ticket.printer) if ticket.printer else ()),
        *("-t", ticket.name, "-n", str(ticket.copies)),
        *("-o", f"media={'Letter' if letter else 'A4'}"),
        *("-o", f"sides={sides if options.both_sides else 'one-sided'}"),
        *(("-o", "print-color-mode=monochrome") if options.greyscale else ()),
    )


def _refusal(said: str) -> str:
    reason = " ".join(said.split()).removeprefix("lp: ").removeprefix("Error - ").rstrip(".")
    if "no default destination" in reason:
        return tr("No printer is set up. Save the PDF, or set up a printer and try again.")
    return tr(
        "The printer refused: {reason}. Save the PDF, or try again.",
        reason=reason or tr("no reason given"),
    )
