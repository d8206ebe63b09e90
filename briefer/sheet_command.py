"""What is typed behind `briefer pdf` -> a file, with progress on a terminal."""

from __future__ import annotations

import argparse
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from briefer.briefing.model import Briefing
from briefer.evidence.model import Report
from briefer.language import ntr
from briefer.sheet_arguments import Mine, sheet_options
from briefer.sheets.errors import SheetError
from briefer.sheets.options import Format, Options
from briefer.sheets.writing import Written, checked_place, write_sheets

Result = TypeVar("Result")

STOPPED = 130  # as shells say of a program that Ctrl+C ended
_STEP = 0.1  # seconds between two looks at the work
_QUIET = 0.4  # seconds after which work is worth a line


def print_briefing(
    chosen: argparse.Namespace, briefing: Briefing, today: date, data_folder: Callable[[], Path]
) -> int:
    """Write what was asked for; return the exit code. Ctrl+C is raised, with nothing written."""
    from briefer.evidence.checker import check

    say = _say_on_terminal if sys.stderr.isatty() else _say_nothing
    try:
        checked_place(chosen.output)
        report = _watched(partial(check, briefing, today=today), "Checking the quotations", say)
        mine = _mine(chosen, briefing, data_folder, today)
        options = sheet_options(chosen, briefing, report, today, mine)
        form = Format(chosen.format)
        work = partial(write_sheets, briefing, report, options, chosen.output, form)
        written = _watched(work, _setting(briefing, options, form), say)
    except SheetError as error:
        print(f"briefer pdf: {error}", file=sys.stderr)
        return 1
    for warning in (*written.warnings, *_unmatched(briefing, report, options)):
        print(f"briefer pdf: {warning}", file=sys.stderr)
    if sys.stderr.isatty():
        print(_done(written), file=sys.stderr)
    return 0


def _unmatched(briefing: Briefing, report: Report, options: Options) -> Iterator[str]:
    """Yield a warning when quotations on these cards are not as their document has them."""
    from briefer.evidence.model import needs_fixing
    from briefer.sheets.selection import selected_cards

    cards = {card.id for card in selected_cards(briefing, options.selection)}
    found = [c for c in report.quotations if c.card in cards and needs_fixing(c.outcome)]
    if found:
        verb = "does" if len(found) == 1 else "do"
        count = ntr("{n} quotation", "{n} quotations", len(found))
        yield f"{count} {verb} not match the document; briefer check says which."


def _setting(briefing: Briefing, options: Options, form: Format) -> str:
    from briefer.sheets.selection import selected_cards

    chosen = selected_cards(briefing, options.selection)
    cards = ntr("{n} card", "{n} cards", len(chosen))
    return f"Setting {cards}" if form is Format.PDF else f"Writing {cards}"


def _done(written: Written) -> str:
    pages = ": " + ntr("{n} page", "{n} pages", written.pages) if written.pages else ""
    return f"{written.path}{pages}"


def _mine(
    chosen: argparse.Namespace, briefing: Briefing, data_folder: Callable[[], Path], today: date
) -> Mine:
    """Return what the reader keeps of the briefing when it is asked for; nothing is written."""
    if not (chosen.picked or chosen.my_notes):
        return Mine()
    from briefer.desk.desk import Desk
    from briefer.sheet_arguments import mine_of

    desk = Desk(data_folder(), lambda: today, private=True)
    try:
        return mine_of(desk.keep(str(briefing.files.path.absolute())), briefing)
    finally:
        desk.close()


class _Work(threading.Thread, Generic[Result]):
    """Work on a thread of its own, so that Ctrl+C is heard while the typesetter runs."""

    def __init__(self, work: Callable[[], Result]) -> None:
        super().__init__(daemon=True)
        self._work = work
        self.result: list[Result] = []
        self.error: BaseException | None = None

    def run(self) -> None:
        """Do the work; what it raises is raised again by who waits."""
        try:
            self.result.append(self._work())
        except BaseException as error:
            self.error = error


def _watched(work: Callable[[], Result], doing: str, say: Callable[[str], None]) -> Result:
    """Return what the work gives, saying meanwhile what is done and for how long."""
    thread = _Work(work)
    thread.start()
    began = time.monotonic()
    while thread.is_alive():
        thread.join(_STEP)
        if (seconds := time.monotonic() - began) > _QUIET:
            say(f"{doing} … {seconds:.0f} s")
    say("")
    if thread.error is not None:
        raise thread.error
    return thread.result[0]


def _say_on_terminal(words: str) -> None:
    """Replace the line that stands there."""
    print(f"\r\033[K{words}", end="", file=sys.stderr, flush=True)


def _say_nothing(_words: str) -> None:
    """Keep files and pipes free of progress."""
