"""The headings of kinds, as they stand within other words."""

from __future__ import annotations

from briefer.language import ENGLISH, spoken


def within_words(heading: str) -> str:
    """Return a heading as it stands after other words: German keeps a noun's capital.

    >>> within_words("Channels")
    'channels'
    """
    return heading.lower() if spoken() == ENGLISH else heading
