"""The vocabulary of comparing: outcomes, differences, and the checker's report.

Ranges are half-open code points of the document's own text.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from briefer.briefing.model import Citation, Problem, Quotation, Span


class Change(StrEnum):
    """What happened to a run of words on the way from the document to the quotation."""

    EQUAL = "equal"
    REPLACE = "replace"
    DELETE = "delete"  # stands in the document only
    INSERT = "insert"  # stands in the quotation only


class DifferenceKind(StrEnum):
    """The kind of difference that matters most, as format.md names it."""

    NUMBER = "number"
    NEGATION = "negation"
    NAME = "name"
    WORDS = "words"
    ORDER = "order"
    PUNCTUATION = "punctuation"
    CAPITALS = "capitals"


class WordChange(NamedTuple):
    """A run of words: as the document has it and as the quotation has it."""

    change: Change
    document: str
    quotation: str


class Difference(NamedTuple):
    """How an altered quotation differs from its passage, word by word."""

    kind: DifferenceKind
    words: tuple[WordChange, ...]


class Verbatim(NamedTuple):
    """The same words in the same order."""

    document: str  # the document's id
    ranges: tuple[Span, ...]
    paragraphs: tuple[int, ...]

    def __eq__(self, other: object) -> bool:
        """Differ from a Shortened with the same ranges, as two tuples would not."""
        return type(other) is Verbatim and tuple.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return tuple.__hash__(self)


class Shortened(NamedTuple):
    """Verbatim but for marked omissions and an editor's bracketed words; a range per part."""

    document: str
    ranges: tuple[Span, ...]
    paragraphs: tuple[int, ...]


class Altered(NamedTuple):
    """Found, but differing without a mark; one range: the nearest passage."""

    document: str
    ranges: tuple[Span, ...]
    paragraphs: tuple[int, ...]
    difference: Difference


class Missing(NamedTuple):
    """Not found; `longest` is the longest common run of words, where that helps.

    `unread` tells that the text could not be read, `unknown` that the briefing has no text of this
    name: then the words were compared with nothing.
    """

    document: str  # "" when none could be searched
    longest: Span | None = None
    unread: bool = False
    unknown: bool = False


Outcome = Verbatim | Shortened | Altered | Missing


def needs_fixing(outcome: Outcome) -> bool:
    """Tell whether a quotation was compared and is not as the document has it."""
    return isinstance(outcome, Altered) or (isinstance(outcome, Missing) and not outcome.unread)


def is_unread(outcome: Outcome) -> bool:
    """Tell whether a quotation could not be compared, for want of a text."""
    return isinstance(outcome, Missing) and outcome.unread


class Checked(NamedTuple):
    """A quotation of a card and what comparing it gave."""

    card: str  # the card's id
    in_notes: bool
    index: int  # type: ignore[assignment]  # its place among the prose's quotations
    quotation: Quotation
    outcome: Outcome


class Reference(NamedTuple):
    """A citation that stands alone, resolved: the paragraphs of a document that it points to."""

    card: str
    in_notes: bool
    index: int  # type: ignore[assignment]  # its place among the prose's citations
    citation: Citation
    document: str
    ranges: tuple[Span, ...]  # the paragraphs named; empty when they do not exist


class SentenceUse(NamedTuple):
    """A sentence of a document and the cards that cite it; a reason when left out on purpose."""

    document: str
    span: Span
    paragraph: int
    cards: tuple[str, ...]
    left_out: str = ""


class Counts(NamedTuple):
    """The checker's counts, in the order of format.md."""

    cards: int
    quotations: int
    verbatim: int
    shortened: int
    altered: int
    missing: int
    links: int
    broken_links: int
    sentences: int
    cited_sentences: int


class Report(NamedTuple):
    """All that a check found. `problems` holds the briefing's own and the evidence's, by place.

    `finds` are uncited quoted words found exactly: linked to their passage, not counted.
    """

    counts: Counts
    quotations: tuple[Checked, ...]
    finds: tuple[Checked, ...]
    references: tuple[Reference, ...]
    sentences: tuple[SentenceUse, ...]
    problems: tuple[Problem, ...]
    origins: Mapping[str, tuple[str, ...]]
    # by card id: the distinct origins behind it, each the id of a source card or words
    trails: Mapping[str, tuple[tuple[str, ...], ...]]
    # by card id: for each of its origins who passes the account on, from the speaker cited to it

    @property
    def ok(self) -> bool:
        """Tell whether no problem is an error."""
        return not any(problem.severity == "error" for problem in self.problems)

    @property
    def not_checked(self) -> int:
        """Return how many of the quotations counted as missing were compared with nothing."""
        if not self.counts.missing:
            return 0
        return sum(is_unread(checked.outcome) for checked in self.quotations)

    @property
    def to_fix(self) -> int:
        """Return how many quotations were compared and are not as their document has them."""
        return self.counts.altered + self.counts.missing - self.not_checked
