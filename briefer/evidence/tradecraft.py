"""Cards -> what analysts' rules say about their fields and sentences; never an error."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from briefer.briefing.model import Briefing, Card, Field, Problem, Prose
from briefer.evidence.problems import problem
from briefer.language import tr

_CONFIDENCE = re.compile(
    r"\b(?:(?:very\s+)?(?:high|moderate|medium|low)(?:ly)?(?:\s*[-–]\s*|\s+to\s+\w+\s+|\s+)"
    r"confiden(?:ce|t)|confidence)\b",
    re.IGNORECASE,
)
_LIKELIHOOD = re.compile(
    r"\b(?:(?:un)?likely|likelihood|(?:im)?probabl[ey]|(?:im)?probability|almost\s+certain(?:ly)?"
    r"|nearly\s+certain(?:ly)?|even\s+chance|(?:almost\s+)?no\s+chance|remote\s+(?:chance|odds)"
    r"|even\s+odds)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.?!][\"'”’)\]]*(?=\s)|\n\s*\n|\n(?=\s*(?:[-*+>#]|\d+[.)])\s)")


def tradecraft_problems(briefing: Briefing, today: date | None) -> Iterator[Problem]:
    """Yield what is doubtful in the cards' fields and sentences, as of a day that is given."""
    for card in briefing.cards:
        for field in card.fields:
            check = _FIELDS.get(field.key.casefold())
            if check is not None:
                yield from check(field)
        yield from _stale(briefing, card, today)
        for prose in (card.body, card.notes):
            yield from _mixed_sentences(card, prose)


def _rating(name: str, allowed: str, said: str) -> Callable[[Field], Iterator[Problem]]:
    def check(field: Field) -> Iterator[Problem]:
        if not re.fullmatch(allowed, field.value.strip(), re.IGNORECASE):
            message = tr(
                "{name}: “{value}” is not one of {said}.",
                name=name,
                value=field.value[:80],
                said=said,
            )
            yield problem("rating-unknown", field.place, message)

    return check


def _one_of(name: str, allowed: str, said: str) -> Callable[[Field], Iterator[Problem]]:
    def check(field: Field) -> Iterator[Problem]:
        if not re.fullmatch(allowed, field.value.strip(), re.IGNORECASE):
            message = tr(
                "{name}: “{value}” is not {said}.", name=name, value=field.value[:80], said=said
            )
            yield problem("field-value", field.place, message)

    return check


def _day(field: Field) -> Iterator[Problem]:
    if _date_of(field.value) is None:
        message = tr("As of: “{value}” is not a date such as 2024-05-01.", value=field.value[:80])
        yield problem("field-value", field.place, message)


def _confidence(field: Field) -> Iterator[Problem]:
    if found := _LIKELIHOOD.search(field.value):
        message = tr(
            "Confidence says how sure you are, “{found}” how likely it is: keep them apart "
            "(ICD 203).",
            found=found[0],
        )
        yield problem("confidence-likelihood", field.place, message)


_FIELDS: dict[str, Callable[[Field], Iterator[Problem]]] = {
    "reliability": _rating("Reliability", "[A-F]", tr("A to F")),
    "credibility": _rating("Credibility", "[1-6]", tr("1 to 6")),
    "priority": _one_of("Priority", "must|should|could", tr("must, should or could")),
    "minutes": _one_of("Minutes", r"\d{1,4}(?:[.,]\d{1,2})?", tr("a number of minutes")),
    "as of": _day,
    "confidence": _confidence,
}


def _date_of(value: str) -> date | None:
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        return None


def _stale(briefing: Briefing, card: Card, today: date | None) -> Iterator[Problem]:
    as_of = _date_of(card.field("As of"))
    days = briefing.stale_after_days
    if today is None or as_of is None or not days or as_of + timedelta(days=days) >= today:
        return
    field = next(f for f in card.fields if f.key.casefold() == "as of")
    message = tr(
        "“{title}” is as of {as_of}: {days} days old, and the briefing allows "
        "{most}. Check it and set a new date.",
        title=card.title,
        as_of=as_of,
        days=(today - as_of).days,
        most=days,
    )
    yield problem("card-stale", field.place, message)


def _mixed_sentences(card: Card, prose: Prose) -> Iterator[Problem]:
    """Yield the sentences that mix confidence and likelihood; what is quoted is not our style."""
    if not _CONFIDENCE.search(prose.text) or not _LIKELIHOOD.search(prose.text):
        return
    text = prose.text
    for quotation in prose.quotations:
        start, end = quotation.span
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    for sentence in _SENTENCE_END.split(text):
        sure, likely = _CONFIDENCE.search(sentence), _LIKELIHOOD.search(sentence)
        if sure and likely:
            message = tr(
                "“{sure}” and “{likely}” in one sentence: say how likely it is and how sure "
                "you are in two (ICD 203).",
                sure=sure[0],
                likely=likely[0],
            )
            yield problem("confidence-likelihood", card.place, message)
