"""A card's heading and lines -> the card: fields, body and presenter's notes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from briefer.briefing.breakdown import CardDraft, KindDraft, Passage
from briefer.briefing.fields import ALIASES, KNOWN_KEYS, are_cut, list_items, read_fields
from briefer.briefing.headings import Heading, headings_of
from briefer.briefing.model import (
    Card,
    Field,
    Link,
    Omission,
    Place,
    Problem,
    Prose,
    Quotation,
)
from briefer.briefing.problems import problem
from briefer.briefing.prose import (
    Block,
    BlockKind,
    ReadProse,
    citations_in,
    read_prose,
    summary_of,
    words_without,
)
from briefer.language import tr

_NOTES = re.compile(r"###[ \t]+notes\b", re.IGNORECASE)


class CardReader:
    """Reads cards one by one; what is wrong with them gathers in `problems`."""

    def __init__(self, kind_headings: frozenset[str]) -> None:
        self._empty_keys = kind_headings | {key.casefold() for key in KNOWN_KEYS}
        self.problems: list[Problem] = []

    def card(self, draft: CardDraft) -> Card:
        """Return the whole card."""
        content = draft.content
        lines = content.lines()
        place = Place(content.source.file, content.line)
        fields, taken = read_fields(lines, place, self._empty_keys)
        if are_cut(lines, taken):
            said = tr(
                "this card has too many fields, or too long ones; from here on they are text."
            )
            self.problems.append(
                problem("fields-too-many", place._replace(line=place.line + taken), said)
            )
        body, notes = self._body_and_notes(content, lines, taken)
        return Card(
            id=draft.id,
            title=draft.title,
            kind=draft.kind,
            place=draft.place,
            fields=fields,
            aliases=_aliases(fields),
            summary=summary_of(body),
            body=body.prose,
            notes=notes.prose,
        )

    def introduction(self, draft: KindDraft) -> Prose:
        """Return what introduces a kind."""
        passage = draft.introduction
        return self._read(passage, passage.lines(), range(passage.line, 2**31)).prose

    def omissions(self, passage: Passage) -> tuple[Omission, ...]:
        """Return the sentences left out on purpose, each with the reason behind it."""
        read = self._read(passage, passage.lines(), range(passage.line, 2**31))
        parts = _OmissionParts(read)
        return tuple(self._omission(parts, turn) for turn in range(len(read.prose.quotations)))

    def _omission(self, parts: _OmissionParts, turn: int) -> Omission:
        quotation, reason, links = parts.part(turn)
        if not reason:
            said = tr("this sentence is left out without a reason; write it as the next paragraph.")
            self.problems.append(problem("reason-missing", quotation.place, said))
        return Omission(quotation, reason, links)

    def _body_and_notes(
        self, content: Passage, lines: list[str], taken: int
    ) -> tuple[ReadProse, ReadProse]:
        file, first = content.source.file, content.line
        text = content.source.text
        found = text.find("###", content.start, content.end)
        if found < 0 or not _NOTES.search(text, found, content.end):
            body = self._read(content, lines[taken:], range(first + taken, first + len(lines)))
            return body, ReadProse(Prose(), (), ())
        parts = _split_plainly(content, lines, taken) or _split(lines, taken)
        for at in parts.deeper:
            said = tr(
                "this heading ends the presenter's notes: what follows is shown to the room."
                " Use bold words instead, or move it."
            )
            self.problems.append(problem("notes-ended", Place(file, first + at), said))
        return self._gathered(content, lines, parts.body), self._gathered(
            content, lines, parts.notes
        )

    def _gathered(self, content: Passage, lines: list[str], ranges: tuple[range, ...]) -> ReadProse:
        """Read several stretches of lines as one prose, a blank line between them."""
        if len(ranges) == 1:
            only, first = ranges[0], content.line
            numbers = range(first + only.start, first + only.stop)
            return self._read(content, lines[only.start : only.stop], numbers)
        turns = list(chain.from_iterable((*part, -1) for part in ranges))[:-1]
        chosen = [lines[at] if at >= 0 else "" for at in turns]
        return self._read(content, chosen, [content.line + at for at in turns])

    def _read(self, passage: Passage, lines: Sequence[str], numbers: Sequence[int]) -> ReadProse:
        read = read_prose(passage.source.file, lines, numbers)
        self.problems.extend(read.problems)
        return read


class _OmissionParts:
    """A prose of quotations, each with what stands behind it, up to the next."""

    def __init__(self, read: ReadProse) -> None:
        self._prose = read.prose
        self._starts = [quotation.span.start for quotation in read.prose.quotations]
        self._blocks = sorted(read.blocks, key=_block_start)
        self._links = sorted(read.prose.links, key=_link_start)
        self._cited = citations_in(read.prose)

    def part(self, turn: int) -> tuple[Quotation, str, tuple[Link, ...]]:
        """Return a quotation, the reason behind it or "", and the links of both."""
        quotation = self._prose.quotations[turn]
        last = turn + 1 == len(self._starts)
        end = len(self._prose.text) if last else self._starts[turn + 1]
        reason = self._reason(quotation.span.end, end)
        first = bisect_left(self._links, self._starts[turn] if turn else 0, key=_link_start)
        behind = bisect_left(self._links, end, key=_link_start)
        return quotation, reason, tuple(self._links[first:behind])

    def _reason(self, start: int, end: int) -> str:
        at = bisect_left(self._blocks, start, key=_block_start)
        for kind, span in self._blocks[at : bisect_left(self._blocks, end, key=_block_start)]:
            if kind in (BlockKind.PARAGRAPH, BlockKind.TEXT):
                return words_without(self._cited, self._prose.text, span)
        return ""


def _block_start(block: Block) -> int:
    return block.span.start


def _link_start(link: Link) -> int:
    return link.span.start


class _Parts(NamedTuple):
    body: tuple[range, ...]
    notes: tuple[range, ...]
    deeper: tuple[int, ...]  # the lines of headings below level 3 that end the notes


def _split_plainly(content: Passage, lines: list[str], taken: int) -> _Parts | None:
    """Part the lines when only one heading matters, and no code can hide another."""
    text, start, end = content.source.text, content.start, content.end
    found = text.find("\n#", start - 1, end)
    if found < 0 or text.find("\n#", found + 1, end) >= 0:
        return None
    notes = text.count("\n", start, found + 1)
    if not _NOTES.match(lines[notes]) or text.find("```", start, end) >= 0:
        return None
    if text.find("~~~", start, end) >= 0:
        return None
    title = lines[notes][3:].strip(" \t#").casefold()
    if title != "notes":
        return None
    return _Parts((range(taken, notes),), (range(notes + 1, len(lines)),), ())


def _split(lines: list[str], taken: int) -> _Parts:
    """Part the lines, from the first after the fields on, into body and notes."""
    body: list[range] = []
    notes: list[range] = []
    deeper: list[int] = []
    start, in_notes = taken, False
    for heading in headings_of("\n".join(lines)).headings:
        at = heading.line - 1
        opens = _opens_notes(heading)
        if at < taken or not (in_notes or opens):
            continue
        (notes if in_notes else body).append(range(start, at))
        if in_notes and not opens and heading.level > 3:
            deeper.append(at)
        start, in_notes = at + opens, opens
    (notes if in_notes else body).append(range(start, len(lines)))
    return _Parts(_filled(body), _filled(notes), tuple(deeper))


def _filled(parts: list[range]) -> tuple[range, ...]:
    return tuple(part for part in parts if part)


def _opens_notes(heading: Heading) -> bool:
    return heading.level == 3 and heading.title.partition("{")[0].strip().casefold() == "notes"


def _aliases(fields: tuple[Field, ...]) -> tuple[str, ...]:
    for field in fields:
        if field.key.casefold() == ALIASES.casefold():
            return tuple(dict.fromkeys(list_items(field.value)))
    return ()
