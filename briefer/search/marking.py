"""A query's tree and a text -> where the words that were found stand in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefer.briefing.model import Span
from briefer.search.folding import LONGEST, WORD, Piece, pieces, sign_of, word_pieces
from briefer.search.query import leaves
from briefer.search.scanning import plain_letters, scan
from briefer.search.tree import Near, Node, Signs, Text

_MOST_WORDS = 100_000
_MOST_TEXTS = 3000

Forms = Callable[[str], tuple[str, ...]]


class _Pieces(dict[str, tuple[Piece, ...]]):
    def __missing__(self, word: str) -> tuple[Piece, ...]:
        if len(self) > _MOST_WORDS:
            self.clear()
        found = self[word] = word_pieces(word)
        return found


class Memory:
    """What words and texts are made of, remembered from query to query."""

    def __init__(self) -> None:
        self.pieces = _Pieces()
        self.letters = lru_cache(maxsize=_MOST_TEXTS)(plain_letters)


@dataclass(frozen=True, slots=True)
class _Phrase:
    first: tuple[str, ...]
    last: frozenset[str]
    prefix: str  # "" when the last word is whole


class Marker:
    """Finds one query's words in texts; `wanted` is how many different ones it looks for."""

    def __init__(self, node: Node, forms: Forms, memory: Memory | None = None) -> None:
        memory = memory or Memory()
        self._pieces, self._letters = memory.pieces, memory.letters
        self.wanted = 0
        self._words: set[str] = set()
        self._prefixes: tuple[str, ...] = ()
        self._phrases: list[_Phrase] = []
        self._signs: frozenset[str] = frozenset()
        self._judged: dict[str, tuple[Piece, ...]] = {}
        for leaf in leaves(node):
            self._take(leaf, forms)
        self._scannable = all(len(word) < LONGEST for word in (*self._words, *self._prefixes))

    def _take(self, leaf: Node, forms: Forms) -> None:
        self.wanted += isinstance(leaf, Near | Signs | Text)
        match leaf:
            case Near(_, words):
                self._words.update(words)
            case Signs(_, signs):
                self._signs |= set(signs)
            case Text(_, (*first, last), prefix, quoted):
                ends = {last, *(() if quoted else forms(last))}
                if first:
                    begun = last if prefix else ""
                    self._phrases.append(_Phrase(tuple(first), frozenset(ends), begun))
                else:
                    self._words |= ends
                    self._prefixes += (last,) if prefix else ()

    def marks(self, text: str) -> tuple[Span, ...]:
        """Return where found words stand: in order, none within another."""
        letters = self._letters(text) if self._scannable else None
        if letters is None:
            found = [*self._single(text), *self._together(text)]
        else:
            found = [*scan(letters, self._words, self._prefixes)]
            if any(phrase.first[0] in letters for phrase in self._phrases):
                found += self._together(text)
        if self._signs:
            found += [Span(i, i + 1) for i, c in enumerate(text) if sign_of(c) in self._signs]
        return merged(found)

    def kinds(self, text: str, marks: tuple[Span, ...]) -> int:
        """Return how many different words the marks cover."""
        return len({text[mark.start : mark.end].casefold() for mark in marks})

    def _single(self, text: str) -> Iterator[Span]:
        if not self._words and not self._prefixes:
            return
        judged = self._judged
        for match in WORD.finditer(text):
            word = match.group()
            if (found := judged.get(word)) is None:
                found = judged[word] = self._judge(word)
            for piece in found:
                yield Span(match.start() + piece.start, match.start() + piece.end)

    def _judge(self, word: str) -> tuple[Piece, ...]:
        return tuple(
            piece
            for piece in self._pieces[word]
            if piece.token in self._words or piece.token.startswith(self._prefixes)
        )

    def _together(self, text: str) -> Iterator[Span]:
        if not self._phrases:
            return
        row = tuple(pieces(text))
        for phrase in self._phrases:
            size = len(phrase.first)
            for at in range(len(row) - size):
                if _stands(phrase, row[at : at + size + 1]):
                    yield Span(row[at].start, row[at + size].end)


def _stands(phrase: _Phrase, row: tuple[Piece, ...]) -> bool:
    if row[0].token != phrase.first[0]:
        return False
    *first, last = (piece.token for piece in row)
    if tuple(first) != phrase.first:
        return False
    return last in phrase.last or bool(phrase.prefix and last.startswith(phrase.prefix))


def merged(spans: list[Span]) -> tuple[Span, ...]:
    """Return the spans in order, those that overlap or touch as one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)
