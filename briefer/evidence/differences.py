"""A passage and the words quoted from it -> the difference, word by word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from briefer.evidence.folding import BREAK, folded_word, same, with_breaks_resolved
from briefer.evidence.harm import kind_of
from briefer.evidence.model import Change, Difference, WordChange
from briefer.evidence.words import form_of, is_letter, word_pattern

_DASH = re.compile(r" ?(?:-{2,}|[‒–—―]+) ?| - ")
_BEFORE_MARK = re.compile(r" (?=[,.;:!?)\]}])")
_AFTER_MARK = re.compile(r"([(\[{]) ")
_HIDDEN = re.compile("[\xad\u200b\u200e\u200f\u2060\ufeff]+")


@dataclass(frozen=True, slots=True)
class _Words:
    shown: Sequence[str]
    keys: Sequence[str]


def difference(changes: Sequence[WordChange], writes_small: Callable[[str], bool]) -> Difference:
    """Return the difference that these changes make.

    `writes_small` tells whether the document writes a word without a capital: it is no name.
    """
    return Difference(kind_of(changes, writes_small), tuple(changes))


def changes_between(passage: str, quotation: str) -> Iterator[WordChange]:
    """Yield the runs of words that are the same and those that differ, in order."""
    original = _words(_plain(passage, quotation))
    quoted = _words(_plain(quotation, passage))
    yield from _changes(*_with_edges_folded(original, quoted))


def _plain(text: str, other: str) -> str:
    """Return a text on one line; a broken word is read as the other text has it."""
    known = set(map(form_of, word_pattern(other).findall(other)))

    def resolved(match: re.Match[str]) -> str:
        if match[1] in "\xac\xad":
            return ""
        before = re.search(r"\w+$", text[max(0, match.start() - 60) : match.start()])
        after = re.match(r"\w+", text[match.end() : match.end() + 60])
        one, two = (form_of(m[0]) if m else "" for m in (before, after))
        return "-" if one in known and two in known and one + two not in known else ""

    text = _HIDDEN.sub("", with_breaks_resolved(text, resolved))
    return _DASH.sub(" — ", " ".join(text.split()))


def _words(text: str) -> _Words:
    shown = _AFTER_MARK.sub(r"\1", _BEFORE_MARK.sub("", text)).split()
    return _Words(shown, [w if w.isalnum() and w.isascii() else folded_word(w) or w for w in shown])


def _with_edges_folded(original: _Words, quoted: _Words) -> tuple[_Words, _Words]:
    """Fold what is free at a quotation's edges: its first capital and the stop at its end."""
    mine, yours = list(original.keys), list(quoted.keys)
    if mine and yours:
        yours[0] = _as_opening(mine[0], yours[0])
        if _without_stop(mine[-1]) == _without_stop(yours[-1]):
            mine[-1] = yours[-1]
    return _Words(original.shown, mine), _Words(quoted.shown, yours)


def _as_opening(original: str, quoted: str) -> str:
    """Return the first word as the document has it when only marks or its capital differ."""
    marks = "".join(c for c in original if not is_letter(c))
    bare, other = original.lstrip(marks), quoted
    if original != quoted and not original.endswith(quoted):
        other = quoted[:1].swapcase() + quoted[1:]
    return original if bare == other or (original.endswith(other) and bare == other) else quoted


def _without_stop(key: str) -> str:
    return key.rstrip(",.;") or key


def _changes(original: _Words, quoted: _Words) -> Iterator[WordChange]:
    keys = [*original.keys]
    for i, key in enumerate(keys):  # a broken word is the same, whichever way it is read
        if BREAK in key:
            keys[i] = next((k for k in quoted.keys if same(key, k)), key)
    yield from _grouped(keys, original, quoted)


def _grouped(keys: Sequence[str], original: _Words, quoted: _Words) -> Iterator[WordChange]:
    from rapidfuzz.distance import LCSseq

    here = there = 0
    for block in LCSseq.editops(keys, list(quoted.keys)).as_matching_blocks():
        yield from _changed(original.shown[here : block.a], quoted.shown[there : block.b])
        here, there = block.a + block.size, block.b + block.size
        if block.size:
            one, other = original.shown[block.a : here], quoted.shown[block.b : there]
            yield WordChange(Change.EQUAL, " ".join(one), " ".join(other))


def _changed(missing: Sequence[str], added: Sequence[str]) -> Iterator[WordChange]:
    if missing and added:
        yield WordChange(Change.REPLACE, " ".join(missing), " ".join(added))
    elif missing:
        yield WordChange(Change.DELETE, " ".join(missing), "")
    elif added:
        yield WordChange(Change.INSERT, "", " ".join(added))
