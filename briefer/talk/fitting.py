"""A run and the minutes that there are -> the musts and what fits besides."""

from __future__ import annotations

from dataclasses import dataclass

from briefer.briefing.model import Briefing, Card
from briefer.talk.run import Run, minutes_of

_PRIORITIES = ("must", "should", "could")


@dataclass(frozen=True, slots=True)
class Fitted:
    """A run cut to its time, the cards that were left out, and the minutes its musts take."""

    run: Run
    left_out: tuple[str, ...]
    needed: float  # minutes of the cards that stay
    musts: tuple[str, ...]


def priority_of(card: Card) -> str:
    """Return must, should or could; a card that names none should be said."""
    named = card.field("priority").strip().casefold()
    return named if named in _PRIORITIES else "should"


def musts_of(briefing: Briefing, run: Run) -> tuple[str, ...]:
    """Return the cards of a run that must be said, in its order."""
    return tuple(card for card in run.cards if priority_of(briefing.card(card)) == "must")


def fitted_run(briefing: Briefing, run: Run, minutes: float) -> Fitted:
    """Return the run in its order: every must, then what should, then what could still fit."""
    cards = {card: briefing.card(card) for card in run.cards}
    lengths = {card: length_of(cards[card]) for card in cards}
    musts = musts_of(briefing, run)
    kept, left = set(musts), minutes - sum(lengths[card] for card in dict.fromkeys(musts))
    for priority in _PRIORITIES[1:]:
        for card in cards:
            if priority_of(cards[card]) == priority and lengths[card] <= left:
                kept.add(card)
                left -= lengths[card]
    if not kept:
        kept.add(run.cards[0])
    ids = tuple(card for card in run.cards if card in kept)
    left_out = tuple(card for card in run.cards if card not in kept)
    needed = sum(lengths[card] for card in kept)
    return Fitted(Run(run.title, ids, minutes), left_out, needed, musts)


def length_of(card: Card) -> float:
    """Return the minutes that a card takes; one when it does not say."""
    return minutes_of(card) or 1.0
