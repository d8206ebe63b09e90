"""What stands in `[@article, ¶12–13]` and around it -> a citation."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from briefer.briefing.model import Stance
from briefer.briefing.plain import plain_words

_BRACKETS = r"\[@((?:[^\[\]]|\[\[[^\[\]]{1,200}\]\]){1,400}+)\]"
CITATION = re.compile(_BRACKETS)
CITATION_LINE = re.compile(
    r"(?:[—–―][ \t]*([^\[\]]{0,120}?)|-{1,3}[ \t]*)?" + _BRACKETS + r"[ \t]*([^\n]{0,500})$"
)
_PARAGRAPHS = re.compile(
    r"(?:¶+|§+|[Pp]{1,2}\.|[Pp]ara(?:graph)?s?\.?|[A-Za-z]{1,3})?\s*(\d{1,9})"
    r"(?:\s*[-–—]\s*(?:¶|[A-Za-z]{1,3})?\s*(\d{1,9}))?"
)
_VIA_CARD = re.compile(r"\s*,?\s*\bvia\s+\[\[([^\[\]]{1,400})\]\]")
_NAME = r"(?:(?:[A-Z]\.){2,}|[^\W\d_a-z][\w’'&-]*)"
_VIA_NAME = re.compile(
    rf"\s*,?\s*\bvia\s+((?:(?:[Tt]he|[Aa]n?)\s+)?{_NAME}"
    rf"(?:\s+(?:(?:of|for|and|the|de|la)\s+)*{_NAME}){{0,7}})"
)
_ONLY_VIA = re.compile(r"via \[\[([^\[\]|]{1,400})\]\]")
_ENDS_SHORT = re.compile(r"(?:^|[\s.])\w\.$")
_VIA = re.compile(r"\bvia\s+", re.IGNORECASE)
_PART = re.compile(r"(?:\[\[[^\[\]]*+\]\]|[^,])++")
_STANCES = {stance.value: stance for stance in Stance}


class Said(NamedTuple):
    """What a citation says, without where it stands; `unclear` are parts not understood."""

    document: str = ""
    first: int | None = None
    last: int | None = None
    via: str = ""
    stance: Stance = Stance.SUPPORTS
    attribution: str = ""
    unclear: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def bracketed(inner: str) -> Said:
    """Return what the inside of the brackets says, from behind the `@` on.

    >>> bracketed("article, ¶12–13, disputes").last
    13
    """
    name, *parts = [" ".join(part.split()) for part in _PART.findall(inner)] or [""]
    name, _, rest = name.partition(" ")
    said = Said(document=name)
    for part in ([rest] if rest else []) + parts:
        said = _with_part(said, part)
    return said


def with_tail(said: Said, before: str, tail: str) -> Said:
    """Return the citation with what its line says before and after the brackets."""
    if not (before or tail):
        return said
    if not before and (only := _ONLY_VIA.fullmatch(tail)):
        name, first, last, via, supports, attribution, unclear = said
        via = via or only[1].strip()
        return Said(name, first, last, via, supports, attribution, unclear)
    words = [_trimmed(before)]
    for part in _PART.findall(tail):
        part = _trimmed(part)
        if match := _VIA.search(part):
            words.append(plain_words(_trimmed(part[: match.start()])))
            via, rest = _via_of(part[match.end() :])
            said = said._replace(via=said.via or via)
            part = _trimmed(rest)
        if stance := _STANCES.get(part.casefold()):
            said = said._replace(stance=stance)
        else:
            words.append(plain_words(part))
    return said._replace(attribution=", ".join(word for word in words if word))


def renumbered(inner: str, first: int, last: int) -> str:
    """Return the inside of the brackets with other paragraphs where it names some.

    >>> renumbered("article, ¶4, disputes", 6, 7)
    'article, ¶6–7, disputes'
    """
    for part in _PART.finditer(inner):
        words = part[0].strip()
        at = inner.index(words, part.start())
        if part.start() == 0:  # the document's name, perhaps with paragraphs behind it
            name, _, words = words.partition(" ")
            at = inner.find(words, at + len(name))
        if words and (match := _PARAGRAPHS.fullmatch(words)):
            numbers = f"{first}–{last}" if last != first else f"{first}"
            return inner[: at + match.start(1)] + numbers + inner[at + len(words) :]
    return inner


def via_behind(text: str, start: int, end: int) -> tuple[str, int]:
    """Return the source that running text names right behind a citation, and where that ends."""
    if match := _VIA_CARD.match(text, start, end):
        return _target(match[1]), match.end()
    if match := _VIA_NAME.match(text, start, end):
        return " ".join(match[1].split()), match.end()
    return "", start


def _with_part(said: Said, part: str) -> Said:
    if not part:
        return said
    if stance := _STANCES.get(part.casefold()):
        return said._replace(stance=stance)
    if match := _VIA.match(part):
        return said._replace(via=_via_of(part[match.end() :])[0])
    match = _PARAGRAPHS.fullmatch(part)
    if match is None or said.first is not None:
        return said._replace(unclear=(*said.unclear, part))
    first, last = sorted((int(match[1]), int(match[2] or match[1])))
    return said._replace(first=first, last=last)


def _via_of(text: str) -> tuple[str, str]:
    """Return the source behind `via`, and the words behind a source in brackets."""
    if text.startswith("[[") and "]]" in text:
        inner, _, rest = text[2:].partition("]]")
        return _target(inner), rest
    return _trimmed(plain_words(text)), ""


def _target(inner: str) -> str:
    return inner.replace("\\|", "|").partition("|")[0].strip()


def _trimmed(text: str) -> str:
    text = text.strip().strip(",;:").strip()
    if not text.endswith(".") or _ENDS_SHORT.search(text):
        return text
    return text.rstrip(". ")
