"""The presenter's console: what the room sees, what comes next, the notes, the time, the run."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from briefer.desktop.console_facts import NextFacts
from briefer.desktop.console_find import ConsoleFind, Find
from briefer.desktop.console_head import ConsoleHead, plain_label
from briefer.desktop.console_here import ConsoleHere
from briefer.desktop.console_keys import ConsoleKeys
from briefer.desktop.console_next import ConsoleNext
from briefer.desktop.console_notes import ConsoleNotes
from briefer.desktop.console_run import RunOverview, RunStrip
from briefer.desktop.console_run_model import RunModel, Tile
from briefer.desktop.console_styles import TalkThemes, dress_console, scale_of
from briefer.desktop.overrides import override
from briefer.desktop.presenting_keys import key_name, key_place
from briefer.desktop.room_slides import Slides
from briefer.language import tr
from briefer.talk.talk import RoomView

Space = tuple[QBoxLayout | QGridLayout, tuple[int, int, int, int], int]  # margins, spacing


class Panel(IntEnum):
    """What fills the middle of the console."""

    TALK = 0
    OVERVIEW = 1
    FIND = 2
    KEYS = 3


class ConsoleWindow(QWidget):
    """Shows what it is told; keys and choices go out as signals."""

    key_pressed = Signal(str, str, bool)  # its name, its place, whether it was held
    row_chosen = Signal(int)  # a card of the run
    target_chosen = Signal(str)  # found privately, to be sent to the room
    panel_left = Signal()
    closed = Signal()

    def __init__(
        self, slides: Slides, tiles: tuple[Tile, ...], themes: TalkThemes, find: Find
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("console")
        self.setWindowTitle(tr("{title} — console", title=slides.briefing.title))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        model = RunModel(tiles, self)
        self.head = ConsoleHead(self)
        self.here = ConsoleHere(slides, self)
        self.picture = self.here.picture
        self.next = ConsoleNext(themes.room, slides, self)
        self.notes = ConsoleNotes(themes.console, self)
        self.strip = RunStrip(model, themes.console, themes.room, self)
        self.overview = RunOverview(model, themes.console, themes.room, self)
        self.finder = ConsoleFind(slides, find, self)
        self._message = plain_label("message", self)
        self._spaces: list[Space] = []
        self._panels = QStackedWidget(self)
        self._place()
        self._connect()
        self._themes, self._scale = themes, 0.0
        self.resize(1280, 800)
        self._dress()

    @property
    def panel(self) -> Panel:
        """Return what fills the middle."""
        return Panel(self._panels.currentIndex())

    def show_panel(self, panel: Panel) -> None:
        """Fill the middle with something else."""
        self._panels.setCurrentIndex(panel)
        self.strip.setVisible(panel is not Panel.OVERVIEW)
        if panel is Panel.FIND:
            self.finder.begin()
        elif panel is Panel.OVERVIEW:
            self.overview.setFocus()
        else:
            self.setFocus()

    def show_position(self, row: int) -> None:
        """Mark the card that the talk is at."""
        self.strip.show_position(row)
        self.overview.show_position(row)

    def show_next(self, facts: NextFacts, waiting: RoomView | None) -> None:
        """Show the card that comes next; behind a frozen room, what waits there."""
        self._next_heading.setText(facts.when.upper())
        self.next.show_next(facts, waiting)

    def say(self, words: str) -> None:
        """Say something at the lower edge; "" takes it away."""
        self._message.setText(words)

    def message(self) -> str:
        """Return what is said."""
        return self._message.text()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass every key on that no part has taken."""
        self.key_pressed.emit(key_name(event), key_place(event), event.isAutoRepeat())

    @override
    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Leave Tab to the talk: a clicker may send it."""
        return False

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window was closed by other means than Esc."""
        super().closeEvent(event)
        self.closed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take letters that fit the screen."""
        super().resizeEvent(event)
        self._dress()

    def _dress(self) -> None:
        scale = scale_of(self.height())
        if scale != self._scale:
            self._scale = scale
            dress_console(self, self._themes, scale)
            for part in (self.head, self.next, self.notes, self.strip, self.overview):
                part.set_scale(scale)
            for layout, margins, spacing in self._spaces:
                layout.setContentsMargins(*(round(scale * margin) for margin in margins))
                layout.setSpacing(round(scale * spacing))
            self.here.fit()

    def _connect(self) -> None:
        self.strip.card_chosen.connect(self.row_chosen)
        self.overview.card_chosen.connect(self.row_chosen)
        self.finder.chosen.connect(self.target_chosen)
        self.finder.left.connect(self.panel_left)

    def _place(self) -> None:
        for widget in (self._talk_panel(), self.overview, self.finder, ConsoleKeys(self)):
            self._panels.addWidget(widget)
        hint = plain_label("quiet", self)
        hint.setText(tr("? keys"))
        foot = QGridLayout()
        foot.addWidget(self._message, 0, 0)
        foot.addWidget(hint, 0, 1, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        self._spaces.append((column, (16, 12, 16, 10), 12))
        column.addWidget(self.head)
        column.addWidget(self._panels, 1)
        column.addWidget(self.strip)
        column.addLayout(foot)

    def _talk_panel(self) -> QWidget:
        panel = QWidget(self)
        grid = QGridLayout(panel)
        self._spaces.append((grid, (0, 0, 0, 0), 8))
        grid.addWidget(self.here, 0, 0, 4, 1)
        notes_heading = plain_label("heading", panel)
        notes_heading.setText(tr("NOTES"))
        self._next_heading = plain_label("heading", panel)
        right = (self._next_heading, self.next, notes_heading, self.notes)
        for row, widget in enumerate(right):
            grid.addWidget(widget, row, 1)
        grid.setColumnStretch(0, 64)
        grid.setColumnStretch(1, 36)
        grid.setRowStretch(3, 1)
        return panel
