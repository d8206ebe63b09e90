"""Grades, differences and stances -> the words that people read, the same in every room."""

from __future__ import annotations

from typing import assert_never

from briefer.briefing.model import Stance
from briefer.evidence.harm import negation_in
from briefer.evidence.model import (
    Altered,
    Change,
    Counts,
    Difference,
    DifferenceKind,
    Missing,
    Outcome,
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
        case Missing():
            return "Not found in the document"
        case _:
            assert_never(outcome)


def difference_in_words(found: Difference) -> str:
    """Return what differs: `A number differs`, `“not” dropped`."""
    negation = negation_in(found) if found.kind is DifferenceKind.NEGATION else None
    if negation is None:
        return _DIFFERENCES[found.kind]
    word, change = negation
    return f"“{word}” {'dropped' if change is Change.DELETE else 'added'}"


def stance_in_words(stance: Stance) -> str:
    """Return what people read for a stance; "" when the passage supports the card."""
    return _STANCES[stance]


def counts_in_words(counts: Counts) -> str:
    """Return the grades together: `40 exact, 2 shortened, 0 to fix`."""
    to_fix = counts.altered + counts.missing
    return f"{counts.verbatim} exact, {counts.shortened} shortened, {to_fix} to fix"


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
