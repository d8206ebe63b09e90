"""A checked quotation, or any passage -> the HTML of the passage in its context, marked."""

from __future__ import annotations

from collections.abc import Iterator

from briefer.briefing.model import Briefing, Document, Span
from briefer.briefing.passage_names import NamedPassage
from briefer.desktop import card_words
from briefer.desktop.card_page import text
from briefer.desktop.room_html import via
from briefer.desktop.tree_html import cleaned
from briefer.evidence.model import Checked, Missing

# How much of the document stands around the passage, in code points before and after it; None:
# the paragraph before and the one after, too. Tried from the first, until all of it fits.
CONTEXTS = (None, 100_000, 600, 400, 300, 240, 180, 120, 60, 0)


def source_html(briefing: Briefing, checked: Checked, context: int | None) -> str:
    """Return the grade, the passage in its paragraphs, and around them what the context allows."""
    outcome = checked.outcome
    assert not isinstance(outcome, Missing)
    document = briefing.document(outcome.document)
    assert document is not None
    role, sign, words = card_words.grade(outcome)
    by = via(briefing, checked.quotation.citation)
    grade = f'<span class="{role}">{sign} {text(words)}</span>'
    head = f" · {text(by)} \u00a0 {grade}" if by else f" \u00a0 {grade}"
    return _page(briefing, document, outcome.ranges, head, context)


def passage_html(briefing: Briefing, passage: NamedPassage, context: int | None) -> str:
    """Return a passage that no card cites, in its paragraphs."""
    document = briefing.document(passage.document)
    assert document is not None
    return _page(briefing, document, (passage.span,), "", context)


def _page(
    briefing: Briefing,
    document: Document,
    ranges: tuple[Span, ...],
    behind: str,
    context: int | None,
) -> str:
    first = document.paragraph_at(min(span.start for span in ranges))
    last = document.paragraph_at(max(max(span.end - 1, span.start) for span in ranges))
    where = card_words.reference(briefing, document.id, first, last).partition(" · ")[2]
    where = "\u00a0".join(where.rsplit(" ", 1))  # the number stays with its word
    body = "".join(_paragraphs(document, ranges, (first, last), context))
    return cleaned(f'<p class="where">{text(where)}{behind}</p>{body}')


def _paragraphs(
    document: Document, ranges: tuple[Span, ...], between: tuple[int, int], context: int | None
) -> Iterator[str]:
    first, last = between
    if context is None:
        yield from (_around(document, number) for number in (first - 1,))
    for number in range(first, last + 1):
        yield _passage(document, number, ranges, context)
    if context is None:
        yield from (_around(document, number) for number in (last + 1,))


def _around(document: Document, number: int) -> str:
    if not 1 <= number <= len(document.paragraphs):
        return ""
    span = document.paragraphs[number - 1].span
    return f'<p class="around">{text(document.text[span.start : span.end])}</p>'


def _passage(document: Document, number: int, ranges: tuple[Span, ...], context: int | None) -> str:
    span = document.paragraphs[number - 1].span
    inside = [Span(max(r.start, span.start), min(r.end, span.end)) for r in ranges]
    inside = [r for r in inside if r.start < r.end]
    window = _window(document.text, span, inside, context)
    at = window.start
    parts = ["… " if window.start > span.start else ""]
    for marked in inside:
        parts.append(text(document.text[at : marked.start]))
        words = text(document.text[marked.start : marked.end])
        parts.append(f'<span class="marked">{words}</span>')
        at = max(at, marked.end)
    parts.append(text(document.text[at : window.end]))
    parts.append(" …" if window.end < span.end else "")
    return f'<p class="passage">{"".join(parts)}</p>'


def _window(words: str, span: Span, inside: list[Span], context: int | None) -> Span:
    """Return the part of a paragraph to show, beginning and ending between words."""
    if context is None or not inside:
        return span
    start = max(span.start, inside[0].start - context)
    end = min(span.end, inside[-1].end + context)
    if start > span.start:
        start = words.find(" ", start, inside[0].start) + 1 or inside[0].start
    if end < span.end:
        gap = words.rfind(" ", inside[-1].end, end)
        end = gap if gap >= 0 else inside[-1].end
    return Span(start, end)
