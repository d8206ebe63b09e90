"""What a card says about its evidence: grades, references and stances, in design.md's words."""

from __future__ import annotations

from briefer.briefing.model import Briefing, Citation, Quotation, Stance
from briefer.evidence.model import Altered, Missing, Outcome, Shortened, Verbatim, is_unread
from briefer.language import tr

_SIGNS: dict[type[Outcome], tuple[str, str]] = {
    Verbatim: ("good", "✓"),
    Shortened: ("good", "✓"),
    Altered: ("bad", "≠"),
    Missing: ("bad", "✗"),
}


def grade(outcome: Outcome) -> tuple[str, str, str]:
    """Return the role of the grade's colour, its sign, and its words."""
    from briefer.evidence.wording import grade_in_words  # only once there is something to say

    role, sign = ("warning", "!") if is_unread(outcome) else _SIGNS[type(outcome)]
    return role, sign, grade_in_words(outcome)


def stance(citation: Citation | None) -> str:
    """Return the stance where it says more than that the passage supports the card."""
    if citation is None or citation.stance is Stance.SUPPORTS:
        return ""
    from briefer.evidence.wording import stance_in_words  # only once there is something to say

    return stance_in_words(citation.stance)


def reference(briefing: Briefing, document_id: str, first: int, last: int) -> str:
    """Return `A1 · Article, paragraph 1`; "" for a document that is not there."""
    document = briefing.document(document_id)
    if document is None:
        return ""
    if first == last:
        return tr(
            "{letter}{first} · {title}, paragraph {first}",
            letter=document.letter,
            first=first,
            title=document.title,
        )
    return tr(
        "{letter}{first}–{last} · {title}, paragraphs {first}–{last}",
        letter=document.letter,
        first=first,
        last=last,
        title=document.title,
    )


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
    return tr("emphasis added") if quotation.emphasized else ""
