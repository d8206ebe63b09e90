"""Cards -> groups by kind, by source or by a field, and what a small card says of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from briefer.briefing.fields import list_items
from briefer.briefing.model import Briefing, Card, Stance
from briefer.evidence.model import Report, needs_fixing
from briefer.language import in_sentence, tr
from briefer.views.citing import source_name

KIND, SOURCE = "kind", "source"
_NOT_GROUPING = frozenset({"also known as", "document", "via", "minutes", "marking"})
_MOST_GROUPS = 24  # of a field: one with more values than that says little of its cards
_FEWEST = 2  # cards that a field has to stand on


class Grouping(NamedTuple):
    """A way to group: `key` is KIND, SOURCE or a field's name, casefolded."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Group:
    """Cards that belong together, by id; `kind` where they are the cards of one."""

    title: str
    cards: tuple[str, ...]
    kind: str = ""


class CardFacts(NamedTuple):
    """What a small card says besides its title and summary."""

    relations: int
    quotations: int
    to_fix: int
    disputed: bool


def groupings_of(briefing: Briefing, cards: Iterable[Card]) -> tuple[Grouping, ...]:
    """Return the ways to group some cards: kind, source, and the fields that tell them apart."""
    kinds = {kind.heading.casefold() for kind in briefing.kinds}
    names: dict[str, str] = {}
    values: dict[str, set[str]] = {}
    counts: dict[str, int] = {}
    for card in cards:
        for field in card.fields:
            key = field.key.casefold()
            names.setdefault(key, field.key)
            values.setdefault(key, set()).add(_value(field.value))
            counts[key] = counts.get(key, 0) + 1
    fields = tuple(
        Grouping(key, tr("By {field}", field=in_sentence(name)))
        for key, name in names.items()
        if key not in _NOT_GROUPING
        and key not in kinds
        and counts[key] >= _FEWEST
        and len(values[key]) <= _MOST_GROUPS
    )
    return (Grouping(KIND, tr("By kind")), Grouping(SOURCE, tr("By source")), *fields)


def groups_of(
    briefing: Briefing, report: Report | None, cards: Iterable[Card], key: str
) -> tuple[Group, ...]:
    """Return some cards in groups, each once, those without a value last."""
    titles: dict[str, list[str]] = {}
    if key == KIND:
        by_kind: dict[str, list[str]] = {kind.id: [] for kind in briefing.kinds}
        for card in cards:
            by_kind[card.kind].append(card.id)
        return tuple(
            Group(briefing.kind(kind).heading, tuple(ids), kind)
            for kind, ids in by_kind.items()
            if ids
        )
    last = tr("No source") if key == SOURCE else tr("Not said")
    for card in cards:
        title = _source(briefing, report, card) if key == SOURCE else _value(card.field(key))
        titles.setdefault(title or last, []).append(card.id)
    if last in titles:
        titles[last] = titles.pop(last)
    return tuple(Group(title, tuple(ids)) for title, ids in titles.items())


def facts_of(briefing: Briefing, report: Report | None) -> Mapping[str, CardFacts]:
    """Return what the small cards say, by card id."""
    quotations = report.quotations if report else ()
    counted = {card.id: [0, 0, 0] for card in briefing.cards}
    for checked in quotations:
        counts = counted[checked.card]
        counts[0] += 1
        counts[1] += needs_fixing(checked.outcome)
        citation = checked.quotation.citation
        counts[2] += citation is not None and citation.stance is Stance.DISPUTES
    return {
        card.id: CardFacts(
            sum(len(relation.cards) for relation in briefing.relations.get(card.id, ())),
            counted[card.id][0],
            counted[card.id][1],
            bool(counted[card.id][2]),
        )
        for card in briefing.cards
    }


def _source(briefing: Briefing, report: Report | None, card: Card) -> str:
    origins = report.origins.get(card.id, ()) if report else ()
    if len(origins) > 1:
        return tr("Several sources")
    return source_name(briefing, origins[0]) if origins else ""


def _value(value: str) -> str:
    """Return the first of a field's values, as a group's title."""
    first = next(iter(list_items(value)), "").strip().removeprefix("[[").removesuffix("]]")
    return first[:1].upper() + first[1:]
