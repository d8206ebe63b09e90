"""A briefing and a choice -> the run of cards that a talk goes through, and its minutes."""

from __future__ import annotations

from dataclasses import dataclass

from briefer.briefing.model import Agenda, Briefing, Card


@dataclass(frozen=True, slots=True)
class Run:
    """Cards in the order of the talk; `minutes` is None when nobody set a time."""

    title: str
    cards: tuple[str, ...]  # ids; at least one
    minutes: float | None = None


def run_of_agenda(briefing: Briefing, agenda: Agenda) -> Run:
    """Return an agenda's run; its own minutes come first, else those of its cards."""
    minutes = agenda.minutes if agenda.minutes else _minutes_of(briefing, agenda.cards)
    return Run(agenda.title, agenda.cards, minutes)


def run_of_kind(briefing: Briefing, kind_id: str) -> Run:
    """Return the cards of a kind as a run."""
    ids = tuple(card.id for card in briefing.cards_of(kind_id))
    return Run(briefing.kind(kind_id).heading, ids, _minutes_of(briefing, ids))


def run_of_cards(briefing: Briefing, title: str, ids: tuple[str, ...]) -> Run:
    """Return any cards as a run: picked ones, or a search's hits."""
    return Run(title, ids, _minutes_of(briefing, ids))


def whole_run(briefing: Briefing) -> Run:
    """Return every card as a run."""
    return run_of_cards(briefing, briefing.title, tuple(card.id for card in briefing.cards))


def _minutes_of(briefing: Briefing, ids: tuple[str, ...]) -> float | None:
    """Return the minutes of the cards together, or None when a card names none."""
    minutes = [minutes_of(briefing.card(card)) for card in ids]
    known = [value for value in minutes if value is not None]
    return sum(known) if known and len(known) == len(minutes) else None


def minutes_of(card: Card) -> float | None:
    """Return the minutes that a card's field asks for, or None."""
    try:
        minutes = float(card.field("minutes").replace(",", "."))
    except ValueError:
        return None
    return minutes if 0 < minutes < 1440 else None
