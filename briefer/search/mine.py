"""What is the reader's own: picked cards, unread ones, and notes, found by their words."""

from __future__ import annotations

from dataclasses import dataclass

from briefer.search.folding import tokens
from briefer.search.stemming import Stem
from briefer.search.tree import All, Either, Node, Not, Text


@dataclass(frozen=True, slots=True)
class MyNote:
    """A note of the reader's on a card, or on a paragraph of a document when `card` is ""."""

    words: str
    card: str = ""
    document: str = ""
    paragraph: int = 0

    @property
    def tag(self) -> str:
        """The tag of the entry that the note is on."""
        return f"card:{self.card}" if self.card else f"at:{self.document}:{self.paragraph}"


@dataclass(frozen=True, slots=True)
class Mine:
    """What is picked, by name, ids of unread cards, and notes; None where nobody keeps them."""

    picked: tuple[str, ...] | None = None
    unread: tuple[str, ...] | None = None
    notes: tuple[MyNote, ...] | None = None


NOTHING_MINE = Mine()


def notes_with(notes: tuple[MyNote, ...], wanted: Node, stem: Stem) -> tuple[MyNote, ...]:
    """Return the notes that the words of a query stand in."""
    return tuple(note for note in notes if _fits(wanted, tokens(note.words), stem))


def is_of_words(node: Node) -> bool:
    """Tell whether a part of a query asks for words alone, which a note may have."""
    match node:
        case Text():
            return True
        case Not(inner):
            return is_of_words(inner)
        case All(nodes) | Either(nodes):
            return all(map(is_of_words, nodes))
    return False


def _fits(node: Node, words: tuple[str, ...], stem: Stem) -> bool:
    match node:
        case All(nodes):
            return all(_fits(inner, words, stem) for inner in nodes)
        case Either(nodes):
            return any(_fits(inner, words, stem) for inner in nodes)
        case Not(inner):
            return not _fits(inner, words, stem)
        case Text(_, wanted):
            size = len(wanted)
            return any(_stands(node, words[at : at + size], stem) for at in range(len(words)))
    return False


def _stands(text: Text, row: tuple[str, ...], stem: Stem) -> bool:
    *first, last = text.tokens
    if len(row) != len(text.tokens) or row[:-1] != tuple(first):
        return False
    word = row[-1]
    other_ending = not text.quoted and stem(word) == stem(last)
    return word == last or other_ending or (text.prefix and word.startswith(last))
