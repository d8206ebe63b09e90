"""Words that the briefing does not have -> the words of it that were probably meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from briefer.search.matching import Lexicon
from briefer.search.tree import All, Either, Near, Node, Text

_SHORTEST = 4  # letters of a word that may hold a slip
_SEVERAL = 5  # words shown for one


def corrected(node: Node, lexicon: Lexicon) -> Node:
    """Return the tree with words that occur nowhere replaced by near ones; itself if none."""
    match node:
        case All(nodes):
            return _same_or(node, All(tuple(corrected(inner, lexicon) for inner in nodes)))
        case Either(nodes):
            return _same_or(node, replace(node, nodes=tuple(corrected(n, lexicon) for n in nodes)))
        case Text(_, (token,), prefix, quoted=False):
            if _occurs(token, lexicon, prefix=prefix):
                return node
            near = nearest(token, lexicon, prefix=prefix)
            forms = (form for word in near for form in (word, *lexicon.forms(word)))
            return Near(node.shown, tuple(dict.fromkeys(forms))) if near else node
        case Text(_, words, quoted=False):
            return _same_or(node, _phrase(node, words, lexicon))
    return node


def loosened(node: Node) -> Node:
    """Return the tree with words written together looked for anywhere; itself if none are."""
    match node:
        case All(nodes):
            return _same_or(node, All(tuple(map(loosened, nodes))))
        case Either(nodes):
            return _same_or(node, replace(node, nodes=tuple(map(loosened, nodes))))
        case Text(_, (_, _, *_) as words, prefix, quoted=False):
            last = len(words) - 1
            return All(tuple(Text(w, (w,), prefix and n == last) for n, w in enumerate(words)))
    return node


def nearest(word: str, lexicon: Lexicon, *, prefix: bool = False) -> tuple[str, ...]:
    """Return the words at the smallest distance, or those that go on from it; never for numbers.

    A slip is a letter too many, too few, another one, or two swapped; two slips from six letters.
    """
    if not word.isalpha() or len(word) < _SHORTEST:
        return ()
    if beginning := lexicon.beginning(word):
        return tuple(beginning[:_SEVERAL])
    allowed = 1 if len(word) < 6 else 2
    near = _near(word, lexicon.words, allowed)
    if near or not prefix:
        return near
    size = len(word)
    shortened = sorted({w[:size] for w in lexicon.words if len(w) > size})
    starts = _near(word, shortened, allowed)
    return tuple(w for start in starts for w in lexicon.beginning(start))[:_SEVERAL]


def _near(word: str, words: Sequence[str], allowed: int) -> tuple[str, ...]:
    found = process.extract(word, words, scorer=OSA.distance, score_cutoff=allowed, limit=None)
    if not found:
        return ()
    ranked = sorted((distance, other[0] != word[0], other) for other, distance, _ in found)
    best = ranked[0][:2]
    return tuple(other for *rank, other in ranked if tuple(rank) == best)[:_SEVERAL]


def _occurs(token: str, lexicon: Lexicon, *, prefix: bool) -> bool:
    if prefix:
        return bool(lexicon.beginning(token)) or bool(lexicon.forms(token))
    return lexicon.has(token) or bool(lexicon.forms(token))


def _phrase(text: Text, words: tuple[str, ...], lexicon: Lexicon) -> Text:
    last = len(words) - 1
    near = tuple(
        word
        if _occurs(word, lexicon, prefix=text.prefix and n == last)
        else (nearest(word, lexicon) or (word,))[0]
        for n, word in enumerate(words)
    )
    return replace(text, tokens=near)


def _same_or(node: Node, other: Node) -> Node:
    """Return the node itself when nothing was changed, so that `is` tells."""
    return node if other == node else other
