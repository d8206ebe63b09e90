"""A card -> the data that the templates set: its label, title, bottom line, ties and text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from briefer.briefing.markup import element_tree
from briefer.briefing.model import Card, Field, Kind, Prose
from briefer.evidence.model import Altered, Missing, Outcome
from briefer.evidence.wording import grade_in_words
from briefer.language import tr
from briefer.sheets.evidence import Book, CardSurroundings, cited_by
from briefer.sheets.prose import Node, direction_of, nodes_of, targets_of
from briefer.sheets.words import day

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_COMMA_OUTSIDE_LINKS = re.compile(r",(?![^\[]*\]\])")
_SOURCES = "sources"  # the id of the kind
_UNPRINTED = frozenset({"also known as", "minutes", "priority"})


def card_data(book: Book, card: Card, *, level: int, notes: bool) -> dict[str, Any]:
    """Return a card for the templates; its title is a heading of this level."""
    kind = book.briefing.kind(card.kind)
    body = prose_nodes(book, card, card.body, level=level)
    summary = _taken_summary(card, body)
    data = {
        "number": book.numbers[card.id],
        "label": book.labels[card.id],
        "color": book.color_of(kind),
        "title": card.title,
        "dir": direction_of([card.title]),
        "summary": summary,
        "summary_dir": direction_of(summary),
        "facts": facts(book, card),
        "refs": cited_by(book, card),
        "alarms": alarms(book, card),
        "faults": len(_faults(book, card)),
        "body": body,
        "notes": prose_nodes(book, card, card.notes, level=level, notes=True) if notes else [],
        "own": _own(book, card, level),
    }
    measure = book.measure
    sizes = {"fit": measure.fit_of(data), "lead": measure.lead_of(data)}
    return data | sizes | {"targets": targets_of(data)}


def _own(book: Book, card: Card, level: int) -> list[Node]:
    """Return the reader's notes on a card; the lines stay as they were typed."""
    surroundings = CardSurroundings(book, card.id, True, frozenset(), ())
    nodes: list[Node] = []
    for words in book.own_notes.get(card.id, ()):
        tree = _tree(Prose(words.strip().replace("\n", "  \n")), "")
        nodes += [*_notice(tree), *nodes_of(tree, surroundings, level)]
    return nodes


def alarms(book: Book, card: Card) -> list[str]:
    """Return the grades of the card's quotations that do not match, each once."""
    return list(dict.fromkeys(grade_in_words(outcome) for outcome in _faults(book, card)))


def _faults(book: Book, card: Card) -> list[Outcome]:
    checked = (c for c in book.counted_by_card.get(card.id, ()) if not c.in_notes)
    return [c.outcome for c in checked if isinstance(c.outcome, Altered | Missing)]


def prose_nodes(
    book: Book, card: Card, prose: Prose, *, level: int, notes: bool = False
) -> list[Node]:
    """Return the blocks of a card's text or notes."""
    if not prose.text.strip():
        return []
    paged = frozenset(c for r in book.briefing.relations.get(card.id, ()) for c in r.cards)
    citations = tuple(quotation.citation for quotation in prose.quotations)
    surroundings = CardSurroundings(book, card.id, notes, paged, citations)
    tree = _tree(prose, card.place.file.rpartition("/")[0])
    return [*_notice(tree), *nodes_of(tree, surroundings, level)]


@lru_cache(maxsize=2048)
def _tree(prose: Prose, folder: str) -> Element:
    """Return the tree of a prose; a preview asks again for the same at every change of options."""
    return element_tree(prose, folder)


def introduction(book: Book, kind: Kind) -> list[Node]:
    """Return the blocks of the text that introduces a kind."""
    if not kind.introduction.text.strip():
        return []
    citations = tuple(quotation.citation for quotation in kind.introduction.quotations)
    surroundings = CardSurroundings(book, "", False, frozenset(), citations)
    tree = _tree(kind.introduction, kind.place.file.rpartition("/")[0])
    return [*_notice(tree), *nodes_of(tree, surroundings, 1)]


def facts(book: Book, card: Card) -> list[dict[str, Any]]:
    """Return the rows of the card's table: relations with pages, fields, who says so."""
    origins = book.origins.get(card.id, ())
    named = _are_sources(book, card, origins)
    rows = [*_relations(book, card, alone=named and len(origins) == 1), *_fields(book, card)]
    if card.aliases:
        rows.append(_row(tr("Also known as"), [", ".join(card.aliases)]))
    if origins and not named:
        rows.append(_origins(book, origins))
    if mentions := book.briefing.mentions.get(card.id, ()):
        rows.append(_row(tr("Mentioned in"), _listed(book, mentions)))
    return rows


def _row(label: str, value: list[Node], *, tie: bool = False) -> dict[str, Any]:
    """Return a row; ties to other cards stand on small cards too."""
    return {"label": label, "value": value, "tie": tie}


def _are_sources(book: Book, card: Card, origins: tuple[str, ...]) -> bool:
    """Tell whether a card's origins are the very cards that it names as its sources."""
    if any(field.key.casefold() == _SOURCES for field, _ in _unresolved(book, card)):
        return False
    relations = book.briefing.relations.get(card.id, ())
    return any(r.kind == _SOURCES and set(r.cards) == set(origins) for r in relations)


def _relations(book: Book, card: Card, *, alone: bool) -> list[dict[str, Any]]:
    """Return a row per relation; what its field holds besides cards follows them.

    With `alone` the one source is said to be the only one.
    """
    rows: dict[str, list[Node]] = {}
    for relation in book.briefing.relations.get(card.id, ()):
        rows[relation.label] = _listed(book, relation.cards)
    for field, words in _unresolved(book, card):
        row = rows.setdefault(field.key, [])
        row += [", ", words] if row else [words]
    if alone:
        label = next(r.label for r in book.briefing.relations[card.id] if r.kind == _SOURCES)
        rows[label] += [" — ", ["em", [tr("rests on one source")]]]
    return [_row(label, value, tie=True) for label, value in rows.items()]


def _listed(book: Book, ids: tuple[str, ...]) -> list[Node]:
    nodes: list[Node] = []
    for card_id in ids:
        link = book.link(card_id, [book.briefing.card(card_id).title])
        nodes += [", ", link] if nodes else [link]
    return nodes


def _fields(book: Book, card: Card) -> list[dict[str, Any]]:
    relations = _relation_keys(book)
    rows = []
    for field in card.fields:
        key = field.key.casefold()
        if key not in _UNPRINTED and key not in relations and (value := _value(book, field)):
            rows.append(_row(field.key, value))
    return rows


def _relation_keys(book: Book) -> frozenset[str]:
    return frozenset(kind.heading.casefold() for kind in book.briefing.kinds)


def _unresolved(book: Book, card: Card) -> Iterator[tuple[Field, str]]:
    """Yield the relations' fields with what they name without a card: it is shown as typed."""
    names, relations = book.briefing.names, _relation_keys(book)
    for field in card.fields:
        if field.key.casefold() in relations:
            parts = (_name(part.strip()) for part in _COMMA_OUTSIDE_LINKS.split(field.value))
            if left := [part for part in parts if part and not names.find(part)]:
                yield field, ", ".join(left)


def _name(part: str) -> str:
    match = re.fullmatch(r"\[\[([^|\]]*)(?:\|[^\]]*)?\]\]", part)
    return match[1].strip() if match else part


def _value(book: Book, field: Field) -> list[Node]:
    if field.key.casefold() == "as of" and (moment := _date(field.value)):
        return [day(moment)]
    nodes: list[Node] = []
    end = 0
    for link in field.links:
        card = book.briefing.names.find(link.target)
        nodes.append(field.value[end : link.span.start])
        nodes.append(book.link(card.id, [link.shown]) if card else link.shown)
        end = link.span.end
    return [node for node in (*nodes, field.value[end:]) if node]


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def _origins(book: Book, origins: tuple[str, ...]) -> dict[str, Any]:
    names: list[Node] = []
    for origin in origins:
        names += [", ", *book.source(origin)] if names else book.source(origin)
    if len(origins) == 1:
        names.insert(0, ["em", [tr("Rests on one source: ")]])
    return _row(tr("Who says so"), names, tie=True)


def _taken_summary(card: Card, body: list[Node]) -> list[Node]:
    """Take the summary's paragraph off the front of the body and return its inline nodes."""
    first = body[0] if card.summary and body else ""
    if isinstance(first, str) or first[0] != "p":
        return []
    del body[0]
    return list(first[1])


def _notice(tree: Element) -> list[Node]:
    notice = tree.get("notice", "")
    return [["p", [["small", [notice]]]]] if notice else []
