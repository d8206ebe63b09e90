"""What a card said when it was read and what it says now -> the words that differ."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from briefer.briefing.plain import plain_words
from briefer.evidence.differences import changes_between
from briefer.evidence.model import Change, WordChange

Paragraph = tuple[WordChange, ...]

_MOST = 2_000  # paragraphs that are compared one by one
_CONTEXT = 12  # words around a change; what is further off is left out
_LEFT_OUT = "…"


def changed_paragraphs(before: str, after: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs that differ, as changes from the old words to the new ones.

    In a change `document` holds the new words and `quotation` the old ones.
    """
    old, new = _paragraphs(before), _paragraphs(after)
    plain_old, plain_new = list(map(plain_words, old)), list(map(plain_words, new))
    if plain_old != plain_new:  # else only its Markdown has changed
        old, new = plain_old, plain_new
    if max(len(old), len(new)) > _MOST:
        old, new = [" ".join(old)], [" ".join(new)]
    found = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        paired = min(j - i, m - k)
        pairs = [*zip(old[i : i + paired], new[k : k + paired], strict=True)]
        pairs += [(words, "") for words in old[i + paired : j]]
        pairs += [("", words) for words in new[k + paired : m]]
        found += [tuple(_shortened(changes_between(now, was))) for was, now in pairs]
    return tuple(found)


def _paragraphs(text: str) -> list[str]:
    blocks = (" ".join(block.split()) for line in text.split("\n\n") for block in line.split("\n"))
    return [block for block in blocks if block]


def _shortened(changes: Iterator[WordChange]) -> Iterator[WordChange]:
    """Yield the changes with only a few of the words that stayed the same around them."""
    listed = list(changes)
    for place, change in enumerate(listed):
        if change.change is not Change.EQUAL:
            yield change
            continue
        words = change.document.split()
        first, last = place == 0, place == len(listed) - 1
        if first and not last and len(words) > _CONTEXT:
            words = [_LEFT_OUT, *words[-_CONTEXT:]]
        elif last and not first and len(words) > _CONTEXT:
            words = [*words[:_CONTEXT], _LEFT_OUT]
        elif not first and not last and len(words) > 2 * _CONTEXT:
            words = [*words[:_CONTEXT], _LEFT_OUT, *words[-_CONTEXT:]]
        kept = " ".join(words)
        yield WordChange(Change.EQUAL, kept, kept)
