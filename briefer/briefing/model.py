"""The vocabulary: what a briefing is made of.

All values are named tuples: frozen, and cheap to define, to make and to hand to another process.
Offsets are code points, half-open. Lines and columns count from 1.
Files are named relative to the briefing's folder, with forward slashes.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from briefer.briefing.files import Files
    from briefer.briefing.names import Names


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


class Place(NamedTuple):
    """Where something stands in the briefing's files; line 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 1


class Severity(StrEnum):
    """How much a problem weighs: errors make `briefer check` exit with 1."""

    ERROR = "error"
    WARNING = "warning"


class Problem(NamedTuple):
    """A fault of the briefing, said in one sentence that tells what to do."""

    severity: Severity
    code: str
    place: Place
    message: str


class Stance(StrEnum):
    """How a cited passage stands to the card that cites it."""

    SUPPORTS = "supports"
    DISPUTES = "disputes"
    CONTEXT = "context"


class Form(StrEnum):
    """How quoted words stand in the text."""

    BLOCK = "block"  # a block quote
    INLINE = "inline"  # quoted words right before a citation
    UNCITED = "uncited"  # three or more quoted words in running text without a citation


class Citation(NamedTuple):
    """`[@article, ¶12–13, disputes] via [[Reuters]]`, as written.

    `span` covers, in the prose, what stands for the citation: the whole citation line of a block
    quote, or the brackets (with a `via` behind them) in running text.
    """

    document: str  # the id as typed; "" when none is named
    first: int | None  # the paragraphs named, both ends included
    last: int | None
    via: str  # a card as it would stand in [[ ]], or words; "" when none
    stance: Stance
    attribution: str  # other words of the citation line
    place: Place
    span: Span


class Quotation(NamedTuple):
    """Words that a card takes from a document.

    `span` covers, in the prose, a whole block quote with its citation line, or quoted words with
    their marks and their citation.
    """

    words: str  # what is compared: the text that remains after Markdown
    form: Form
    citation: Citation | None
    emphasized: bool  # the card added emphasis of its own
    place: Place
    span: Span


class Link(NamedTuple):
    """`[[target|shown]]` in prose or in a field; `span` covers the brackets."""

    target: str
    shown: str  # the target when no other words are given
    place: Place
    span: Span


class Prose(NamedTuple):
    """A run of Markdown with what was found in it, in the order of the text."""

    text: str = ""
    links: tuple[Link, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    citations: tuple[Citation, ...] = ()  # those that stand alone, without quoted words


class Field(NamedTuple):
    """`Key: value` under a card's heading; repeated keys are one field, values joined by ", "."""

    key: str  # as first typed
    value: str
    links: tuple[Link, ...]  # spans count from the start of `value`
    place: Place


class Card(NamedTuple):
    """One card of the breakdown, as written: names in it are not yet resolved."""

    id: str
    title: str
    kind: str  # the id of its kind
    place: Place  # of its heading
    fields: tuple[Field, ...] = ()
    aliases: tuple[str, ...] = ()
    summary: str = ""  # the first paragraph of `body` as plain words; "" when body opens otherwise
    body: Prose = Prose()  # opens with the summary's paragraph
    notes: Prose = Prose()

    def field(self, key: str) -> str:
        """Return the value of the field with this key, in any case; "" when it is not there."""
        wanted = key.casefold()
        return next((f.value for f in self.fields if f.key.casefold() == wanted), "")


class Kind(NamedTuple):
    """A kind of cards: the level-1 heading that they stand under."""

    id: str  # the slug of the heading: "channels"
    heading: str  # "Channels"
    singular: str  # "Channel"
    icon: str  # a QtAwesome name
    color: str  # "#1f5fbf", as it is on white
    introduction: Prose = Prose()
    place: Place = Place("")


PASSAGES = Kind("passage:", "Passages", "Passage", "mdi6.format-quote-open", "#525c6a")
"""The kind of a passage chosen like a card; no breakdown has it, for its id has a colon."""


class Paragraph(NamedTuple):
    """A numbered paragraph of a document: `span` in the document's text, without its line end."""

    number: int
    span: Span


class Document(NamedTuple):
    """A text that the cards quote, never edited.

    `text` is the file as read: decoded, byte order mark dropped, line ends `\\n`. All ranges count
    in it. A document that could not be read has `readable` false and an empty text.
    """

    id: str
    title: str
    letter: str  # A12 is paragraph 12 of document A
    file: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    sha256: str  # of the raw bytes; "" when there are none
    markdown: bool = False
    readable: bool = True

    def paragraph_at(self, offset: int) -> int:
        """Return the number of the paragraph that holds this offset, or the next before it."""
        import bisect

        starts = bisect.bisect_right(self.paragraphs, offset, key=lambda p: p.span.start)
        return max(starts, 1)


class Sentence(NamedTuple):
    """A sentence of a document, with the closing marks behind it, and its paragraph's number."""

    span: Span
    paragraph: int


class Agenda(NamedTuple):
    """A run order: cards in the order in which they are presented or printed."""

    id: str
    title: str
    minutes: int | None
    cards: tuple[str, ...]  # ids of cards that exist
    place: Place = Place("briefing.toml")


class Relation(NamedTuple):
    """The cards of one kind that a card is tied to, written on either side."""

    kind: str  # the id of the kind
    label: str  # the kind's heading, or "See also" for the card's own kind
    cards: tuple[str, ...]


class Omission(NamedTuple):
    """A sentence read and left out on purpose, and why."""

    quotation: Quotation
    reason: str
    links: tuple[Link, ...] = ()  # in it and in its reason


class Briefing(NamedTuple):
    """Documents and the cards that break them down.

    `complete` is false for what `read_outline` returns: titles, ids and kinds of all cards, but
    only the first card whole, and no relations yet.
    """

    title: str
    files: Files
    names: Names  # which card a name leads to
    subtitle: str = ""
    language: str = "en"
    authors: tuple[str, ...] = ()
    as_of: date | None = None
    marking: str = ""
    paper: str = "a4"  # a4 | us-letter
    stale_after_days: int = 0
    kinds: tuple[Kind, ...] = ()  # those that have cards, in the order of the breakdown
    cards: tuple[Card, ...] = ()
    documents: tuple[Document, ...] = ()
    agendas: tuple[Agenda, ...] = ()
    omissions: tuple[Omission, ...] = ()
    problems: tuple[Problem, ...] = ()
    complete: bool = True
    relations: Mapping[str, tuple[Relation, ...]] = {}  # by card id
    mentions: Mapping[str, tuple[str, ...]] = {}
    # by card id: the ids of the cards whose prose leads to it, and that are not related to it

    def card(self, card_id: str) -> Card:
        """Return the card with this id; KeyError when there is none."""
        return self.names.by_id[card_id]

    def kind(self, kind_id: str) -> Kind:
        """Return the kind with this id; StopIteration is our own fault."""
        return next(kind for kind in (*self.kinds, PASSAGES) if kind.id == kind_id)

    def document(self, document_id: str) -> Document | None:
        """Return the document with this id, if there is one."""
        return next((d for d in self.documents if d.id == document_id), None)

    def cards_of(self, kind_id: str) -> tuple[Card, ...]:
        """Return the cards of a kind in the order of the breakdown."""
        return tuple(card for card in self.cards if card.kind == kind_id)
