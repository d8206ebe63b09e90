"""Quoted words -> a phrase: what must stand in a document, prepared once for searching."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import accumulate

from briefer.evidence.folding import FREE, folded, line_breaks
from briefer.evidence.words import HIDDEN, form_of, is_letter, word_pattern

_STOPS = ",.;"
_MAY_BREAK = re.compile("[-\u2010\xac\xad]\\s")
_HIDDEN = re.compile(f"[{HIDDEN}]+")


@dataclass(slots=True)
class Folded:
    """A text folded, and taken apart at its first and its last word."""

    head: str
    core: str
    tail: str


@dataclass(slots=True, eq=False)
class Phrase:
    """A run of quoted words, and the forms under which they are looked up.

    `opens` tells that it opens the quotation: the case of its first letter is free; `loose`, that
    an omission stands before or behind it: its stops there are free.
    """

    text: str
    first: int  # where its first word begins
    last: int  # where its last word ends
    forms: tuple[str, ...]
    skeleton: str  # the forms run together
    anchors: tuple[tuple[str, int], ...]  # forms of whole words, with their offsets in it
    opens: bool
    loose: bool
    _folded: Folded | None = field(default=None, init=False)

    @property
    def folded(self) -> Folded:
        """Return the text as it is compared; folded when it is first needed."""
        if self._folded is None:
            self._folded = taken_apart(folded(self.text))
            if self.loose:
                self._folded.head = self._folded.head.lstrip(_STOPS)
        return self._folded


def phrase_of(text: str, *, opens: bool = True, loose: bool = False) -> Phrase | None:
    """Return the phrase for quoted words, or None when there is no word in them."""
    first = next((i for i, character in enumerate(text) if is_letter(character)), None)
    if first is None:
        return None
    last = next(i for i in range(len(text), 0, -1) if is_letter(text[i - 1]))
    forms, anchors = _forms(text)
    return Phrase(text, first, last, forms, "".join(forms), anchors, opens, loose)


def taken_apart(text: str) -> Folded:
    """Take a folded text apart at its first and its last word; there must be one."""
    first = next(i for i, character in enumerate(text) if is_letter(character))
    first -= text[:first].endswith(FREE)
    last = next(i for i in range(len(text), 0, -1) if is_letter(text[i - 1]))
    return Folded(text[:first], text[first:last], text[last:])


def _forms(text: str) -> tuple[tuple[str, ...], tuple[tuple[str, int], ...]]:
    text = text if text.isascii() else _HIDDEN.sub("", text)
    pattern = word_pattern(text)
    words = pattern.findall(text.lower() if text.isascii() else text)
    forms = tuple(words) if text.isascii() else tuple(map(form_of, words))
    offsets = accumulate(map(len, forms), initial=0)
    anchors = tuple(zip(forms, offsets, strict=False))
    if not _MAY_BREAK.search(text):
        return forms, anchors
    starts = [match.start() for match in pattern.finditer(text)]
    fragments: set[int] = set()
    for found in line_breaks(text):
        second = starts.index(found.end())
        fragments |= {second - 1, second}
    return forms, tuple(a for i, a in enumerate(anchors) if i not in fragments)
