"""An outline as columns of plain values: told to another process in a tenth of the time."""

from __future__ import annotations

from typing import Any, NamedTuple

from briefer.briefing.model import Briefing, Card, Place
from briefer.briefing.names import names_of


class OutlineRows(NamedTuple):
    """An outline without its cards and names, and what is needed to make them again."""

    briefing: Briefing
    columns: tuple[tuple[Any, ...], ...]  # ids, titles, kinds, then files, lines and columns
    read: dict[int, Card]  # the cards that are there whole, by their turn


def rows_of(outline: Briefing) -> OutlineRows:
    """Take an outline apart."""
    rows = [(*card[:3], *card.place) for card in outline.cards]
    read = {turn: card for turn, card in enumerate(outline.cards) if card != Card(*card[:4])}
    names = outline.names._replace(by_id={}, exact={}, folded={})
    return OutlineRows(
        outline._replace(cards=(), names=names), tuple(zip(*rows, strict=True)), read
    )


def outline_from(rows: OutlineRows) -> Briefing:
    """Put an outline together again."""
    unread = map(_unread, *rows.columns)
    cards = tuple(rows.read.get(turn, card) for turn, card in enumerate(unread))
    return rows.briefing._replace(cards=cards, names=names_of(cards))


def _unread(card: str, title: str, kind: str, *place: Any) -> Card:
    return Card(card, title, kind, Place(*place))
