"""What the Edit menu does: copying, picking, writing notes, reading what is new, taking back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefer.desktop.keeping import Keeping
from briefer.language import tr


class EditCommands(QObject):
    """Asks the desk for what the reader wants, and others for what they show."""

    said = Signal(str)
    copy_wanted = Signal(bool)  # with the citation, or without
    pick_wanted = Signal()
    picked_wanted = Signal()
    note_wanted = Signal()
    notes_wanted = Signal()
    news_wanted = Signal()
    read_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, window: QWidget, keeping: Keeping) -> None:
        super().__init__(window)
        self._keeping = keeping

    def undo(self) -> None:
        """Take back the last change of picked cards, notes, or what counts as read."""
        from briefer.desk.changes import Undo

        if self._keeping.kept is not None and self._keeping.kept.undo:
            self.said.emit(tr("Undone: {change}", change=self._keeping.kept.undo))
            self._keeping.ask(Undo())

    def redo(self) -> None:
        """Do again what was taken back."""
        from briefer.desk.changes import Redo

        if self._keeping.kept is not None and self._keeping.kept.redo:
            self.said.emit(tr("Done again: {change}", change=self._keeping.kept.redo))
            self._keeping.ask(Redo())

    def copy(self) -> None:
        """Copy what is selected, or the card, with its citation."""
        self.copy_wanted.emit(True)

    def copy_words(self) -> None:
        """Copy what is selected, or the card, without citations."""
        self.copy_wanted.emit(False)

    def pick(self) -> None:
        """Pick the card or the passage that has the keyboard, or unpick it."""
        self.pick_wanted.emit()

    def show_picked(self) -> None:
        """Show the list of picked cards."""
        self.picked_wanted.emit()

    def my_note(self) -> None:
        """Open the reader's note on the card or the passage, or put it away."""
        self.note_wanted.emit()

    def all_notes(self) -> None:
        """List the reader's notes on this briefing."""
        self.notes_wanted.emit()

    def show_news(self) -> None:
        """List what is unread, new or changed."""
        self.news_wanted.emit()

    def mark_all_read(self) -> None:
        """Take every card as read."""
        self.read_wanted.emit()

    def settings(self) -> None:
        """Show the settings."""
        self.settings_wanted.emit()
