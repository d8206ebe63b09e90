"""What is kept -> what the window shows of it: stars, the button, the list, undo and redo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefer.briefing.model import Span
from briefer.desktop.action_set import ActionSet
from briefer.desktop.browsing import Browsing
from briefer.desktop.destinations import PassageDestination
from briefer.desktop.edit_commands import EditCommands
from briefer.desktop.keeping import Keeping
from briefer.desktop.parts import Parts

if TYPE_CHECKING:
    from briefer.desk.model import Kept
    from briefer.desk.settling import Settled
    from briefer.desktop.picked_panel import PickedPanel

_ONCE_KEPT = ("pick_card", "my_note")
_NAMES = {"undo": "&Undo", "redo": "&Redo"}


class Picking(QObject):
    """Follows the desk and the card that is shown."""

    print_wanted = Signal()
    present_wanted = Signal()

    def __init__(
        self,
        keeping: Keeping,
        browsing: Browsing,
        parts: Parts,
        actions: ActionSet,
        commands: EditCommands,
    ) -> None:
        super().__init__(keeping)
        self._keeping, self._browsing, self._parts = keeping, browsing, parts
        self._actions, self._commands = actions, commands
        self._panel: PickedPanel | None = None
        keeping.kept_changed.connect(self._show)
        browsing.card_changed.connect(lambda _: self._name_pick())
        browsing.briefing_opened.connect(self._show_none)
        self._show_none()

    def show_panel(self, button: QWidget) -> None:
        """Show the picked cards below their button."""
        self._made_panel().drop_from(button)

    def _show_none(self) -> None:
        for action_id in ("undo", "redo", *_ONCE_KEPT):
            self._actions[action_id].setEnabled(False)
        self._parts.navigator.show_picked(frozenset())
        self._parts.navigator.show_noted(frozenset())

    def _show(self, kept: Kept) -> None:
        self._parts.navigator.show_picked(frozenset(self._keeping.picked_cards()))
        self._parts.navigator.show_noted(frozenset(self._keeping.noted_cards()))
        for action_id in _ONCE_KEPT:
            self._actions[action_id].setEnabled(True)
        for action_id, name in (("undo", kept.undo), ("redo", kept.redo)):
            self._actions[action_id].setText(f"{_NAMES[action_id]} {name}".rstrip())
            self._actions[action_id].setEnabled(bool(name))
        count = len(kept.picks)
        self._actions["show_picked"].setIconText(f"Picked cards {count}".removesuffix(" 0"))
        self._name_pick()
        if self._panel is not None:
            self._fill(self._panel)

    def _name_pick(self) -> None:
        is_picked = self._browsing.card_id in self._keeping.picked_cards()
        self._actions["pick_card"].setText("Un&pick this card" if is_picked else "&Pick this card")

    def _made_panel(self) -> PickedPanel:
        from briefer.desktop.picked_panel import PickedPanel

        if self._panel is None:
            panel = self._panel = PickedPanel(self._parts.window)
            panel.row_chosen.connect(self._go)
            panel.row_moved.connect(self._commands.move_pick)
            panel.row_removed.connect(self._commands.unpick)
            panel.undo_wanted.connect(self._commands.undo)
            panel.redo_wanted.connect(self._commands.redo)
            panel.clear_wanted.connect(self._commands.unpick_all)
            panel.print_wanted.connect(self.print_wanted)
            panel.present_wanted.connect(self.present_wanted)
            self._fill(panel)
        return self._panel

    def _fill(self, panel: PickedPanel) -> None:
        settled = self._keeping.settled()
        rows = tuple(_row(found, self._kind_of) for found in settled)
        panel.show_rows(rows, len(self._keeping.picked_cards()))

    def _kind_of(self, card_id: str) -> tuple[str, str]:
        briefing = self._browsing.briefing
        if briefing is None:
            return "", ""
        card = briefing.card(card_id)
        return card.title, briefing.kind(card.kind).singular

    def _go(self, row: int) -> None:
        from briefer.desk.model import PickedPassage

        found = self._keeping.settled()[row]
        if isinstance(found.pick, PickedPassage):
            span = Span(found.pick.start, found.pick.end)
            self._browsing.go(PassageDestination(found.pick.document, span))
        else:
            self._browsing.go_to_card(found.card)


def _row(found: Settled, kind_of: Callable[[str], tuple[str, str]]) -> tuple[str, str]:
    """Return what a pick is called, and what more there is to say of it."""
    from briefer.desk.model import PickedPassage

    if isinstance(found.pick, PickedPassage):
        return f"“{found.pick.words}”", "A passage of the text"
    if not found.card:
        return f"{found.pick.title} (no card any more)", "The briefing has no such card now"
    return kind_of(found.card)
