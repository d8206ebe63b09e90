"""breakdown.md or breakdown/*.md -> its outline: kinds, cards and what is left out, unread."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from briefer.briefing.decoding import decoded_anyway
from briefer.briefing.errors import FileProblem
from briefer.briefing.files import BREAKDOWN_LIMIT, Files
from briefer.briefing.headings import Heading, headings_of
from briefer.briefing.kinds import LEFT_OUT, kind_id
from briefer.briefing.model import Place, Problem
from briefer.briefing.problems import problem
from briefer.briefing.titles import CardIds, titled
from briefer.language import tr

BREAKDOWN = "breakdown.md"
BREAKDOWN_FOLDER = "breakdown"
MOST_KINDS = 200  # every card, view and list goes through all of them
MOST_SIGNS = 400  # of a title
_FURTHER = "further-kinds"
_new = tuple.__new__  # half the time of a named tuple's own call


class Source(NamedTuple):
    """A file of the breakdown and its text."""

    file: str
    text: str


class Passage(NamedTuple):
    """The lines below a heading, not yet read."""

    source: Source
    start: int
    end: int
    line: int  # of the first of them

    def lines(self) -> list[str]:
        """Return the lines."""
        return self.source.text[self.start : self.end].split("\n")


# The front matter that Obsidian writes, and comments: not meant to be shown.
_UNSHOWN = re.compile(r"\A---\n(?s:.*?)\n---(?:\n|\Z)|<!--(?s:.*?)(?:-->|\Z)")


class KindDraft(NamedTuple):
    """A level-1 heading, and what stands between it and its first card."""

    id: str
    heading: str
    place: Place
    introduction: Passage


class CardDraft(NamedTuple):
    """A card whose heading alone is read."""

    id: str
    title: str
    kind: str
    place: Place
    content: Passage


class Outline(NamedTuple):
    """The breakdown by its headings: kinds that have cards, cards, and the parts left out."""

    kinds: tuple[KindDraft, ...]
    cards: tuple[CardDraft, ...]
    left_out: tuple[Passage, ...]
    problems: tuple[Problem, ...]


def breakdown_sources(files: Files) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Read the breakdown's files in name order; what can't be read is a problem."""
    names, unread = breakdown_names(files)
    problems: list[Problem] = []
    if unread:
        said = tr("breakdown.md and breakdown/ are both there; only breakdown.md is read.")
        problems.append(problem("breakdown-twice", Place(BREAKDOWN), said))
    if not names:
        said = tr("there is no breakdown.md; write one with a card, such as “## Title”.")
        problems.append(problem("breakdown-missing", Place(BREAKDOWN), said))
    sources = [_source(files, name, problems) for name in names]
    return tuple(source for source in sources if source), tuple(problems)


def breakdown_names(files: Files) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of the breakdown's files, and of those that breakdown.md stands before."""
    names = tuple(
        name
        for name in files.names(BREAKDOWN_FOLDER)
        if name.lower().endswith(".md") and not name.rpartition("/")[2].startswith(".")
    )
    return ((BREAKDOWN,), names) if BREAKDOWN in files.names() else (names, ())


def outline_of(sources: Iterable[Source]) -> Outline:
    """Return the outline of the breakdown; a kind goes on in the next file."""
    reader = _OutlineReader()
    for source in sources:
        reader.read(source)
    return reader.outline()


def _source(files: Files, name: str, problems: list[Problem]) -> Source | None:
    try:
        text, faults = decoded_anyway(files.read(name, BREAKDOWN_LIMIT), name)
    except FileProblem as error:
        problems.extend(error.problems)
        return None
    problems.extend(faults)
    return Source(name, text)


class _OutlineReader:
    def __init__(self) -> None:
        self._kinds: dict[str, KindDraft] = {}
        self._cards: list[CardDraft] = []
        self._left_out: list[Passage] = []
        self._problems: list[Problem] = []
        self._ids = CardIds(self._problems)
        self._kind = ""
        self._used: set[str] = set()  # kinds that have cards

    def read(self, source: Source) -> None:
        """Read one file's headings."""
        found = headings_of(source.text, deepest=2)
        self._read_stray(source, found.headings[0].start if found.headings else None)
        ends = [heading.start for heading in found.headings[1:]] + [len(source.text) + 1]
        for heading, end in zip(found.headings, ends, strict=False):  # none: an empty file
            start = heading.end + 1
            content = _new(Passage, (source, start, max(end - 1, start), heading.line + 1))
            if heading.level == 1:
                self._read_kind(heading, content)
            else:
                self._read_card(heading, content)
        for line in found.open_fences:
            said = tr("this code fence is never closed; close it with a line of the same signs.")
            self._problems.append(problem("fence-open", Place(source.file, line), said))

    def _read_stray(self, source: Source, end: int | None) -> None:
        """Complain about what stands before the first heading: no card shows it."""
        before = source.text[:end]
        told = _UNSHOWN.sub(lambda match: "\n" * match[0].count("\n"), before)
        if told.strip():
            line = 1 + told[: len(told) - len(told.lstrip())].count("\n")
            said = tr(
                "this text stands before the first heading, so no card shows it; move it below."
            )
            self._problems.append(problem("text-stray", Place(source.file, line), said))

    def outline(self) -> Outline:
        """Return the outline; a kind without cards is a title and ignored."""
        used = dict.fromkeys(card.kind for card in self._cards)
        kinds = tuple(self._kinds[key] for key in used)
        return Outline(kinds, tuple(self._cards), tuple(self._left_out), tuple(self._problems))

    def _read_kind(self, heading: Heading, content: Passage) -> None:
        title, _ = self._titled(heading, content.source.file)
        self._kind = kind_id(title)
        if self._kind == LEFT_OUT:
            self._left_out.append(content)
            return
        place = Place(content.source.file, heading.line)
        known = self._kinds.get(self._kind)
        if (
            known is None
            or not known.introduction.source.text[
                known.introduction.start : known.introduction.end
            ].strip()
        ):
            self._kinds[self._kind] = KindDraft(self._kind, title, place, content)

    def _read_card(self, heading: Heading, content: Passage) -> None:
        place = _new(Place, (content.source.file, heading.line, 1))
        if self._kind == LEFT_OUT:
            said = tr("Left out holds no cards; this heading and what follows it are part of it.")
            self._problems.append(problem("card-left-out", place, said))
            self._left_out.append(content)
            return
        if not self._kind:
            said = tr(
                "this card stands under no kind; write a heading such as “# Channels” above it."
            )
            self._problems.append(problem("card-without-kind", place, said))
            self._begin_kind("cards", "Cards", place)
        title, given = self._titled(heading, content.source.file)
        self._bound_kinds(place)
        card = self._ids.id_of(title, given, place)
        self._cards.append(_new(CardDraft, (card, title, self._kind, place, content)))

    def _titled(self, heading: Heading, file: str) -> tuple[str, str | None]:
        """Return a heading's words and id; of an endless one, its beginning."""
        title, given = titled(heading.title)
        if len(title) <= MOST_SIGNS:
            return title, given
        said = tr(
            "this heading is longer than {most} signs and is cut; write a shorter one.",
            most=MOST_SIGNS,
        )
        self._problems.append(problem("title-too-long", Place(file, heading.line), said))
        return title[: MOST_SIGNS - 1] + "…", given

    def _begin_kind(self, kind: str, heading: str, place: Place) -> None:
        """Begin a kind that no heading of the breakdown names."""
        self._kind = kind
        empty = Passage(Source(place.file, ""), 0, 0, 1)
        self._kinds[kind] = KindDraft(kind, heading, place, empty)

    def _bound_kinds(self, place: Place) -> None:
        """Put a card of one kind too many under a kind that holds all of those."""
        if self._kind in self._used or len(self._used) < MOST_KINDS:
            self._used.add(self._kind)
            return
        if _FURTHER not in self._used:
            said = tr(
                "there are more than {most} kinds of cards; this card and those of "
                "further kinds stand under “Further kinds”. Put cards of one sort under one "
                "heading.",
                most=MOST_KINDS,
            )
            self._problems.append(problem("kinds-too-many", place, said))
            self._used.add(_FURTHER)
            self._begin_kind(_FURTHER, "Further kinds", place)
        self._kind = _FURTHER
