"""Briefing, report and options -> a file: whole, or the old one untouched.

`write_sheets(briefing, report, options, path)` is what `briefer pdf` calls.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from briefer.briefing.model import Briefing
from briefer.evidence.model import Report
from briefer.sheets.errors import WritingError
from briefer.sheets.options import Options
from briefer.sheets.printing import typeset_once
from briefer.sheets.typesetting import Typeset


def write_sheets(briefing: Briefing, report: Report, options: Options, path: Path) -> Typeset:
    """Typeset the selection and write it; raises SheetError with one sentence for people."""
    made = typeset_once(briefing, report, options)
    write_whole(made.pdf, path)
    return made


def write_whole(content: bytes, path: Path) -> None:
    """Write a file so that it is there whole or not at all; raises WritingError."""
    try:
        _replace(content, path)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise WritingError(f"{path} could not be written: {reason}. {_advice(path)}") from error


def _replace(content: bytes, path: Path) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _mode(path: Path) -> int:
    """Return the old file's mode, or what a new one would get."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _advice(path: Path) -> str:
    if not path.parent.is_dir():
        return "Choose a folder that exists."
    if path.is_dir():
        return "That is a folder; name a file."
    kept = "The old file is as it was. " if path.exists() else ""
    return f"{kept}Choose another name or folder, or make room."
