"""A briefing and its report -> what the index takes in: texts by part, and tags.

Ordinals: the cards in their order, then the paragraphs of the documents, then the sentences that
no card uses yet, which only `is:uncited` finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from briefer.briefing.model import Briefing, Card, Document, Prose, Span, Stance
from briefer.evidence.model import Altered, Missing, Report, SentenceUse
from briefer.search.card_texts import lines_of
from briefer.search.folding import Folding, signs, tokens
from briefer.search.model import PASSAGE

_BROKEN = re.compile(r"([^\W\d_]+)[-\u2010]\n[ \t]*([^\W\d_]+)")
_LONGEST_TAG = 500  # code points


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document that can be found."""

    document: Document
    paragraph: int
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to be found: its texts, its tags, and its "As of" as an ordinal (0: none)."""

    texts: Mapping[str, tuple[str, ...]]  # by Part, or PASSAGE
    tags: tuple[str, ...]
    day: int = 0


class Entries:
    """All that can be found in a briefing, by ordinal; texts are made when they are asked for."""

    def __init__(self, briefing: Briefing, report: Report | None) -> None:
        self.briefing = briefing
        self.report = report
        self.cards = briefing.cards

    @cached_property
    def paragraphs(self) -> tuple[Passage, ...]:
        """The paragraphs of all documents that could be read."""
        return tuple(
            Passage(document, paragraph.number, paragraph.span)
            for document in self.briefing.documents
            for paragraph in document.paragraphs
        )

    @cached_property
    def unused(self) -> tuple[Passage, ...]:
        """The sentences that no card uses and that were not left out on purpose."""
        found = filter(_is_unused, self.report.sentences if self.report else ())
        documents = {document.id: document for document in self.briefing.documents}
        return tuple(Passage(documents[s.document], s.paragraph, s.span) for s in found)

    def __len__(self) -> int:
        return len(self.cards) + len(self.paragraphs) + len(self.unused)

    def at(self, ordinal: int) -> Card | Passage:
        """Return what has this ordinal."""
        if ordinal < len(self.cards):
            return self.cards[ordinal]
        ordinal -= len(self.cards)
        if ordinal < len(self.paragraphs):
            return self.paragraphs[ordinal]
        return self.unused[ordinal - len(self.paragraphs)]

    def all(self, folding: Folding) -> Iterator[Entry]:
        """Yield every entry, its texts folded for the index."""
        tags = self.evidence_tags()
        linked = self._linked()
        for card in self.cards:
            own = (*self._card_tags(card), *linked.get(card.id, ()), *tags.get(card.id, ()))
            yield Entry(lines_of(card, folding), _bounded(own), _day(card))
        for passage in self.paragraphs:
            yield self._passage(passage, folding, "passage", *self._passage_tags(passage))
        for passage in self.unused:
            yield self._passage(passage, folding, "sentence", "is:uncited")

    def _passage(self, passage: Passage, folding: Folding, type_: str, *tags: str) -> Entry:
        document = passage.document
        text = document.text[passage.span.start : passage.span.end]
        own = (
            f"type:{type_}",
            f"doc:{document.id}",
            f"at:{document.id}:{passage.paragraph}",
            *map("sign:".__add__, signs(text)),
            *tags,
        )
        texts = (folding.line(text), *map(folding.line, _rejoined(text)))
        return Entry({PASSAGE: texts}, _bounded(own))

    @cached_property
    def _paragraphs_with_unused(self) -> frozenset[tuple[str, int]]:
        return frozenset((p.document.id, p.paragraph) for p in self.unused)

    def _passage_tags(self, passage: Passage) -> Iterator[str]:
        if (passage.document.id, passage.paragraph) in self._paragraphs_with_unused:
            yield "is:uncited"

    def _card_tags(self, card: Card) -> Iterator[str]:
        yield f"card:{card.id}"
        yield "type:card"
        yield f"kind:{card.kind}"
        yield from _statuses(card.field("status"))
        text = "".join((card.title, *card.aliases, card.body.text))
        yield from map("sign:".__add__, signs(text))
        if card.notes.text.strip():
            yield "has:notes"
        for relation in self.briefing.relations.get(card.id, ()):
            for other in relation.cards:
                yield f"tie:{other}"
                yield f"link:{other}"
        if not _is_sourced(card):
            yield "is:unsourced"

    def _linked(self) -> dict[str, list[str]]:
        """Return, by card, a tag for each card that its prose leads to."""
        table: dict[str, list[str]] = {}
        for target, origins in self.briefing.mentions.items():
            for origin in origins:
                table.setdefault(origin, []).append(f"link:{target}")
        return table

    def evidence_tags(self) -> dict[str, list[str]]:
        """Return, by card, what the report found out about it."""
        table: dict[str, list[str]] = {}
        for card, tag in _evidence(self.report) if self.report else ():
            table.setdefault(card, []).append(tag)
        return table


@lru_cache(maxsize=1000)
def _statuses(values: str) -> tuple[str, ...]:
    found = (" ".join(tokens(value)) for value in values.split(","))
    return tuple(f"status:{words}" for words in found if words)


def _day(card: Card) -> int:
    if not (value := card.field("as of").strip()):
        return 0
    from datetime import date

    try:
        return date.fromisoformat(value).toordinal()
    except ValueError:
        return 0


def _rejoined(text: str) -> Iterator[str]:
    """Yield words that a hyphen breaks at a line's end, put together again."""
    if "-\n" not in text and "\u2010\n" not in text:  # most have none; the search is slow
        return
    for match in _BROKEN.finditer(text):
        yield match[1] + match[2]


def _is_sourced(card: Card) -> bool:
    return _is_cited(card.body) or _is_cited(card.notes)


def _is_cited(prose: Prose) -> bool:
    return bool(prose.citations) or any(q.form != "uncited" for q in prose.quotations)


def _is_unused(use: SentenceUse) -> bool:
    return not use.cards and not use.left_out


def _evidence(report: Report) -> Iterator[tuple[str, str]]:
    """Yield cards with what was found out about them."""
    for checked in report.quotations:
        yield from ((checked.card, tag) for tag in _outcome_tags(checked.outcome))
        citation = checked.quotation.citation
        if citation and citation.stance == Stance.DISPUTES:
            yield checked.card, "is:disputed"
    for reference in report.references:
        yield reference.card, f"cites:{reference.document}"
        if reference.citation.stance == Stance.DISPUTES:
            yield reference.card, "is:disputed"
        for number in _numbers(reference.citation.first, reference.citation.last):
            yield reference.card, f"cites:{reference.document}:{number}"
    for card, origins in report.origins.items():
        if len(origins) == 1:
            yield card, "is:single-source"


def _outcome_tags(outcome: object) -> Iterator[str]:
    match outcome:
        case Missing():
            if not outcome.unread:
                yield "is:missing"
            return
        case Altered():
            yield "is:altered"
    yield f"cites:{outcome.document}"  # type: ignore[attr-defined]
    yield from (f"cites:{outcome.document}:{n}" for n in outcome.paragraphs)  # type: ignore[attr-defined]


def _numbers(first: int | None, last: int | None) -> range:
    start = first or 0
    return range(start, min(last or start, start + 1000) + 1) if start else range(0)


def _bounded(tags: tuple[str, ...]) -> tuple[str, ...]:
    return tuple({tag[:_LONGEST_TAG] for tag in tags})
