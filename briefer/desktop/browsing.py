"""Which briefing is open and where in it the reader is; tells the window what to show."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from briefer.briefing.model import Briefing, Card
from briefer.desktop.destinations import (
    CardDestination,
    Destination,
    KindDestination,
    PageDestination,
)
from briefer.desktop.history import History, Visit
from briefer.desktop.opening_card import numbered_kinds, opening_card
from briefer.desktop.reloading import moved_destination
from briefer.evidence.model import Report

Places = tuple[float, float]  # how far card and document are scrolled, 0 to 1


class Browsing(QObject):
    """The open briefing, its report once there is one, and the reader's history in it.

    `places` asks the panes how they stand, so that going back finds them as they were.
    """

    briefing_opened = Signal()  # another briefing
    briefing_replaced = Signal()  # the same one, read again or read to its end
    report_changed = Signal()
    card_changed = Signal(str)
    kind_changed = Signal(str)  # a kind is shown in place of a card
    passage_changed = Signal(object)  # PassageDestination
    places_left = Signal(float, float)  # the panes stood so when the reader was here before
    history_changed = Signal(bool, bool)  # can go back, can go forward

    def __init__(self, places: Callable[[], Places], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self._history = History()
        self.briefing: Briefing | None = None
        self._numbers: tuple[Briefing | None, dict[str, int]] = (None, {})
        self.report: Report | None = None
        self.card_id = ""  # while a kind is shown, there is none
        self.kind_id = ""
        self.at_top = False  # what is told now is shown from its top: no scrolling follows
        self._first_card = ""  # where to begin in the briefing that is opened next

    @property
    def card_number(self) -> int:
        """Return the number of the card that is shown, from 1; 0 when there is none."""
        if self._numbers[0] is not self.briefing:
            cards = self.briefing.cards if self.briefing else ()
            self._numbers = self.briefing, {card.id: n for n, card in enumerate(cards, 1)}
        return self._numbers[1].get(self.card_id, 0)

    def shown_card(self) -> Card | None:
        """Return the card that is shown."""
        return self.briefing.names.by_id.get(self.card_id) if self.briefing else None

    def places(self) -> Places:
        """Return how far card and document are scrolled, 0 to 1."""
        return self._places()

    def begin_with(self, card_id: str) -> None:
        """Open the next briefing on this card, if it has it."""
        self._first_card = card_id

    def open(self, briefing: Briefing, report: Report | None) -> None:
        """Take another briefing and go to the card that it opens on."""
        self.briefing, self.report = briefing, report
        self._history = History()
        wanted, self._first_card = self._first_card, ""
        there = briefing.complete and wanted in briefing.names.by_id
        self.card_id, self.kind_id = wanted if there else opening_card(briefing), ""
        self._history.visit(CardDestination(self.card_id))
        self.briefing_opened.emit()
        self.card_changed.emit(self.card_id)
        self._tell_history()

    def replace(self, briefing: Briefing, report: Report | None) -> None:
        """Take what the same briefing has become: card, scroll and history stay."""
        old = self.briefing
        if old is None:
            self.open(briefing, report)
            return
        card_place, document_place = self._places()
        self._history.keep(lambda destination: moved_destination(destination, old, briefing))
        self.briefing, self.report = briefing, report
        here = moved_destination(self._page(), old, briefing)
        if here is None:
            here = CardDestination(opening_card(briefing))
            self._history.visit(here)
        self._stand_on(here)
        self.briefing_replaced.emit()
        self._arrive(here)
        self.places_left.emit(card_place, document_place)
        self._tell_history()

    def take_report(self, report: Report) -> None:
        """Take what checking the open briefing gave."""
        self.report = report
        self.report_changed.emit()

    def go(self, destination: Destination, *, passing: bool = False) -> None:
        """Go somewhere; `passing` steps leave one entry in the history, not one each."""
        self.at_top = True
        self._go(destination, passing=passing)
        self.at_top = False

    def go_to_card(self, card_id: str, *, passing: bool = False) -> None:
        """Go to a card, if the briefing has it."""
        if self.briefing is not None and card_id in self.briefing.names.by_id:
            self.go(CardDestination(card_id), passing=passing)

    def go_to_kind(self, kind_id: str, *, passing: bool = False) -> None:
        """Go to a kind that the briefing has."""
        self.go(KindDestination(kind_id), passing=passing)

    def pass_kind(self, kind_id: str) -> None:
        """Go to a kind on the way to others."""
        self.go_to_kind(kind_id, passing=True)

    def back(self) -> None:
        """Go back to where the reader was before."""
        self._history.leave(*self._places())
        self._return_to(self._history.back())

    def forward(self) -> None:
        """Go forward again."""
        self._history.leave(*self._places())
        self._return_to(self._history.forward())

    def return_to(self, card_id: str, card_place: float, text_place: float) -> None:
        """Go to a card, if the briefing has it, with the panes scrolled as they were."""
        if self.briefing is not None and card_id in self.briefing.names.by_id:
            self._go(CardDestination(card_id))
            self.places_left.emit(card_place, text_place)

    def visits(self) -> tuple[Visit, ...]:
        """Return the reader's way up to here, with how the panes stand."""
        self._history.leave(*self._places())
        return self._history.visits

    def come_back(self, card_id: str, places: Places, visits: tuple[Visit, ...]) -> bool:
        """Stand where the reader stood the last time, unless he has gone on meanwhile."""
        if self.briefing is None or card_id not in self.briefing.names.by_id:
            return False
        if len(self._history.visits) > 1:
            return False
        last = Visit(CardDestination(card_id), *places)
        self._history.put(visits if visits[-1:] == (last,) else (*visits, last))
        if card_id != self.card_id:
            self._arrive(last.destination)
        self.places_left.emit(*places)
        self._tell_history()
        return True

    def step(self, by: int) -> None:
        """Go that many cards on, and no further than the first and the last."""
        if self.briefing is None:
            return
        index = by + (self.card_number - 1 if self.card_number else self._before_kind(by))
        if 0 <= index < len(self.briefing.cards):
            self.go_to_card(self.briefing.cards[index].id)

    def show_overview(self) -> None:
        """Go to the card that the briefing opens on."""
        if self.briefing is not None:
            self.go_to_card(opening_card(self.briefing))

    def show_kind(self, index: int) -> None:
        """Go to the first card of a kind, counted without the overview."""
        kinds = numbered_kinds(self.briefing)
        if self.briefing is not None and index < len(kinds):
            self.go_to_card(self.briefing.cards_of(kinds[index])[0].id)

    def _go(self, destination: Destination, *, passing: bool = False) -> None:
        self._history.leave(*self._places())
        self._history.visit(destination, passing=passing)
        self._arrive(destination)
        self._tell_history()

    def _return_to(self, visit: Visit | None) -> None:
        if visit is None:
            return
        page = self._history.last_page()
        if page is not None and page != self._page() and page != visit.destination:
            self._arrive(page)
        self._arrive(visit.destination)
        self.places_left.emit(visit.card_place, visit.document_place)
        self._tell_history()

    def _arrive(self, destination: Destination) -> None:
        self._stand_on(destination)
        if isinstance(destination, CardDestination):
            self.card_changed.emit(destination.card)
        elif isinstance(destination, KindDestination):
            self.kind_changed.emit(destination.kind)
        else:
            self.passage_changed.emit(destination)

    def _stand_on(self, destination: Destination) -> None:
        if isinstance(destination, CardDestination):
            self.card_id, self.kind_id = destination.card, ""
        elif isinstance(destination, KindDestination):
            self.card_id, self.kind_id = "", destination.kind

    def _page(self) -> PageDestination:
        return KindDestination(self.kind_id) if self.kind_id else CardDestination(self.card_id)

    def _before_kind(self, by: int) -> int:
        """Return the index from which a step leads to the first card of the kind, or before it."""
        cards = self.briefing.cards if self.briefing else ()
        first = next((i for i, card in enumerate(cards) if card.kind == self.kind_id), len(cards))
        return first - 1 if by > 0 else first

    def _tell_history(self) -> None:
        self.history_changed.emit(self._history.can_go_back, self._history.can_go_forward)
