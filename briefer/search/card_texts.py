"""A card -> the words of its parts, as they are shown or as lines for the index.

Most cards are simple: their letters are ASCII, their Markdown only links, citations and emphasis.
All parts of such a card become lines in one go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import assert_never

from briefer.briefing.model import Card
from briefer.briefing.plain import plain_words
from briefer.search.bare_words import bare_words, several_bare
from briefer.search.folding import Folding, simple_line
from briefer.search.model import Part
from briefer.search.scanning import ascii_signs

_ALIASES = "also known as"
_PARTS = tuple(Part)  # an Enum is slow to walk
_END = "\0"  # between texts


def words_of(card: Card, part: Part, plain: Callable[[str], str] = plain_words) -> tuple[str, ...]:
    """Return a part of a card as plain words, in several texts where they do not run on."""
    match part:
        case Part.TITLE:
            return (card.title,)
        case Part.ALIASES:
            return card.aliases
        case Part.SUMMARY:
            return (card.summary,)
        case Part.BODY:
            return (plain(card.body.text),)
        case Part.FIELDS:
            return tuple(map(plain, _field_values(card)))
        case Part.NOTES:
            return (plain(card.notes.text),)
    assert_never(part)


def lines_of(card: Card, folding: Folding) -> Mapping[str, tuple[str, ...]]:
    """Return by part the folded words of its texts, as the index takes them in."""
    return _at_once(card) or {
        part: tuple(map(folding.line, words_of(card, part, bare_words))) for part in _PARTS
    }


def _at_once(card: Card) -> Mapping[str, tuple[str, ...]] | None:
    """Return the lines of a simple card; None if its parts have to be looked at one by one."""
    marked = (card.body.text, card.notes.text, *_field_values(card))
    words = (card.title, *card.aliases, card.summary)
    bare = several_bare(marked, _END)
    if bare is None or (whole := ascii_signs(_END.join((*words, bare)))) is None:
        return None
    line = simple_line(whole, _END)
    lines = tuple(line.split(_END)) if line is not None else ()
    if len(lines) != len(words) + len(marked):
        return None
    body = len(words)
    return {
        "title": lines[:1],
        "aliases": lines[1 : body - 1],
        "summary": lines[body - 1 : body],
        "body": lines[body : body + 1],
        "notes": lines[body + 1 : body + 2],
        "fields": lines[body + 2 :],
    }


def _field_values(card: Card) -> Iterator[str]:
    for field in card.fields:
        if field.key.casefold() != _ALIASES:
            yield field.value
