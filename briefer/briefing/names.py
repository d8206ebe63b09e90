"""What people write in [[ ]] -> the card that it leads to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefer.briefing.model import Card

    _Table = Mapping[str, tuple[Card, ...]]


class Names(NamedTuple):
    """The ids, titles and aliases of all cards: first as they stand, then in any case."""

    by_id: Mapping[str, Card]
    exact: Mapping[str, tuple[Card, ...]]  # an id goes before a title, a title before an alias
    folded: Mapping[str, tuple[Card, ...]]

    def all(self, target: str) -> tuple[Card, ...]:
        """Return every card that a name fits equally well; the first is the one it leads to."""
        target = target.strip()
        return self.exact.get(target) or self.folded.get(target.casefold(), ())

    def exactly(self, target: str) -> tuple[Card, ...]:
        """Return every card with this very id, else this very title, else this very alias."""
        return self.exact.get(target.strip(), ())

    def find(self, target: str) -> Card | None:
        """Return the card that a name leads to, or None for a dead link."""
        found = self.all(target)
        return found[0] if found else None


def names_of(cards: Iterable[Card]) -> Names:
    """Return the names of these cards; ids are taken to be unique."""
    cards = tuple(cards)
    by_id = {card.id: card for card in cards}
    titles = _table((card.title, card) for card in cards)
    aliases = _table((alias, card) for card in cards for alias in card.aliases)
    ids = {key: (card,) for key, card in by_id.items()}
    tables = (aliases, titles, ids)
    return Names(by_id, _joint(tables), _joint([_folded(table) for table in tables]))


def _joint(tables: Iterable[_Table]) -> _Table:
    """Return one table in which a later one's names go before those of the earlier."""
    joint: dict[str, tuple[Card, ...]] = {}
    for table in tables:
        joint.update(table)
    return joint


def _table(pairs: Iterable[tuple[str, Card]]) -> dict[str, tuple[Card, ...]]:
    table: dict[str, list[Card]] = {}
    for name, card in pairs:
        if name:
            table.setdefault(name, []).append(card)
    return {name: tuple(cards) for name, cards in table.items()}


def _folded(table: Mapping[str, tuple[Card, ...]]) -> dict[str, tuple[Card, ...]]:
    return _table((name.casefold(), card) for name, cards in table.items() for card in cards)
