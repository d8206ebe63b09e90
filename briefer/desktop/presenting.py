"""A talk in two windows: keys of both go to one Talk, and both show what it has become."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPointF, QTimer, Signal

from briefer.desktop import console_facts
from briefer.desktop.console_facts import HereFacts, NextFacts
from briefer.desktop.console_run_model import tiles_of
from briefer.desktop.console_window import ConsoleWindow, Panel
from briefer.desktop.late_trees import LateTrees
from briefer.desktop.presenting_ahead import views_ahead
from briefer.desktop.presenting_keys import command_of, digit_of, is_repeated
from briefer.desktop.presenting_steps import STEPS
from briefer.desktop.presenting_subject import Manner, Subject, Windows
from briefer.desktop.room_html import notes_html
from briefer.desktop.room_slides import Slides
from briefer.desktop.room_window import RoomWindow
from briefer.evidence.model import Report
from briefer.language import tr
from briefer.talk.fitting import musts_of
from briefer.talk.pacing import begun_at, planned_seconds
from briefer.talk.run import minutes_of
from briefer.talk.talk import ENDING_SECONDS, Talk

_TICK = 250  # milliseconds
_AGAIN = tr("Press Esc again to end")
_WAITING = tr("When you let go")
_NO_SOURCE = tr("No quotation of this card can be shown in its document")


class Presenting(QObject):
    """One talk, from its first card to the second Esc."""

    ended = Signal(object)  # Talk

    def __init__(self, subject: Subject, manner: Manner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._subject, self._manner = subject, manner
        briefing, run = subject.briefing, subject.run
        self.talk = Talk(run, position=subject.position)
        self._musts = frozenset(musts_of(briefing, run))
        weights = tuple(minutes_of(briefing.card(card)) for card in run.cards)
        self._plan = begun_at(planned_seconds(run, weights), subject.position)
        self.slides = Slides(briefing, manner.themes.room, manner.smallest)
        self.slides.take_report(subject.report)
        self.room = RoomWindow(self.slides)
        tiles = tiles_of(briefing, run)
        self.console = ConsoleWindow(self.slides, tiles, manner.themes, manner.find)
        self.console.notes.set_size(manner.notes_size)
        self._windows: Windows | None = None
        self._said = ""
        self._shown_card = ""
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._connect()

    def begin(self, windows: Windows) -> None:
        """Show the windows and let the clock run."""
        self._windows = windows
        windows.front_changed.connect(self._show)
        self.talk = self.talk.started(self._manner.now())
        windows.arrange()
        self._show()
        self._tick.start()

    def come_forward(self) -> None:
        """Bring the windows to the front again."""
        if self._windows is not None:
            self._windows.arrange()

    def take_report(self, report: Report) -> None:
        """Take the grades, which were not there when the talk began."""
        self.slides.take_report(report)
        self._redraw()

    def take_trees(self, trees: LateTrees) -> None:
        """Have texts that take longer than a moment laid out by another process."""
        self.slides.take_trees(trees.tree)
        trees.made.connect(self._take_made)

    def _take_made(self) -> None:
        self.slides.forget()
        self._redraw()

    def press(self, key: str, place: str = "", *, held: bool = False) -> None:
        """Do what a key of either window says; `place` names it as on a Latin keyboard."""
        command = command_of(key, place, self._manner.source_key)
        if held and not is_repeated(command):
            return
        self._said = ""
        panel = self.console.panel
        if command == "enter" and panel is Panel.OVERVIEW and not self.talk.typed:
            self._go_to_row(self.console.overview.currentIndex().row())
        elif panel is not Panel.TALK and command in ("escape", "keys", "overview"):
            self._leave_panel(but_open=command)
        elif digit := digit_of(key, place):
            self._become(self.talk.digit(digit))
        elif command in STEPS:
            self._step(command)
        elif command in self._others():
            self._others()[command]()

    def _take_key(self, key: str, place: str, held: bool) -> None:
        self.press(key, place, held=held)

    def end(self) -> None:
        """End the talk at once, whatever was asked."""
        if not self._tick.isActive():
            return
        self._tick.stop()
        self._ahead.stop()
        for window in (self.room, self.console):
            window.blockSignals(True)
            window.close()
            window.deleteLater()
        self.ended.emit(self.talk.end(self._manner.now()))

    def _others(self) -> Mapping[str, Callable[[], None]]:
        notes = self.console.notes
        return {
            "must": self._go_to_must,
            "source": self._show_source,
            "overview": partial(self._show_panel, Panel.OVERVIEW),
            "find": partial(self._show_panel, Panel.FIND),
            "keys": partial(self._show_panel, Panel.KEYS),
            "notes_larger": partial(notes.step_size, 1),
            "notes_smaller": partial(notes.step_size, -1),
            "notes_down": partial(notes.scroll, 1),
            "notes_up": partial(notes.scroll, -1),
            "swap": self._swap,
        }

    def _step(self, command: str) -> None:
        talk = self.talk if command == "enter" else self.talk.without_digits()
        if command == "escape":
            talk = self.talk
        if command in ("next", "enter", "previous", "first", "last"):
            self._show_panel(Panel.TALK)
        self._become(STEPS[command](talk, self._manner.now()))

    def _become(self, talk: Talk) -> None:
        """Take a new state, and show it in both windows."""
        self.talk = talk
        if talk.ended:
            self.end()
            return
        self._show()

    def _show(self) -> None:
        self.talk = self.talk.with_pages(len(self.slides.card(self.talk.card).pages))
        view = self.talk.room
        self.room.picture.show_at_once(view)
        self.console.picture.show_view(view)
        self._show_console()
        self._show_time()
        self._ahead.start(0)

    def _show_console(self) -> None:
        talk, slides = self.talk, self.slides
        marking = slides.marking(talk.room.card)
        tags, position = console_facts.tags(talk), console_facts.position(talk)
        self.console.head.show_state(tags, marking, position)
        waiting = talk.live if talk.frozen not in (None, talk.live) else None
        self.console.show_next(self._next_facts(marking, waits=waiting is not None), waiting)
        self.console.show_position(talk.position)
        words = console_facts.room_in_words(talk, slides.name(talk.room.card))
        for picture in (self.room.picture, self.console.picture):
            picture.setAccessibleName(words)
        if talk.card != self._shown_card:
            self._shown_card = talk.card
            self._show_notes(talk.card)

    def _show_notes(self, card_id: str) -> None:
        briefing = self._subject.briefing
        if card_id not in briefing.names.by_id:  # a passage
            self.console.notes.show_notes("", self._manner.themes.room["muted"])
            return
        html = notes_html(self.slides.written(card_id))
        self.console.notes.show_notes(html, briefing.kind(briefing.card(card_id).kind).color)

    def _here_facts(self, now: float) -> HereFacts:
        card = self.talk.card
        known = self._subject.briefing.names.by_id
        minutes = minutes_of(self._subject.briefing.card(card)) if card in known else None
        passages = len(self.slides.source_steps(card))
        return console_facts.here_facts(self.talk, passages, self.slides.graded(card), minutes, now)

    def _next_facts(self, marking: str, *, waits: bool) -> NextFacts:
        """Return what the room sees next: behind a frozen picture, where the talk stands."""
        talk = self.talk
        coming = talk.card if waits else talk.following
        if coming not in self._subject.briefing.names.by_id:
            return NextFacts(when=_WAITING) if waits else NextFacts()
        briefing = self._subject.briefing
        graded = self.slides.graded(coming)
        own = self.slides.marking(coming)
        facts = console_facts.next_facts(briefing, briefing.card(coming), graded, own, marking)
        return replace(facts, when=_WAITING) if waits else facts

    def _show_time(self) -> None:
        now = self._manner.now()
        self.console.head.show_time(console_facts.time_facts(self.talk, self._plan, now))
        self.console.here.show_here(self._here_facts(now))
        asked = self.talk.asked_to_end
        if asked is not None and now - asked > ENDING_SECONDS:
            self.talk = replace(self.talk, asked_to_end=None)
        self._say()

    def _say(self) -> None:
        words = self._said
        if self.talk.asked_to_end is not None:
            words = _AGAIN
        elif self.talk.typed:
            words = self._typed_card()
        self.console.say(words)
        alone = self._windows is not None and not self._windows.console_shown
        self.room.say(words if alone else "")

    def _typed_card(self) -> str:
        """Name the card that Enter goes to, with its marking where that is another."""
        card = self.talk.enter(self._manner.now()).card
        marking = self.slides.marking(card)
        other = (
            ", " + (marking or tr("no marking"))
            if marking != self.slides.marking(self.talk.card)
            else ""
        )
        return tr(
            "Card {typed}, {name}{other}: Enter goes there",
            typed=self.talk.typed,
            name=self.slides.name(card),
            other=other,
        )

    def _prepare(self) -> None:
        """Draw ahead what the next key may bring: one picture, so that no key has to wait long."""
        slides = self.slides
        for view in views_ahead(
            self.talk,
            lambda card: len(slides.card(card).pages),
            lambda card: len(slides.source_steps(card)),
        ):
            for picture in (self.room.picture, self.console.picture):
                if picture.prepare(view):
                    self._ahead.start(0)
                    return

    def _go_to_must(self) -> None:
        found = self.talk.next_of(self._musts, self._manner.now())
        if found is self.talk:
            self.tell(tr("No must-say card follows"))
        else:
            self._become(found)

    def _show_source(self) -> None:
        count = len(self.slides.source_steps(self.talk.card))
        if not count:
            self.tell(_NO_SOURCE)
            return
        self._become(self.talk.next_source(count))

    def _go_to_row(self, row: int) -> None:
        self._show_panel(Panel.TALK)
        self._become(self.talk.at(row + 1, self._manner.now()))

    def _push(self, target: str) -> None:
        self._show_panel(Panel.TALK)
        self._become(self.talk.with_card(target, self._manner.now()))

    def _show_panel(self, panel: Panel) -> None:
        """Fill the console's middle; a lone screen shows the console for as long as it lasts."""
        self.console.show_panel(panel)
        if self._windows is None:
            return
        if panel is Panel.TALK:
            self._windows.leave_panel()
        else:
            self._windows.open_panel()

    def _leave_panel(self, *, but_open: str = "") -> None:
        wanted = {"keys": Panel.KEYS, "overview": Panel.OVERVIEW}.get(but_open)
        same = wanted is None or wanted is self.console.panel
        self._show_panel(Panel.TALK if same or wanted is None else wanted)

    def _swap(self) -> None:
        if self._windows is not None:
            self.console.show_panel(Panel.TALK)
            self._windows.swap()

    def tell(self, words: str) -> None:
        """Say something to the presenter until the next key."""
        self._said = words
        self._say()

    def _point(self, point: QPointF) -> None:
        self.room.picture.point_at(point)
        self.console.picture.point_at(point)

    def _fit_room(self, width: int, height: int) -> None:
        if self.slides.fit_room(width, height):
            self._redraw()

    def _redraw(self) -> None:
        console = self.console
        for picture in (self.room.picture, console.picture, console.finder.preview,
                        console.next.picture):  # fmt: skip
            picture.forget()
        console.here.fit()
        self._shown_card = ""
        self._show()

    def _connect(self) -> None:
        for window in (self.room, self.console):
            window.key_pressed.connect(self._take_key)
            window.closed.connect(self.end)
            window.picture.pointed.connect(self._point)
        self.room.clicked.connect(partial(self.press, "PgDown"))
        self.room.wheeled.connect(lambda by: self.press("PgDown" if by > 0 else "PgUp"))
        self.room.shape_changed.connect(self._fit_room)
        self.console.row_chosen.connect(self._go_to_row)
        self.console.target_chosen.connect(self._push)
        self.console.panel_left.connect(self._leave_panel)
        self._tick.timeout.connect(self._show_time)
        self._ahead.timeout.connect(self._prepare)
