"""Passages that speak for a card and against it -> HTML that shows them side by side."""

from __future__ import annotations

from collections.abc import Iterable

from briefer.briefing.model import Stance
from briefer.briefing.passage_names import NamedPassage
from briefer.desktop import card_words
from briefer.desktop.card_page import Page, chips, text
from briefer.evidence.corroboration import in_words, trail_finder
from briefer.evidence.model import Altered, Checked, Missing
from briefer.language import tr

SUPPORTS = tr("Supports the card")  # above the left side
_LONGEST = 260  # code points of a passage; the whole of it stands further down on the card


def contradiction_html(page: Page) -> str:
    """Return supports at the left and what contradicts at the right; "" unless there are both."""
    cited = page.evidence.quotations.items() if page.evidence else ()
    found = [c for (in_notes, _), c in cited if not in_notes]
    sides = [tuple(_with(found, stance)) for stance in (Stance.SUPPORTS, Stance.DISPUTES)]
    if not all(sides):
        return ""
    cells = "".join(
        f'<td width="50%">{"".join(_said(page, checked) for checked in side)}</td>'
        for side in sides
    )
    disputes = tr("Contradicts it")
    against = f'<span class="bad">{disputes}</span>'
    heading = tr("Passages that contradict")
    return (
        f'<p class="section">{heading}</p>'
        '<table class="sides" cellspacing="0" cellpadding="8" border="0" width="100%">'
        f'<tr><th width="50%" align="left">{SUPPORTS}</th>'
        f'<th width="50%" align="left">{against}</th></tr><tr>{cells}</tr></table>'
    )


def _with(found: Iterable[Checked], stance: Stance) -> Iterable[Checked]:
    """Return the quotations of a stance; words that were not found say nothing."""
    for checked in found:
        citation = checked.quotation.citation
        mine = citation.stance if citation else Stance.SUPPORTS
        if mine is stance and not isinstance(checked.outcome, Missing):
            yield checked


def _said(page: Page, checked: Checked) -> str:
    quotation, outcome = checked.quotation, checked.outcome
    assert not isinstance(outcome, Missing)
    words = " ".join(quotation.words.split())
    words = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
    place = card_words.place_of(page.briefing, outcome, quotation.citation)
    short = card_words.short_reference(page.briefing, *place) if place else ""
    href = NamedPassage(outcome.document, outcome.ranges[0]).name
    said = [f'<a class="mark" href="{href}">{text(short)}</a>', text(_who(page, checked))]
    if isinstance(outcome, Altered):
        role, sign, grade = card_words.grade(outcome)
        said.insert(0, f'<span class="{role}">{sign} {text(grade)}</span>')
    return f'<p class="side">“{text(words)}”</p><p class="sidefoot">{chips(said)}</p>'


def _who(page: Page, checked: Checked) -> str:
    citation, outcome = checked.quotation.citation, checked.outcome
    trail = trail_finder(page.briefing)(outcome.document, citation.via if citation else "")
    document = page.briefing.document(trail.origin)
    if document is not None and trail.steps == (trail.origin,):
        return document.title
    return in_words(page.briefing, trail)
