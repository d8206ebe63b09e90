"""Columns of nodes and the links between them: cards and their ties, folded where many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefer.briefing.model import Kind


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
    _by_card: Mapping[str, Node] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_card = {card: node for node in self.nodes for card in (*node.cards, node.id)}
        object.__setattr__(self, "_by_card", by_card)

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Return all nodes, column by column."""
        return tuple(node for column in self.columns for node in column.nodes)

    def node_of(self, card_id: str) -> Node | None:
        """Return the node that a card stands in, or the node of this id."""
        return self._by_card.get(card_id)
