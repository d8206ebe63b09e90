"""What is typed behind `briefer pdf` -> the choices of a print."""

from __future__ import annotations

import argparse
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefer.briefing.model import Briefing
from briefer.evidence.model import Report
from briefer.sheets.options import (
    Annex,
    CardsOfAgenda,
    CardsOfKind,
    ChosenCards,
    Foot,
    Format,
    Layout,
    Options,
    Orientation,
    OwnNote,
    Paper,
    Selection,
    WholeBriefing,
)
from briefer.views.matrix import MatrixChoice

if TYPE_CHECKING:
    from briefer.desk.model import Kept


class Mine(NamedTuple):
    """What the reader keeps of the briefing, as far as it can be printed."""

    picked: tuple[str, ...] = ()
    notes: tuple[OwnNote, ...] = ()


def mine_of(kept: Kept, briefing: Briefing) -> Mine:
    """Return what can be printed of what the desk holds."""
    from briefer.desk.settling import picked_names, settled_picks
    from briefer.desktop.own_notes import own_notes

    return Mine(picked_names(settled_picks(kept.picks, briefing)), own_notes(kept.notes, briefing))


def add_sheet_arguments(parser: argparse.ArgumentParser) -> None:
    """Give the parser every choice of a print."""
    parser.add_argument("path", metavar="PATH")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    _add_choosers(parser)
    _add_shapes(parser)
    _add_additions(parser)


def _add_choosers(parser: argparse.ArgumentParser) -> None:
    chooser = parser.add_argument_group("what is printed; the whole briefing when left out")
    one = chooser.add_mutually_exclusive_group()
    one.add_argument("--cards", metavar="IDS", help="cards by id or title, between commas")
    one.add_argument("--kind", help="the cards of one kind")
    one.add_argument("--agenda", help="the cards of a run order")
    one.add_argument("--picked", action="store_true", help="the picked cards, in their order")
    one.add_argument("--search", metavar="QUERY", help="the cards that a search finds")


def _add_shapes(parser: argparse.ArgumentParser) -> None:
    shape = parser.add_argument_group("how it looks")
    shape.add_argument("--format", choices=_values(Format), default=Format.PDF)
    shape.add_argument("--layout", choices=_values(Layout), default=Layout.SHEET)
    shape.add_argument("--paper", choices=_values(Paper), help="the briefing's own when left out")
    shape.add_argument("--orientation", choices=_values(Orientation))
    shape.add_argument("--large-print", action="store_true", help="14 points")
    shape.add_argument("--greyscale", action="store_true", help="no colours")
    shape.add_argument("--binding", action="store_true", help="a wider margin at the bound side")
    shape.add_argument(
        "--both-sides",
        action="store_true",
        help="for both sides of the paper: parts begin on right-hand pages",
    )
    shape.add_argument(
        "--cards-on-page", type=int, choices=(4, 2), default=4, help="index cards on a page"
    )
    shape.add_argument(
        "--matrix", type=_two_kinds, metavar="ROWS,COLUMNS", help="the kinds of a matrix"
    )
    shape.add_argument("--marking", metavar="TEXT", help="the banner of every page")
    shape.add_argument(
        "--date", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the day that the pages name"
    )


def _add_additions(parser: argparse.ArgumentParser) -> None:
    more = parser.add_argument_group("what is printed besides")
    more.add_argument("--notes", action="store_true", help="the speaker notes")
    more.add_argument("--my-notes", action="store_true", help="your own notes on the cards")
    more.add_argument(
        "--foot",
        choices=_values(Foot),
        default=Foot.LAST,
        help="the pages that say how many quotations match",
    )
    more.add_argument("--grades", action="store_true", help="the grades of exact quotations too")
    more.add_argument(
        "--annex",
        choices=_values(Annex),
        nargs="?",
        const=Annex.QUOTATIONS,
        default=Annex.NONE,
        help="every quotation in its paragraph, or the whole documents too",
    )


def _matrix(wanted: tuple[str, str] | None, briefing: Briefing) -> MatrixChoice:
    from briefer.sheets.selection import kind_named

    if wanted is None:
        return MatrixChoice()
    rows, columns = (kind_named(briefing, name).id for name in wanted)
    return MatrixChoice(rows, columns)


def _two_kinds(text: str) -> tuple[str, str]:
    rows, comma, columns = (part.strip() for part in text.partition(","))
    if not (rows and comma and columns):
        raise argparse.ArgumentTypeError("name two kinds, as in channels,actors")
    return rows, columns


def _values(choice: type[StrEnum]) -> list[str]:
    """Return plain words: argparse shows choices as Python would."""
    return [member.value for member in choice]


def sheet_options(
    chosen: argparse.Namespace, briefing: Briefing, report: Report, today: date, kept: Mine
) -> Options:
    """Return the choices that were typed; raises SelectionError later, when a name is unknown."""
    return Options(
        checked=chosen.date or today,
        selection=_selection(chosen, briefing, report, kept),
        layout=Layout(chosen.layout),
        paper=Paper(chosen.paper) if chosen.paper else None,
        orientation=Orientation(chosen.orientation) if chosen.orientation else None,
        marking=chosen.marking,
        notes=chosen.notes,
        annex=Annex(chosen.annex),
        every_grade=chosen.grades,
        large_print=chosen.large_print,
        foot=Foot(chosen.foot),
        matrix=_matrix(chosen.matrix, briefing),
        cards_on_page=chosen.cards_on_page,
        binding=chosen.binding,
        both_sides=chosen.both_sides,
        greyscale=chosen.greyscale,
        own_notes=kept.notes if chosen.my_notes else (),
    )


def _selection(
    chosen: argparse.Namespace, briefing: Briefing, report: Report, kept: Mine
) -> Selection:
    if chosen.picked:
        return ChosenCards(kept.picked)
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

    return build_index(briefing, report, None).search(query).cards_as_listed
