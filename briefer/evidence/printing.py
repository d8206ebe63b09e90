"""A report -> what `briefer check` prints: one object for programs, lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from briefer.briefing.model import Briefing, Place, Problem, Stance
from briefer.evidence.model import (
    Altered,
    Checked,
    Counts,
    Difference,
    Missing,
    Report,
    Shortened,
    Verbatim,
)
from briefer.evidence.wording import counts_in_words
from briefer.language import ntr

_NOTHING = Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)


def report_json(briefing: Briefing, report: Report) -> dict[str, Any]:
    """Return the object that `--json` prints, as format.md lays it down."""
    return {
        "briefing": briefing.title,
        "ok": report.ok,
        "counts": report.counts._asdict(),
        "quotations": [_quotation(briefing, checked) for checked in report.quotations],
        "problems": [_problem(problem) for problem in report.problems],
    }


def unreadable_json(name: str, problems: Sequence[Problem]) -> dict[str, Any]:
    """Return the same object for a briefing that could not be read; `name` is what was opened."""
    return {
        "briefing": name,
        "ok": False,
        "counts": _NOTHING._asdict(),
        "quotations": [],
        "problems": [_problem(problem) for problem in problems],
    }


def report_lines(briefing: Briefing, report: Report) -> Iterator[str]:
    """Yield the lines for people: every problem with its place, then the sum of it all."""
    for problem in report.problems:
        yield problem_line(problem)
    if report.problems:
        yield ""
    yield f"{briefing.title}: {counts_in_words(report)}"
    yield from _coverage_lines(report)
    errors = sum(problem.severity == "error" for problem in report.problems)
    warnings = len(report.problems) - errors
    counted = (ntr("{n} error", "{n} errors", errors), ntr("{n} warning", "{n} warnings", warnings))
    yield ", ".join(counted)


def problem_line(problem: Problem) -> str:
    """Return a problem as `file:line:column: error: sentence`."""
    return f"{_place(problem.place)}: {problem.severity.value}: {problem.message}"


def _place(place: Place) -> str:
    return f"{place.file}:{place.line}:{place.column}" if place.line else place.file


def _coverage_lines(report: Report) -> Iterator[str]:
    counts = report.counts
    left_out = sum(bool(use.left_out and not use.cards) for use in report.sentences)
    unused = counts.sentences - counts.cited_sentences - left_out
    sentences = ntr("{n} sentence", "{n} sentences", counts.sentences)
    said = f"{counts.cited_sentences:,} of {sentences} used"
    if left_out:
        said += f", {left_out:,} left out on purpose"
    yield f"{said}, {unused:,} not used yet" if unused else said
    broken = f", {counts.broken_links} broken" if counts.broken_links else ""
    cards, links = (
        ntr("{n} card", "{n} cards", counts.cards),
        ntr("{n} link", "{n} links", counts.links),
    )
    yield f"{cards}, {links}{broken}"


def _quotation(briefing: Briefing, checked: Checked) -> dict[str, Any]:
    citation, outcome = checked.quotation.citation, checked.outcome
    found = None if isinstance(outcome, Missing) else outcome
    return {
        "card": checked.card,
        "file": checked.quotation.place.file,
        "line": checked.quotation.place.line,
        "grade": _GRADES[type(outcome)],
        "document": outcome.document or None,
        "paragraphs": list(found.paragraphs) if found else [],
        "ranges": [list(span) for span in found.ranges] if found else [],
        "via": _via(briefing, citation.via) if citation else None,
        "stance": (citation.stance if citation else Stance.SUPPORTS).value,
        "difference": _difference(outcome.difference) if isinstance(outcome, Altered) else None,
    }


_GRADES: dict[type, str] = {
    Verbatim: "verbatim",
    Shortened: "shortened",
    Altered: "altered",
    Missing: "missing",
}


def _via(briefing: Briefing, via: str) -> str | None:
    """Return the id of the card that `via` names, else its words, else None."""
    card = briefing.names.find(via) if via else None
    return card.id if card else via or None


def _difference(difference: Difference) -> dict[str, Any]:
    words = [
        {"op": change.change.value, "document": change.document, "quotation": change.quotation}
        for change in difference.words
    ]
    return {"kind": difference.kind.value, "words": words}


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "severity": problem.severity.value,
        "code": problem.code,
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
    }
