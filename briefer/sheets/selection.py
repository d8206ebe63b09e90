"""A selection -> the cards to print, in order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from briefer.briefing.model import Agenda, Briefing, Card, Kind
from briefer.evidence.passage_cards import passage_card
from briefer.sheets.errors import SelectionError
from briefer.sheets.options import (
    CardsOfAgenda,
    CardsOfKind,
    ChosenCards,
    Selection,
    WholeBriefing,
)


def selected_cards(briefing: Briefing, selection: Selection) -> tuple[Card, ...]:
    """Return the chosen cards, each once; raises SelectionError when that leaves none.

    A passage that was chosen is a card of its own.
    """
    cards = tuple({card.id: card for card in _cards(briefing, selection)}.values())
    if not cards:
        raise SelectionError("There is no card to print in this selection.")
    return cards


def _cards(briefing: Briefing, selection: Selection) -> tuple[Card, ...]:
    match selection:
        case WholeBriefing():
            return briefing.cards
        case ChosenCards(ids):
            return tuple(_card(briefing, name) for name in ids)
        case CardsOfKind(name):
            return briefing.cards_of(kind_named(briefing, name).id)
        case CardsOfAgenda(name):
            return tuple(briefing.card(card) for card in _agenda(briefing, name).cards)
        case _:
            assert_never(selection)


def _card(briefing: Briefing, name: str) -> Card:
    if card := passage_card(briefing, name) or briefing.names.find(name):
        return card
    raise SelectionError(f"No card is called “{name}”.")


def kind_named(briefing: Briefing, name: str) -> Kind:
    """Return the kind with this id or heading; raises SelectionError."""
    wanted = name.strip().casefold()
    for kind in briefing.kinds:
        if wanted in {kind.id, kind.heading.casefold(), kind.singular.casefold()}:
            return kind
    raise SelectionError(
        f"No kind of cards is called “{name}”; there are {_listed(k.id for k in briefing.kinds)}."
    )


def _agenda(briefing: Briefing, name: str) -> Agenda:
    wanted = name.strip().casefold()
    for agenda in briefing.agendas:
        if wanted in {agenda.id, agenda.title.casefold()}:
            return agenda
    known = _listed(agenda.id for agenda in briefing.agendas)
    raise SelectionError(f"No run order is called “{name}”; there are {known}.")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "none"
