"""Markdown -> a text with the same words as `plain_words` gives, much sooner where it is simple.

Only words are compared here, so marks that part words need not be taken away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefer.briefing.plain import plain_words

_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|\s*(?=[^\[\]|\s]))?\s*([^\[\]|]{0,399}[^\[\]|\s])\s*\]\]")
_CITED = re.compile(r"\[@[^\[\]]{1,400}\]")
# Each of these begins with a plain sign, which `re` looks for much faster than for several.
_SIGNS = ("\\", "[", "]", "&", "{", "}", "|", "<", "~", "\t", "\u00a0")
_INSIDE_WORDS = tuple(
    (sign, re.compile(rf"{re.escape(sign)}(?<=[^\W_]{re.escape(sign)})[*`_]*[^\W_]"))
    for sign in "*`_"
)
_LINE_STARTS = re.compile(r"\n[ >*+-]*(?:\d{1,9}[.)]|=|:)")
_WALL = "]\0["  # between texts; what reaches across breaks it, or leaves a bracket over


def several_bare(texts: Iterable[str], end: str) -> str | None:
    """Return what `bare_words` gives for each text, ends between; None if that is not simple."""
    markdown = _WALL.join(texts)
    walls = markdown.count(_WALL)
    bare = _without_links(markdown)
    if bare.count(_WALL) != walls or "\0\n" in bare:
        return None
    bare = bare.replace(_WALL, "\0\n")
    return None if _is_hard(markdown, bare) else bare.replace("\0\n", end)


def bare_words(markdown: str) -> str:
    """Return a text with the words of the Markdown, in their order; marks may be left in it."""
    bare = _without_links(markdown) if "[" in markdown else markdown
    return plain_words(markdown) if _is_hard(markdown, bare) else bare


def _without_links(markdown: str) -> str:
    """Return the text with what links show, and without citations."""
    *cited, rest = _CITED.split(markdown)
    return "".join(_LINK.split("".join((*map(str.rstrip, cited), rest))))  # quicker than `sub`


def _is_hard(markdown: str, bare: str) -> bool:
    """Tell whether more than links and citations parts the words from those of the Markdown."""
    if "`" in markdown and ("``" in markdown or "[" in "".join(markdown.split("`")[1::2])):
        return True
    return (
        any(sign in bare for sign in _SIGNS)
        or any(sign in bare and inside.search(bare) for sign, inside in _INSIDE_WORDS)
        or _LINE_STARTS.search("\n" + bare) is not None
    )
