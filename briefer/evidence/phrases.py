"""Quoted words -> a phrase: what must stand in a document, prepared once for searching."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from briefer.evidence.folding import BREAK, FREE, folded, line_breaks
from briefer.evidence.words import HIDDEN, form_of, is_letter, word_pattern

_STOPS = ",.;"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of words, folded; `head` and `tail` are the marks around its first and last word."""

    text: str
    head: str
    core: str
    tail: str
    skeleton: str
    anchors: tuple[tuple[str, int], ...]  # forms of whole words, with their offsets in it
    forms: tuple[str, ...]
    opens: bool = True  # it opens the quotation: the case of its first letter is free
    loose: bool = False  # an omission stands before it: its stops there are free


def phrase_of(text: str, *, opens: bool = True, loose: bool = False) -> Phrase | None:
    """Return the phrase for quoted words, or None when there is no word in them."""
    whole = folded(text)
    first = next((i for i, c in enumerate(whole) if is_letter(c)), None)
    if first is None:
        return None
    first -= whole[:first].endswith(FREE)
    last = next(i for i in range(len(whole), 0, -1) if is_letter(whole[i - 1]))
    head, core, tail = whole[:first], whole[first:last], whole[last:]
    forms, anchors = _forms(text, broken=BREAK in core)
    head = head.lstrip(_STOPS) if loose else head
    return Phrase(text, head, core, tail, "".join(forms), anchors, forms, opens, loose)


def _forms(text: str, *, broken: bool) -> tuple[tuple[str, ...], tuple[tuple[str, int], ...]]:
    text = _without_hidden(text)
    pattern = word_pattern(text)
    forms = tuple(map(form_of, pattern.findall(text)))
    offsets = accumulate(map(len, forms), initial=0)
    anchors = tuple(zip(forms, offsets, strict=False))
    if not broken:
        return forms, anchors
    starts = [match.start() for match in pattern.finditer(text)]
    fragments: set[int] = set()
    for found in line_breaks(text):
        second = starts.index(found.end())
        fragments |= {second - 1, second}
    return forms, tuple(a for i, a in enumerate(anchors) if i not in fragments)


_HIDDEN = re.compile(f"[{HIDDEN}]+")


def _without_hidden(text: str) -> str:
    return text if text.isascii() else _HIDDEN.sub("", text)
