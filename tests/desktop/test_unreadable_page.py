"""The page in place of a briefing that cannot be read: every problem once, in plain words."""

from __future__ import annotations

import pytest

from briefer.briefing.model import Place, Problem, Severity
from briefer.desktop.unreadable_page import problem_line


@pytest.mark.parametrize(
    ("place", "message", "known", "expected"),
    [
        (Place("a.md", 3), "Odd.", "", "a.md, line 3: Odd."),
        (Place("a.md"), "Odd.", "", "a.md: Odd."),
        (Place("a.md"), "a.md is not there.", "", "a.md is not there."),
        (Place("a.md", 3), "a.md is odd.", "", "Line 3: a.md is odd."),
        (Place("folder"), "It is empty.", "folder", "It is empty."),
        (Place(""), "Odd.", "", "Odd."),
    ],
)
def test_a_file_is_named_once(place: Place, message: str, known: str, expected: str) -> None:
    assert problem_line(Problem(Severity.ERROR, "x", place, message), known) == expected
