"""A report -> the few words and the sign that the status line shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefer.briefing.model import Problem, Severity
from briefer.evidence.model import Counts, Report


class Verdict(NamedTuple):
    """Words, and whether they are good news: good | warning | bad | plain."""

    words: str = ""
    sign: str = "plain"


def quotations_verdict(report: Report | None) -> Verdict:
    """Say how many quotations match their document."""
    if report is None:
        return Verdict("Checking quotations…")
    counts = report.counts
    if not counts.quotations:
        return Verdict("No quotations")
    to_fix = counts.altered + counts.missing
    sign, mark = ("bad", "✗") if to_fix else ("good", "✓")
    return Verdict(f"{mark} {grades_in_words(counts)}", sign)


def grades_in_words(counts: Counts) -> str:
    """Return the grades together, as in "40 exact, 2 shortened, 0 to fix"."""
    to_fix = counts.altered + counts.missing
    return f"{counts.verbatim} exact, {counts.shortened} shortened, {to_fix} to fix"


def problems_verdict(problems: Sequence[Problem], *, checked: bool) -> Verdict:
    """Say how many problems there are, errors first."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return Verdict("✓ No problems", "good") if checked else Verdict()
    parts = [_counted(n, word) for n, word in ((errors, "error"), (warnings, "warning")) if n]
    mark, sign = ("✗", "bad") if errors else ("!", "warning")
    return Verdict(f"{mark} {', '.join(parts)}", sign)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
