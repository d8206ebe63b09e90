"""The card or passage that the reader is at, and what is kept -> the note beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from briefer.briefing.citing import cited_passage_of
from briefer.desktop.browsing import Browsing
from briefer.desktop.destinations import PassageDestination
from briefer.desktop.keeping import Keeping
from briefer.desktop.panes import focus_in
from briefer.desktop.parts import Parts
from briefer.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefer.desk.model import Note, PickedPassage
    from briefer.desktop.my_note_panel import MyNotePanel


class Subject(NamedTuple):
    """What a note is about: a card, or a passage; and its name for people."""

    path: str
    card: str
    title: str
    passage: PickedPassage | None = None
    name: str = ""


class Noting(QObject):
    """Follows the desk and the card; the panel is made when a note is first asked for."""

    said = Signal(str)

    def __init__(
        self,
        keeping: Keeping,
        browsing: Browsing,
        parts: Parts,
        passage: Callable[[], PickedPassage | None],
    ) -> None:
        super().__init__(keeping)
        self._keeping, self._browsing, self._parts = keeping, browsing, parts
        self._passage = passage
        self._panel: MyNotePanel | None = None
        self._about: Subject | None = None
        keeping.kept_changed.connect(lambda _: self._show(self._about or self._card()))
        browsing.briefing_opened.connect(self._leave)
        browsing.card_changed.connect(lambda _: self._show(self._card()))
        browsing.passage_changed.connect(self._show_noted)
        parts.search_box.note_found.connect(self._open)

    def toggle(self) -> None:
        """Open the note and put the keyboard into it; close it when it is there already."""
        if self._browsing.shown_card() is None:
            return
        panel = self._made_panel()
        if panel.isVisible() and panel.words.hasFocus():
            panel.write_now()
            panel.hide()
            self._give_keyboard_back()
            return
        in_text = self._parts.panes.focused_pane() is self._parts.text
        subject = self._on_passage(self._passage()) if in_text else None
        panel.show()
        self._show(subject or self._card())
        focus_in(panel)

    def _open(self) -> None:
        """Show notes from now on; the keyboard stays where it is."""
        self._made_panel().show()
        self._show(self._card())

    def show_note(self, note: Note) -> None:
        """Lead to what a note is about, and show it; the keyboard goes to what it is about."""
        from briefer.desk.settling import card_of_note, passage_now

        briefing = self._browsing.briefing
        if briefing is None:
            return
        self._made_panel().show()
        if note.passage is not None:
            if (passage := passage_now(note.passage, briefing)) is not None:
                self._browsing.go(PassageDestination(*passage))
            self._show(self._on_passage(note.passage))
        elif card := card_of_note(note, briefing):
            self._browsing.go_to_card(card)
        else:
            path = self._keeping.path
            self._show(
                Subject(
                    path,
                    note.card,
                    note.title,
                    None,
                    tr("“{title}” (no card now)", title=note.title),
                )
            )

    def write_now(self) -> None:
        """Keep what was typed last; call before the window closes or another briefing comes."""
        if self._panel is not None:
            self._panel.write_now()

    def _made_panel(self) -> MyNotePanel:
        from briefer.desktop.my_note_panel import MyNotePanel

        if self._panel is None:
            self._panel = MyNotePanel()
            self._panel.written.connect(self._write)
            self._panel.left.connect(self._give_keyboard_back)
            self._parts.panes.add_below(self._panel)
        return self._panel

    def _give_keyboard_back(self) -> None:
        about_text = self._about is not None and self._about.passage is not None
        in_text = about_text and self._parts.text.isVisible()
        focus_in(self._parts.text if in_text else self._parts.card)

    def _leave(self) -> None:
        """Keep what was typed about the briefing that is left."""
        self.write_now()
        self._about = None

    def _card(self) -> Subject | None:
        card = self._browsing.shown_card()
        if card is None:
            return None
        note = self._note_on(card.id)
        known = note.card if note is not None else card.id
        return Subject(self._keeping.path, known, card.title, None, f"“{card.title}”")

    def _note_on(self, card: str) -> Note | None:
        briefing, kept = self._browsing.briefing, self._keeping.kept
        if briefing is None or kept is None or not kept.notes:
            return None
        from briefer.desk.settling import note_on

        return note_on(card, kept.notes, briefing)

    def _on_passage(self, passage: PickedPassage | None) -> Subject | None:
        from briefer.desk.settling import passage_now

        briefing = self._browsing.briefing
        if briefing is None or passage is None:
            return None
        place = cited_passage_of(passage_now(passage, briefing), briefing)
        name = (
            tr("“{words}” in {place}", words=passage.words, place=place)
            if place
            else tr("“{words}” (not in the text now)", words=passage.words)
        )
        return Subject(self._keeping.path, "", "", passage, name)

    def _show_noted(self, destination: PassageDestination) -> None:
        """Show the note on the passage that the reader goes to, where the panel is open."""
        from briefer.desk.settling import passage_now

        kept, briefing = self._keeping.kept, self._browsing.briefing
        shown = self._panel is not None and self._panel.isVisible()
        if not shown or kept is None or briefing is None:
            return
        start, end = destination.span
        for note in kept.notes:
            passage = passage_now(note.passage, briefing) if note.passage else None
            if passage is None or passage.document != destination.document:
                continue
            if passage.span.start < end and passage.span.end > start:
                self._show(self._on_passage(note.passage))

    def _show(self, subject: Subject | None) -> None:
        kept = self._keeping.kept
        if self._panel is None or subject is None or kept is None:
            return
        notes = (n for n in kept.notes if (n.card, n.passage) == (subject.card, subject.passage))
        words = next((note.words for note in notes), "")
        about = f"{kept.path}\n{subject.card}\n{subject.passage}"
        unkept = tr("Not kept: private mode") if kept.private else ""
        unkept = tr("Not saved yet") if kept.trouble else unkept
        self._panel.show_note(about, subject.name, words, unkept)  # writes what was before
        self._about = subject

    def _write(self, words: str) -> None:
        from briefer.desk.changes import WriteNote

        if (about := self._about) is not None:
            wish = WriteNote(about.path, about.card, about.title, words, about.passage)
            self._keeping.ask(wish)
