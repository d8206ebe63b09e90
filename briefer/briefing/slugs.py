"""Titles -> ids, the way the format makes them."""

from __future__ import annotations

import re
import unicodedata

_RUN = re.compile(r"[\W_]+")


def slug(title: str) -> str:
    """Return a title's id; "" when it has neither letter nor digit.

    >>> slug("Armed-forces line (Reuters)")
    'armed-forces-line-reuters'
    """
    if not title.isascii():
        title = unicodedata.normalize("NFKC", title)
    return _RUN.sub("-", title.lower()).strip("-")
