"""Joins the search's words, the find bars and the keys to what looks for words in the panes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from briefer.desktop.action_set import ActionSet
from briefer.desktop.card_view import CardView
from briefer.desktop.document_view import DocumentView
from briefer.desktop.panes import Panes, focus_in
from briefer.language import tr

if TYPE_CHECKING:
    from briefer.desktop.find_bar import FindBar
    from briefer.desktop.go_commands import GoCommands
    from briefer.desktop.pane_finding import PaneFinding
    from briefer.desktop.parts import Parts

_BUTTONS = ("find_previous", "find_next", "clear_found")
_LONGEST = 80  # characters that are selected and taken over as what to find

Pane = CardView | DocumentView


class Finding(QObject):
    """Finds in the card or in the text: in the one that has the keyboard, or had it last."""

    said = Signal(str)

    def __init__(self, panes: Panes, card: CardView, text: DocumentView, actions: ActionSet):
        super().__init__(panes)
        self._panes, self._actions = panes, actions
        self._card, self._text = card, text
        self._pane: Pane = card
        self._bars: dict[Pane, FindBar] = {}
        self._findings: dict[Pane, PaneFinding] = {}  # made when something is looked for
        self._keep_escape_to(panes.navigator, card, text)

    def mark_words(self, words: tuple[str, ...]) -> None:
        """Mark the words that a search found, in both panes; none takes all marks away."""
        for bar in self._bars.values():
            bar.hide()
        if words or self._findings:
            for pane in (self._card, self._text):
                self._finding(pane).mark_words(words)

    def open_bar(self) -> None:
        """Offer to find in the pane, beginning with what is selected there."""
        pane = self._here()
        selected = pane.selected_words()
        bar = self._bar(pane)
        bar.open(selected if len(selected) <= _LONGEST else "")
        finding = self._finding(pane)
        finding.begin()
        finding.find(bar.text())

    def step(self, by: int) -> None:
        """Go to the next of the found words in the pane, or to the one before."""
        pane = self._here()
        finding = self._finding(pane)
        if not finding.looks:
            self.open_bar()
            return
        wrapped = finding.step(by)
        self.said.emit(self._words_of_step(pane, finding, by, wrapped=wrapped))

    def end(self) -> None:
        """Take all marks away, and the bars with them."""
        had_keyboard = [pane for pane, bar in self._bars.items() if bar.has_keyboard()]
        self.mark_words(())
        for pane in had_keyboard:
            focus_in(pane)

    def _keep_escape_to(self, *panes: QWidget) -> None:
        """Leave Escape to whoever else in the window has the keyboard and a use for it."""
        action = self._actions["clear_found"]
        action.setEnabled(False)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._panes.window().removeAction(action)
        for pane in panes:
            pane.addAction(action)

    def _here(self) -> Pane:
        focused = self._panes.focused_pane()
        here: dict[QWidget, Pane] = {self._panes.card: self._card, self._panes.text: self._text}
        if focused in here:
            self._pane = here[focused]
        elif not self._pane.isVisible():
            self._pane = self._card
        return self._pane

    def _bar(self, pane: Pane) -> FindBar:
        if pane not in self._bars:
            from briefer.desktop.find_bar import FindBar

            name = tr("Find on this card") if pane is self._card else tr("Find in this text")
            bar = FindBar(pane, name, tuple(self._actions[name] for name in _BUTTONS))
            bar.typed.connect(self._finding(pane).find)
            bar.stepped.connect(self.step)
            self._bars[pane] = bar
        return self._bars[pane]

    def _finding(self, pane: Pane) -> PaneFinding:
        if pane not in self._findings:
            finding = self._findings[pane] = pane.finding()
            finding.changed.connect(self._told(pane, finding))
        return self._findings[pane]

    def _told(self, pane: Pane, finding: PaneFinding) -> Callable[[], None]:
        def tell() -> None:
            if bar := self._bars.get(pane):
                bar.show_count(finding.said, bad=not finding.count)
            self._actions.enable(self._is_on(), "clear_found")

        return tell

    def _is_on(self) -> bool:
        looking = any(finding.looks for finding in self._findings.values())
        return looking or any(not bar.isHidden() for bar in self._bars.values())

    def _words_of_step(self, pane: Pane, finding: PaneFinding, by: int, *, wrapped: bool) -> str:
        if not finding.count:
            place = tr("on this card") if pane is self._card else tr("in this text")
            return tr("None of the words stand {place}", place=place)
        if wrapped and by > 0:
            return tr("Past the last, on from the first: {said}", said=finding.said)
        return (
            tr("Past the first, on from the last: {said}", said=finding.said)
            if wrapped
            else finding.said
        )


def join_finding(parts: Parts, go: GoCommands, actions: ActionSet) -> None:
    """Let the window find: what the search marks, and what the keys step through."""
    finding = Finding(parts.panes, parts.card, parts.text, actions)
    parts.search_box.words_found.connect(finding.mark_words)
    go.find_wanted.connect(finding.open_bar)
    go.find_step_wanted.connect(finding.step)
    go.find_end_wanted.connect(finding.end)
    finding.said.connect(parts.window.status.say)
