"""A passage of a document -> how people cite it: "Article, ¶1 (A1)"."""

from __future__ import annotations

from briefer.briefing.model import Briefing, Document, Span
from briefer.briefing.passage_names import NamedPassage


def cited_as(document: Document, first: int, last: int) -> str:
    """Return the citation of a range of paragraphs, both ends included.

    >>> cited_as(article, 4, 5)
    'Article, ¶4–5 (A4–A5)'
    """
    letter = document.letter
    if last <= first:
        return f"{document.title}, ¶{first} ({letter}{first})"
    return f"{document.title}, ¶{first}–{last} ({letter}{first}–{letter}{last})"


def cited_passage(document: Document, span: Span) -> str:
    """Return the citation of a passage."""
    return cited_as(document, *paragraphs_in(document, span))


def cited_passage_of(passage: NamedPassage | None, briefing: Briefing) -> str:
    """Return the citation of a named passage; "" for none, and where there is no such document."""
    document = briefing.document(passage.document) if passage else None
    return cited_passage(document, passage.span) if passage and document else ""


def paragraphs_in(document: Document, span: Span) -> tuple[int, int]:
    """Return the numbers of the first and the last paragraph of a passage."""
    last = document.paragraph_at(max(span.start, span.end - 1))
    return document.paragraph_at(span.start), last


def bracketed_citation(document: Document, span: Span) -> str:
    """Return the citation as a breakdown has it: "[@article, ¶4]"."""
    first, last = paragraphs_in(document, span)
    return f"[@{document.id}, ¶{first}]" if first == last else f"[@{document.id}, ¶{first}–{last}]"
