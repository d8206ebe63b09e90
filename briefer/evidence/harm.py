"""The words that differ -> the kind of difference that matters most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from briefer.evidence.model import Change, Difference, DifferenceKind, WordChange
from briefer.evidence.words import is_letter

_WORDS_OF_NEGATION = (
    "not no never none nobody nothing nowhere neither nor without cannot non "
    "nicht kein keine keinen keinem keiner keines niemals niemand nichts ohne "
    "pas jamais aucun aucune rien nunca ningún ninguno ninguna nessun nessuno nessuna "
    "не нет ни никогда никто ничего без"
)
_NEGATIONS = frozenset(_WORDS_OF_NEGATION.split())
_NEGATED = re.compile(r"n't$|^can't$", re.IGNORECASE)
_NEGATING_PREFIX = re.compile(r"^(?:un|non-?|anti-?|de-)(?=\w{4})")
_WORDS_OF_NUMBER = (
    "zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred hundreds thousand thousands million millions billion billions trillion trillions "
    "dozen dozens third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth twentieth "
    "hundredth thousandth twice thrice double triple twofold threefold percent"
)
_NUMBERS = frozenset(_WORDS_OF_NUMBER.split())
_PERHAPS_NUMBERS = frozenset(
    {"one", "once", "first", "second", "half", "quarter", "single", "both"}
)
_ROMAN = re.compile(r"[IVXLCDM]{2,}\.?$")
_SENTENCE_END = re.compile(r"[.?!:][\"'”’»)\]]*$")
_EDGES = ",.;:!?\"'“”‘’„«»‹›()[]{}…—–"


def kind_of(changes: Sequence[WordChange], writes_small: Callable[[str], bool]) -> DifferenceKind:
    """Return the kind that matters most: what turns a statement round comes first."""
    original, quoted = _compared(changes, "document"), _compared(changes, "quotation")
    if sorted(original) == sorted(quoted):
        return _kind_of_same_words(changes, original, quoted)
    lost, added = Counter(original), Counter(quoted)
    lost, added = lost - added, added - lost
    if _negations(lost) != _negations(added) or _is_turned_by_prefix(lost, added):
        return DifferenceKind.NEGATION
    if _number_differs(changes, lost, added):
        return DifferenceKind.NUMBER
    if _name_differs(changes, writes_small, {*lost, *added}):
        return DifferenceKind.NAME
    return DifferenceKind.WORDS


def _kind_of_same_words(
    changes: Sequence[WordChange], original: Sequence[str], quoted: Sequence[str]
) -> DifferenceKind:
    if original != quoted:
        return DifferenceKind.ORDER
    changed = [c for c in changes if c.change is not Change.EQUAL]
    if any(
        "".join(c.document.split()).lower() != "".join(c.quotation.split()).lower() for c in changed
    ):
        return DifferenceKind.PUNCTUATION
    return DifferenceKind.CAPITALS


def _compared(changes: Sequence[WordChange], side: str) -> list[str]:
    """Return the words of one side in lower case; marked omissions have none."""
    words: list[str] = []
    for change in changes:
        text: str = getattr(change, side)
        if change.change is Change.EQUAL:
            words.extend("=" for _ in change.document.split())
        else:
            words.extend(_bare_words(text))
    return words


def _bare_words(text: str) -> list[str]:
    return [_bare(word).lower() for word in text.split() if any(map(is_letter, word))]


def _bare(word: str) -> str:
    return word.strip(_EDGES).replace("’", "'")


def _negations(words: Iterable[str]) -> int:
    return sum(word in _NEGATIONS or _NEGATED.search(word) is not None for word in words)


def _is_turned_by_prefix(lost: Iterable[str], added: Iterable[str]) -> bool:
    lost, added = set(lost), set(added)
    return any(_NEGATING_PREFIX.sub("", word) in added - {word} for word in lost) or any(
        _NEGATING_PREFIX.sub("", word) in lost - {word} for word in added
    )


def _number_differs(changes: Sequence[WordChange], lost: Counter[str], added: Counter[str]) -> bool:
    differing = {*lost, *added}
    if any(_is_number(word) for word in differing) or _roman_differs(changes):
        return True
    return any(w in _PERHAPS_NUMBERS for w in lost) and any(w in _PERHAPS_NUMBERS for w in added)


def _is_number(word: str) -> bool:
    return any(c.isdigit() or c.isnumeric() for c in word) or any(
        part in _NUMBERS for part in word.split("-")
    )


def _roman_differs(changes: Sequence[WordChange]) -> bool:
    sides = [
        sorted(w for w in map(_bare, side.split()) if _ROMAN.match(w))
        for change in changes
        if change.change is Change.REPLACE
        for side in (change.document, change.quotation)
    ]
    pairs = zip(sides[::2], sides[1::2], strict=True)
    return any(one and other and one != other for one, other in pairs)


def _name_differs(
    changes: Sequence[WordChange], writes_small: Callable[[str], bool], differing: set[str]
) -> bool:
    for side in ("document", "quotation"):
        opens = True
        for change in changes:
            for word in getattr(change, side).split():
                bare = _bare(word)
                new = change.change is not Change.EQUAL and bare.lower() in differing
                if new and _is_name(bare, writes_small, opens=opens):
                    return True
                opens = _SENTENCE_END.search(word) is not None
    return False


def _is_name(word: str, writes_small: Callable[[str], bool], *, opens: bool) -> bool:
    if not word[:1].isupper() or word in ("I", "I'm", "I'll", "I've", "I'd"):
        return False
    return not opens or not writes_small(word)


def negation_in(found: Difference) -> tuple[str, Change] | None:
    """Return the word of negation that was dropped (DELETE) or added (INSERT), as written."""
    changed = [change for change in found.words if change.change is not Change.EQUAL]
    for change in changed:
        if word := _negation_of(change.document, change.quotation):
            return word, Change.DELETE
        if word := _negation_of(change.quotation, change.document):
            return word, Change.INSERT
    return None


def _negation_of(one: str, other: str) -> str:
    theirs = {word.lower() for word in map(_bare, other.split())}
    words = [word for word in map(_bare, one.split()) if word.lower() not in theirs]
    plain = next((word for word in words if _negations([word.lower()])), "")
    if plain or _negations(theirs):
        return plain
    turned = (w for w in words if _NEGATING_PREFIX.sub("", w.lower()) in theirs)
    return next(turned, "")
