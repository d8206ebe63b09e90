"""A style sheet and HTML -> those of its rules that the HTML has a use for.

Qt asks every rule of every element: most of what setting a card's HTML takes. A card uses a third
of the rules.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_RULE = re.compile(r"([^{}]+)\{[^{}]*\}")
_CLASS = re.compile(r"\.([\w-]+)")
_USED = re.compile(r'class="([^"]*)"')


class _Rule(NamedTuple):
    text: str
    needs: tuple[frozenset[str], ...]  # the classes of each of its selectors


class FittingStyles:
    """A style sheet that is cut down to what a text uses."""

    def __init__(self, style_sheet: str = "") -> None:
        self._rules = tuple(_rule(match) for match in _RULE.finditer(style_sheet))

    def for_html(self, html: str) -> str:
        """Return the rules whose classes occur in the HTML, in their order."""
        used = {name for names in set(_USED.findall(html)) for name in names.split()}
        return "\n".join(
            rule.text for rule in self._rules if any(need <= used for need in rule.needs)
        )


def _rule(match: re.Match[str]) -> _Rule:
    selectors = match[1].split(",")
    return _Rule(match[0].strip(), tuple(frozenset(_CLASS.findall(s)) for s in selectors))
