"""Cards and their ties -> graphs in which long columns are folded into groups, one or none open.

What holds for all graphs of the same cards is reckoned once: to open a group takes the time that
its own cards need, however many others there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from briefer.briefing.model import Briefing, Card, Kind
from briefer.language import in_sentence, ntr, tr
from briefer.views.citing import Citings, places_of, sources_of
from briefer.views.graph import Column, Graph, Link, Node
from briefer.views.graph_order import ordered
from briefer.views.references import references

FOLDED_FROM = 18  # cards in a column from which they are folded into groups
_FIRST = ("actors", "channels", "purposes")  # who, through what, for which purpose
_LAST = ("sources",)  # and who says so
_LEFT_OUT = "overview"  # it is tied to what it sums up: no part of the picture
_MOST_UNFOLDED = 300  # cards of a group; of a larger one those that are asked for come out

Place = tuple[int, str]  # the number of a column and the id of a node
Ties = Counter[tuple[Place, Place]]


class Folding:
    """Some cards of a briefing and all that they are tied to, in columns."""

    def __init__(self, briefing: Briefing, citings: Citings, cards: Collection[Card]) -> None:
        self._briefing, self._citings = briefing, citings
        self._chosen = frozenset(card.id for card in cards)
        shown = _shown(briefing, self._chosen)
        self._kinds = tuple(kind for kind in _kinds(briefing) if shown.get(kind.id))
        self._ids = tuple(shown[kind.id] for kind in self._kinds)
        self._nodes: dict[str, Node] = {}
        there = {card for ids in self._ids for card in ids}
        self._tied = {card: tuple(o for o in _tied(briefing, card) if o in there) for card in there}
        self._groups = tuple(
            _groups(ids, self._tied) if len(ids) >= FOLDED_FROM else None for ids in self._ids
        )
        self._group_of = {
            card: (number, key)
            for number, groups in enumerate(self._groups)
            for key, group in (groups or {}).items()
            for card in group
        }
        self._folded = {
            card: (number, node.id)
            for number in range(len(self._kinds))
            for node in self._column(number, frozenset())
            for card in node.cards
        }
        self._ties = self._counted(self._folded, self._folded)

    def graph(self, unfolded: frozenset[str] = frozenset()) -> Graph:
        """Return the graph; groups that hold a card of `unfolded` are shown card by card."""
        opened = {self._group_of[card] for card in unfolded if card in self._group_of}
        numbers = {number for number, _ in opened}
        columns = tuple(
            Column(kind, self._column(number, unfolded if number in numbers else frozenset()))
            for number, kind in enumerate(self._kinds)
        )
        links = tuple(
            Link(left[1], right[1], count, right[0] - left[0])
            for (left, right), count in self._opened(opened, columns).items()
        )
        near = [(link.left, link.right) for link in links if link.steps == 1]
        order = ordered([[node.id for node in column.nodes] for column in columns], near)
        return Graph(tuple(map(_sorted, columns, order)), links)

    def _opened(self, opened: Collection[tuple[int, str]], columns: tuple[Column, ...]) -> Ties:
        """Return the ties with some groups open."""
        if not opened:
            return self._ties
        cards = {card: None for number, key in opened for card in (self._groups[number] or {})[key]}
        places = self._folded | {
            card: (number, node.id)
            for number in {number for number, _ in opened}
            for node in columns[number].nodes
            for card in node.cards
            if card in cards
        }
        were = {self._folded[card] for card in cards}
        ties = Counter({
            ends: count for ends, count in self._ties.items()
            if ends[0] not in were and ends[1] not in were
        })  # fmt: skip
        ties.update(self._counted(cards, places))
        return ties

    def _counted(self, cards: Mapping[str, object], places: Mapping[str, Place]) -> Ties:
        """Return how often nodes are tied through some cards, where one end was chosen."""
        ties: Ties = Counter()
        chosen = self._chosen
        for card in cards:
            here, is_chosen = places[card], card in chosen
            for other in self._tied[card]:
                there = places[other]
                if here == there or not (is_chosen or other in chosen):
                    continue
                if other in cards and (here[0], card) > (there[0], other):
                    continue  # counted from its other end
                ties[(here, there) if here < there else (there, here)] += 1
        return ties

    def _column(self, number: int, unfolded: frozenset[str]) -> tuple[Node, ...]:
        groups = self._groups[number]
        if groups is None:
            return tuple(map(self._card_node, self._ids[number]))
        nodes: list[Node] = []
        for key, group in groups.items():
            alone = _alone(group, unfolded)
            rest = tuple(card for card in group if card not in alone)
            if len(rest) > 1:
                nodes.append(self._group_node(self._kinds[number], key, rest))
            else:
                alone = group
            nodes += map(self._card_node, alone)
        return tuple(nodes)

    def _card_node(self, card_id: str) -> Node:
        if card_id not in self._nodes:
            card, cited = self._briefing.card(card_id), self._citings.get(card_id, ())
            count = len(sources_of(cited))
            rests = tr("one source") if count == 1 else ntr("{n} source", "{n} sources", count)
            parts = [references(self._briefing, places_of(cited)), rests if count else ""]
            detail = " · ".join(part for part in parts if part) or tr("no passage")
            self._nodes[card_id] = Node(card_id, card.kind, (card_id,), card.title, detail)
        return self._nodes[card_id]

    def _group_node(self, kind: Kind, key: str, cards: tuple[str, ...]) -> Node:
        tied = self._briefing.names.by_id.get(key)
        detail = tr("with {title}", title=tied.title) if tied else tr("tied to few or none")
        title = f"{len(cards)} {in_sentence(kind.heading)}"
        return Node(f"group:{kind.id}:{key}", kind.id, cards, title, detail)


def _kinds(briefing: Briefing) -> tuple[Kind, ...]:
    def place(kind: Kind) -> tuple[int, int]:
        if kind.id in _FIRST:
            return 0, _FIRST.index(kind.id)
        return (2 if kind.id in _LAST else 1), briefing.kinds.index(kind)

    return tuple(sorted((k for k in briefing.kinds if k.id != _LEFT_OUT), key=place))


def _shown(briefing: Briefing, chosen: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """Return the cards to show by kind, in the order of the briefing: these and their ties."""
    wanted = {*chosen, *(other for card in chosen for other in _tied(briefing, card))}
    shown: dict[str, list[str]] = {}
    for card in briefing.cards:
        if card.id in wanted:
            shown.setdefault(card.kind, []).append(card.id)
    return {kind: tuple(ids) for kind, ids in shown.items()}


def _tied(briefing: Briefing, card_id: str) -> Iterator[str]:
    for relation in briefing.relations.get(card_id, ()):
        yield from relation.cards


def _alone(group: list[str], unfolded: frozenset[str]) -> Collection[str]:
    """Return the cards of a group that are shown one by one."""
    if len(group) == 1:
        return group
    asked = [card for card in group if card in unfolded]
    return dict.fromkeys(group if asked and len(group) <= _MOST_UNFOLDED else asked)


def _groups(ids: tuple[str, ...], tied: Mapping[str, Iterable[str]]) -> Mapping[str, list[str]]:
    """Return cards by the card of another kind that most of them share; "" gathers the rest."""
    own = frozenset(ids)
    ties = {card: [other for other in tied[card] if other not in own] for card in ids}
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


def _sorted(column: Column, ids: Iterable[str]) -> Column:
    by_id = {node.id: node for node in column.nodes}
    return replace(column, nodes=tuple(by_id[node_id] for node_id in ids))
