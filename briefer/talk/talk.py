"""Where a talk stands: the run, the card, and what the room sees. Every step is a new value."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from briefer.talk.clock import Clock
from briefer.talk.run import Run

ENDING_SECONDS = 2.0  # within these, a second Esc ends the talk
_LAST_PAGE = 1_000_000  # until `with_pages` says which one that is
_LONGEST_NUMBER = 5  # digits


class Showing(StrEnum):
    """What the room sees."""

    CARD = "card"
    BLACK = "black"
    WHITE = "white"
    SOURCE = "source"  # the passage behind a quotation of the card


class Aid(StrEnum):
    """What helps the room to look: one at a time."""

    NONE = "none"
    POINTER = "pointer"
    SPOTLIGHT = "spotlight"
    ZOOM = "zoom"


@dataclass(frozen=True, slots=True)
class RoomView:
    """All that the room's window needs to know."""

    card: str
    page: int
    showing: Showing
    source: int  # which of the card's quotations the source view shows
    aid: Aid = Aid.NONE


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk at one moment; moments (`now`) are seconds of a clock that never goes back."""

    run: Run
    position: int = 0
    page: int = 0
    pages: int = 1  # of the current card, as the room's window laid it out
    showing: Showing = Showing.CARD
    source: int = 0
    pushed: str = ""  # a card or passage that was sent to the room besides; "" for none
    left_page: int = 0  # of the run's card, to come back to from what was sent
    aid: Aid = Aid.NONE
    frozen: RoomView | None = None  # what the room keeps seeing
    typed: str = ""  # digits that Enter turns into a card's number
    clock: Clock = Clock()
    asked_to_end: float | None = None  # when Esc was pressed with nothing left to leave
    ended: bool = False
    spent: Mapping[str, float] = field(default_factory=dict)  # seconds per card
    entered: float = 0.0  # elapsed seconds when the current card came up

    @property
    def card(self) -> str:
        """Return the id of the card that the talk is at."""
        return self.pushed or self.run.cards[self.position]

    @property
    def following(self) -> str:
        """Return the id of the card that comes next; "" at the end of the run."""
        position = self.position if self.pushed else self.position + 1
        return self.run.cards[position] if position < len(self.run.cards) else ""

    @property
    def room(self) -> RoomView:
        """Return what the room sees; black and white hide even what is frozen."""
        if self.frozen is None:
            return self.live
        if self.showing in (Showing.BLACK, Showing.WHITE):
            return replace(self.frozen, showing=self.showing)
        return self.frozen

    @property
    def live(self) -> RoomView:
        """Return what the room would see if it were not frozen."""
        return RoomView(self.card, self.page, self.showing, self.source, self.aid)

    def started(self, now: float) -> Talk:
        """Return the talk with its clock running."""
        return replace(self, clock=self.clock.started(now))

    def next(self, now: float) -> Talk:
        """Return from black, white or the source; else turn the page; else go to the next card."""
        if self.showing is not Showing.CARD:
            return self.card_shown()
        if self.page + 1 < self.pages:
            return replace(self, page=self.page + 1, asked_to_end=None)
        if self.pushed:
            return self._back(now)
        return self._at(self.position + 1, now) if self.following else self.card_shown()

    def previous(self, now: float) -> Talk:
        """Return from black, white or the source; else turn back; else go to the card before.

        A card reached so shows its last page, as it was left.
        """
        if self.showing is not Showing.CARD:
            return self.card_shown()
        if self.page > 0:
            return replace(self, page=self.page - 1, asked_to_end=None)
        if self.pushed:
            return self._back(now)
        if self.position == 0:
            return self.card_shown()
        before = self._at(self.position - 1, now)
        return replace(before, page=_LAST_PAGE, pages=_LAST_PAGE + 1)

    def first(self, now: float) -> Talk:
        """Go to the first card of the run."""
        return self._at(0, now)

    def last(self, now: float) -> Talk:
        """Go to the last card of the run."""
        return self._at(len(self.run.cards) - 1, now)

    def at(self, number: int, now: float) -> Talk:
        """Go to a card by its number from 1; a number past the end goes to the last."""
        return self._at(min(max(number, 1), len(self.run.cards)) - 1, now)

    def next_of(self, cards: Collection[str], now: float) -> Talk:
        """Go to the next card of the run that is one of these; stay when none follows."""
        later = range(self.position + (not self.pushed), len(self.run.cards))
        found = next((place for place in later if self.run.cards[place] in cards), None)
        return self if found is None else self._at(found, now)

    def digit(self, digit: str) -> Talk:
        """Type one more decimal digit of a card's number."""
        return replace(self, typed=(self.typed + digit)[-_LONGEST_NUMBER:], asked_to_end=None)

    def enter(self, now: float) -> Talk:
        """Go to the card whose number was typed; without one, go on."""
        number, talk = self.typed, self.without_digits()
        return talk.at(int(number), now) if number else talk.next(now)

    def without_digits(self) -> Talk:
        """Forget the digits that were typed."""
        return replace(self, typed="") if self.typed else self

    def with_card(self, card: str, now: float) -> Talk:
        """Send any card or passage to the room at once; the run waits where it stands."""
        if card == self.run.cards[self.position]:
            return replace(self._back(now) if self.pushed else self.card_shown(), frozen=None)
        return replace(
            self._left(now).card_shown(),
            pushed=card,
            left_page=self.left_page if self.pushed else self.page,
            page=0,
            pages=1,
            aid=_beyond_one_card(self.aid),
            frozen=None,
        )

    def with_pages(self, pages: int) -> Talk:
        """Say how many pages the current card has."""
        pages = max(pages, 1)
        return replace(self, pages=pages, page=min(self.page, pages - 1))

    def black(self) -> Talk:
        """Show black, or the card again."""
        return self._toggled(Showing.BLACK)

    def white(self) -> Talk:
        """Show white, or the card again."""
        return self._toggled(Showing.WHITE)

    def freeze(self) -> Talk:
        """Keep what the room sees while the console goes on, or let go of it."""
        return replace(self, frozen=None if self.frozen else self.live, asked_to_end=None)

    def next_source(self, quotations: int) -> Talk:
        """Show the passage behind the first quotation, then the others, then the card again."""
        if quotations == 0:
            return self.card_shown()
        if self.showing is not Showing.SOURCE:
            return replace(self, showing=Showing.SOURCE, source=0, asked_to_end=None)
        if self.source + 1 < quotations:
            return replace(self, source=self.source + 1)
        return self.card_shown()

    def helped(self, aid: Aid) -> Talk:
        """Turn the pointer, the spotlight or the zoom on, or off again."""
        return replace(self, aid=Aid.NONE if self.aid is aid else aid, asked_to_end=None)

    def card_shown(self) -> Talk:
        """Leave black, white or the source view."""
        return replace(self, showing=Showing.CARD, source=0, asked_to_end=None)

    def escape(self, now: float) -> Talk:
        """Leave digits, black, white, the source, pointer or freeze; else ask; in time, end."""
        if self.typed:
            return self.without_digits()
        if self.showing is not Showing.CARD:
            return self.card_shown()
        if self.aid is not Aid.NONE:
            return self.helped(self.aid)
        if self.frozen:
            return self.freeze()
        if self.asked_to_end is not None and now - self.asked_to_end <= ENDING_SECONDS:
            return self.end(now)
        return replace(self, asked_to_end=now)

    def end(self, now: float) -> Talk:
        """End the talk."""
        return self if self.ended else replace(self._left(now), ended=True)

    def timer_toggled(self, now: float) -> Talk:
        """Let the timer run or rest."""
        return replace(self, clock=self.clock.toggled(now))

    def timer_reset(self, now: float) -> Talk:
        """Set the timer to zero, and the times of the cards with it."""
        return replace(self, clock=self.clock.reset(now), spent={}, entered=0.0)

    def _toggled(self, showing: Showing) -> Talk:
        if self.showing is showing:
            return self.card_shown()
        return replace(self, showing=showing, source=0, asked_to_end=None)

    def _at(self, position: int, now: float) -> Talk:
        if position == self.position and not self.pushed:
            return replace(self.card_shown(), page=0)
        return replace(
            self._left(now).card_shown(),
            position=position,
            pushed="",
            page=0,
            pages=1,
            left_page=0,
            aid=_beyond_one_card(self.aid),
        )

    def _back(self, now: float) -> Talk:
        """Return from what was sent to the room to the page where the run waits."""
        back = self._at(self.position, now)
        return replace(back, page=self.left_page, pages=self.left_page + 1)

    def _left(self, now: float) -> Talk:
        """Return the talk with the time of the current card noted."""
        elapsed = self.clock.elapsed(now)
        spent = self.spent.get(self.card, 0.0) + elapsed - self.entered
        return replace(
            self, spent={**self.spent, self.card: spent}, entered=elapsed, asked_to_end=None
        )


def _beyond_one_card(aid: Aid) -> Aid:
    """Return the aid that stays when another card comes up: a zoom does not."""
    return Aid.NONE if aid is Aid.ZOOM else aid
