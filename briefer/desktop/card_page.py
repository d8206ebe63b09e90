"""A card with what is known about it, and the small pieces of HTML that show it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from briefer.briefing.disguises import unmasked
from briefer.briefing.model import Briefing, Card, Prose
from briefer.evidence.model import Checked, Reference, Report

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LONG_CHIP = 40  # characters; a longer one may break at its spaces
_LONG_WORD = re.compile(r"\S{400}(?=\S)")  # Qt lays out endless words in quadratic time


Trees = Callable[[Prose, str], "Element"]  # of a prose, whose images are named from a folder

_NOTHING: Mapping[Any, Any] = MappingProxyType({})


class CardEvidence(NamedTuple):
    """What the checker found on one card; by (in_notes, index)."""

    quotations: Mapping[tuple[bool, int], Checked] = _NOTHING
    references: Mapping[tuple[bool, int], Reference] = _NOTHING


class CardsEvidence:
    """What the checker found, card by card; of very many cards no more than a list each is made."""

    def __init__(self, report: Report) -> None:
        self._checked: dict[str, list[Checked]] = {}
        self._references: dict[str, list[Reference]] = {}
        for checked in chain(report.quotations, report.finds):
            self._checked.setdefault(checked.card, []).append(checked)
        for found in report.references:
            self._references.setdefault(found.card, []).append(found)

    def of(self, card_id: str) -> CardEvidence:
        """Return what the checker found on a card."""
        checked = self._checked.get(card_id, ())
        references = self._references.get(card_id, ())
        return CardEvidence(
            {(found.in_notes, found.index): found for found in checked},
            {(found.in_notes, found.index): found for found in references},
        )


class Page(NamedTuple):
    """A card to be shown; `evidence` is None while its quotations are still being compared."""

    briefing: Briefing
    card: Card
    evidence: CardEvidence | None
    report: Report | None
    notes_open: bool = False
    label_width: int = 110  # pixels of the column of labels; 0: they stand above what they name
    icon_size: int = 16  # pixels
    trees: Trees | None = None  # what gives the tree of a prose; None: it is made here and now

    def kind_class(self, kind_id: str) -> str:
        """Return the style class that carries the colour of a kind."""
        ids = [kind.id for kind in self.briefing.kinds]
        return f"kind{ids.index(kind_id)}" if kind_id in ids else ""

    def chip(self, card: Card) -> str:
        """Return a chip that leads to a card."""
        return self.anchor(f"chip:{card.id}", card.title, card.kind)

    def anchor(self, href: str, words: str, kind_id: str) -> str:
        """Return a chip that leads anywhere, in the colour of a kind."""
        style = f"chip {self.kind_class(kind_id)}".strip()
        return f'<a class="{style}" href="{attribute(href)}">{unbroken(words)}</a>'

    def link(self, target: str, shown: str) -> str:
        """Return a link in running text, or its words with a warning when it is dead."""
        card = self.briefing.names.find(target)
        if card is None:
            return f'<span class="dead">{text(shown)}</span>'
        style = f"link {self.kind_class(card.kind)}".strip()
        return f'<a class="{style}" href="{attribute("card:" + card.id)}">{text(shown)}</a>'


def chips(anchors: Iterable[str]) -> str:
    """Return chips in a row, with room between them wherever the lines break."""
    return "\u00a0\u00a0\u00a0\u00a0 ".join(anchors)


def rows(labelled: Iterable[tuple[str, str]], label_width: int) -> str:
    """Return a table of labels and what they stand for, which is HTML already.

    Without a width for the labels they stand above what they name.
    """
    beside = f' width="{label_width}"' if label_width else ""
    between = "" if label_width else "</tr><tr>"
    cells = "".join(
        f'<tr><td class="label"{beside}>{text(label)}</td>{between}'
        f'<td class="value">{value}</td></tr>'
        for label, value in labelled
    )
    return f'<table class="rows" cellspacing="0" border="0">{cells}</table>' if cells else ""


def text(words: str) -> str:
    """Return words as HTML; endless ones are given places to break, and disguises shown."""
    words = _LONG_WORD.sub(lambda match: match[0] + "\u200b", unmasked(words))
    return html.escape(words, quote=False)


def attribute(words: str) -> str:
    """Return words as they stand in an attribute."""
    return html.escape(words)


def unbroken(words: str) -> str:
    """Return the words of a chip: in one piece unless they are long, with a little air around."""
    words = text(words)
    if len(words) <= _LONG_CHIP:
        words = words.replace(" ", "\u00a0").replace("-", "-\u2060").replace("–", "–\u2060")
    return f"\u00a0{words}\u00a0"
