"""Where the reader has been: one line of cards and passages, with back and forward."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from briefer.desktop.destinations import Destination, PageDestination, PassageDestination

_LONGEST = 500


class Visit(NamedTuple):
    """A destination, and how the panes stood when the reader left it (0 to 1)."""

    destination: Destination
    card_place: float = 0.0
    document_place: float = 0.0
    passing: bool = False  # reached by stepping through a list: the next step takes its place


class History:
    """Visits in order and the one where the reader is."""

    def __init__(self) -> None:
        self._visits: list[Visit] = []
        self._at = -1

    @property
    def visits(self) -> tuple[Visit, ...]:
        """Return the visits up to where the reader is."""
        return tuple(self._visits[: self._at + 1])

    def put(self, visits: tuple[Visit, ...]) -> None:
        """Make the line these visits; the reader is at the last one."""
        self._visits, self._at = list(visits[-_LONGEST:]), min(len(visits), _LONGEST) - 1

    @property
    def current(self) -> Visit | None:
        """Return where the reader is, or None before the first visit."""
        return self._visits[self._at] if self._visits else None

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is a visit before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Tell whether the reader has gone back from somewhere."""
        return self._at < len(self._visits) - 1

    def visit(self, destination: Destination, *, passing: bool = False) -> None:
        """Add a visit and forget what was forward; the same destination again adds none."""
        current = self.current
        if current is not None and current.destination == destination:
            self._visits[self._at] = current._replace(passing=current.passing and passing)
            return
        if not (passing and current is not None and current.passing):
            self._at += 1
        self._visits[self._at :] = [Visit(destination, passing=passing)]
        self._shorten()

    def leave(self, card_place: float, document_place: float) -> None:
        """Note how the panes stand, before the reader goes elsewhere."""
        if (current := self.current) is not None:
            self._visits[self._at] = current._replace(
                card_place=card_place, document_place=document_place
            )

    def back(self) -> Visit | None:
        """Step back and return where that is; None when there is nothing before."""
        return self._step(-1) if self.can_go_back else None

    def forward(self) -> Visit | None:
        """Step forward and return where that is; None when there is nothing after."""
        return self._step(1) if self.can_go_forward else None

    def last_page(self) -> PageDestination | None:
        """Return the card or kind that the reader sees: the newest up to here."""
        for visit in reversed(self._visits[: self._at + 1]):
            if not isinstance(visit.destination, PassageDestination):
                return visit.destination
        return None

    def keep(self, moved: Callable[[Destination], Destination | None]) -> None:
        """Replace every destination after a reload; those that are None are dropped."""
        kept: list[Visit] = []
        at = -1
        for index, visit in enumerate(self._visits):
            destination = moved(visit.destination)
            if destination is not None and not (kept and kept[-1].destination == destination):
                kept.append(visit._replace(destination=destination))
            if index == self._at:
                at = len(kept) - 1
        self._visits, self._at = kept, max(at, 0) if kept else -1

    def _step(self, by: int) -> Visit:
        self._at += by
        return self._visits[self._at]

    def _shorten(self) -> None:
        surplus = len(self._visits) - _LONGEST
        if surplus > 0:
            del self._visits[:surplus]
            self._at -= surplus
