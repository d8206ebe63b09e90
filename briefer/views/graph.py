"""Cards and their ties -> columns of nodes and the links between them, folded where many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from briefer.briefing.model import Briefing, Card, Kind
from briefer.language import in_sentence, ntr, tr
from briefer.views.citing import Citings, places_of, sources_of
from briefer.views.graph_order import ordered
from briefer.views.references import references

_FIRST = ("actors", "channels", "purposes")  # who, through what, for which purpose
_LAST = ("sources",)  # and who says so
_LEFT_OUT = "overview"  # it is tied to what it sums up: no part of the picture
FOLDED_FROM = 18  # cards in a column from which they are folded into groups
_MOST_UNFOLDED = 300  # cards of a group; of a larger one those that are asked for come out


@dataclass(frozen=True, slots=True)
class Node:
    """A card, or a group of cards that are folded together; `id` is the card's or its own."""

    id: str
    kind: str
    cards: tuple[str, ...]
    title: str
    detail: str

    @property
    def is_group(self) -> bool:
        """Tell whether it stands for several cards."""
        return len(self.cards) > 1


@dataclass(frozen=True, slots=True)
class Column:
    """The nodes of one kind, from top to bottom."""

    kind: Kind
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Nodes that are tied, the one further left first; `ties` counts the cards' ties."""

    left: str
    right: str
    ties: int
    steps: int  # columns from one to the other; 0 within a column


@dataclass(frozen=True, slots=True)
class Graph:
    """Columns of nodes and the links between them."""

    columns: tuple[Column, ...]
    links: tuple[Link, ...]

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Return all nodes, column by column."""
        return tuple(node for column in self.columns for node in column.nodes)

    def node_of(self, card_id: str) -> Node | None:
        """Return the node that a card stands in, or the node of this id."""
        return next((n for n in self.nodes if card_id in n.cards or card_id == n.id), None)


def graph_of(
    briefing: Briefing,
    citings: Citings,
    cards: Collection[Card],
    unfolded: frozenset[str] = frozenset(),
) -> Graph:
    """Return some cards and all they are tied to, ordered to cross as little as can be.

    Groups that hold a card of `unfolded` are shown card by card.
    """
    shown = _shown(briefing, cards)
    kinds = tuple(kind for kind in _kinds(briefing) if shown.get(kind.id))
    columns = tuple(
        Column(kind, _nodes(briefing, citings, kind, shown[kind.id], shown, unfolded))
        for kind in kinds
    )
    links = tuple(_links(briefing, columns, {card.id for card in cards}))
    near = [(link.left, link.right) for link in links if link.steps == 1]
    order = ordered([[node.id for node in column.nodes] for column in columns], near)
    return Graph(
        tuple(
            replace(column, nodes=tuple(sorted(column.nodes, key=lambda n: ids.index(n.id))))
            for column, ids in zip(columns, order, strict=True)
        ),
        links,
    )


def _kinds(briefing: Briefing) -> tuple[Kind, ...]:
    def place(kind: Kind) -> tuple[int, int]:
        if kind.id in _FIRST:
            return 0, _FIRST.index(kind.id)
        return (2 if kind.id in _LAST else 1), briefing.kinds.index(kind)

    return tuple(sorted((k for k in briefing.kinds if k.id != _LEFT_OUT), key=place))


def _shown(briefing: Briefing, cards: Collection[Card]) -> Mapping[str, tuple[str, ...]]:
    """Return the cards to show by kind, in the order of the briefing: these and their ties."""
    chosen = {card.id for card in cards}
    wanted = chosen | {other for card in chosen for other in _tied(briefing, card)}
    shown: dict[str, list[str]] = {}
    for card in briefing.cards:
        if card.id in wanted:
            shown.setdefault(card.kind, []).append(card.id)
    return {kind: tuple(ids) for kind, ids in shown.items()}


def _tied(briefing: Briefing, card_id: str) -> Iterator[str]:
    for relation in briefing.relations.get(card_id, ()):
        yield from relation.cards


def _nodes(
    briefing: Briefing,
    citings: Citings,
    kind: Kind,
    ids: tuple[str, ...],
    shown: Mapping[str, tuple[str, ...]],
    unfolded: frozenset[str],
) -> tuple[Node, ...]:
    if len(ids) < FOLDED_FROM:
        return tuple(_card_node(briefing, citings, card) for card in ids)
    nodes: list[Node] = []
    for key, group in _groups(briefing, ids, shown).items():
        alone = _alone(group, unfolded)
        rest = tuple(card for card in group if card not in alone)
        if len(rest) > 1:
            nodes.append(_group_node(briefing, kind, key, rest))
        else:
            alone = group
        nodes += [_card_node(briefing, citings, card) for card in alone]
    return tuple(nodes)


def _alone(group: list[str], unfolded: frozenset[str]) -> Collection[str]:
    """Return the cards of a group that are shown one by one."""
    if len(group) == 1:
        return group
    asked = [card for card in group if card in unfolded]
    return dict.fromkeys(group if asked and len(group) <= _MOST_UNFOLDED else asked)


def _card_node(briefing: Briefing, citings: Citings, card_id: str) -> Node:
    card, cited = briefing.card(card_id), citings.get(card_id, ())
    sources = sources_of(cited)
    rests = (
        tr("one source") if len(sources) == 1 else ntr("{n} source", "{n} sources", len(sources))
    )
    parts = [references(briefing, places_of(cited)), rests if sources else ""]
    detail = " · ".join(part for part in parts if part) or tr("no passage")
    return Node(card_id, card.kind, (card_id,), card.title, detail)


def _group_node(briefing: Briefing, kind: Kind, key: str, cards: tuple[str, ...]) -> Node:
    tied = briefing.names.by_id.get(key)
    detail = tr("with {title}", title=tied.title) if tied else tr("tied to few or none")
    return Node(
        f"group:{kind.id}:{key}",
        kind.id,
        cards,
        f"{len(cards)} {in_sentence(kind.heading)}",
        detail,
    )


def _groups(
    briefing: Briefing, ids: tuple[str, ...], shown: Mapping[str, tuple[str, ...]]
) -> Mapping[str, list[str]]:
    """Return cards by the card of another kind that most of them share; "" gathers the rest."""
    there = {card for kind_ids in shown.values() for card in kind_ids} - set(ids)
    ties = {card: [o for o in _tied(briefing, card) if o in there] for card in ids}
    counts = Counter(other for others in ties.values() for other in others)
    groups: dict[str, list[str]] = {}
    for card, others in ties.items():
        key = max(others, key=lambda other: (counts[other], other), default="")
        groups.setdefault(key, []).append(card)
    largest = sorted(groups, key=lambda key: (-len(groups[key]), key))[: FOLDED_FROM - 1]
    folded: dict[str, list[str]] = {}
    for key, cards in groups.items():
        folded.setdefault(key if key in largest else "", []).extend(cards)
    return folded


def _links(
    briefing: Briefing, columns: tuple[Column, ...], chosen: Collection[str]
) -> Iterator[Link]:
    """Yield what is tied, where one end is among the chosen cards."""
    place = {
        card: (number, node.id)
        for number, column in enumerate(columns)
        for node in column.nodes
        for card in node.cards
    }
    ties: Counter[tuple[tuple[int, str], tuple[int, str]]] = Counter()
    for card, here in place.items():
        for other in _tied(briefing, card):
            there = place.get(other)
            if there is None or there[1] == here[1] or not (card in chosen or other in chosen):
                continue
            if (here[0], card) < (there[0], other):
                ties[min(here, there), max(here, there)] += 1
    for (left, right), count in ties.items():
        yield Link(left[1], right[1], count, right[0] - left[0])
