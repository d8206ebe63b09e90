"""The reader's desk in the window: picks, notes, what is new, copying, settings and privacy."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefer.desktop.action_set import ActionSet
from briefer.desktop.applying import Applying
from briefer.desktop.browsing import Browsing
from briefer.desktop.edit_commands import EditCommands
from briefer.desktop.jobs import Jobs
from briefer.desktop.keeping import Keeping
from briefer.desktop.parts import Parts
from briefer.desktop.picking import Picking
from briefer.desktop.settings import START_WITH_LAST, Settings
from briefer.desktop.theme_choice import ThemeChoice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from briefer.desk.model import Kept
    from briefer.desktop.indexing import Indexing
    from briefer.desktop.noting import Noting


class ReaderDesk(QObject):
    """Joins its parts with one another; what the first paint does not need comes with `start`."""

    said = Signal(str)
    print_wanted = Signal()
    present_wanted = Signal()

    def __init__(
        self,
        keeping: Keeping,
        browsing: Browsing,
        parts: Parts,
        actions: ActionSet,
        edit: EditCommands,
        settings: Settings,
        choice: ThemeChoice,
        jobs: Jobs,
    ) -> None:
        super().__init__(keeping)
        self._keeping, self._browsing, self._parts = keeping, browsing, parts
        self._actions, self._edit, self._settings, self._jobs = actions, edit, settings, jobs
        self._indexing: Indexing | None = None
        self._noting: Noting | None = None  # there once the window is, as all that `start` makes
        self.applying = Applying(settings, choice, parts)
        self.picking = Picking(keeping, browsing, parts, actions)
        self.picking.print_wanted.connect(self.print_wanted)
        self.picking.present_wanted.connect(self.present_wanted)
        self.picking.lists_wanted.connect(self._fill_lists)
        edit.said.connect(self.said)
        edit.picked_wanted.connect(self._show_picked)
        edit.pick_wanted.connect(self._pick)
        edit.note_wanted.connect(partial(keeping.once_kept, self._note))
        edit.notes_wanted.connect(partial(keeping.once_kept, self._list_notes))
        edit.settings_wanted.connect(self.show_settings)

    def start(self, indexing: Indexing) -> None:
        """Join what the first paint did not need, and load what is kept."""
        from briefer.desktop.copying import Copying
        from briefer.desktop.reading_news import ReadingNews

        self._indexing = indexing
        self._start_picking_and_noting()
        self._copying = Copying(self._browsing, self._parts, self._settings)
        self._copying.said.connect(self.said)
        self._edit.copy_wanted.connect(self._copy)
        self._parts.card.tell_copies(self._copy)
        self._parts.text.tell_copies(self._copy)
        news = ReadingNews(self._keeping, self._browsing, self._parts, self._actions, self._jobs)
        news.said.connect(self.said)
        self._start_privacy(indexing)
        self._edit.news_wanted.connect(news.show_list)
        self._edit.read_wanted.connect(news.mark_all)
        self.news = news
        for changed in (self._keeping.kept_changed, news.news_changed):
            changed.connect(lambda _: self._mark_mine())
        self._keeping.kept_changed.connect(self._bar_mine)
        self._keeping.start()

    @property
    def noting(self) -> Noting:
        """Return who shows the reader's notes."""
        assert self._noting is not None
        return self._noting

    def _start_picking_and_noting(self) -> None:
        from briefer.desktop.noting import Noting

        commands = self.picking.commands
        self._noting = Noting(self._keeping, self._browsing, self._parts, commands.passage)
        for speaker in (commands, self._noting):
            speaker.said.connect(self.said)
        self.picking.follow_keyboard()

    def _start_privacy(self, indexing: Indexing) -> None:
        from briefer.desktop.privacy import Privacy

        window, box = self._parts.window, self._parts.search_box
        self.privacy = Privacy(
            self._keeping,
            self._settings,
            indexing,
            box,
            self._actions,
            window.status,
            self._jobs,
            window,
        )
        self.privacy.said.connect(self.said)
        self._follow(START_WITH_LAST)
        self._settings.changed.connect(self._follow)

    def _follow(self, setting: object) -> None:
        if setting is START_WITH_LAST:
            self._keeping.starts_with_last = self._settings.get(START_WITH_LAST)

    def write_now(self) -> None:
        """Keep what was typed last."""
        if self._noting is not None:
            self._noting.write_now()

    def show_settings(self) -> None:
        """Let the reader choose."""
        from briefer.desktop.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._settings, self._parts.window)
        dialog.forget_wanted.connect(lambda: self.privacy.forget(dialog))
        dialog.exec()
        dialog.deleteLater()

    def _mark_mine(self) -> None:
        """Let what is the reader's own be searched for."""
        kept = self._keeping.kept
        if self._indexing is not None and kept is not None:
            self._indexing.mark_mine(
                self._keeping.picked_names(),
                self._keeping.noted_cards(),
                unread=tuple(self.news.news),
                notes=kept.notes,
            )

    def _bar_mine(self, kept: Kept) -> None:
        """Mark in the text the passages that are picked or noted."""
        from briefer.desk.settling import passage_now

        briefing = self._browsing.briefing
        if briefing is None:
            return
        picked = (found.passage for found in self._keeping.settled())
        noted = (passage_now(note.passage, briefing) for note in kept.notes if note.passage)
        passages = (found for found in (*picked, *noted) if found is not None)
        self._parts.text.show_mine(tuple(dict.fromkeys(passages)))

    def _pick(self) -> None:
        self.picking.commands.pick()

    def _note(self) -> None:
        self.noting.toggle()

    def _copy(self, cited: bool) -> None:
        self._copying.copy(cited=cited)

    def _show_picked(self) -> None:
        self.picking.show_panel(self._parts.window.bar.picked_button)

    def _fill_lists(self, menu: QMenu) -> None:
        from briefer.desktop.pick_lists import PickLists

        lists = PickLists(
            self.picking.commands,
            self._keeping,
            self._browsing,
            self._settings,
            self._found,
            self._parts.window,
        )
        lists.said.connect(self.said)
        menu.aboutToHide.connect(lists.deleteLater)
        lists.fill(menu)

    def _found(self, query: str) -> tuple[str, ...]:
        return self._indexing.cards_found(query) if self._indexing is not None else ()

    def _list_notes(self) -> None:
        from briefer.desktop.notes_dialog import NotesDialog

        briefing = self._browsing.briefing
        if briefing is None:
            return
        self.noting.write_now()
        card = self._browsing.shown_card()
        dialog = NotesDialog(self._keeping, briefing, card, self._settings, self._parts.window)
        dialog.note_chosen.connect(self.noting.show_note)
        dialog.said.connect(self.said)
        dialog.exec()
        dialog.deleteLater()
