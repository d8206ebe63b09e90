"""Passages that are chosen as cards are -> cards of their own, each one exact quotation."""

from __future__ import annotations

from collections.abc import Iterable

from briefer.briefing.citing import paragraphs_in
from briefer.briefing.model import PASSAGES, Briefing, Card, Place
from briefer.briefing.passage_names import passage_named
from briefer.briefing.prose import read_prose
from briefer.evidence.model import Checked, Report, Verbatim
from briefer.evidence.quoting import as_quotation, whole_words
from briefer.language import tr


def passage_card(briefing: Briefing, name: str) -> Card | None:
    """Return the card of a named passage; None when no such words stand in the briefing."""
    named = passage_named(name)
    document = briefing.document(named.document) if named else None
    if named is None or document is None:
        return None
    quotation = as_quotation(document, named.span)
    if not quotation:
        return None
    lines = quotation.splitlines()
    read = read_prose(document.file, lines, (0,) * len(lines))
    first, last = paragraphs_in(document, whole_words(document.text, named.span))
    where = (
        tr("paragraph {first}", first=first)
        if first == last
        else tr("paragraphs {first}–{last}", first=first, last=last)
    )
    title = f"{document.title}, {where}"
    return Card(name, title, PASSAGES.id, Place(document.file), body=read.prose)


def with_passages(briefing: Briefing, names: Iterable[str]) -> Briefing:
    """Return the briefing with cards for the passages among these names, found by name alone."""
    cards = ((name, passage_card(briefing, name)) for name in names)
    found = {name: card for name, card in cards if card is not None}
    known = briefing.names
    return briefing._replace(names=known._replace(by_id={**known.by_id, **found}))


def with_passages_checked(report: Report, briefing: Briefing, cards: Iterable[Card]) -> Report:
    """Return the report with the quotations of the passages among these cards: exact ones."""
    checked = (_checked(briefing, card) for card in cards if card.kind == PASSAGES.id)
    more = tuple(found for found in checked if found is not None)
    return report._replace(quotations=(*report.quotations, *more)) if more else report


def _checked(briefing: Briefing, card: Card) -> Checked | None:
    named = passage_named(card.id)
    document = briefing.document(named.document) if named else None
    if named is None or document is None:
        return None
    span = whole_words(document.text, named.span)
    first, last = paragraphs_in(document, span)
    outcome = Verbatim(document.id, (span,), tuple(range(first, last + 1)))
    return Checked(card.id, False, 0, card.body.quotations[0], outcome)
