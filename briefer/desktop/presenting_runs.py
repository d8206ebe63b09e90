"""A briefing -> the runs that can be presented, and which one a card begins."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefer.briefing.model import Briefing
from briefer.language import tr
from briefer.talk.run import Run, run_of_agenda, run_of_cards, run_of_kind, whole_run

PICKED = tr("Picked cards")


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be presented, where it begins, and whether it is a rehearsal."""

    run: Run
    position: int = 0
    rehearsal: bool = False


def runs_of(briefing: Briefing, picked: tuple[str, ...] = ()) -> tuple[Run, ...]:
    """Return the agendas, the picked cards, every kind, and all cards; at least one."""
    agendas = (run_of_agenda(briefing, agenda) for agenda in briefing.agendas if agenda.cards)
    mine = (run_of_cards(briefing, PICKED, picked),) if picked else ()
    kinds = (run_of_kind(briefing, kind.id) for kind in briefing.kinds)
    return (*agendas, *mine, *kinds, replace(whole_run(briefing), title=tr("All cards")))


def run_of_search(briefing: Briefing, query: str, ids: tuple[str, ...]) -> Run:
    """Return the cards that a search found as a run; one at least."""
    return run_of_cards(briefing, tr("Search: {query}", query=" ".join(query.split())), ids)


def run_from(briefing: Briefing, card_id: str) -> Choice:
    """Return the run that a card belongs to, from that card on: an agenda's, else its kind's."""
    for agenda in briefing.agendas:
        if card_id in agenda.cards:
            return Choice(run_of_agenda(briefing, agenda), agenda.cards.index(card_id))
    run = run_of_kind(briefing, briefing.card(card_id).kind)
    return Choice(run, run.cards.index(card_id))
