"""The tree of a prose -> one that Qt lays out without a halt."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element

from briefer.briefing.markup import MOST_ELEMENTS, as_typed
from briefer.briefing.model import Prose
from briefer.language import tr

_MOST_TYPED = 20_000  # characters of a text that is shown as it was typed
_TOO_MANY = tr("This text has too many parts for a card. It is shown as typed.")


class Bounded(NamedTuple):
    """A tree, the notice that stands over it or "", and how many characters are left out."""

    tree: Element
    notice: str
    left: int


def bounded(tree: Element, prose: Prose, most_typed: int = _MOST_TYPED) -> Bounded:
    """Return what of a prose's tree is shown; as it was typed, no more than so many characters."""
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        tree = as_typed(prose, _TOO_MANY)
    notice = tree.get("notice", "")
    left = len(prose.text) - most_typed if notice else 0
    if left <= 0:
        return Bounded(tree, notice, 0)
    words = prose.text[:most_typed] + " …"
    return Bounded(as_typed(Prose(words), notice), notice, left)
