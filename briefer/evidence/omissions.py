"""Quoted words with marked omissions and an editor's brackets -> the parts that must be found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, product
from typing import NamedTuple

from briefer.briefing.model import Span
from briefer.evidence.finding import candidates, confirmed, exact
from briefer.evidence.folding import FREE, folded
from briefer.evidence.indexing import DocumentIndex
from briefer.evidence.phrases import Phrase, phrase_of

FARTHEST = 3000  # code points between two parts
_MOST_TRIES = 200
_MOST_BRANCHES = 8
_MOST_GLUED = 4

_DOTS = r"(?:…(?:\s?\.)*|\.(?:\s?\.){2,})"
_MARK = re.compile(rf"\[\s*{_DOTS}\s*\]|{_DOTS}|\[[^\[\]]*\]")
_GLUED = re.compile(r"(?<![^\W_])([^\W_]*+)\[([^\W_]+)\]([^\W_]*)")


class Abridged(NamedTuple):
    """The parts of a quotation, and the marks before, between and behind them.

    A mark is what the quotation has there; `stubs` holds the beginning of a word that an editor
    completed in brackets (`escalat[ed]`), by the number of the mark.
    """

    parts: tuple[Phrase, ...]
    marks: tuple[str, ...]  # one more than parts
    stubs: tuple[str, ...]  # one for each mark; mostly ""


def has_marks(words: str) -> bool:
    """Tell whether omissions or an editor's words are marked in a quotation."""
    return _MARK.search(words) is not None


def abridgements(words: str) -> Iterator[Abridged]:
    """Yield each way to read the marks of a quotation, the plainest first."""
    glued = [m for m in _GLUED.finditer(words) if m[1] or m[3]]
    choices: Iterable[tuple[bool, ...]]
    if len(glued) <= _MOST_GLUED:
        choices = product((True, False), repeat=len(glued))
    else:
        choices = [(True,) * len(glued), (False,) * len(glued)]
    for choice in choices:
        read = _split(_unwrapped(words, glued, choice))
        if read.parts:
            yield read


def _unwrapped(words: str, glued: list[re.Match[str]], choice: tuple[bool, ...]) -> str:
    """Read `[T]he` as one word where chosen; else as an editor's word beside the document's."""
    pieces, done = [], 0
    for match, as_word in zip(glued, choice, strict=True):
        pieces.append(words[done : match.start()])
        before, inside, after = match.groups()
        if as_word:
            free = FREE if not before and len(inside) == 1 else ""
            pieces.append(f"{before}{free}{inside}{after}")
        else:
            pieces.append(f"[{inside}|{before}]{after}" if before else f"[{inside}]{after}")
        done = match.end()
    return "".join((*pieces, words[done:]))


def _split(words: str) -> Abridged:
    parts: list[Phrase] = []
    marks, stubs, done = [""], [""], 0
    for match in (*_MARK.finditer(words), None):
        text = words[done : match.start() if match else len(words)]
        part = phrase_of(text, opens=not parts, loose=done > 0)
        if part is not None:
            parts.append(part)
            marks.append("")
            stubs.append("")
        if match is not None:
            _, bar, stub = match[0].strip("[]").partition("|")
            marks[-1] += match[0]
            stubs[-1] = stub if bar else stubs[-1]
            done = match.end()
    return Abridged(tuple(parts), tuple(marks), tuple(stubs))


def find_abridged(
    index: DocumentIndex, abridged: Abridged, within: Span | None = None
) -> Iterator[tuple[Span, ...]]:
    """Yield the ranges of the parts, wherever all of them follow one another close by."""
    main = min(range(len(abridged.parts)), key=lambda i: _frequency(index, abridged.parts[i]))
    near = Span(max(0, within.start - FARTHEST), within.end + FARTHEST) if within else None
    for span in islice(exact(index, abridged.parts[main], near), _MOST_TRIES):
        before = next(_before(index, abridged, main, span), None)
        after = next(_after(index, abridged, main, span), None)
        if before is None or after is None:
            continue
        found = (*before, span, *after)
        if within is None or within.start <= found[0].start < within.end:
            yield _joined(index, abridged, found)


def _frequency(index: DocumentIndex, phrase: Phrase) -> int:
    counts = (len(index.places.get(form, ())) for form, _ in phrase.anchors)
    return min(counts, default=len(index.starts))


def _after(
    index: DocumentIndex, abridged: Abridged, at: int, span: Span
) -> Iterator[tuple[Span, ...]]:
    """Yield the ranges of the parts behind the one that stands here, nearest first."""
    if not _fits_stub(index, abridged.stubs[at + 1], span.end, forward=True):
        return
    if at + 1 == len(abridged.parts):
        yield ()
        return
    within = Span(span.end, span.end + FARTHEST + 1)
    for following in islice(exact(index, abridged.parts[at + 1], within), _MOST_BRANCHES):
        if span.end <= following.start <= span.end + FARTHEST:
            for rest in _after(index, abridged, at + 1, following):
                yield (following, *rest)


def _before(
    index: DocumentIndex, abridged: Abridged, at: int, span: Span
) -> Iterator[tuple[Span, ...]]:
    """Yield the ranges of the parts before the one that stands here, nearest first."""
    if at == 0:
        if _fits_stub(index, abridged.stubs[0], span.start, forward=False):
            yield ()
        return
    part, stub = abridged.parts[at - 1], abridged.stubs[at]
    reach = FARTHEST + 2 * len(part.text) + 100
    within = Span(max(0, span.start - reach), span.start)
    near = range(max(0, span.start - FARTHEST), span.start + 1)
    earlier = [c for c in candidates(index, part, within) if index.ends[c.last] in near]
    for candidate in earlier[: -_MOST_BRANCHES - 1 : -1]:
        found = confirmed(index, part, candidate)
        if found and found.end <= span.start and _fits_stub(index, stub, found.end, forward=True):
            for rest in _before(index, abridged, at - 1, found):
                yield (*rest, found)


def _fits_stub(index: DocumentIndex, stub: str, offset: int, *, forward: bool) -> bool:
    """Tell whether the document's word here begins as the word that the editor completed."""
    if not stub:
        return True
    word = index.word_at(offset) - (0 if forward else 1)
    if not 0 <= word < len(index.starts):
        return False
    return index.text[index.starts[word] : index.ends[word]].lower().startswith(stub.lower())


def _joined(index: DocumentIndex, abridged: Abridged, found: tuple[Span, ...]) -> tuple[Span, ...]:
    """Join parts when what is marked between them stands in the document: it is text there."""
    joined = [found[0]]
    for mark, span in zip(abridged.marks[1:], found[1:], strict=False):
        between = index.text[joined[-1].end : span.start]
        if between.strip() and folded(between) == folded(mark):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)
