"""An altered quotation and its document's words -> HTML that shows both, with its own emphasis."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from xml.etree.ElementTree import Element

from briefer.desktop.card_page import text
from briefer.evidence.model import Altered, Change

_EMPHASIS = frozenset(("em", "strong"))
_BREAKS = frozenset(("p", "li", "br"))  # words on either side are two
Sign = tuple[str, tuple[str, ...]]  # a character and the tags of emphasis that it stands in


def difference_html(outcome: Altered, element: Element) -> str:
    """Return the words of an altered quotation with what the document has instead."""
    own = _emphasized(outcome, element)
    parts = []
    for change in outcome.difference.words:
        words = " ".join(next(own) for _ in change.quotation.split())
        if change.change is Change.EQUAL:
            parts.append(words)
            continue
        if words:
            parts.append(f'<s class="struck">{words}</s>')
        if change.document:
            parts.append(f'<u class="inserted">{text(change.document)}</u>')
    return " ".join(parts)


def _emphasized(outcome: Altered, element: Element) -> Iterator[str]:
    """Return the quotation's words as HTML; plain where the element's are not quite the same."""
    plain = [word for change in outcome.difference.words for word in change.quotation.split()]
    words = list(_words(element))
    for read in (words, _without_marks(words)):
        if ["".join(sign for sign, _ in word) for word in read] == plain:
            return map(_html, read)
    return map(text, plain)


def _without_marks(words: list[list[Sign]]) -> list[list[Sign]]:
    """Return the words of a quotation in running text, without the quote marks around them."""
    if len(words) < 2:
        return [word[1:-1] for word in words]
    return [words[0][1:], *words[1:-1], words[-1][:-1]]


def _words(element: Element) -> Iterator[list[Sign]]:
    word: list[Sign] = []
    for sign, tags in _signs(element, ()):
        if not sign.isspace():
            word.append((sign, tags))
        elif word:
            yield word
            word = []
    if word:
        yield word


def _signs(element: Element, tags: tuple[str, ...]) -> Iterator[Sign]:
    inside = (*tags, element.tag) if element.tag in _EMPHASIS else tags
    yield from ((sign, inside) for sign in element.text or "")
    for child in element:
        yield from _signs(child, inside)
        if child.tag in _BREAKS:
            yield " ", ()
        yield from ((sign, inside) for sign in child.tail or "")


def _html(word: list[Sign]) -> str:
    parts = []
    for tags, signs in groupby(word, key=lambda sign: sign[1]):
        words = text("".join(sign for sign, _ in signs))
        for tag in reversed(tags):
            words = f"<{tag}>{words}</{tag}>"
        parts.append(words)
    return "".join(parts)
