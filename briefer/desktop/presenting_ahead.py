"""A talk -> the pictures that its next key may bring, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefer.talk.talk import RoomView, Showing, Talk


def views_ahead(talk: Talk, pages_of: Callable[[str], int]) -> Iterator[RoomView]:
    """Yield what next, the source and back would show; `pages_of` counts a card's pages."""
    if talk.page + 1 < talk.pages:
        yield RoomView(talk.card, talk.page + 1, Showing.CARD, 0)
    elif talk.following:
        yield RoomView(talk.following, 0, Showing.CARD, 0)
    yield RoomView(talk.card, talk.page, Showing.CARD, 0)
    yield RoomView(talk.card, talk.page, Showing.SOURCE, 0)
    if talk.page:
        yield RoomView(talk.card, talk.page - 1, Showing.CARD, 0)
    elif talk.position:
        before = talk.run.cards[talk.position - 1]
        yield RoomView(before, pages_of(before) - 1, Showing.CARD, 0)
