"""Where the reader left off -> the window stands there again, or offers to lead there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefer.desktop.action_set import ActionSet
from briefer.desktop.browsing import Browsing
from briefer.desktop.go_commands import GoCommands
from briefer.desktop.history_words import visits_in
from briefer.desktop.keeping import Keeping
from briefer.language import tr

if TYPE_CHECKING:
    from briefer.desk.model import Place

_ACTION = "go_to_left"


class Returning(QObject):
    """Follows the desk: a place that is found is gone to, unless the reader has moved on."""

    said = Signal(str)

    def __init__(
        self, keeping: Keeping, browsing: Browsing, go: GoCommands, actions: ActionSet
    ) -> None:
        super().__init__(keeping)
        self._browsing, self._go, self._actions = browsing, go, actions
        keeping.place_found.connect(self._come_back)
        browsing.briefing_opened.connect(self._forget)
        self._forget()

    def _come_back(self, place: Place) -> None:
        briefing = self._browsing.briefing
        if briefing is None:
            return
        self._go.left = place
        self._actions.enable(True, _ACTION)
        visits = visits_in(place.history, briefing)
        places = place.card_place, place.text_place
        if self._browsing.come_back(place.card, places, visits):
            return
        if self._browsing.card_id != place.card:
            self.said.emit(tr("Last time you left off at “{title}”: Alt+End", title=place.title))

    def _forget(self) -> None:
        self._go.left = None
        self._actions.enable(False, _ACTION)
