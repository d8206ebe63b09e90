"""Briefing, report and options -> pages, in this process."""

from __future__ import annotations

from dataclasses import replace

from briefer.briefing.model import Briefing
from briefer.evidence.model import Report
from briefer.language import tr
from briefer.sheets.marking import marking_doubts
from briefer.sheets.options import Annex, Layout, Options
from briefer.sheets.pages import Shape, pages_of
from briefer.sheets.selection import selected_cards
from briefer.sheets.typesetting import Typeset, Typesetter

_BRIEF = 2  # pages of a brief at most
_FEW = 4  # cards that may fit on one page with the title block


def typeset(
    typesetter: Typesetter, briefing: Briefing, report: Report, options: Options
) -> Typeset:
    """Return the pages; contents are added where there are two pages or more."""
    few = len(selected_cards(briefing, options.selection)) <= _FEW
    shape = Shape(contents=not few)
    made = _set(typesetter, briefing, report, options, shape)
    if few and made.pages > 1:
        made = _set(typesetter, briefing, report, options, Shape(contents=True))
    for closeness in (1, 2):
        if _overflows(made, options):
            closer = replace(shape, closeness=closeness)
            made = _set(typesetter, briefing, report, options, closer)
    doubts = (*_doubts(made, options), *marking_doubts(briefing, options))
    return replace(made, warnings=(*made.warnings, *doubts))


def typeset_once(briefing: Briefing, report: Report, options: Options) -> Typeset:
    """Return the pages from a typesetter of their own."""
    typesetter = Typesetter()
    try:
        return typeset(typesetter, briefing, report, options)
    finally:
        typesetter.close()


def _overflows(made: Typeset, options: Options) -> bool:
    brief = options.layout is Layout.BRIEF and options.annex is Annex.NONE
    return brief and made.pages > _BRIEF


def _doubts(made: Typeset, options: Options) -> tuple[str, ...]:
    """Return what the layout promises and these cards do not allow."""
    if not _overflows(made, options):
        return ()
    return (
        tr("The brief takes {pages} pages; choose fewer cards for one or two.", pages=made.pages),
    )


def _set(
    typesetter: Typesetter,
    briefing: Briefing,
    report: Report,
    options: Options,
    shape: Shape,
) -> Typeset:
    data, assets = pages_of(briefing, report, options, shape)
    return typesetter.compile_pdf(data, assets, options.checked)
