"""What the Edit menu does: picking cards, writing notes, and taking back what was done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefer.desktop.browsing import Browsing
from briefer.desktop.keeping import Keeping


class EditCommands(QObject):
    """Asks the desk for what the reader wants."""

    said = Signal(str)

    def __init__(
        self,
        window: QWidget,
        browsing: Browsing,
        keeping: Keeping,
        show_picked: Callable[[], None],
        toggle_note: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._browsing, self._keeping = browsing, keeping
        self._show_picked, self._toggle_note = show_picked, toggle_note

    def undo(self) -> None:
        """Take back the last change of picked cards or notes."""
        from briefer.desk.changes import Undo

        if self._keeping.kept is not None and self._keeping.kept.undo:
            self.said.emit(f"Undone: {self._keeping.kept.undo}")
            self._keeping.ask(Undo())

    def redo(self) -> None:
        """Do again what was taken back."""
        from briefer.desk.changes import Redo

        if self._keeping.kept is not None and self._keeping.kept.redo:
            self.said.emit(f"Done again: {self._keeping.kept.redo}")
            self._keeping.ask(Redo())

    def pick_card(self) -> None:
        """Pick the card that is shown, or unpick it."""
        card = self._browsing.shown_card()
        if card is None or self._keeping.kept is None:
            return
        settled = next((s for s in self._keeping.settled() if s.card == card.id), None)
        from briefer.desk.changes import AddPick, RemovePick
        from briefer.desk.model import PickedCard

        if settled is not None:
            self._keeping.ask(RemovePick(self._keeping.path, settled.pick))
        else:
            self._keeping.ask(AddPick(self._keeping.path, PickedCard(card.id, card.title)))

    def unpick(self, index: int) -> None:
        """Take a pick off the list."""
        from briefer.desk.changes import RemovePick

        self._keeping.ask(RemovePick(self._keeping.path, self._keeping.picks[index]))

    def move_pick(self, index: int, to: int) -> None:
        """Move a pick to another place on the list."""
        from briefer.desk.changes import MovePick

        self._keeping.ask(MovePick(self._keeping.path, self._keeping.picks[index], to))

    def unpick_all(self) -> None:
        """Empty the list."""
        from briefer.desk.changes import PutPicks

        self._keeping.ask(PutPicks(self._keeping.path, ()))

    def forget_recent(self) -> None:
        """Forget which briefings were open, and where the reader was in them."""
        from briefer.desk.changes import Forget, Traces

        self._keeping.ask(Forget(frozenset({Traces.VISITS})))

    def show_picked(self) -> None:
        """Show the list of picked cards."""
        self._show_picked()

    def my_note(self) -> None:
        """Open the reader's note on the card, or put it away."""
        self._toggle_note()
