"""What comparing gave -> problems, each a sentence that tells what to do."""

from __future__ import annotations

from collections.abc import Iterator

from briefer.briefing.model import Briefing, Citation, Document, Place, Problem, Quotation
from briefer.evidence.grading import Graded
from briefer.evidence.model import Altered, Change, Missing, Shortened, Verbatim
from briefer.evidence.problems import problem
from briefer.language import ntr, tr

_LONGEST = 80
_MOST_CHANGES = 3


def of_grade(briefing: Briefing, quotation: Quotation, graded: Graded) -> Iterator[Problem]:
    """Yield what is wrong with a quotation that was graded."""
    outcome = graded.outcome
    document = briefing.document(outcome.document)
    match outcome:
        case Altered():
            yield problem("quotation-altered", quotation.place, _altered(document, outcome))
        case Missing():
            if (document is not None and document.readable) or not outcome.document:
                message = _missing(briefing, document, quotation, outcome)
                yield problem("quotation-missing", quotation.place, message)
        case Verbatim() | Shortened():
            yield from _of_place(quotation, document, outcome, several=graded.several)


def _altered(document: Document | None, outcome: Altered) -> str:
    from briefer.evidence.wording import change_in_words, difference_in_words  # seldom needed

    changes = [c for c in outcome.difference.words if c.change is not Change.EQUAL]
    said = ", ".join(map(change_in_words, changes[:_MOST_CHANGES]))
    more = tr(", and more") if len(changes) > _MOST_CHANGES else ""
    where = _paragraphs(document, outcome.paragraphs)
    kind = difference_in_words(outcome.difference)
    towards = "to" if kind.endswith(" added") else "from"
    return f"{kind} {towards} {where}: {said}{more}."


def _missing(
    briefing: Briefing, document: Document | None, quotation: Quotation, outcome: Missing
) -> str:
    searched_all = quotation.citation is None or not quotation.citation.document
    one = document is not None and (len(briefing.documents) == 1 or not searched_all)
    where = f"“{document.title}”" if document and one else tr("any document")
    message = tr("“{quoted}” is not found in {where}.", quoted=_cut(quotation.words), where=where)
    if outcome.longest is None or document is None:
        return message
    text = " ".join(document.text[slice(*outcome.longest)].split())
    paragraph = document.paragraph_at(outcome.longest.start)
    return tr(
        "{message} The longest run of its words there is “{quoted}”, {paragraphs}.",
        message=message,
        quoted=_cut(text),
        paragraphs=_paragraphs(document, (paragraph,)),
    )


def _of_place(
    quotation: Quotation,
    document: Document | None,
    outcome: Verbatim | Shortened,
    *,
    several: bool,
) -> Iterator[Problem]:
    citation = quotation.citation
    place = citation.place if citation else quotation.place
    if citation and citation.first is not None and document:
        last = citation.last or citation.first
        stands = range(citation.first, last + 1)
        exists = 1 <= citation.first <= last <= len(document.paragraphs)
        if exists and not any(number in stands for number in outcome.paragraphs):
            where = _paragraphs(document, outcome.paragraphs)
            message = tr(
                "The words stand in {where}, not in {paragraphs}.",
                where=where,
                paragraphs=_paragraphs(document, stands),
            )
            yield problem("quotation-paragraph", place, message)
            return
    if several:
        message = tr(
            "“{quoted}” occurs more than once; the first place, {paragraphs}, is taken. Name "
            "the paragraph.",
            quoted=_cut(quotation.words),
            paragraphs=_paragraphs(document, outcome.paragraphs),
        )
        yield problem("quotation-places", place, message)


def unchecked(quotation: Quotation) -> Problem:
    """Return the warning that quoted words without a citation stand in no document."""
    message = tr(
        "“{quoted}” is not checked: it stands in no document word for word, and has no citation.",
        quoted=_cut(quotation.words),
    )
    return problem("quotation-unchecked", quotation.place, message)


def unnamed(place: Place) -> Problem:
    """Return the warning that a quotation names none of several documents."""
    message = tr("The quotation names no document, so all were searched. Add a citation.")
    return problem("document-unnamed", place, message)


def unknown_document(briefing: Briefing, citation: Citation) -> Problem:
    """Return the error that a citation names a document that is not there."""
    known = ", ".join(document.id for document in briefing.documents[:6])
    message = tr(
        "There is no document “{quoted}”; there is {known}.",
        quoted=_cut(citation.document),
        known=known or "none",
    )
    return problem("document-unknown", citation.place, message)


def unknown_paragraph(citation: Citation, document: Document) -> Problem:
    """Return the error that a citation names a paragraph that is not there."""
    named = range(citation.first or 0, (citation.last or citation.first or 0) + 1)
    message = tr(
        "There is no {paragraphs}: “{title}” has {extent}.",
        paragraphs=_paragraphs(document, named),
        title=document.title,
        extent=ntr("{n} paragraph", "{n} paragraphs", len(document.paragraphs)),
    )
    return problem("paragraph-unknown", citation.place, message)


def _paragraphs(document: Document | None, numbers: tuple[int, ...] | range) -> str:
    """Return a reference: `paragraph A4`, `paragraphs A4–5`."""
    letter = document.letter if document else ""
    if not numbers:
        return tr("no paragraph")
    first, last = numbers[0], numbers[-1]
    if first == last:
        return tr("paragraph {letter}{first}", letter=letter, first=first)
    return tr("paragraphs {letter}{first}–{last}", letter=letter, first=first, last=last)


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
