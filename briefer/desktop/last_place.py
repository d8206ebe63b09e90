"""Where the reader was when the window closed <-> a small file, read before Qt is loaded."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

FILE = "last.txt"  # a line for each value: to import json would cost the first paint 3 ms
_LONGEST = 20_000  # bytes


class Last(NamedTuple):
    """The briefing, its card, how far card and text were scrolled, and whether to start there."""

    path: str
    card: str = ""
    card_place: float = 0.0
    text_place: float = 0.0
    start: bool = True


def read_last(folder: Path) -> Last | None:
    """Return what was written; None when there is nothing, or nothing that can be read."""
    with suppress(OSError, ValueError):
        with (folder / FILE).open("rb") as file:
            path, card, *places, start = file.read(_LONGEST).decode("utf-8").split("\n")
        card_place, text_place = map(float, places)
        return Last(path, card, card_place, text_place, start == "start") if path else None
    return None


def write_last(folder: Path, last: Last | None) -> None:
    """Write where the reader is, or that nothing is to be remembered; a full disk is no matter."""
    from briefer.briefing.durable import replace_file

    with suppress(OSError, UnicodeError):
        if last is None:
            (folder / FILE).unlink(missing_ok=True)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            lines = (last.path, last.card, repr(last.card_place), repr(last.text_place))
            words = "\n".join((*lines, "start" if last.start else "built-in"))
            if words.count("\n") == len(lines):  # a path may hold line ends, and is not worth it
                replace_file(folder / FILE, words.encode("utf-8"))


def first_path(path: Path | None, last: Last | None, built_in: Path) -> Path:
    """Return what to open: what was asked for, else what was open last, else the built-in one."""
    if path is not None:
        return path
    if last is not None and last.start and last.path:
        with suppress(OSError, ValueError):
            if Path(last.path).exists():
                return Path(last.path)
    return built_in
