"""A briefing -> the runs that can be presented, and which one a card begins."""

from __future__ import annotations

from dataclasses import dataclass

from briefer.briefing.model import Briefing
from briefer.talk.run import Run, run_of_agenda, run_of_kind, whole_run


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be presented, where it begins, and whether it is a rehearsal."""

    run: Run
    position: int = 0
    rehearsal: bool = False


def runs_of(briefing: Briefing) -> tuple[Run, ...]:
    """Return the agendas, then every kind, then all cards; at least one."""
    agendas = (run_of_agenda(briefing, agenda) for agenda in briefing.agendas if agenda.cards)
    kinds = (run_of_kind(briefing, kind.id) for kind in briefing.kinds)
    return (*agendas, *kinds, whole_run(briefing))


def run_from(briefing: Briefing, card_id: str) -> Choice:
    """Return the run that a card belongs to, from that card on: an agenda's, else its kind's."""
    for agenda in briefing.agendas:
        if card_id in agenda.cards:
            return Choice(run_of_agenda(briefing, agenda), agenda.cards.index(card_id))
    run = run_of_kind(briefing, briefing.card(card_id).kind)
    return Choice(run, run.cards.index(card_id))
