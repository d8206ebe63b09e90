"""All of the reader's notes on a briefing: found, gone to, taken away, and saved as a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from briefer.briefing.citing import cited_passage_of
from briefer.briefing.durable import replace_file
from briefer.briefing.model import Briefing, Card
from briefer.desk.changes import Together, WriteNote
from briefer.desk.model import Note
from briefer.desk.note_file import note_file
from briefer.desk.settling import card_of_note, note_on, passage_now
from briefer.desktop.dialog_parts import closing_row, dialog_column, side_by_side
from briefer.desktop.dialog_size import resize_within_screen
from briefer.desktop.grouped_list import GroupedList
from briefer.desktop.keeping import Keeping
from briefer.desktop.settings import PICKS_FOLDER, Settings
from briefer.desktop.tooltips import plain_tooltip
from briefer.language import ntr, tr

_SIZE = (900, 560)  # pixels
_HEADINGS = (tr("On cards"), tr("On passages"), tr("Without a card"))
_NONE = tr("You have written no note on this briefing yet. Ctrl+Shift+N writes one on the card.")
_FILTER = tr("Markdown (*.md);;All files (*)")


class NotesDialog(QDialog):
    """A list at the left, the chosen note at the right."""

    note_chosen = Signal(object)  # Note
    said = Signal(str)

    def __init__(
        self,
        keeping: Keeping,
        briefing: Briefing,
        card: Card | None,
        settings: Settings,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self._keeping, self._briefing, self._settings = keeping, briefing, settings
        self._card = card  # the one that is open
        self._notes: tuple[Note, ...] = ()
        self.setWindowTitle(tr("All my notes"))
        resize_within_screen(self, *_SIZE)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(tr("Show notes with these words"))
        self.filter.setAccessibleName(tr("Show notes with these words"))
        self.filter.setClearButtonEnabled(True)
        self.list = GroupedList(tr("My notes"), self)
        self.words = QPlainTextEdit(self)
        self.words.setReadOnly(True)
        self.words.setAccessibleName(tr("The note"))
        self.state = QLabel(self)
        self.state.setObjectName("muted")
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self._go = QPushButton(tr("&Go to it"), self)
        self._attach = QPushButton(tr("&Attach to the open card"), self)
        self._attach.setToolTip(plain_tooltip(card.title if card else ""))
        self._delete = QPushButton(tr("&Delete the note"), self)
        self._save = QPushButton(tr("&Save all as Markdown…"), self)
        self._lay_out()
        self._connect()
        self._show()

    def save(self, path: Path) -> None:
        """Write all notes into a file."""
        words = note_file(self._notes, self._briefing)
        try:
            replace_file(path, words.encode("utf-8", "replace"))
        except OSError as error:
            self.state.setText(
                tr(
                    "{name} could not be written: {reason}",
                    name=path.name,
                    reason=error.strerror,
                )
            )
            return
        self._settings.set(PICKS_FOLDER, str(path.parent))
        self.state.setText(
            tr(
                "{notes} written to {path}",
                notes=ntr("{n} note", "{n} notes", len(self._notes)),
                path=path,
            )
        )

    def _show(self) -> None:
        """List the notes that are there now and hold the words of the filter."""
        self._notes = self._keeping.kept.notes if self._keeping.kept is not None else ()
        wanted = self.filter.text().casefold().split()
        fitting = [note for note in self._notes if self._has(note, wanted)]
        self.list.show_groups((heading, self._rows(heading, fitting)) for heading in _HEADINGS)
        shown = tr(
            "{count} of {notes}",
            count=self.list.count(),
            notes=ntr("{n} note", "{n} notes", len(self._notes)),
        )
        self.state.setText((shown if wanted else "") if self._notes else _NONE)
        self._save.setEnabled(bool(self._notes))
        self._show_chosen()

    def _rows(self, heading: str, notes: list[Note]) -> tuple[tuple[Note, str], ...]:
        own = sorted((n for n in notes if self._heading(n) == heading), key=self._order)
        return tuple((note, self._name(note)) for note in own)

    def _heading(self, note: Note) -> str:
        if note.passage is not None and passage_now(note.passage, self._briefing) is not None:
            return _HEADINGS[1]
        return _HEADINGS[0] if card_of_note(note, self._briefing) else _HEADINGS[2]

    def _order(self, note: Note) -> tuple[int, str, int]:
        if note.passage is not None:
            return 0, note.passage.document, note.passage.start
        ids = [card.id for card in self._briefing.cards]
        card = card_of_note(note, self._briefing)
        return ids.index(card) if card else 0, note.title, 0

    def _name(self, note: Note) -> str:
        if note.passage is None:
            return note.title
        found = passage_now(note.passage, self._briefing)
        place = cited_passage_of(found, self._briefing) or tr("Not in the text now")
        return f"{place}: “{note.passage.words}”"

    def _has(self, note: Note, wanted: list[str]) -> bool:
        words = f"{self._name(note)}\n{note.words}".casefold()
        return all(word in words for word in wanted)

    def _chosen(self) -> Note | None:
        note = self.list.chosen()
        return note if isinstance(note, Note) else None

    def _show_chosen(self) -> None:
        note = self._chosen()
        self.words.setPlainText(note.words if note is not None else "")
        for button in (self._go, self._delete):
            button.setEnabled(note is not None)
        lost = note is not None and self._heading(note) == _HEADINGS[2]
        self._attach.setEnabled(lost and self._card is not None)

    def _choose(self) -> None:
        if (note := self._chosen()) is not None:
            self.accept()
            self.note_chosen.emit(note)

    def _attach_note(self) -> None:
        """Put a note without a card on the card that is open, behind what is noted there."""
        note, card = self._chosen(), self._card
        if note is None or card is None:
            return
        path, there = self._keeping.path, note_on(card.id, self._notes, self._briefing)
        words = f"{there.words}\n\n{note.words}" if there else note.words
        known = there.card if there else card.id
        moved = (
            WriteNote(path, note.card, note.title, "", note.passage),
            WriteNote(path, known, card.title, words),
        )
        self._keeping.ask(Together(tr("move of a note"), moved))
        self.said.emit(tr("The note is on “{title}” now; Ctrl+Z takes it back", title=card.title))

    def _take_away(self) -> None:
        if (note := self._chosen()) is not None:
            path = self._keeping.path
            self._keeping.ask(WriteNote(path, note.card, note.title, "", note.passage))
            self.said.emit(tr("The note is deleted; Ctrl+Z brings it back"))

    def _ask_where(self) -> None:
        offered = str(Path(self._settings.get(PICKS_FOLDER)) / "my notes.md")
        name, _ = QFileDialog.getSaveFileName(self, tr("Save my notes"), offered, _FILTER)
        if name:
            self.save(Path(name))

    def _connect(self) -> None:
        self._keeping.kept_changed.connect(self._show)
        self.filter.textChanged.connect(self._show)
        self.list.currentItemChanged.connect(lambda *_: self._show_chosen())
        self.list.itemActivated.connect(lambda *_: self._choose())
        self._go.clicked.connect(self._choose)
        self._attach.clicked.connect(self._attach_note)
        self._delete.clicked.connect(self._take_away)
        self._save.clicked.connect(self._ask_where)

    def _lay_out(self) -> None:
        column = dialog_column(self)
        column.addWidget(self.filter)
        column.addWidget(side_by_side(self.list, self.words, (380, 500)), 1)
        column.addWidget(self.state)
        column.addLayout(closing_row(self, self._go, self._attach, self._delete, self._save))
        self.list.setFocus()
