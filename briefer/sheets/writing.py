"""Briefing, report and options -> a file: whole, or the old one untouched.

`write_sheets(briefing, report, options, path, form)` is what `briefer pdf` calls.
"""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from pathlib import Path

from briefer.briefing.durable import replace_file
from briefer.briefing.model import Briefing
from briefer.evidence.model import Report
from briefer.language import tr
from briefer.sheets.errors import WritingError
from briefer.sheets.html_export import html_page_of
from briefer.sheets.markdown_export import markdown_of
from briefer.sheets.marking import marking_doubts
from briefer.sheets.options import Format, Options
from briefer.sheets.printing import typeset_once
from briefer.sheets.table_export import table_of


@dataclass(frozen=True, slots=True)
class Written:
    """A file that is there; `pages` is 0 for formats that have none."""

    path: Path
    pages: int
    warnings: tuple[str, ...] = ()


def write_sheets(
    briefing: Briefing,
    report: Report,
    options: Options,
    path: Path,
    form: Format = Format.PDF,
) -> Written:
    """Write the selection as a file; raises SheetError with one sentence for people."""
    if form is Format.PDF:
        made = typeset_once(briefing, report, options)
        write_whole(made.pdf, path)
        return Written(path, made.pages, made.warnings)
    write_whole(_exported(briefing, report, options, form), path)
    return Written(path, 0, marking_doubts(briefing, options))


def _exported(briefing: Briefing, report: Report, options: Options, form: Format) -> bytes:
    if form is Format.MARKDOWN:
        return markdown_of(briefing, options).encode()
    if form is Format.CSV:
        return table_of(briefing, report, options).encode("utf-8-sig")  # spreadsheets ask for it
    return html_page_of(briefing, report, options).encode()


def checked_place(path: Path) -> None:
    """Raise WritingError where a file surely cannot be written; nothing is touched."""
    if not path.parent.is_dir():
        raise WritingError(
            tr(
                "{path} cannot be written: there is no folder {parent}. Choose a folder that "
                "exists.",
                path=path,
                parent=path.parent,
            )
        )
    if path.is_dir():
        raise WritingError(tr("{path} is a folder. Name a file in it.", path=path))
    if path.exists() and not path.stat().st_mode & 0o222:
        raise WritingError(
            tr("{path} is read-only. Choose another name, or allow writing to it.", path=path)
        )
    if not os.access(path.parent, os.W_OK):
        raise WritingError(
            tr("The folder {parent} is read-only. Choose another folder.", parent=path.parent)
        )


def write_whole(content: bytes, path: Path) -> None:
    """Write a file so that it is there whole or not at all; raises WritingError."""
    try:
        checked_place(path)
        replace_file(path, content)
    except OSError as error:
        kept = tr(" The old file is as it was.") if path.exists() else ""
        raise WritingError(
            tr("{path} could not be written: {why}{kept}", path=path, why=_why(error), kept=kept)
        ) from error


def _why(error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return tr("the disk is full. Make room, or choose another folder.")
    if error.errno == errno.EROFS:
        return tr("the disk is read-only. Choose another folder.")
    if isinstance(error, PermissionError):
        return tr(
            "it is open in another program, or writing is not allowed. "
            "Close it there, or choose another name."
        )
    return tr(
        "{reason}. Choose another name or folder.", reason=(error.strerror or str(error)).lower()
    )
