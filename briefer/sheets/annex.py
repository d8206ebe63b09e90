"""Report and documents -> the evidence annex: each quotation marked in its paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from briefer.briefing.model import Card, Document, Paragraph, Span
from briefer.evidence.model import Altered, Checked, Missing
from briefer.evidence.wording import grade_in_words, stance_in_words
from briefer.sheets.evidence import Book
from briefer.sheets.options import Annex

Run = tuple[str, bool]  # words, and whether they are marked


def annex_of(
    book: Book, cards: Iterable[Card], annex: Annex, *, notes: bool
) -> dict[str, Any] | None:
    """Return the annex for the templates; None when there is none."""
    if annex is Annex.NONE:
        return None
    documents = book.briefing.documents if annex is Annex.DOCUMENTS else ()
    behind = [_card(book, card, notes=notes) for card in cards]
    return {
        "cards": [card for card in behind if card["items"]],
        "documents": [_document(document) for document in documents if document.readable],
    }


def runs_of(text: str, whole: Span, marked: Iterable[Span]) -> list[Run]:
    """Return a stretch of text as runs, those within the marked ranges told apart.

    >>> runs_of("one two", Span(0, 7), [Span(4, 9)])
    [('one ', False), ('two', True)]
    """
    cuts = {whole.start, whole.end}
    ranges = [Span(max(s.start, whole.start), min(s.end, whole.end)) for s in marked]
    ranges = [span for span in ranges if span.start < span.end]
    for span in ranges:
        cuts |= {span.start, span.end}
    edges = sorted(cuts)
    return [
        (text[start:end], any(s.start <= start and end <= s.end for s in ranges))
        for start, end in pairwise(edges)
    ]


def _card(book: Book, card: Card, *, notes: bool) -> dict[str, Any]:
    of_card = [c for c in book.counted_by_card.get(card.id, ()) if notes or not c.in_notes]
    items = [_item(book, together) for together in _together(of_card)]
    return {"title": card.title, "number": book.numbers.get(card.id), "items": items}


def _together(checked: list[Checked]) -> list[list[Checked]]:
    """Return quotations that can share a paragraph; those that need the reader's eye stay alone."""
    groups: dict[object, list[Checked]] = {}
    for place, one in enumerate(checked):
        outcome = one.outcome
        key: object = place
        if not isinstance(outcome, Altered | Missing):
            key = (outcome.document, outcome.paragraphs)
        groups.setdefault(key, []).append(one)
    return list(groups.values())


def _item(book: Book, together: list[Checked]) -> dict[str, Any]:
    outcome = together[0].outcome
    alarm = grade_in_words(outcome) if isinstance(outcome, Altered | Missing) else None
    document = book.briefing.document(outcome.document)
    paragraphs = []
    if document is not None and not isinstance(outcome, Missing):
        marked = [span for one in together for span in _ranges(one)]
        behind = [p for p in document.paragraphs if p.number in outcome.paragraphs]
        paragraphs = [_numbered(document, paragraph, marked) for paragraph in behind]
    feet = list(dict.fromkeys(_foot(book, checked) for checked in together))
    return {
        "alarm": alarm,
        "words": together[0].quotation.words,
        "paragraphs": paragraphs,
        "foot": "; ".join([f"{len(together)} quotations", *feet] if len(together) > 1 else feet),
    }


def _ranges(checked: Checked) -> tuple[Span, ...]:
    return () if isinstance(checked.outcome, Missing) else checked.outcome.ranges


def _foot(book: Book, checked: Checked) -> str:
    citation = checked.quotation.citation
    parts = [grade_in_words(checked.outcome)]
    if citation is not None:
        card = book.briefing.names.find(citation.via) if citation.via else None
        parts += [f"via {card.title if card else citation.via}"] if citation.via else []
        parts += [stance_in_words(citation.stance), citation.attribution]
    return " · ".join(part for part in parts if part)


def _document(document: Document) -> dict[str, Any]:
    return {
        "letter": document.letter,
        "title": document.title,
        "note": f"{document.file} · SHA-256 {document.sha256}",
        "paragraphs": [_numbered(document, paragraph, ()) for paragraph in document.paragraphs],
    }


def _numbered(document: Document, paragraph: Paragraph, marked: Iterable[Span]) -> dict[str, Any]:
    runs = runs_of(document.text, paragraph.span, marked)
    return {
        "label": f"{document.letter}{paragraph.number}",
        "runs": [[" ".join(_kept_edges(words)), mark] for words, mark in runs],
    }


def _kept_edges(words: str) -> list[str]:
    """Return the words with white space as single spaces, also at either end."""
    inner = words.split()
    front = [""] if words[:1].isspace() else []
    back = [""] if words[-1:].isspace() and inner else []
    return [*front, *inner, *back]
