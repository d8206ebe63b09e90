"""What is typed behind `briefer pdf` -> the choices of a print."""

from __future__ import annotations

import argparse
from datetime import date
from enum import StrEnum
from pathlib import Path

from briefer.briefing.model import Briefing
from briefer.evidence.model import Report
from briefer.sheets.options import (
    Annex,
    CardsOfAgenda,
    CardsOfKind,
    ChosenCards,
    Format,
    Layout,
    Options,
    Orientation,
    Paper,
    Selection,
    WholeBriefing,
)


def add_sheet_arguments(parser: argparse.ArgumentParser) -> None:
    """Give the parser every choice of a print."""
    parser.add_argument("path", metavar="PATH")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    chooser = parser.add_argument_group("what is printed; the whole briefing when left out")
    one = chooser.add_mutually_exclusive_group()
    one.add_argument("--cards", metavar="IDS", help="cards by id or title, between commas")
    one.add_argument("--kind", help="the cards of one kind")
    one.add_argument("--agenda", help="the cards of a run order")
    one.add_argument("--search", metavar="QUERY", help="the cards that a search finds")
    shape = parser.add_argument_group("how it looks")
    shape.add_argument("--format", choices=_values(Format), default=Format.PDF)
    shape.add_argument("--layout", choices=_values(Layout), default=Layout.SHEET)
    shape.add_argument("--paper", choices=_values(Paper), help="the briefing's own when left out")
    shape.add_argument("--orientation", choices=_values(Orientation))
    shape.add_argument("--large-print", action="store_true", help="14 points")
    shape.add_argument("--marking", metavar="TEXT", help="the banner of every page")
    shape.add_argument(
        "--date", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the day that the pages name"
    )
    more = parser.add_argument_group("what is printed besides")
    more.add_argument("--notes", action="store_true", help="the speaker notes")
    more.add_argument("--grades", action="store_true", help="the grades of exact quotations too")
    more.add_argument(
        "--annex",
        choices=_values(Annex),
        nargs="?",
        const=Annex.QUOTATIONS,
        default=Annex.NONE,
        help="every quotation in its paragraph, or the whole documents too",
    )


def _values(choice: type[StrEnum]) -> list[str]:
    """Return plain words: argparse shows choices as Python would."""
    return [member.value for member in choice]


def sheet_options(
    chosen: argparse.Namespace, briefing: Briefing, report: Report, today: date
) -> Options:
    """Return the choices that were typed; raises SelectionError later, when a name is unknown."""
    return Options(
        checked=chosen.date or today,
        selection=_selection(chosen, briefing, report),
        layout=Layout(chosen.layout),
        paper=Paper(chosen.paper) if chosen.paper else None,
        orientation=Orientation(chosen.orientation) if chosen.orientation else None,
        marking=chosen.marking,
        notes=chosen.notes,
        annex=Annex(chosen.annex),
        every_grade=chosen.grades,
        large_print=chosen.large_print,
    )


def _selection(chosen: argparse.Namespace, briefing: Briefing, report: Report) -> Selection:
    if chosen.cards is not None:
        return ChosenCards(tuple(name.strip() for name in chosen.cards.split(",")))
    if chosen.kind is not None:
        return CardsOfKind(chosen.kind)
    if chosen.agenda is not None:
        return CardsOfAgenda(chosen.agenda)
    if chosen.search is not None:
        return ChosenCards(_found_cards(briefing, report, chosen.search))
    return WholeBriefing()


def _found_cards(briefing: Briefing, report: Report, query: str) -> tuple[str, ...]:
    from briefer.search.index import build_index

    return tuple(hit.card for hit in build_index(briefing, report, None).search(query).cards)
