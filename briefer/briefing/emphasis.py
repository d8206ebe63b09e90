"""Runs of `*` and `_` in a text -> which of them are emphasis, and go."""

from __future__ import annotations

import re
from typing import NamedTuple

_PUNCTUATION = re.compile(r"[^\w\s]")


class Run(NamedTuple):
    """A run of one delimiter: where it stands among the pieces, and what it may do."""

    piece: int
    sign: str
    opens: bool
    closes: bool


def run_at(piece: int, signs: str, before: str, after: str) -> Run:
    """Return the run of delimiters between two characters ("" at the ends of the text)."""
    space_before, space_after = not before or before.isspace(), not after or after.isspace()
    marks_before, marks_after = _is_mark(before), _is_mark(after)
    left = not space_after and (not marks_after or space_before or marks_before)
    right = not space_before and (not marks_before or space_after or marks_after)
    if signs[0] == "*":
        return Run(piece, "*", left, right)
    return Run(
        piece, "_", left and (not right or marks_before), right and (not left or marks_after)
    )


def drop_emphasis(pieces: list[str], runs: list[Run]) -> bool:
    """Take the delimiters that pair out of the pieces; tell whether any did."""
    waiting: list[Run] = []
    open_runs = {"*": 0, "_": 0}
    dropped = False
    for run in runs:
        while run.closes and pieces[run.piece] and open_runs[run.sign]:
            opener = waiting[-1]
            if opener.sign == run.sign:
                dropped = True
                _pair(pieces, opener, run)
            if opener.sign != run.sign or not pieces[opener.piece]:
                waiting.pop()
                open_runs[opener.sign] -= 1
        if run.opens and pieces[run.piece]:
            waiting.append(run)
            open_runs[run.sign] += 1
    return dropped


def _pair(pieces: list[str], opener: Run, closer: Run) -> None:
    count = min(len(pieces[opener.piece]), len(pieces[closer.piece]))
    pieces[opener.piece] = pieces[opener.piece][count:]
    pieces[closer.piece] = pieces[closer.piece][count:]


def _is_mark(sign: str) -> bool:
    return bool(sign) and _PUNCTUATION.match(sign) is not None
