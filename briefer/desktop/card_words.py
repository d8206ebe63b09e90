"""What a card says about its evidence: grades, references and stances, in design.md's words."""

from __future__ import annotations

from typing import assert_never

from briefer.briefing.model import Briefing, Citation, Quotation, Stance
from briefer.evidence.model import (
    Altered,
    Change,
    Difference,
    DifferenceKind,
    Missing,
    Outcome,
    Shortened,
    Verbatim,
)

_DIFFERENCES = {
    DifferenceKind.NUMBER: "A number differs",
    DifferenceKind.NAME: "A name differs",
    DifferenceKind.WORDS: "Wording differs",
    DifferenceKind.ORDER: "Word order differs",
    DifferenceKind.PUNCTUATION: "Punctuation differs",
    DifferenceKind.CAPITALS: "Capitals differ",
}
_STANCES = {Stance.SUPPORTS: "", Stance.DISPUTES: "Contradicts", Stance.CONTEXT: "Context"}
_NEGATIONS = frozenset(
    ("no", "not", "never", "none", "nor", "neither", "nothing", "nobody", "without", "cannot")
)


def grade(outcome: Outcome) -> tuple[str, str, str]:
    """Return the role of the grade's colour, its sign, and its words."""
    match outcome:
        case Verbatim():
            return "good", "✓", "Exact"
        case Shortened():
            return "good", "✓", "Shortened, omissions marked"
        case Altered():
            return "bad", "≠", difference(outcome.difference)
        case Missing():
            return "bad", "✗", "Not found in the document"
        case _:
            assert_never(outcome)


def difference(found: Difference) -> str:
    """Return what differs: `A number differs`, `“not” dropped`."""
    if found.kind is not DifferenceKind.NEGATION:
        return _DIFFERENCES[found.kind]
    for change in found.words:
        if change.change is Change.EQUAL:
            continue
        if word := _negation(change.document, change.quotation):
            return f"“{word}” dropped"
        if word := _negation(change.quotation, change.document):
            return f"“{word}” added"
    return "A negation differs"


def stance(citation: Citation | None) -> str:
    """Return the stance where it says more than that the passage supports the card."""
    return _STANCES[citation.stance] if citation else ""


def reference(briefing: Briefing, document_id: str, first: int, last: int) -> str:
    """Return `A1 · Article, paragraph 1`; "" for a document that is not there."""
    document = briefing.document(document_id)
    if document is None:
        return ""
    if first == last:
        return f"{document.letter}{first} · {document.title}, paragraph {first}"
    return f"{document.letter}{first}–{last} · {document.title}, paragraphs {first}–{last}"


def short_reference(briefing: Briefing, document_id: str, first: int, last: int) -> str:
    """Return `A1` or `A12–13`; "" for a document that is not there."""
    return reference(briefing, document_id, first, last).partition(" · ")[0]


def place_of(
    briefing: Briefing, outcome: Outcome | None, citation: Citation | None
) -> tuple[str, int, int] | None:
    """Return document and paragraphs: where the words were found, else what the citation names."""
    if outcome is not None and not isinstance(outcome, Missing):
        return outcome.document, min(outcome.paragraphs), max(outcome.paragraphs)
    if citation is None or citation.first is None:
        return None
    document = citation.document or (briefing.documents[0].id if briefing.documents else "")
    return document, citation.first, citation.last or citation.first


def emphasis(quotation: Quotation) -> str:
    """Return the remark that the emphasis is the card's own."""
    return "emphasis added" if quotation.emphasized else ""


def _negation(one: str, other: str) -> str:
    """Return the word of negation that stands in one run of words and not in the other."""
    there = {word.strip(",.;:") for word in other.casefold().split()}
    for word in one.split():
        bare = word.strip(",.;:").casefold().replace("’", "'")
        if bare not in there and (bare in _NEGATIONS or bare.endswith("n't")):
            return word.strip(",.;:")
    return ""
