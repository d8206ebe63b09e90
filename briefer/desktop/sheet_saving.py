"""Finished pages -> a file, the printer, or the system's PDF viewer."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

from briefer.briefing.model import Briefing
from briefer.evidence.model import Report
from briefer.guard.outside import Outside
from briefer.sheets.errors import SheetError, WritingError
from briefer.sheets.html_export import cards_html
from briefer.sheets.markdown_export import markdown_of
from briefer.sheets.options import Options
from briefer.sheets.writing import write_whole


class Copied(NamedTuple):
    """Cards for the clipboard: with formatting, and as Markdown for programs that take none."""

    html: str
    text: str


def copied(briefing: Briefing, report: Report, options: Options) -> Copied | SheetError:
    """Return the chosen cards for the clipboard, or what went wrong."""
    try:
        return Copied(cards_html(briefing, report, options), markdown_of(briefing, options))
    except SheetError as error:
        return error


def file_name(title: str, subject: str) -> str:
    """Return a name to offer for a PDF; what file systems refuse is left out.

    >>> file_name("US–Russia: channels", "")
    'US–Russia channels.pdf'
    """
    words = f"{title} - {subject}" if subject else title
    kept = "".join(" " if c in '<>:"/\\|?*' or ord(c) < 32 else c for c in words)
    return (" ".join(kept.split()).strip(". ")[:100] or "Briefing") + ".pdf"


def saved(pdf: bytes, path: Path) -> Path | SheetError:
    """Write the pages to a file; return where they are, or what went wrong."""
    try:
        write_whole(pdf, path)
    except SheetError as error:
        return error
    return path


def can_print() -> bool:
    """Tell whether there is a command that takes a PDF to a printer as it is."""
    return shutil.which("lp") is not None


def printed(outside: Outside, pdf: bytes, title: str) -> str | SheetError:
    """Send the pages to the standard printer; return what it said, or what went wrong."""
    name = "".join(c for c in title if c.isprintable())[:80]
    answer = outside.spool("lp", ("-t", name or "Briefing", "-"), pdf)
    if not answer.done:
        return WritingError(
            f"The printer refused: {answer.words or 'no reason given'}. Save the PDF."
        )
    return answer.words or "Sent to the printer."


def kept_for_viewing(pdf: bytes, name: str) -> Path | SheetError:
    """Put the pages into a private folder for another program to read."""
    folder = Path(tempfile.mkdtemp(prefix="briefer-view-"))
    return saved(pdf, folder / name)
