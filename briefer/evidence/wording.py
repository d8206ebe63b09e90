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
from briefer.language import tr

_DIFFERENCES = {
    DifferenceKind.NUMBER: tr("A number differs"),
    DifferenceKind.NEGATION: tr("A negation differs"),
    DifferenceKind.NAME: tr("A name differs"),
    DifferenceKind.WORDS: tr("Wording differs"),
    DifferenceKind.ORDER: tr("Word order differs"),
    DifferenceKind.PUNCTUATION: tr("Punctuation differs"),
    DifferenceKind.CAPITALS: tr("Capitals differ"),
}
_STANCES = {
    Stance.SUPPORTS: "",
    Stance.DISPUTES: tr("Contradicts"),
    Stance.CONTEXT: tr("For context"),
}


def grade_in_words(outcome: Outcome) -> str:
    """Return what people read for a grade."""
    match outcome:
        case Verbatim():
            return tr("Exact")
        case Shortened():
            return tr("Shortened, omissions marked")
        case Altered():
            return difference_in_words(outcome.difference)
        case Missing(unread=True):
            return tr("Not checked: the text could not be read")
        case Missing(unknown=True):
            return tr(
                "Not checked: there is no text “{document}” in this briefing",
                document=outcome.document,
            )
        case Missing():
            return tr("Not found in the document")
        case _:
            assert_never(outcome)


def difference_in_words(found: Difference) -> str:
    """Return what differs: `A number differs`, `“not” dropped`."""
    from briefer.evidence.harm import negation_in  # its patterns are not for the first paint

    negation = negation_in(found) if found.kind is DifferenceKind.NEGATION else None
    if negation is None:
        return _DIFFERENCES[found.kind]
    word, change = negation
    return (
        tr("“{word}” dropped", word=word)
        if change is Change.DELETE
        else tr("“{word}” added", word=word)
    )


def stance_in_words(stance: Stance) -> str:
    """Return what people read for a stance; "" when the passage supports the card."""
    return _STANCES[stance]


def counts_in_words(report: Report) -> str:
    """Return the grades together: `40 exact, 2 shortened, 0 to fix`.

    Quotations of a text that could not be read are said apart: `84 not checked`.
    """
    parts = [
        tr("{exact} exact", exact=report.counts.verbatim),
        tr("{shortened} shortened", shortened=report.counts.shortened),
    ]
    to_fix, not_checked = report.to_fix, report.not_checked  # each walks the quotations
    if to_fix or not not_checked:
        parts.append(tr("{to_fix} to fix", to_fix=to_fix))
    if not_checked:
        parts.append(tr("{not_checked} not checked", not_checked=not_checked))
    return ", ".join(parts)


def alarm_of(report: Report) -> str:
    """Return how much the grades weigh together: `bad`, `warning`, or `good`."""
    return "bad" if report.to_fix else "warning" if report.not_checked else "good"


def change_in_words(change: WordChange) -> str:
    """Return one change as a clause about the quotation."""
    match change.change:
        case Change.REPLACE:
            return tr(
                "it has “{quotation}” for “{document}”",
                quotation=change.quotation,
                document=change.document,
            )
        case Change.DELETE:
            return tr("it lacks “{document}”", document=change.document)
        case Change.INSERT:
            return tr("it adds “{quotation}”", quotation=change.quotation)
        case Change.EQUAL:
            return tr("both have “{document}”", document=change.document)
        case _:
            assert_never(change.change)
