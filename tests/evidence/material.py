"""Briefings built by hand, for the tests of this room."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

from briefer.briefing.model import (
    Briefing,
    Card,
    Citation,
    Document,
    Field,
    Form,
    Kind,
    Omission,
    Paragraph,
    Place,
    Prose,
    Quotation,
    Span,
    Stance,
)
from briefer.briefing.names import names_of
from briefer.evidence.grading import Graded, Searched, grade
from briefer.evidence.model import Altered, Outcome

FILE = "breakdown.md"


class NoFiles:
    """A briefing without files: whoever reads one is at fault."""

    path = Path()

    def names(self, folder: str = "") -> NoReturn:
        raise AssertionError(folder)

    def read(self, name: str, limit: int) -> NoReturn:
        raise AssertionError(name)


def document(
    text: str, doc_id: str = "article", *, markdown: bool = False, readable: bool = True
) -> Document:
    """Return a document whose paragraphs are its lines that are not blank."""
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    paragraphs = tuple(Paragraph(number, span) for number, span in enumerate(spans, 1))
    letter = doc_id[:1].upper()
    name = f"documents/{doc_id}.txt"
    return Document(doc_id, doc_id, letter, name, text, paragraphs, "", markdown, readable)


def graded(words: str, text: str, *, markdown: bool = False, named: int | None = None) -> Graded:
    """Compare words with a text."""
    paragraphs = (named, named) if named else None
    return grade(words, Searched(document(text, markdown=markdown)), paragraphs)


def outcome(words: str, text: str, *, markdown: bool = False) -> Outcome:
    """Return the grade of words in a text."""
    return graded(words, text, markdown=markdown).outcome


def found(words: str, text: str, *, markdown: bool = False) -> tuple[str, ...]:
    """Return what stands at the ranges of the grade."""
    result = outcome(words, text, markdown=markdown)
    return tuple(text[start:end] for start, end in getattr(result, "ranges", ()))


def kind(words: str, text: str) -> str:
    """Return the kind of difference of an altered quotation."""
    result = outcome(words, text)
    assert isinstance(result, Altered), result
    return result.difference.kind.value


def citation(
    document_id: str = "article",
    first: int | None = None,
    *,
    last: int | None = None,
    via: str = "",
    stance: Stance = Stance.SUPPORTS,
) -> Citation:
    """Return a citation at line 2."""
    place = Place(FILE, 2, 1)
    return Citation(document_id, first, last or first, via, stance, "", place, Span(0, 0))


def quotation(words: str, cited: Citation | None = None, form: Form = Form.BLOCK) -> Quotation:
    """Return a quotation at line 1."""
    return Quotation(words, form, cited, False, Place(FILE, 1, 1), Span(0, 0))


def card(
    card_id: str,
    *quotations: Quotation,
    text: str = "",
    citations: tuple[Citation, ...] = (),
    notes: tuple[Quotation, ...] = (),
    **fields: str,
) -> Card:
    """Return a card; underscores in names of fields are spaces."""
    listed = tuple(
        Field(key.replace("_", " "), value, (), Place(FILE, 3, 1)) for key, value in fields.items()
    )
    body = Prose(text, (), quotations, citations)
    place = Place(FILE, 1, 1)
    return Card(
        card_id, card_id.title(), "cards", place, listed, body=body, notes=Prose("", (), notes)
    )


def briefing(
    documents: tuple[Document, ...],
    *cards: Card,
    left_out: tuple[Omission, ...] = (),
    stale: int = 0,
) -> Briefing:
    """Return a briefing of one kind of cards."""
    return Briefing(
        "Trial",
        NoFiles(),
        kinds=(Kind("cards", "Cards", "Card", "", "#000000"),),
        cards=cards,
        documents=documents,
        omissions=left_out,
        names=names_of(cards),
        stale_after_days=stale,
    )
