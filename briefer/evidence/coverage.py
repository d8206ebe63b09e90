"""Quotations with their ranges -> which sentences of the documents are used, and by whom."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from briefer.briefing.model import Document, Span
from briefer.briefing.sentences import sentences_of
from briefer.evidence.model import Checked, Outcome, SentenceUse, Shortened, Verbatim
from briefer.evidence.words import is_letter

LeftOut = tuple[Outcome, str]  # what comparing an omission's words gave, and its reason


def sentence_uses(
    documents: Iterable[Document],
    language: str,
    quotations: Sequence[Checked],
    left_out: Sequence[LeftOut],
) -> Iterator[SentenceUse]:
    """Yield every sentence of the documents, in order, with the cards that cite it."""
    for document in documents:
        cited = [(span, c.card) for c in quotations for span in _ranges(c.outcome, document)]
        omitted = [(span, reason) for o, reason in left_out for span in _ranges(o, document)]
        yield from _uses(document, language, cited, omitted)


def _uses(
    document: Document,
    language: str,
    cited: list[tuple[Span, str]],
    omitted: list[tuple[Span, str]],
) -> Iterator[SentenceUse]:
    sentences = sentences_of(document, language)
    spans = [sentence.span for sentence in sentences]
    cards = _by_sentence(document.text, spans, cited)
    reasons = _by_sentence(document.text, spans, omitted)
    for number, sentence in enumerate(sentences):
        names = tuple(dict.fromkeys(cards.get(number, ())))
        reason = next(iter(reasons.get(number, ())), "")
        yield SentenceUse(document.id, sentence.span, sentence.paragraph, names, reason)


def _by_sentence(
    text: str, sentences: list[Span], ranges: list[tuple[Span, str]]
) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for span, name in ranges:
        first = bisect_right(sentences, span.start, key=lambda s: s.end)
        behind = bisect_left(sentences, span.end, key=lambda s: s.start)
        for number in range(first, behind):
            sentence = sentences[number]
            shared = text[max(span.start, sentence.start) : min(span.end, sentence.end)]
            if any(map(is_letter, shared)):
                found.setdefault(number, []).append(name)
    return found


def _ranges(outcome: Outcome, document: Document) -> tuple[Span, ...]:
    match outcome:
        case Verbatim() | Shortened() if outcome.document == document.id:
            return outcome.ranges
        case _:
            return ()
