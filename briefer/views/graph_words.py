"""A graph -> its relations in words, for those who do not see the picture."""

from __future__ import annotations

from briefer.briefing.model import Briefing
from briefer.language import tr
from briefer.views.graph import Graph

Ties = tuple[str, tuple[tuple[str, str], ...]]  # a card's title; kinds with the cards' titles


def ties_in_words(briefing: Briefing, graph: Graph) -> tuple[tuple[str, tuple[Ties, ...]], ...]:
    """Return, kind by kind, each card that is shown and what it is tied to."""
    there = {card for node in graph.nodes for card in node.cards}
    return tuple(
        (
            column.kind.heading,
            tuple(
                (briefing.card(card).title, _ties(briefing, card, there))
                for node in column.nodes
                for card in node.cards
            ),
        )
        for column in graph.columns
    )


def relations_in_words(briefing: Briefing, graph: Graph) -> tuple[str, ...]:
    """Return a line for each card: "Crisis hotlines. Actors: Russia; Sources: The article"."""
    return tuple(
        f"{title}. "
        + ("; ".join(f"{kind}: {cards}" for kind, cards in ties) or tr("Tied to none."))
        for _, listed in ties_in_words(briefing, graph)
        for title, ties in listed
    )


def _ties(briefing: Briefing, card_id: str, there: set[str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (relation.label, ", ".join(briefing.card(o).title for o in relation.cards if o in there))
        for relation in briefing.relations.get(card_id, ())
        if there.intersection(relation.cards)
    )
