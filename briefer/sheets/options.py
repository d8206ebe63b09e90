"""What to print and how: the choices that window and command line share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefer.language import tr
from briefer.views.matrix import MatrixChoice


class Layout(StrEnum):
    """How the cards are laid out on pages."""

    SHEET = "sheet"  # cards in sequence
    PAGE = "page"  # one card per page
    BRIEF = "brief"  # one or two pages: bottom lines first
    CARDS = "cards"  # index cards with cut marks
    HANDOUT = "handout"  # cards with ruled lines
    MATRIX = "matrix"  # one kind by another, one page
    RELATIONS = "relations"  # who is tied to whom, as a picture and in words

    @property
    def label(self) -> str:
        """Return the name that people read."""
        return _LABELS[self]


_LABELS = {
    Layout.SHEET: tr("Cards in sequence"),
    Layout.PAGE: tr("One card per page"),
    Layout.BRIEF: tr("One- or two-page brief"),
    Layout.CARDS: tr("Index cards"),
    Layout.HANDOUT: tr("Handout"),
    Layout.MATRIX: tr("Matrix"),
    Layout.RELATIONS: tr("Relations"),
}


class Paper(StrEnum):
    """The paper that the pages are made for."""

    A4 = "a4"
    US_LETTER = "us-letter"


class Format(StrEnum):
    """What kind of file a selection becomes."""

    PDF = "pdf"
    MARKDOWN = "md"  # a breakdown again
    CSV = "csv"  # the quotations as a table
    HTML = "html"  # one self-contained file that word processors open


class Orientation(StrEnum):
    """Which way the paper is held."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class Annex(StrEnum):
    """What follows the cards as evidence."""

    NONE = "none"
    QUOTATIONS = "quotations"  # every quotation in its full paragraph
    DOCUMENTS = "documents"  # and the whole documents with numbered paragraphs


class Foot(StrEnum):
    """Which pages say at their foot how many quotations match."""

    LAST = "last"
    EACH = "each"


@dataclass(frozen=True, slots=True)
class OwnNote:
    """What the reader wrote on a card, or on a passage: a range of a document; its card is ""."""

    card: str
    words: str
    document: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class WholeBriefing:
    """Every card, in the order of the breakdown."""


@dataclass(frozen=True, slots=True)
class ChosenCards:
    """Cards by id, in this order: the current card, picked cards, the hits of a search."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardsOfKind:
    """The cards of one kind, by its id or heading."""

    kind: str


@dataclass(frozen=True, slots=True)
class CardsOfAgenda:
    """The cards of an agenda in its order, by its id or title."""

    agenda: str


Selection = WholeBriefing | ChosenCards | CardsOfKind | CardsOfAgenda


@dataclass(frozen=True, slots=True)
class Options:
    """All choices of a print; the same briefing and options give the same bytes.

    `checked` is the date that the pages name as the day of checking and of printing. `paper` and
    `marking` are the briefing's own when None; `orientation` is the layout's own when None.
    """

    checked: date
    selection: Selection = WholeBriefing()
    layout: Layout = Layout.SHEET
    paper: Paper | None = None
    orientation: Orientation | None = None
    marking: str | None = None
    notes: bool = False
    annex: Annex = Annex.NONE
    every_grade: bool = False  # print the grade of exact quotations too
    large_print: bool = False  # 14 points
    matrix: MatrixChoice = MatrixChoice()  # what the layout Matrix shows
    foot: Foot = Foot.LAST
    cards_on_page: int = 4  # index cards: 4 or 2
    binding: bool = False  # a wider margin at the bound side
    both_sides: bool = False  # that side changes from page to page, and parts begin on right pages
    greyscale: bool = False
    own_notes: tuple[OwnNote, ...] = ()
