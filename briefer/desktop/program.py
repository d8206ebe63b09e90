"""Builds the window from its parts and joins what they say to what others do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon

from briefer.briefing.model import Problem, Span
from briefer.desktop.action_set import ActionSet, menus_in
from briefer.desktop.actions import MENUS
from briefer.desktop.briefing_paths import briefing_at
from briefer.desktop.browsing import Browsing
from briefer.desktop.card_pages import load_writing
from briefer.desktop.destinations import CardDestination, Destination, PassageDestination
from briefer.desktop.edit_commands import EditCommands
from briefer.desktop.file_commands import FileCommands, Present, PresentCards
from briefer.desktop.first_paint import FirstPaint
from briefer.desktop.go_commands import GoCommands
from briefer.desktop.help_commands import HelpCommands
from briefer.desktop.icons import Icons
from briefer.desktop.jobs import Jobs
from briefer.desktop.keeping import Keeping
from briefer.desktop.leaving import Leaving
from briefer.desktop.opening import Opening
from briefer.desktop.pane_gestures import PaneGestures
from briefer.desktop.panes import focus_in
from briefer.desktop.parts import new_parts
from briefer.desktop.reader_desk import ReaderDesk
from briefer.desktop.reading_ahead import Ahead
from briefer.desktop.remembering import remember_arrangement, restore_arrangement
from briefer.desktop.settings import ZOOM, Settings
from briefer.desktop.showing import Showing
from briefer.desktop.status_line import StatusLine
from briefer.desktop.telling import Telling
from briefer.desktop.theme import Theme
from briefer.desktop.theme_choice import ThemeChoice
from briefer.desktop.top_bar import TopBar
from briefer.desktop.view_commands import ViewCommands
from briefer.desktop.views_door import ViewsDoor
from briefer.desktop.zoom import Zoom
from briefer.guard.fence import Fence
from briefer.language import tr

_ON_BUTTONS = ("go_back", "go_forward", "show_picked", "present", "print_sheets")


class Program(QObject):
    """One window on one briefing."""

    ready = Signal()  # nothing of the window is missing any more
    painted = Signal()  # the window is there for the first time, and complete

    def __init__(
        self,
        *,
        settings: Settings,
        choice: ThemeChoice,
        icons: Icons,
        jobs: Jobs,
        fence: Fence,
        ahead: Ahead | None = None,
        window_icon: QIcon,
        built_in: Path,
        data_folder: Path,
        index_folder: Path,
        version: str,
        start_presenting: Present,
        present_cards: PresentCards,
    ) -> None:
        super().__init__()
        self._settings, self._choice, self._icons, self._jobs = settings, choice, icons, jobs
        self._index_folder, self._present_cards = index_folder, present_cards
        self._fence = fence
        self.parts = new_parts(choice.theme, icons, jobs, window_icon)
        self.window = self.parts.window
        self._telling = Telling(self.window)
        self.browsing = Browsing(self._places, self)
        self.opening = Opening(jobs, ahead, self)
        self._zoom = Zoom(settings.get(ZOOM), self)
        self.keeping = Keeping(
            data_folder, jobs, self.browsing, self.window, private=settings.private
        )
        self.file = self._file_commands(built_in, start_presenting)
        self._command(choice, version)
        self._menus = menus_in(self.window.menus, MENUS)
        self._assemble()
        self._connect()

    def open(self, path: Path) -> None:
        """Open a briefing, or show why it cannot be opened."""
        self.opening.open(briefing_at(path))

    def show(self) -> None:
        """Show the window as it was left; what the first paint does not need comes after it."""
        restore_arrangement(self._settings, self.parts)
        FirstPaint(self.window).painted.connect(self._finish)
        self.window.show()
        focus_in(self.parts.navigator)

    def _file_commands(self, built_in: Path, start_presenting: Present) -> FileCommands:
        return FileCommands(
            self.window,
            self.browsing,
            self.opening,
            built_in,
            self._choice,
            self._jobs,
            self._fence,
            self._settings,
            start_presenting,
            self.keeping,
            self.parts.search_box,
        )

    def _command(self, choice: ThemeChoice, version: str) -> None:
        """Give the menus those who do what they say."""
        window, panes = self.window, self.parts.panes
        self.edit = EditCommands(window, self.keeping)
        self.go = GoCommands(window, self.browsing, panes, self.parts.search_box)
        self.view = ViewCommands(window, panes, choice, self._zoom, self._settings)
        commands = {
            "File": self.file,
            "Edit": self.edit,
            "Go": self.go,
            "View": self.view,
            "Help": HelpCommands(window, version, self._fence),
        }
        self.actions = ActionSet(window, commands)

    def _assemble(self) -> None:
        self.actions.set_icons(self._icons, self._choice.theme, _ON_BUTTONS)
        bar = TopBar(self.actions, self.parts.search_box, self.window)
        bar.show_theme(self._choice.theme, self._icons)
        self.window.assemble(self.parts.panes, bar, StatusLine(self.actions, self.window))
        self.parts.set_zoom(self._zoom.percent)
        self._showing = Showing(self.browsing, self.parts, self.actions)

    def _connect(self) -> None:
        self._connect_opening()
        self._connect_panes()
        self._connect_gestures()
        self._connect_keeping()
        looks = (self._choice, self._icons, self._zoom)
        present = self._present_cards
        views = ViewsDoor(
            self.parts, self.browsing, self.keeping, self.file, looks, present, self._settings
        )
        self.view.view_wanted.connect(self.parts.views.choose)
        self.go.find_wanted.connect(views.show_card_to_find)
        self._choice.theme_changed.connect(self._set_theme)
        self._zoom.zoom_changed.connect(self.parts.set_zoom)
        self._icons.drawn.connect(self._take_icons)
        self.window.closed.connect(self._remember)

    def _connect_opening(self) -> None:
        opening, window = self.opening, self.window
        opening.card_ready.connect(self.parts.card.take_ready)
        opening.opened.connect(self.browsing.open)
        opening.replaced.connect(self.browsing.replace)
        opening.replaced.connect(lambda *_: window.notice.hide())
        opening.report_ready.connect(self.parts.card.take_report)
        opening.report_ready.connect(self.parts.text.take_report)
        opening.checked.connect(self.browsing.take_report)
        opening.unreadable.connect(self._show_unreadable)
        opening.reload_failed.connect(self._telling.tell_reload_failed)
        window.briefing_dropped.connect(self.open)
        window.unreadable.open_wanted.connect(self.file.open_briefing)
        window.unreadable.built_in_wanted.connect(self.file.open_built_in)
        window.unreadable.again_wanted.connect(self.opening.open)

    def _connect_panes(self) -> None:
        parts = self.parts
        leaving = Leaving(self.window, self._jobs, self._fence)
        leaving.said.connect(self.window.status.say)
        parts.navigator.card_chosen.connect(self._go_to_card)
        parts.navigator.card_passed.connect(self._pass_card)
        parts.navigator.kind_chosen.connect(self._go_to_kind)
        parts.navigator.kind_passed.connect(self.browsing.pass_kind)
        parts.card.kind_chosen.connect(self.browsing.go_to_kind)
        parts.card.card_chosen.connect(self._go_to_card)
        parts.card.passage_chosen.connect(self._go_to_passage)
        parts.card.link_chosen.connect(leaving.follow_link)
        parts.card.command_chosen.connect(self._do)
        parts.text.card_chosen.connect(self._go_to_card)
        parts.text.passage_chosen.connect(self._go_to_passage)
        parts.text.status_said.connect(self.window.status.say)
        parts.problems.problem_chosen.connect(self.go.show_problem)
        parts.search_box.destination_chosen.connect(self._go_to_found)
        parts.search_box.print_wanted.connect(self.file.print_found)
        parts.search_box.present_wanted.connect(
            partial(self._present_list, tr("Found by the search"))
        )
        parts.search_box.recent_changed.connect(self._settings.set_searches)
        self.file.quotation_wanted.connect(parts.text.copy_as_quotation)
        self.go.unused_wanted.connect(parts.text.next_unused_sentence)
        self.go.fault_wanted.connect(parts.card.show_fault)
        self.go.passage_wanted.connect(parts.text.show_passage)
        self.file.said.connect(self.window.status.say)

    def _connect_keeping(self) -> None:
        self.desk = ReaderDesk(
            self.keeping,
            self.browsing,
            self.parts,
            self.actions,
            self.edit,
            self._settings,
            self._choice,
            self._jobs,
        )
        self.desk.print_wanted.connect(self.file.print_picked)
        picked = self.keeping.picked_names
        self.desk.present_wanted.connect(lambda: self._present_list(tr("Picked cards"), picked()))
        self.desk.said.connect(self.window.status.say)
        self.keeping.told.connect(self._telling.tell_kept)

    def _connect_gestures(self) -> None:
        gestures = PaneGestures(self)
        for pane in (self.parts.navigator, self.parts.card, self.parts.text):
            gestures.watch(pane)
        gestures.zoomed.connect(self._zoom.step)
        for speaker in (gestures, self.window):
            speaker.went_back.connect(self.browsing.back)
            speaker.went_forward.connect(self.browsing.forward)

    def _finish(self) -> None:
        """Do what the first paint did not need, in two turns: keys are heard between them."""
        self.painted.emit()
        self._fill_menus()
        self._watch()
        self.actions.set_icons(self._icons, self._choice.theme)
        self._icons.draw_missing()
        self._join_finding()
        self._join_checklist()
        QTimer.singleShot(0, self._finish_desk)

    def _finish_desk(self) -> None:
        from briefer.desktop.indexing import Indexing

        box, folder = self.parts.search_box, self._index_folder
        box.set_recent(self._settings.searches())
        box.set_commands(self.actions.commands)
        private = self._settings.private
        self._indexing = Indexing(self.browsing, box, self._jobs, folder, private=private)
        self._indexing.build()
        self._join_returning()
        self.desk.start(self._indexing)
        self.file.private_wanted.connect(self.desk.privacy.toggle)
        self.file.forget_wanted.connect(self.desk.privacy.forget)
        self._jobs.run("writing", load_writing, lambda _: self._join_writing())
        self.ready.emit()

    def _join_writing(self) -> None:
        from briefer.desktop.writing_ahead import WritingAhead

        WritingAhead(self.browsing, self.parts.card)

    def _join_returning(self) -> None:
        from briefer.desktop.returning import Returning

        returning = Returning(self.keeping, self.browsing, self.go, self.actions)
        returning.said.connect(self.window.status.say)

    def _join_finding(self) -> None:
        from briefer.desktop.finding import join_finding
        from briefer.desktop.late_trees import give_time

        give_time(self.parts.card, self._jobs)
        join_finding(self.parts, self.go, self.actions)

    def _join_checklist(self) -> None:
        from briefer.desktop.checklist import Checklist

        self.view.checklist = Checklist(self.browsing, self.parts.panes, self.parts.text)

    def _fill_menus(self) -> None:
        from briefer.desktop.recent_menu import RecentMenu

        recent = RecentMenu(self.keeping.recent, self.window)
        recent.path_chosen.connect(self.open)
        recent.forget_wanted.connect(self.keeping.forget_recent)
        for name, menu in self._menus.items():
            self.actions.fill_menu(name, menu, {"open_built_in": recent})
        self.actions.fill_choices(self.window.bar.theme_button.menu(), "theme")
        self._menus["View"].aboutToShow.connect(self._check_actions)
        self.window.bar.theme_button.menu().aboutToShow.connect(self._check_actions)

    def _watch(self) -> None:
        from briefer.desktop.watching import Watching

        watching = Watching(self, self._jobs)
        watching.files_gone.connect(self._telling.tell_gone)
        watching.files_back.connect(self._telling.tell_back)
        watching.files_changed.connect(self.opening.reload)
        self.window.activated.connect(watching.look)
        for opened in (self.opening.opened, self.opening.replaced):
            opened.connect(lambda briefing, _: watching.watch(briefing))
        if self.browsing.briefing is not None:
            watching.watch(self.browsing.briefing)

    def _check_actions(self) -> None:
        for action_id, on in self.view.checked().items():
            self.actions.check(action_id, checked=on)

    def _set_theme(self, theme: Theme) -> None:
        self.parts.set_theme(theme, self._icons)
        self.actions.set_icons(self._icons, theme)

    def _take_icons(self) -> None:
        self.parts.refresh_icons(self._choice.theme, self._icons)
        self.actions.set_icons(self._icons, self._choice.theme)

    def _places(self) -> tuple[float, float]:
        return self.parts.card.scroll_place(), self.parts.text.scroll_place()

    def _go_to_card(self, card_id: str) -> None:
        self.browsing.go_to_card(card_id)

    def _go_to_kind(self, kind_id: str) -> None:
        self.browsing.go_to_kind(kind_id)
        self.parts.views.show_card()  # no other view shows a kind

    def _pass_card(self, card_id: str) -> None:
        self.browsing.go_to_card(card_id, passing=True)

    def _go_to_passage(self, document_id: str, start: int, end: int) -> None:
        self.browsing.go(PassageDestination(document_id, Span(start, end)))

    def _go_to_found(self, destination: Destination) -> None:
        self.browsing.go(destination)
        on_card = isinstance(destination, CardDestination)
        if on_card:
            self.parts.views.show_card()
        focus_in(self.parts.card if on_card else self.parts.text)

    def _do(self, command: str) -> None:
        commands: dict[str, Callable[[], None]] = {
            "read": self.go.read_on,
            "print": self.file.print_sheets,
            "present": self.file.present,
            "whole": self.go.show_whole_text,
        }
        commands[command]()

    def _present_list(self, title: str, cards: tuple[str, ...]) -> None:
        briefing = self.browsing.briefing
        if briefing is not None and briefing.complete and cards:
            self._present_cards(briefing, self.browsing.report, title, cards)

    def _show_unreadable(self, path: Path, problems: tuple[Problem, ...]) -> None:
        self.window.unreadable.show_problems(path, problems)
        self.window.show_unreadable()
        self._showing.show_nothing()
        self.window.show_title("", path.name)

    def _remember(self) -> None:
        remember_arrangement(self._settings, self.parts, self._zoom.percent)
        self.desk.write_now()
        self.keeping.close()
