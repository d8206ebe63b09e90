"""A request of the window -> a program that is started for it, once it is checked again."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from briefer.guard.editor import editor_command
from briefer.guard.mail_links import asked_besides

_ADDRESS = re.compile(r"(?:https?://|mailto:)[!-~]{1,8000}", re.IGNORECASE)
_EDITED = frozenset({".md", ".toml", ".txt"})
_SPOOLER = frozenset({"lp", "lpstat", "lpoptions"})
_OPENERS: tuple[tuple[str, ...], ...] = (("xdg-open",), ("gio", "open"), ("kde-open",))
_BROWSERS: tuple[tuple[str, ...], ...] = (("x-www-browser",), ("firefox",), ("chromium",))
_SOON = 2.0  # seconds in which a program that can't start has ended
_SPOOLING = 60.0  # seconds

_started: list[subprocess.Popen[bytes]] = []  # kept, so that their ends are taken note of


def carry_out(request: Mapping[str, Any], pages: bytes) -> tuple[bool, str]:
    """Do what is asked, and tell whether it was done and what was said; never raises."""
    try:
        match request:
            case {"do": "address", "address": str(address)}:
                return _open_address(address)
            case {"do": "pdf", "file": str(file)}:
                return _open_pdf(Path(file))
            case {"do": "edit", "file": str(file), "line": int(line)}:
                return _edit(Path(file), line)
            case {"do": "spool", "program": str(program), "options": list(options)}:
                return _spool(program, [str(option) for option in options], pages)
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        return False, f"It could not be started: {error}."
    return False, "Briefer starts no such program."


def _open_address(address: str) -> tuple[bool, str]:
    if not _ADDRESS.fullmatch(address):
        return False, "Only https, http and mailto links are opened."
    if asked := asked_besides(address):
        return False, f"A link may begin a mail with words only; this one asks for “{asked}”."
    more = () if address.casefold().startswith("mailto:") else _BROWSERS
    return _opened(address, (*_OPENERS, *more), "No program for this link was found.")


def _open_pdf(file: Path) -> tuple[bool, str]:
    if file.suffix.lower() != ".pdf" or not file.is_absolute() or not file.is_file():
        return False, "Only PDF files are shown in the viewer."
    return _opened(str(file), _OPENERS, "No program for PDF files was found.")


def _edit(file: Path, line: int) -> tuple[bool, str]:
    if file.suffix.lower() not in _EDITED or not file.is_absolute() or not file.is_file():
        return False, f"{file.name} is not a file that an editor can open."
    command = editor_command(file, line, os.environ)
    if command and _starts(command):
        return True, ""
    return _opened(str(file), _OPENERS, "No text editor was found: set VISUAL or EDITOR to yours.")


def _spool(program: str, options: list[str], pages: bytes) -> tuple[bool, str]:
    if program not in _SPOOLER:
        return False, "Briefer starts no such program."
    done = subprocess.run(
        [program, *options], input=pages, capture_output=True, timeout=_SPOOLING, check=False
    )
    said = (done.stdout if done.returncode == 0 else done.stderr).decode(errors="replace").strip()
    return done.returncode == 0, said


def _opened(what: str, ways: tuple[tuple[str, ...], ...], otherwise: str) -> tuple[bool, str]:
    """Hand a file or an address to the first program that takes it."""
    if sys.platform == "win32":
        os.startfile(what)
        return True, ""
    if sys.platform == "darwin":
        ways = (("open",),)
    for name, *options in ways:
        if (program := shutil.which(name)) and _starts((program, *options, what)):
            return True, ""
    return False, otherwise


def _starts(command: tuple[str, ...]) -> bool:
    """Start a program that outlives us; tell whether it still runs, or has ended well, soon."""
    _started[:] = [child for child in _started if child.poll() is None]
    quiet = subprocess.DEVNULL
    try:
        child = subprocess.Popen(
            command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True, cwd="/"
        )
    except OSError:
        return False
    _started.append(child)
    try:
        return child.wait(_SOON) == 0
    except subprocess.TimeoutExpired:
        return True
