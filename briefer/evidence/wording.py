"""Grades, differences and stances -> the words that people read, the same in every room."""

from __future__ import annotations

from typing import assert_never

from briefer.briefing.model import Stance
from briefer.evidence.model import (
    Altered,
    Change,
    Difference,
    DifferenceKind,
    Missing,
    Outcome,
    Report,
    Shortened,
    Verbatim,
    WordChange,
)

_DIFFERENCES = {
    DifferenceKind.NUMBER: "A number differs",
    DifferenceKind.NEGATION: "A negation differs",
    DifferenceKind.NAME: "A name differs",
    DifferenceKind.WORDS: "Wording differs",
    DifferenceKind.ORDER: "Word order differs",
    DifferenceKind.PUNCTUATION: "Punctuation differs",
    DifferenceKind.CAPITALS: "Capitals differ",
}
_STANCES = {Stance.SUPPORTS: "", Stance.DISPUTES: "Contradicts", Stance.CONTEXT: "For context"}


def grade_in_words(outcome: Outcome) -> str:
    """Return what people read for a grade."""
    match outcome:
        case Verbatim():
            return "Exact"
        case Shortened():
            return "Shortened, omissions marked"
        case Altered():
            return difference_in_words(outcome.difference)
        case Missing(unread=True):
            return "Not checked: the text could not be read"
        case Missing(unknown=True):
            return f"Not checked: there is no text “{outcome.document}” in this briefing"
        case Missing():
            return "Not found in the document"
        case _:
            assert_never(outcome)


def difference_in_words(found: Difference) -> str:
    """Return what differs: `A number differs`, `“not” dropped`."""
    from briefer.evidence.harm import negation_in  # its patterns are not for the first paint

    negation = negation_in(found) if found.kind is DifferenceKind.NEGATION else None
    if negation is None:
        return _DIFFERENCES[found.kind]
    word, change = negation
    return f"“{word}” {'dropped' if change is Change.DELETE else 'added'}"


def stance_in_words(stance: Stance) -> str:
    """Return what people read for a stance; "" when the passage supports the card."""
    return _STANCES[stance]


def counts_in_words(report: Report) -> str:
    """Return the grades together: `40 exact, 2 shortened, 0 to fix`.

    Quotations of a text that could not be read are said apart: `84 not checked`.
    """
    parts = [f"{report.counts.verbatim} exact", f"{report.counts.shortened} shortened"]
    to_fix, not_checked = report.to_fix, report.not_checked  # each walks the quotations
    if to_fix or not not_checked:
        parts.append(f"{to_fix} to fix")
    if not_checked:
        parts.append(f"{not_checked} not checked")
    return ", ".join(parts)


def alarm_of(report: Report) -> str:
    """Return how much the grades weigh together: `bad`, `warning`, or `good`."""
    return "bad" if report.to_fix else "warning" if report.not_checked else "good"


def change_in_words(change: WordChange) -> str:
    """Return one change as a clause about the quotation."""
    match change.change:
        case Change.REPLACE:
            return f"it has “{change.quotation}” for “{change.document}”"
        case Change.DELETE:
            return f"it lacks “{change.document}”"
        case Change.INSERT:
            return f"it adds “{change.quotation}”"
        case Change.EQUAL:
            return f"both have “{change.document}”"
        case _:
            assert_never(change.change)
