"""A talk -> the pictures that its next key may bring, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefer.talk.talk import RoomView, Showing, Talk


def views_ahead(
    talk: Talk, pages_of: Callable[[str], int], sources_of: Callable[[str], int]
) -> Iterator[RoomView]:
    """Yield what next, the source and back would show.

    `pages_of` and `sources_of` count a card's pages, and the passages behind it.
    """
    if talk.page + 1 < talk.pages:
        yield RoomView(talk.card, talk.page + 1, Showing.CARD, 0)
    elif talk.following:
        yield RoomView(talk.following, 0, Showing.CARD, 0)
    yield RoomView(talk.card, talk.page, Showing.CARD, 0)
    coming = talk.source + 1 if talk.showing is Showing.SOURCE else 0
    if coming < sources_of(talk.card):
        yield RoomView(talk.card, talk.page, Showing.SOURCE, coming)
    if talk.page:
        yield RoomView(talk.card, talk.page - 1, Showing.CARD, 0)
    elif talk.position:
        before = talk.run.cards[talk.position - 1]
        yield RoomView(before, pages_of(before) - 1, Showing.CARD, 0)
