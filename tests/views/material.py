"""Briefings of tied cards, drawn at random or written out, for the tests of this room."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from briefer.briefing.model import Briefing, Card, Kind, Place, Relation, Stance
from briefer.briefing.names import names_of
from briefer.views.citing import Citing, Citings
from tests.evidence.material import NoFiles, document

KINDS = ("actors", "channels", "purposes", "sources")
TEXT = "One line.\nTwo lines.\nThree lines.\nFour lines.\n"


def card(card_id: str, kind: str, title: str = "") -> Card:
    """Return a card without words."""
    return Card(card_id, title or card_id.title(), kind, Place("breakdown.md", 1))


def tied_briefing(cards: Mapping[str, str], ties: set[tuple[str, str]]) -> Briefing:
    """Return a briefing of cards, each with its kind, tied from both ends."""
    made = tuple(card(card_id, kind) for card_id, kind in cards.items())
    kinds = tuple(
        Kind(kind, kind.title(), kind.title()[:-1], "", "#123456") for kind in dict.fromkeys(KINDS)
    )
    both = {*ties, *((b, a) for a, b in ties)}
    relations = {
        one: tuple(
            Relation(
                kind, kind.title(), tuple(o for o in cards if cards[o] == kind and (one, o) in both)
            )
            for kind in KINDS
            if any(cards[o] == kind and (one, o) in both for o in cards)
        )
        for one in cards
    }
    return Briefing(
        "Trial",
        NoFiles(),
        kinds=kinds,
        cards=made,
        documents=(document(TEXT),),
        names=names_of(made),
        relations=relations,
    )


@st.composite
def briefings(draw: st.DrawFn, most: int = 12) -> Briefing:
    """Return a briefing of a few cards of four kinds, tied at random."""
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=most))
    cards = {f"card-{number}": kind for number, kind in enumerate(kinds)}
    pairs = [(a, b) for a in cards for b in cards if a < b]
    ties = draw(st.sets(st.sampled_from(pairs), max_size=30)) if pairs else set()
    return tied_briefing(cards, ties)


@st.composite
def cited_briefings(draw: st.DrawFn) -> tuple[Briefing, Citings]:
    """Return a briefing and what its cards cite."""
    briefing = draw(briefings())
    citings = {
        one.id: tuple(
            Citing(one.id, "article", (number,), origin, stance)
            for number, origin, stance in draw(
                st.lists(
                    st.tuples(
                        st.integers(1, 4),
                        st.sampled_from(("reuters", "wsj")),
                        st.sampled_from(Stance),
                    ),
                    max_size=3,
                )
            )
        )
        for one in briefing.cards
    }
    return briefing, citings


def many(count: int) -> Briefing:
    """Return a briefing of so many channels, each tied to one of five actors."""
    cards = {f"channel-{n}": "channels" for n in range(count)}
    cards |= {f"actor-{n}": "actors" for n in range(5)}
    ties = {(f"channel-{n}", f"actor-{n % 5}") for n in range(count)}
    return tied_briefing(cards, ties)
