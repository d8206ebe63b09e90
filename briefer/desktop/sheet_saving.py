"""Finished pages and chosen cards -> a file, the system's PDF viewer, or the clipboard."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import NamedTuple

from briefer.briefing.model import Briefing
from briefer.evidence.model import Report
from briefer.sheets.errors import SheetError
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


def kept_for_viewing(pdf: bytes, name: str) -> Path | SheetError:
    """Put the pages into a private folder for another program to read."""
    folder = Path(tempfile.mkdtemp(prefix="briefer-view-"))
    return saved(pdf, folder / name)
