"""The fields and prose of all cards -> which cards are tied to which, from both sides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from briefer.briefing.fields import list_items
from briefer.briefing.model import Card, Field, Kind, Relation
from briefer.briefing.names import Names
from briefer.briefing.plain import link_words

SEE_ALSO = "See also"
_LINK = re.compile(r"\[\[([^\[\]]{1,400})\]\]")


class Ties(NamedTuple):
    """Relations and mentions by card id."""

    relations: Mapping[str, tuple[Relation, ...]]
    mentions: Mapping[str, tuple[str, ...]]


class Item(NamedTuple):
    """An entry of a relation: a name, whether it stands in `[[ ]]`, and its card if any."""

    name: str
    linked: bool
    card: Card | None


class Listing(NamedTuple):
    """A field that lists the cards of a kind."""

    card: Card
    field: Field
    kind: Kind
    items: tuple[Item, ...]


def listings_of(
    cards: tuple[Card, ...], kinds: tuple[Kind, ...], names: Names
) -> tuple[Listing, ...]:
    """Return all relations as they are written, on one side or the other."""
    headings = relation_headings(kinds)
    return tuple(
        Listing(card, field, kind, tuple(_items(field, names)))
        for card in cards
        for field in card.fields
        if (kind := headings.get(field.key.casefold()))
    )


def ties_of(
    cards: tuple[Card, ...], kinds: tuple[Kind, ...], listings: Iterable[Listing], names: Names
) -> Ties:
    """Tie the cards to each other: relations shown from both ends, mentions from one."""
    headings = relation_headings(kinds)
    tied: dict[str, dict[str, None]] = {card.id: {} for card in cards}
    for listing in listings:
        own = tied[listing.card.id]
        for item in listing.items:
            if item.card and item.card is not listing.card:
                own[item.card.id] = None
    written = {card_id: tuple(others) for card_id, others in tied.items()}
    for card_id, others in written.items():
        for other_id in others:
            tied[other_id].setdefault(card_id)
    relations = {
        card.id: _relations(card, tied[card.id], kinds, names) for card in cards if tied[card.id]
    }
    return Ties(relations, _mentions(cards, tied, headings, names))


def relation_headings(kinds: tuple[Kind, ...]) -> Mapping[str, Kind]:
    """Return the kinds by the key under which a card lists their cards, casefolded."""
    return {kind.heading.casefold(): kind for kind in kinds}


def _items(field: Field, names: Names) -> Iterator[Item]:
    """Yield what a relation lists; a whole name without brackets leads on when it is exact."""
    for item in list_items(field.value):
        inside = _LINK.findall(item) if "[[" in item else ()
        for inner in inside:
            target = link_words(inner)[0]
            if target:
                yield Item(target, linked=True, card=names.find(target))
        if not inside:
            exact = names.exactly(item)
            yield Item(item, linked=False, card=exact[0] if exact else None)


def _relations(
    card: Card, tied: Mapping[str, None], kinds: tuple[Kind, ...], names: Names
) -> tuple[Relation, ...]:
    by_kind: dict[str, list[str]] = {}
    for other in tied:
        by_kind.setdefault(names.by_id[other].kind, []).append(other)
    own = by_kind.pop(card.kind, None)
    relations = [
        Relation(kind.id, kind.heading, tuple(by_kind[kind.id]))
        for kind in kinds
        if kind.id in by_kind
    ]
    if own:
        relations.append(Relation(card.kind, SEE_ALSO, tuple(own)))
    return tuple(relations)


def _mentions(
    cards: tuple[Card, ...],
    tied: Mapping[str, Mapping[str, None]],
    headings: Mapping[str, Kind],
    names: Names,
) -> Mapping[str, tuple[str, ...]]:
    """Return, by card, those that lead to it in prose or other fields and are not tied to it."""
    exact = names.exact
    mentions: dict[str, dict[str, None]] = {}
    for card in cards:
        links = [*card.body.links, *card.notes.links]
        for field in card.fields:
            if field.links and field.key.casefold() not in headings:
                links.extend(field.links)
        for link in links:
            fitting = exact.get(link.target) or names.all(link.target)
            if fitting and fitting[0] is not card and card.id not in tied[fitting[0].id]:
                mentions.setdefault(fitting[0].id, {})[card.id] = None
    return {card_id: tuple(others) for card_id, others in mentions.items()}
