"""Markdown -> a text with the same words as `plain_words` gives, much sooner where it is simple.

Only words are compared here, so marks that part words need not be taken away.
"""

from __future__ import annotations

import re

from briefer.briefing.plain import plain_words

_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|\s*(?=[^\[\]|\s]))?\s*([^\[\]|]{1,400}?)\s*\]\]")
_CITED = re.compile(r"\[@[^\[\]]{1,400}\]")
# Three searches: each begins with a fixed set of signs, which `re` looks for much faster.
_SIGNS = re.compile(r"[\\\[\]&{}|<~\t\u00a0]")
_INSIDE_WORDS = re.compile(r"[*`_](?<=[^\W_][*`_])[*`_]*[^\W_]")
_LINE_STARTS = re.compile(r"\n[ >*+-]*(?:\d{1,9}[.)]|=|:)")


def bare_words(markdown: str) -> str:
    """Return a text with the words of the Markdown, in their order; marks may be left in it."""
    bare = markdown
    if "[" in bare:
        *cited, rest = _CITED.split(bare)
        bare = "".join(_LINK.split("".join((*map(str.rstrip, cited), rest))))  # quicker than `sub`
    return plain_words(markdown) if _is_hard(markdown, bare) else bare


def _is_hard(markdown: str, bare: str) -> bool:
    """Tell whether more than links and citations parts the words from those of the Markdown."""
    if "`" in markdown and ("``" in markdown or any("[" in c for c in markdown.split("`")[1::2])):
        return True
    return bool(
        _SIGNS.search(bare) or _INSIDE_WORDS.search(bare) or _LINE_STARTS.search("\n" + bare)
    )
