"""Cards and quotations -> plain words with their citations, to be pasted anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from briefer.briefing.citing import cited_as
from briefer.briefing.model import Briefing, Card, Form, Prose, Quotation
from briefer.briefing.plain import plain_words
from briefer.desktop.card_words import place_of, short_reference
from briefer.evidence.model import Outcome, Report
from briefer.language import tr

_BLOCKS = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d{1,6}[.)])\s)")
_ITEM = re.compile(r"\s*(?:[-*+]|(\d{1,6}[.)]))\s")


def card_words(briefing: Briefing, report: Report | None, card: Card, *, cited: bool) -> str:
    """Return a card as paragraphs: its title, what it says, every quotation with its citation."""
    outcomes = _outcomes(report, card)
    paragraphs = [card.title, *_paragraphs(briefing, card.body, outcomes, cited=cited)]
    if cited:
        paragraphs.append(f"— {briefing.title}, “{card.title}”")
    return _joined(paragraphs)


def citation_of(briefing: Briefing, quotation: Quotation, outcome: Outcome | None) -> str:
    """Return "Article, ¶4 (A4), via Reuters" for a quotation; "" when it names no passage."""
    place = place_of(briefing, outcome, quotation.citation)
    document = briefing.document(place[0]) if place else None
    if place is None or document is None:
        return ""
    via = quotation.citation.via if quotation.citation else ""
    source = briefing.names.find(via) if via else None
    said = source.title if source else via
    words = cited_as(document, place[1], place[2])
    return tr("{words}, via {said}", words=words, said=said) if said else words


def with_citation(words: str, citation: str) -> str:
    """Return words and where they stand.

    >>> with_citation("Hotlines stay open.", "Article, ¶1 (A1)")
    '“Hotlines stay open.” — Article, ¶1 (A1)'
    """
    bare = words.strip().strip('“”"')
    return f"“{bare}” — {citation}" if citation else words


def _joined(paragraphs: list[str]) -> str:
    """Return paragraphs with a blank line between them, and list items on lines of one."""
    parts = [paragraphs[0]]
    for before, paragraph in pairwise(paragraphs):
        in_list = _ITEM.match(before) and _ITEM.match(paragraph)
        parts.append(f"\n{paragraph}" if in_list else f"\n\n{paragraph}")
    return "".join(parts)


def _outcomes(report: Report | None, card: Card) -> dict[int, Outcome]:
    checked = (*report.quotations, *report.finds) if report else ()
    return {c.index: c.outcome for c in checked if c.card == card.id and not c.in_notes}


def _paragraphs(
    briefing: Briefing, prose: Prose, outcomes: dict[int, Outcome], *, cited: bool
) -> Iterator[str]:
    at = 0
    for index, quotation in enumerate(prose.quotations):
        if quotation.form is not Form.BLOCK:
            continue
        yield from _blocks(briefing, prose, at, quotation.span.start, cited=cited)
        citation = citation_of(briefing, quotation, outcomes.get(index)) if cited else ""
        yield with_citation(quotation.words, citation) if citation else f"“{quotation.words}”"
        at = quotation.span.end
    yield from _blocks(briefing, prose, at, len(prose.text), cited=cited)


def _blocks(
    briefing: Briefing, prose: Prose, start: int, end: int, *, cited: bool
) -> Iterator[str]:
    text = _with_short_citations(briefing, prose, start, end, cited=cited)
    for block in _BLOCKS.split(text):
        words = plain_words(block)
        if words:
            item = _ITEM.match(block)
            mark = (f"{item[1]} " if item[1] else "- ") if item else ""
            yield f"{mark}{words}"


def _with_short_citations(
    briefing: Briefing, prose: Prose, start: int, end: int, *, cited: bool
) -> str:
    """Return a stretch of prose with "(A1)" in place of "[@article, ¶1]"."""
    parts, at = [], start
    in_text = (q.citation for q in prose.quotations if q.form is not Form.BLOCK)
    citations = (*(c for c in in_text if c is not None), *prose.citations)
    for citation in sorted(citations, key=lambda c: c.span):
        if not at <= citation.span.start < end:
            continue
        place = place_of(briefing, None, citation)
        short = short_reference(briefing, *place) if place and cited else ""
        parts.append(prose.text[at : citation.span.start].rstrip())
        parts.append(f" ({short})" if short else "")
        at = citation.span.end
    return "".join((*parts, prose.text[at:end]))
