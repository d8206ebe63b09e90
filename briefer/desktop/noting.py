"""The card that is shown and what is kept -> the reader's note beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefer.desktop.browsing import Browsing
from briefer.desktop.keeping import Keeping
from briefer.desktop.panes import Panes, focus_in

if TYPE_CHECKING:
    from briefer.desktop.my_note_panel import MyNotePanel


class Noting(QObject):
    """Follows the desk and the card; the panel is made when a note is first asked for."""

    def __init__(self, keeping: Keeping, browsing: Browsing, panes: Panes) -> None:
        super().__init__(keeping)
        self._keeping, self._browsing, self._panes = keeping, browsing, panes
        self._panel: MyNotePanel | None = None
        self._about = ("", "", "")  # the briefing's path, the card's id and title
        keeping.kept_changed.connect(lambda _: self._show())
        browsing.card_changed.connect(lambda _: self._show())

    def toggle(self) -> None:
        """Open the card's note and put the keyboard into it; close it when it is there already."""
        if self._keeping.kept is None or self._browsing.shown_card() is None:
            return
        panel = self._made_panel()
        if panel.isVisible() and panel.words.hasFocus():
            panel.write_now()
            panel.hide()
            focus_in(self._panes.card)
            return
        panel.show()
        self._show()
        focus_in(panel)

    def write_now(self) -> None:
        """Keep what was typed last; call before the window closes or another briefing comes."""
        if self._panel is not None:
            self._panel.write_now()

    def _made_panel(self) -> MyNotePanel:
        from briefer.desktop.my_note_panel import MyNotePanel

        if self._panel is None:
            self._panel = MyNotePanel()
            self._panel.written.connect(self._write)
            self._panel.left.connect(lambda: focus_in(self._panes.card))
            self._panes.add_below(self._panel)
        return self._panel

    def _show(self) -> None:
        card, kept = self._browsing.shown_card(), self._keeping.kept
        if self._panel is None or card is None or kept is None:
            return
        words = next((note.words for note in kept.notes if note.card == card.id), "")
        about = f"{kept.path}\n{card.id}"
        self._panel.show_note(about, card.title, words, kept.trouble)  # writes what was before
        self._about = (kept.path, card.id, card.title)

    def _write(self, words: str) -> None:
        from briefer.desk.changes import WriteNote

        self._keeping.ask(WriteNote(*self._about, words))
