"""Cards and options -> what the pages say of the quotations printed on them."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from briefer.briefing.model import Briefing, Card, Document
from briefer.evidence.model import Checked, is_unread, needs_fixing
from briefer.evidence.wording import grade_in_words
from briefer.sheets.evidence import Book
from briefer.sheets.options import Foot, Options
from briefer.sheets.words import day

_NAMED = 3  # documents that a foot names with their hashes
_HASH = 8  # signs of a hash: enough to tell versions of a text apart


def footer_of(book: Book, cards: tuple[Card, ...], options: Options) -> dict[str, Any]:
    """Return the line at the foot of pages, and the same for the title block.

    The foot stands on every page when something has to be fixed, whatever was chosen.
    """
    counted = [checked for card in cards for checked in book.counted_by_card.get(card.id, ())]
    printed = [checked for checked in counted if options.notes or not checked.in_notes]
    bad = [checked for checked in printed if needs_fixing(checked.outcome)]
    unread = sum(is_unread(checked.outcome) for checked in printed)
    matching = len(printed) - len(bad) - unread
    fix = f", {len(bad)} to fix" if bad else ""
    fix += f", {unread} not checked" if unread else ""
    foot = ""
    if printed:
        named = _named(book.briefing, hashes=True)
        foot = f"{_matching(matching, len(printed))} {named}{fix}, checked {day(options.checked)}"
    return {
        "footer": foot,
        "footer_alarm": bool(bad or unread),
        "footer_each": options.foot is Foot.EACH or bool(bad or unread),
        "evidence": _evidence(book.briefing, matching, len(printed), len(counted))
        + _faults(bad)
        + _unchecked(unread),
    }


def _evidence(briefing: Briefing, matching: int, printed: int, counted: int) -> str:
    if not printed:
        return ""
    words = f"{_matching(matching, printed)} {_named(briefing, hashes=False)}"
    left = counted - printed
    stand = "stands" if left == 1 else "stand"
    return words + (f"; {left} more {stand} in speaker notes, not printed" if left else "")


def _matching(matching: int, printed: int) -> str:
    verb = "quotation matches" if printed == 1 else "quotations match"
    return f"{matching} of {printed} {verb}"


def _named(briefing: Briefing, *, hashes: bool) -> str:
    """Return the texts by their letters, with the beginning of their hashes where asked."""
    documents = briefing.documents
    if len(documents) > _NAMED or (len(documents) > 1 and not hashes):
        return "their texts"
    names = [_with_hash(document) if hashes else document.letter for document in documents]
    if len(names) < 2:
        return f"text {''.join(names)}"
    return f"texts {', '.join(names[:-1])} and {names[-1]}"


def _with_hash(document: Document) -> str:
    sign = f" ({document.sha256[:_HASH]}…)" if document.sha256 else ""
    return document.letter + sign


def _unchecked(count: int) -> str:
    return f" — not checked, for the text could not be read: {count}" if count else ""


def _faults(bad: list[Checked]) -> str:
    grades = sorted(grade_in_words(checked.outcome).lower() for checked in bad)
    faults = ", ".join(f"{name} ({len(list(same))})" for name, same in groupby(grades))
    return f" — to fix: {faults}" if bad else ""
