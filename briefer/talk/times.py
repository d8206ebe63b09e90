"""A talk that has ended -> the times spent per card, as Markdown or CSV."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from briefer.briefing.model import Briefing
from briefer.talk.clock import minutes_and_seconds
from briefer.talk.run import minutes_of
from briefer.talk.talk import Talk


@dataclass(frozen=True, slots=True)
class CardTime:
    """A card and the seconds spent on it; `planned` are its own minutes, if it names any."""

    card: str
    title: str
    seconds: float
    planned: float | None


def card_times(briefing: Briefing, talk: Talk) -> tuple[CardTime, ...]:
    """Return the cards of the run in order, then what was sent to the room besides."""
    ids = dict.fromkeys((*talk.run.cards, *talk.spent))
    known = briefing.names.by_id
    cards = [
        CardTime(card.id, card.title, talk.spent.get(card.id, 0.0), minutes_of(card))
        for card in (briefing.card(card) for card in ids if card in known)
    ]
    passages = sum(seconds for shown, seconds in talk.spent.items() if shown not in known)
    return (*cards, CardTime("", "Passages", passages, None)) if passages else tuple(cards)


def times_markdown(title: str, times: tuple[CardTime, ...]) -> str:
    """Return a table of cards and times with their sum."""
    lines = [f"# {title}", "", "| Card | Spent | Planned |", "| --- | ---: | ---: |"]
    lines += [
        f"| {_cell(t.title)} | {minutes_and_seconds(t.seconds)} | {_planned(t)} |" for t in times
    ]
    lines.append(f"| **Together** | {minutes_and_seconds(sum(t.seconds for t in times))} | |")
    return "\n".join(lines) + "\n"


def times_csv(times: tuple[CardTime, ...]) -> str:
    """Return the same as comma-separated values, seconds as whole numbers."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("card", "title", "seconds", "planned_seconds"))
    for t in times:
        planned = "" if t.planned is None else round(t.planned * 60)
        writer.writerow((t.card, _harmless(t.title), round(t.seconds), planned))
    return out.getvalue()


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


def _harmless(words: str) -> str:
    """Keep a title from being read as a formula by a spreadsheet."""
    return f"'{words}" if words[:1] in "=+-@" and words else words


def _planned(time: CardTime) -> str:
    return "" if time.planned is None else minutes_and_seconds(time.planned * 60)
