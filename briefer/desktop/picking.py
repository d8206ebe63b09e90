"""What is kept -> what the window shows of it: stars, the button, the list, undo and redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from briefer.briefing.model import Briefing
from briefer.desktop.action_set import ActionSet
from briefer.desktop.browsing import Browsing
from briefer.desktop.destinations import PassageDestination
from briefer.desktop.keeping import Keeping
from briefer.desktop.parts import Parts
from briefer.desktop.views_pane import CARD
from briefer.language import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from briefer.desk.model import Kept
    from briefer.desk.settling import Settled
    from briefer.desktop.pick_commands import PickCommands
    from briefer.desktop.picked_panel import PickedPanel, Row

_ON_A_BRIEFING = ("pick_card", "my_note", "all_notes")
_NAMES = {"undo": tr("&Undo"), "redo": tr("&Redo")}


class Picking(QObject):
    """Follows the desk and the card that is shown."""

    print_wanted = Signal()
    present_wanted = Signal()
    lists_wanted = Signal(object)  # QMenu, to be filled

    def __init__(
        self,
        keeping: Keeping,
        browsing: Browsing,
        parts: Parts,
        actions: ActionSet,
    ) -> None:
        super().__init__(keeping)
        self._keeping, self._browsing, self._parts = keeping, browsing, parts
        self._actions = actions
        self._commands: PickCommands | None = None
        self._panel: PickedPanel | None = None
        keeping.kept_changed.connect(self._show)
        browsing.card_changed.connect(lambda _: self._name_pick())
        browsing.briefing_opened.connect(self._show_none)
        self._show_none()

    @property
    def commands(self) -> PickCommands:
        """Return who does what the reader wants; made when first asked for."""
        if self._commands is None:
            from briefer.desktop.pick_commands import PickCommands

            self._commands = PickCommands(self._keeping, self._browsing, self._parts)
        return self._commands

    def follow_keyboard(self) -> None:
        """Name in the menu what Ctrl+D picks, from now on."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._name_pick)

    def show_panel(self, button: QWidget) -> None:
        """Show the picked cards below their button."""
        self._made_panel().drop_from(button)

    def _show_none(self) -> None:
        self._actions.enable(False, "undo", "redo")
        self._actions.enable(self._browsing.briefing is not None, *_ON_A_BRIEFING)
        self._parts.navigator.show_picked(frozenset())
        self._parts.navigator.show_noted(frozenset())

    def _show(self, kept: Kept) -> None:
        self._parts.navigator.show_picked(frozenset(self._keeping.picked_cards()))
        self._parts.navigator.show_noted(frozenset(self._keeping.noted_cards()))
        for action_id, name in (("undo", kept.undo), ("redo", kept.redo)):
            shown = name.replace("&", "&&")
            self._actions[action_id].setText(f"{_NAMES[action_id]} {shown}".rstrip())
            self._actions.enable(bool(name), action_id)
        count = len(kept.picks)
        self._actions["show_picked"].setIconText(
            tr("Picked cards {count}", count=count).removesuffix(" 0")
        )
        self._name_pick()
        if self._panel is not None:
            self._fill(self._panel)

    def _name_pick(self) -> None:
        in_text = self._parts.panes.focused_pane() is self._parts.text
        if in_text and self._parts.text.current_passage() is not None:
            self._actions["pick_card"].setText(tr("&Pick or unpick this passage"))
            return
        if self._parts.views.view != CARD and self.commands.chosen_cards():  # CARD at the start
            self._actions["pick_card"].setText(tr("&Pick or unpick the chosen cards"))
            return
        is_picked = self._browsing.card_id in self._keeping.picked_cards()
        self._actions["pick_card"].setText(
            tr("Un&pick this card") if is_picked else tr("&Pick this card")
        )

    def _made_panel(self) -> PickedPanel:
        from briefer.desktop.picked_panel import PickedPanel

        if self._panel is None:
            panel = self._panel = PickedPanel(self._parts.window)
            panel.row_chosen.connect(self._go)
            panel.row_moved.connect(self.commands.move)
            panel.row_removed.connect(self.commands.unpick)
            panel.undo_wanted.connect(self._actions["undo"].trigger)
            panel.redo_wanted.connect(self._actions["redo"].trigger)
            panel.clear_wanted.connect(self.commands.unpick_all)
            panel.print_wanted.connect(self.print_wanted)
            panel.present_wanted.connect(self.present_wanted)
            panel.lists_wanted.connect(self._fill_lists)
            self._fill(panel)
        return self._panel

    def _fill_lists(self, menu: QMenu) -> None:
        menu.clear()
        self.lists_wanted.emit(menu)

    def _fill(self, panel: PickedPanel) -> None:
        briefing = self._browsing.briefing
        settled = self._keeping.settled()
        rows = tuple(_row(found, briefing) for found in settled) if briefing else ()
        panel.show_rows(rows, sum(bool(found.name) for found in settled))

    def _go(self, row: int) -> None:
        found = self._keeping.settled()[row]
        if found.passage is not None:
            self._browsing.go(PassageDestination(*found.passage))
        elif found.card:
            self._browsing.go_to_card(found.card)


def _row(found: Settled, briefing: Briefing) -> Row:
    """Return what a pick is called, what it is, and what more there is to say of it."""
    from briefer.briefing.citing import paragraphs_in
    from briefer.desk.model import PickedPassage
    from briefer.desktop.picked_panel import Row

    pick = found.pick
    if isinstance(pick, PickedPassage):
        document = briefing.document(pick.document)
        if document is None or found.passage is None:
            return Row(
                f"“{pick.words}”", tr("Not in the text"), tr("The texts have no such words now")
            )
        number = paragraphs_in(document, found.passage.span)[0]
        return Row(f"“{pick.words}”", f"{document.letter}{number}", pick.words)
    if not found.card:
        return Row(pick.title, tr("Without a card"), tr("The briefing has no such card now"))
    card = briefing.card(found.card)
    return Row(card.title, briefing.kind(card.kind).singular, card.title)
