"""The links and relations of all cards -> those that lead nowhere, or to more than one card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefer.briefing.model import Card, Kind, Link, Omission, Problem
from briefer.briefing.names import Names
from briefer.briefing.problems import problem
from briefer.briefing.relations import Listing
from briefer.briefing.suggestions import Suggestions
from briefer.language import tr


def link_problems(
    links: Iterable[Link], listings: Iterable[Listing], names: Names
) -> Iterator[Problem]:
    """Yield what is wrong with links in fields and prose, and with names in relations."""
    suggestions = Suggestions(names)
    exact = names.exact
    for link in links:
        found = exact.get(link.target) or names.all(link.target)
        if len(found) != 1:
            yield _doubtful(link, found, suggestions)
    for listing in listings:
        yield from _listing_problems(listing, suggestions)


def links_of(
    cards: Iterable[Card], kinds: Iterable[Kind], omissions: Iterable[Omission]
) -> Iterator[Link]:
    """Yield every link of a briefing: of fields, of prose, and of what is left out."""
    for omission in omissions:
        yield from omission.links
    for kind in kinds:
        yield from kind.introduction.links
    for card in cards:
        for field in card.fields:
            yield from field.links
        yield from card.body.links
        yield from card.notes.links


def _doubtful(link: Link, found: tuple[Card, ...], suggestions: Suggestions) -> Problem:
    if not found:
        said = tr(
            "[[{target}]] leads to no card.{sentence}",
            target=link.target[:80],
            sentence=suggestions.sentence(link.target),
        )
        return problem("link-dead", link.place, said)
    ids = ", ".join(card.id for card in found[:4])
    said = tr(
        "[[{target}]] fits {found} cards ({ids}); it leads to the first. Name the one "
        "that is meant by its id.",
        target=link.target[:80],
        found=len(found),
        ids=ids,
    )
    return problem("link-ambiguous", link.place, said)


def _listing_problems(listing: Listing, suggestions: Suggestions) -> Iterator[Problem]:
    field = listing.field
    for item in listing.items:
        if item.card is None and not item.linked:
            said = tr(
                "{key}: “{name}” is not the name of a card, so it is no link.{sentence}",
                key=field.key,
                name=item.name[:80],
                sentence=suggestions.sentence(item.name),
            )
            yield problem("name-unlinked", field.place, said)
        elif item.card is not None and item.card.kind != listing.kind.id:
            said = tr(
                "{key}: “{name}” is a card of another kind ({kind}).",
                key=field.key,
                name=item.name[:80],
                kind=item.card.kind,
            )
            yield problem("relation-kind", field.place, said)
