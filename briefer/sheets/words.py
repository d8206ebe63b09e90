"""What the pages call things: grades, dates and references, as design.md words them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from briefer.briefing.model import Stance
from briefer.evidence.model import Altered, Change, DifferenceKind, Missing, Outcome, Shortened

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_DIFFERENCES = {
    DifferenceKind.NUMBER: "A number differs",
    DifferenceKind.NAME: "A name differs",
    DifferenceKind.WORDS: "Wording differs",
    DifferenceKind.ORDER: "Word order differs",
    DifferenceKind.PUNCTUATION: "Punctuation differs",
    DifferenceKind.CAPITALS: "Capitals differ",
}

STANCES = {Stance.SUPPORTS: "", Stance.DISPUTES: "Contradicts", Stance.CONTEXT: "For context"}


def day(value: date) -> str:
    """Return a date in words.

    >>> day(date(2024, 5, 1))
    '1 May 2024'
    """
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def grade(outcome: Outcome) -> str:
    """Return what people read for an outcome."""
    match outcome:
        case Altered():
            return difference(outcome)
        case Missing():
            return "Not found in the document"
        case Shortened():
            return "Shortened, omissions marked"
        case _:
            return "Exact"


def difference(outcome: Altered) -> str:
    """Return how an altered quotation differs, in two or three words."""
    kind = outcome.difference.kind
    if kind is not DifferenceKind.NEGATION:
        return _DIFFERENCES[kind]
    dropped = any(w.change is Change.DELETE for w in outcome.difference.words)
    added = any(w.change is Change.INSERT for w in outcome.difference.words)
    return "“not” added" if added and not dropped else "“not” dropped"


def paragraphs(letter: str, numbers: Iterable[int]) -> str:
    """Return a reference, runs joined.

    >>> paragraphs("A", [1, 3, 4, 5])
    'A1, A3–5'
    """
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{letter}{run[0]}" if len(run) == 1 else f"{letter}{run[0]}–{run[-1]}" for run in runs
    )


def counted(number: int, singular: str, plural: str = "") -> str:
    """Return a number with its noun.

    >>> counted(1, "page"), counted(2, "page")
    ('1 page', '2 pages')
    """
    return f"{number} {singular if number == 1 else plural or singular + 's'}"
