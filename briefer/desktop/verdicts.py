"""A report -> the few words and the sign that the status line shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefer.briefing.model import Problem, Severity
from briefer.evidence.model import Report
from briefer.language import ntr, tr

MARKS = {"good": "✓", "warning": "!", "bad": "✗"}


class Verdict(NamedTuple):
    """Words, and whether they are good news: good | warning | bad | plain."""

    words: str = ""
    sign: str = "plain"


def quotations_verdict(report: Report | None) -> Verdict:
    """Say how many quotations match their document."""
    if report is None:
        return Verdict(tr("Checking quotations…"))
    if not report.counts.quotations:
        return Verdict(tr("No quotations"))
    from briefer.evidence.wording import alarm_of, counts_in_words  # only once there is something

    sign = alarm_of(report)
    return Verdict(f"{MARKS[sign]} {counts_in_words(report)}", sign)


def problems_verdict(problems: Sequence[Problem], *, checked: bool) -> Verdict:
    """Say how many problems there are, errors first."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return Verdict(tr("✓ No problems"), "good") if checked else Verdict()
    parts = [ntr("{n} error", "{n} errors", errors)] if errors else []
    parts += [ntr("{n} warning", "{n} warnings", warnings)] if warnings else []
    mark, sign = ("✗", "bad") if errors else ("!", "warning")
    return Verdict(f"{mark} {', '.join(parts)}", sign)
