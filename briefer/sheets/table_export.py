"""A selection -> CSV: each quotation with its card, claim, passage and grade."""

from __future__ import annotations

import csv
import io

from briefer.briefing.model import Briefing, Card
from briefer.evidence.model import Altered, Change, Checked, Missing, Report
from briefer.evidence.passage_cards import with_passages_checked
from briefer.evidence.wording import grade_in_words, stance_in_words
from briefer.sheets.options import Options
from briefer.sheets.selection import selected_cards
from briefer.sheets.words import paragraphs

COLUMNS = (
    *("Card", "Kind", "Claim", "Quotation", "Document", "Paragraphs"),
    *("Via", "Stance", "Grade", "Difference"),
)

# A spreadsheet takes a cell that opens with one of these for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table_of(briefing: Briefing, report: Report, options: Options) -> str:
    """Return the table of quotations, a header row first."""
    order = {card.id: card for card in selected_cards(briefing, options.selection)}
    checked_ones = with_passages_checked(report, briefing, order.values()).quotations
    wanted = [checked for checked in checked_ones if checked.card in order]
    places = {card_id: place for place, card_id in enumerate(order)}
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    for checked in sorted(wanted, key=lambda c: (places[c.card], c.in_notes, c.index)):
        if options.notes or not checked.in_notes:
            writer.writerow(map(_harmless, _row(briefing, order[checked.card], checked)))
    return stream.getvalue()


def _row(briefing: Briefing, card: Card, checked: Checked) -> tuple[str, ...]:
    document = briefing.document(checked.outcome.document)
    citation = checked.quotation.citation
    via = briefing.names.find(citation.via) if citation and citation.via else None
    letter = document.letter if document else ""
    return (
        card.title,
        briefing.kind(card.kind).singular,
        " ".join(card.summary.split()),
        checked.quotation.words,
        document.title if document else "",
        ""
        if isinstance(checked.outcome, Missing)
        else paragraphs(letter, checked.outcome.paragraphs),
        via.title if via else citation.via if citation else "",
        stance_in_words(citation.stance) if citation else "",
        grade_in_words(checked.outcome),
        _difference(checked),
    )


def _difference(checked: Checked) -> str:
    if not isinstance(checked.outcome, Altered):
        return ""
    changes = [w for w in checked.outcome.difference.words if w.change is not Change.EQUAL]
    return "; ".join(f"{w.document.strip()} → {w.quotation.strip()}" for w in changes)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
