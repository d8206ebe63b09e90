"""A card's quotations and links -> nodes with references, grades and page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from briefer.briefing.model import PASSAGES, Briefing, Card, Citation, Kind, Stance
from briefer.evidence.model import Altered, Change, Checked, Missing, Reference, Report, Verbatim
from briefer.evidence.wording import grade_in_words, stance_in_words
from briefer.language import tr
from briefer.sheets.images import Pictures
from briefer.sheets.options import OwnNote
from briefer.sheets.prose import Node, direction_of
from briefer.sheets.sizes import Measure
from briefer.sheets.words import paragraphs

GREY = "#525c6a"

_PAIRS = 6
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")
_DASHES = ("solid", "densely-dashed", "densely-dotted", "dash-dotted", "loosely-dashed", "dotted")


@dataclass(frozen=True, slots=True)
class Book:
    """What is printed, looked up once: numbers of the cards, outcomes of their quotations."""

    briefing: Briefing
    numbers: Mapping[str, int]  # by card id, of the cards that are printed
    labels: Mapping[str, str]  # by card id: "Channel 2", of all cards
    counted_by_card: Mapping[str, tuple[Checked, ...]]  # the quotations that the checker counts
    outcomes: Mapping[tuple[str, bool, int], Checked]
    references: Mapping[tuple[str, bool, int], Reference]
    origins: Mapping[str, tuple[str, ...]]  # by card id: who is behind it
    pictures: Pictures
    measure: Measure
    every_grade: bool = False
    greyscale: bool = False
    own_notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by card id

    def color_of(self, kind: Kind) -> str:
        """Return the kind's colour, or a grey when it is none; black for paper without colours."""
        if self.greyscale:
            return "#14181f"
        return kind.color if _COLOR.fullmatch(kind.color) else GREY

    def dash_of(self, kind: Kind) -> str:
        """Return how the kind's rule is drawn: without colours, each kind in another way."""
        place = self.briefing.kinds.index(kind)
        return _DASHES[place % len(_DASHES)] if self.greyscale else "solid"

    def link(self, card_id: str, words: list[Node], *, page: bool = True) -> Node:
        """Return a link to a card, with its page where it is printed; else the words alone."""
        number = self.numbers.get(card_id)
        return ["plain", words] if number is None else ["card", words, number, page]

    def source(self, via: str) -> list[Node]:
        """Return who the words come from: a link to a card, a document, or words."""
        if card := self.briefing.names.find(via):
            return [self.link(card.id, [card.title])]
        document = self.briefing.document(via)
        return [document.title if document else via]


def book_of(
    briefing: Briefing,
    report: Report,
    numbers: Mapping[str, int],
    measure: Measure,
    *,
    every_grade: bool = False,
    greyscale: bool = False,
    own_notes: tuple[OwnNote, ...] = (),
) -> Book:
    """Return the lookups for printing the cards that have these numbers."""
    outcomes = {(c.card, c.in_notes, c.index): c for c in (*report.quotations, *report.finds)}
    references = {(r.card, r.in_notes, r.index): r for r in report.references}
    return Book(
        briefing=briefing,
        numbers=numbers,
        labels=_labels(briefing, numbers),
        counted_by_card=_by_card(report.quotations),
        outcomes=outcomes,
        references=references,
        origins=report.origins,
        pictures=Pictures(briefing.files),
        measure=measure,
        every_grade=every_grade,
        greyscale=greyscale,
        own_notes=_own(own_notes, report),
    )


def _own(notes: tuple[OwnNote, ...], report: Report) -> dict[str, tuple[str, ...]]:
    """Return the reader's notes by card; a note on a passage goes to all that quote of it."""
    found: dict[str, list[str]] = {}
    for note in notes:
        cards = [note.card] if note.card else dict.fromkeys(_quoting(note, report))
        for card in cards if note.words.strip() else ():
            found.setdefault(card, []).append(note.words)
    return {card: tuple(words) for card, words in found.items()}


def _quoting(note: OwnNote, report: Report) -> Iterator[str]:
    for checked in report.quotations:
        if isinstance(checked.outcome, Missing) or checked.outcome.document != note.document:
            continue
        if any(r.start < note.end and note.start < r.end for r in checked.outcome.ranges):
            yield checked.card


def _by_card(quotations: tuple[Checked, ...]) -> dict[str, tuple[Checked, ...]]:
    found: dict[str, list[Checked]] = {}
    for checked in quotations:
        found.setdefault(checked.card, []).append(checked)
    return {card: tuple(of_card) for card, of_card in found.items()}


def _labels(briefing: Briefing, printed: Iterable[str]) -> dict[str, str]:
    """Return each card's kind with its place among the cards of its kind."""
    labels = dict.fromkeys(printed, PASSAGES.singular)
    for kind in briefing.kinds:
        cards = briefing.cards_of(kind.id)
        for place, card in enumerate(cards, start=1):
            alone = "" if kind.singular == kind.heading else kind.singular
            labels[card.id] = f"{kind.singular} {place}" if len(cards) > 1 else alone
    return labels


def references(book: Book, found: frozenset[tuple[str, int]]) -> str:
    """Return paragraphs of documents as references: "A1, A3; B2"."""
    parts = []
    for document in book.briefing.documents:
        if numbers := [number for name, number in found if name == document.id]:
            parts.append(paragraphs(document.letter, numbers))
    return "; ".join(parts)


def cited(book: Book, card: Card) -> frozenset[tuple[str, int]]:
    """Return the paragraphs that a card's text quotes, each with its document's id."""
    return frozenset(
        (checked.outcome.document, number)
        for checked in book.counted_by_card.get(card.id, ())
        if not isinstance(checked.outcome, Missing) and not checked.in_notes
        for number in checked.outcome.paragraphs
    )


def cited_by(book: Book, card: Card) -> str:
    """Return the references of all paragraphs that a card quotes."""
    return references(book, cited(book, card))


@dataclass(frozen=True, slots=True)
class CardSurroundings:
    """What the nodes of one card's prose need to know."""

    book: Book
    card: str
    in_notes: bool
    paged: frozenset[str]  # cards whose page the table of relations names already
    citations: tuple[Citation | None, ...]  # of the prose's quotations, by index

    def card_link(self, target: str, words: list[Node]) -> list[Node]:
        """Return a link to another card; a dead one is its words."""
        card = self.book.briefing.names.find(target)
        if card is None or card.id == self.card:
            return words
        return [self.book.link(card.id, words, page=card.id not in self.paged)]

    def quotation(self, index: int, words: list[Node], *, block: bool) -> list[Node]:
        """Return the words with reference and, where it is not exact, the grade."""
        checked = self.book.outcomes.get((self.card, self.in_notes, index))
        citation = self.citations[index] if index < len(self.citations) else None
        if block:
            evidence = {**self._evidence(checked, citation), "dir": direction_of(words)}
            return [["quote", _marked(words), evidence]]
        return [*words, *self._inline(checked, citation)]

    def citation(self, index: int) -> list[Node]:
        """Return the paragraphs that a citation standing alone points to."""
        reference = self.book.references.get((self.card, self.in_notes, index))
        if reference is None:
            return []
        text = self._named(reference.document, reference.citation)
        return [["ref", text]] if text else []

    def picture(self, source: str, width: str) -> dict[str, Any] | None:
        """Return an image of the briefing for Typst."""
        return self.book.pictures.take(source, width)

    def _evidence(self, checked: Checked | None, citation: Citation | None) -> dict[str, Any]:
        foot = [["small", _dotted(self._foot(checked, citation))]]
        return {"alarm": _alarm(checked), "pairs": _pairs(checked), "foot": foot}

    def _inline(self, checked: Checked | None, citation: Citation | None) -> list[Node]:
        if checked is None and citation is None:
            return []
        foot: list[Node] = [" ", ["small", ["(", *_dotted(self._foot(checked, citation)), ")"]]]
        alarm = _alarm(checked)
        return [*foot, ["alarm", alarm]] if alarm else foot

    def _foot(self, checked: Checked | None, citation: Citation | None) -> list[list[Node]]:
        parts: list[list[Node]] = [[["strong", [self._where(checked, citation)]]]]
        if citation and citation.via:
            parts.append([tr("via "), *self.book.source(citation.via)])
        if citation and citation.attribution:
            parts.append([citation.attribution])
        if citation and citation.stance is not Stance.SUPPORTS:
            parts.append([["strong", [stance_in_words(citation.stance)]]])
        parts.append([self._grade(checked)])
        if checked and checked.quotation.emphasized:
            parts.append([tr("emphasis added")])
        return [part for part in parts if part != [""] and part != [["strong", [""]]]]

    def _grade(self, checked: Checked | None) -> str:
        if checked is None:
            return tr("not checked")
        if isinstance(checked.outcome, Altered | Missing):
            return ""
        exact = isinstance(checked.outcome, Verbatim)
        return "" if exact and not self.book.every_grade else grade_in_words(checked.outcome)

    def _where(self, checked: Checked | None, citation: Citation | None) -> str:
        if checked and not isinstance(checked.outcome, Missing):
            document = self.book.briefing.document(checked.outcome.document)
            return paragraphs(document.letter if document else "", checked.outcome.paragraphs)
        if citation is None:
            return ""
        return self._named(checked.outcome.document if checked else "", citation)

    def _named(self, document_id: str, citation: Citation) -> str:
        """Return the paragraphs as the citation names them."""
        documents = self.book.briefing.documents
        document = self.book.briefing.document(document_id or citation.document)
        if document is None and len(documents) == 1 and not citation.document:
            document = documents[0]
        letter = document.letter if document else citation.document
        if citation.first is None:
            return letter
        return paragraphs(letter, range(citation.first, (citation.last or citation.first) + 1))


def _alarm(checked: Checked | None) -> str | None:
    if checked is None or not isinstance(checked.outcome, Altered | Missing):
        return None
    return grade_in_words(checked.outcome)


def _pairs(checked: Checked | None) -> list[dict[str, str]]:
    if checked is None or not isinstance(checked.outcome, Altered):
        return []
    changes = [w for w in checked.outcome.difference.words if w.change is not Change.EQUAL]
    return [{"document": w.document.strip(), "card": w.quotation.strip()} for w in changes][:_PAIRS]


def _marked(words: list[Node]) -> list[Node]:
    """Return a block quotation with quote marks around the whole, within its paragraphs."""
    opened = _with_mark(words, 0, "“", front=True)
    return _with_mark(opened, -1, "”", front=False)


def _with_mark(words: list[Node], place: int, mark: str, *, front: bool) -> list[Node]:
    if not words:
        return [mark]
    node = words[place]
    if isinstance(node, list) and node[0] == "p":
        inside = [mark, *node[1]] if front else [*node[1], mark]
        node = ["p", inside, *node[2:]]
        return [node, *words[1:]] if place == 0 else [*words[:-1], node]
    return [mark, *words] if front else [*words, mark]


def _dotted(parts: list[list[Node]]) -> list[Node]:
    dotted: list[Node] = []
    for part in parts:
        dotted += [" · ", *part] if dotted else part
    return dotted
