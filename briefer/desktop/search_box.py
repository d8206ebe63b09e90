"""The search box: hits as you type, by keyboard, over cards and texts.

`>` shows commands instead. Until the index is there, titles answer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from briefer.briefing.model import Briefing
from briefer.desktop.action_set import Command
from briefer.desktop.icon_source import IconSource
from briefer.desktop.jobs import Jobs
from briefer.desktop.overrides import override
from briefer.desktop.search_box_answers import SearchAnswers
from briefer.desktop.theme import Theme
from briefer.language import ntr, tr

if TYPE_CHECKING:
    from briefer.desktop.search_results import SearchResults
    from briefer.desktop.search_results_model import HitRow, Row
    from briefer.search.index import Index
    from briefer.search.model import Results

_PLACEHOLDER = tr("Search cards and text")
_HINT = tr("Ctrl K")
_ICON = "mdi6.magnify"
_ICON_SIZE = 18
_ICON_LEFT = 11
_ICON_ROOM = 24
_RECENT = 8
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class SearchBox(QLineEdit):
    """A line to type into, with its results below; it says where to go, the window goes there."""

    destination_chosen = Signal(object)  # Destination
    note_found = Signal()  # what is chosen now was found in a note of the reader's
    words_found = Signal(tuple)  # words as they stand in the hits; empty: take marks away
    recent_changed = Signal(tuple)  # the last searches, newest first
    answered = Signal()  # hits for what is typed are in the list
    print_wanted = Signal(tuple)  # ids of the cards that were found, as they are listed
    present_wanted = Signal(tuple)

    def __init__(
        self, theme: Theme, icons: IconSource, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self._answers = SearchAnswers(jobs, self)
        self._answers.answered.connect(self._take)
        self._answers.completed.connect(self._complete)
        self._answers.listed.connect(self._take_all)
        self._answers.looked_into.connect(self._fill)
        self._all_of = ""  # the text that all hits are wanted for
        self._commands: Callable[[], tuple[Command, ...]] = tuple
        self._recent: tuple[str, ...] = ()
        self._results: Results | None = None
        self._popup: SearchResults | None = None
        self._before: QWidget | None = None  # what had the keyboard before
        self._enter_waits: bool | None = None  # Enter came before the hits; True: with Ctrl
        self.setPlaceholderText(_PLACEHOLDER)
        self.setAccessibleName(tr("Search"))
        self.setAccessibleDescription(tr("Finds cards and passages; down and Enter open one"))
        self.setTextMargins(_ICON_ROOM, 0, 0, 0)
        self.textChanged.connect(self._show_answers)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        if self._popup is not None:
            self._popup.set_theme(theme)
        self.update()

    def set_briefing(self, briefing: Briefing) -> None:
        """Search another briefing: its titles until `set_index` brings more."""
        self._answers.set_briefing(briefing)
        self._results = None

    def set_index(self, index: Index | None) -> None:
        """Search this index; what is being typed is asked again."""
        self._answers.set_index(index)
        if self._popup is not None and self._popup.isVisible():
            self._show_answers()

    def found_cards(self) -> tuple[str, tuple[str, ...]]:
        """Return what was searched and all its cards, in the list's order; else nothing."""
        results = self._results
        if results is None or not self.text().strip() or results.query != self.text():
            return "", ()
        return results.query.strip(), self._answers.cards(results.query)

    def set_commands(self, commands: Callable[[], tuple[Command, ...]]) -> None:
        """Say who knows what can be done behind `>` at the moment."""
        self._commands = commands

    def set_recent(self, queries: tuple[str, ...]) -> None:
        """Offer these searches while the box is empty, newest first."""
        self._recent = queries[:_RECENT]

    def focus_box(self) -> None:
        """Take the keyboard, with what was typed before selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._show_answers()

    def popup(self) -> SearchResults:
        """Return what lies below the box; it is made when it is first needed."""
        if self._popup is None:
            from briefer.desktop.search_results import SearchResults

            self._popup = SearchResults(self._theme, self._icons, self.window())
            self._popup.row_chosen.connect(self._open)
            self._popup.filter_chosen.connect(self._filter)
            self._popup.hits_seen.connect(self._look_into)
            self._popup.chips_left.connect(self.setFocus)
            self._popup.print_wanted.connect(lambda: self._hand_on(self.print_wanted))
            self._popup.present_wanted.connect(lambda: self._hand_on(self.present_wanted))
            self.window().installEventFilter(self)
        return self._popup

    @override
    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(max(size.width(), 320), max(size.height(), 34))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._popup and self._popup.isVisible():
            self._popup.open_below(self)
        return False

    def _has_keyboard(self) -> bool:
        """Tell whether the box has the keyboard, or a chip below it."""
        focused = QApplication.focusWidget()
        popup = self._popup
        return self.hasFocus() or bool(popup and focused and popup.isAncestorOf(focused))

    @override
    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Go on to the chips with Tab, when there are some."""
        popup = self._popup
        into_chips = forwards and popup is not None and popup.isVisible() and popup.focus_chip(0)
        return into_chips or super().focusNextPrevChild(forwards)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window's shortcuts."""
        overriding = event.type() == QEvent.Type.ShortcutOverride
        if overriding and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        popup = self._popup
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(other_side=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key in _STEPS and (popup is None or not popup.isVisible()):
            self._show_answers()
        elif popup is not None and key in _STEPS:
            popup.step(_STEPS[key])
        elif popup is not None and popup.isVisible() and key in _PAGES:
            popup.page(_PAGES[key])
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icon = self._icons.pixmap(_ICON, self._theme["muted"], _ICON_SIZE)
        if not icon.isNull():
            painter.drawPixmap(_ICON_LEFT, (self.height() - _ICON_SIZE) // 2, icon)
        if not self.text() and not self.hasFocus():
            self._draw_hint(painter)

    def leave(self) -> None:
        """Close what is shown, take the marks away, and give the keyboard back."""
        self.forget()
        self._give_focus_back()

    def forget(self) -> None:
        """Close what is shown, and take the words and their marks away."""
        if self._popup is not None:
            self._popup.hide()
        self._enter_waits = None
        self.clear()
        if self._popup is not None:
            self._popup.hide()
        self.words_found.emit(())

    def _draw_hint(self, painter: QPainter) -> None:
        font = QFont(self.font())
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(_HINT) + 14
        height = painter.fontMetrics().height() + 4
        box = QRectF(self.width() - width - 10, (self.height() - height) / 2, width, height)
        painter.setPen(QPen(QColor(self._theme["border"]), 1))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(self._theme["muted"]))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _HINT)

    def _show_answers(self) -> None:
        """Show what belongs to the text as it is now, or ask for it."""
        text = self.text()
        if text != self._all_of:
            self._all_of = ""
        if not self._has_keyboard() or self._answers.briefing is None:
            return
        if text.strip() and not text.startswith(">"):
            ask = self._answers.ask_all if self._all_of else self._answers.ask
            ask(text, self.popup().hits_in_view(self))
            return
        from briefer.desktop.search_results_model import rows_of_commands, rows_of_recent

        commands = text.startswith(">")
        rows = (
            rows_of_commands(self._commands(), text[1:])
            if commands
            else rows_of_recent(self._recent)
        )
        said = tr("Commands") if commands else tr("Type words to find cards and passages")
        self.popup().show_chips((), "")
        self.popup().offer_cards(there=False)
        self.popup().show_rows(rows, said, "", "", chosen=commands)
        self.popup().open_below(self)

    def _take(self, results: Results) -> None:
        if results.query != self.text() or not self._has_keyboard():
            return
        from briefer.desktop.search_results_model import rows_of_results

        assert self._answers.briefing is not None
        rows = rows_of_results(results, self._answers.briefing)
        count = ntr("{n} hit", "{n} hits", results.total)
        self.popup().show_rows(rows, results.explained, count, results.note, chosen=True)
        self._show(results)

    def _take_all(self, results: Results, rows: tuple[HitRow, ...]) -> None:
        if results.query != self.text() or not self._has_keyboard():
            return
        count = ntr("{n} hit", "{n} hits", results.total)
        self.popup().show_everything(rows, results.explained, count, results.note)
        self._show(results)

    def _show(self, results: Results) -> None:
        """Show the rows that the list was given, and what else belongs to the results."""
        from briefer.desktop.search_box_filters import chips_of, operator_in

        self._results = results
        briefing, popup = self._answers.briefing, self.popup()
        assert briefing is not None
        popup.show_chips(chips_of(briefing), operator_in(results.query))
        popup.offer_cards(there=any(group.kind for group in results.groups))
        popup.open_below(self)
        self.answered.emit()
        if self._enter_waits is not None:
            self._enter(other_side=self._enter_waits)

    def _complete(self, results: Results) -> None:
        """Take what was out of sight when the hits were shown."""
        if self._results is None or results.query != self._results.query:
            return
        from briefer.desktop.search_results_model import rows_of_results

        self._results = results
        assert self._answers.briefing is not None
        self.popup().add_rows(rows_of_results(results, self._answers.briefing))

    def _look_into(self, start: int, rows: tuple[HitRow, ...]) -> None:
        if self._results is not None:
            self._answers.look_into(self._results, start, rows)

    def _fill(self, results: Results, start: int, rows: tuple[HitRow, ...]) -> None:
        if results is self._results and self._all_of:
            self.popup().replace_rows(start, rows)

    def _enter(self, *, other_side: bool) -> None:
        text = self.text()
        searching = bool(text.strip()) and not text.startswith(">")
        if searching and (self._results is None or self._results.query != text):
            self._enter_waits = other_side
            return
        self._enter_waits = None
        row = self._popup.chosen() if self._popup and self._popup.isVisible() else None
        if row is not None:
            self._open(row, other_side=other_side)

    def _open(self, row: Row, *, other_side: bool = False) -> None:
        from briefer.desktop.search_results_model import (
            CommandRow,
            ExampleRow,
            HitRow,
            RecentRow,
            ShowAllRow,
        )

        match row:
            case RecentRow(query):
                self.setText(query)
            case ExampleRow(typed, _):
                self.setText(typed)
            case CommandRow():
                self.leave()
                row.run()
            case ShowAllRow(_, operator):
                self._show_all(operator)
            case HitRow():
                self._open_hit(row, other_side=other_side)

    def _open_hit(self, row: HitRow, *, other_side: bool) -> None:
        destination = self._answers.destination(row.hit, other_side=other_side)
        if destination is None or self._results is None:
            return
        self._remember_query(self.text().strip())
        self.popup().hide()
        self._give_focus_back()
        if row.hit.snippet.mine:
            self.note_found.emit()
        self.destination_chosen.emit(destination)
        from briefer.search.presenting import marked_words

        own = marked_words((row.hit,))  # a form of its own, perhaps, when it was below the first
        self.words_found.emit(tuple(dict.fromkeys((*self._results.words, *own))))

    def _show_all(self, operator: str) -> None:
        """Ask for every hit of a group; the operator stands first, the words stay as they are."""
        self._all_of = f"{operator} {self.text()}" if operator else self.text()
        if operator:
            self.setText(self._all_of)
        else:
            self._show_answers()

    def _hand_on(self, wanted: SignalInstance) -> None:
        """Say which cards were found, in the order of the list, those below its end too."""
        query = self.text()
        cards = self._answers.cards(query)
        self._remember_query(query.strip())
        self.leave()
        if cards:
            wanted.emit(cards)

    def _filter(self, operator: str) -> None:
        from briefer.desktop.search_box_filters import with_filter

        self.setText(with_filter(self.text(), operator))

    def _remember_query(self, query: str) -> None:
        rest = tuple(other for other in self._recent if other != query)
        self._recent = (query, *rest)[:_RECENT]
        self.recent_changed.emit(self._recent)

    def _follow_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        """Close the list when box and chips lose the keyboard; remember who had it before."""
        if self._popup is not None and not self._has_keyboard():
            self._popup.hide()
        in_popup = self._popup is not None and old is not None and self._popup.isAncestorOf(old)
        if now is self and old is not None and not in_popup:
            self._before = old

    def _give_focus_back(self) -> None:
        before = self._before
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.clearFocus()
