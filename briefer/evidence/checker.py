"""A briefing -> the report of all that is right and wrong with its evidence."""

from __future__ import annotations

from datetime import date

from briefer.briefing.link_problems import links_of
from briefer.briefing.model import Briefing
from briefer.briefing.problems import by_place
from briefer.evidence.comparing import Comparison, counted
from briefer.evidence.corroboration import trails_of
from briefer.evidence.coverage import sentence_uses
from briefer.evidence.model import (
    Altered,
    Counts,
    Missing,
    Report,
    SentenceUse,
    Shortened,
    Verbatim,
)
from briefer.evidence.tradecraft import tradecraft_problems


def check(briefing: Briefing, *, today: date | None = None) -> Report:
    """Compare every quotation with its document and return all that was found.

    Without a day nothing is called stale.
    """
    comparison = Comparison(briefing)
    comparison.compare_all()
    quotations = tuple(comparison.quotations)
    references = tuple(comparison.references)
    left_out = comparison.left_out
    uses = tuple(sentence_uses(briefing.documents, briefing.language, quotations, left_out))
    found = (*comparison.problems, *tradecraft_problems(briefing, today))
    trails = trails_of(briefing, quotations, references)
    return Report(
        counts=_counts(briefing, comparison, uses),
        quotations=quotations,
        finds=tuple(comparison.finds),
        references=references,
        sentences=uses,
        problems=by_place((*briefing.problems, *found)),
        origins={card: tuple(steps[-1] for steps in found) for card, found in trails.items()},
        trails=trails,
    )


def _counts(briefing: Briefing, comparison: Comparison, uses: tuple[SentenceUse, ...]) -> Counts:
    quotations = comparison.quotations
    links = list(links_of(briefing.cards, briefing.kinds, briefing.omissions))
    return Counts(
        cards=len(briefing.cards),
        quotations=len(quotations),
        verbatim=counted(quotations, Verbatim),
        shortened=counted(quotations, Shortened),
        altered=counted(quotations, Altered),
        missing=counted(quotations, Missing),
        links=len(links),
        broken_links=sum(briefing.names.find(link.target) is None for link in links),
        sentences=len(uses),
        cited_sentences=sum(bool(use.cards) for use in uses),
    )
