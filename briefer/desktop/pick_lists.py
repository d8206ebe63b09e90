"""The menu of lists: save under a name, fetch, delete, make from elsewhere, export and import."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu, QWidget

from briefer.briefing.durable import replace_file
from briefer.desk.pick_file import LONGEST, pick_file, read_pick_file
from briefer.desktop.browsing import Browsing
from briefer.desktop.keeping import Keeping
from briefer.desktop.pick_commands import PickCommands
from briefer.desktop.settings import PICKS_FOLDER, Settings
from briefer.language import ntr, tr

_FILTER = tr("Picked cards (*.txt *.md);;All files (*)")
_SHOWN = 3  # lines that name nothing and are told

Found = Callable[[str], tuple[str, ...]]  # a query -> ids of the cards it finds


class PickLists(QObject):
    """Fills the menu each time it opens, and does what is chosen in it."""

    said = Signal(str)

    def __init__(
        self,
        commands: PickCommands,
        keeping: Keeping,
        browsing: Browsing,
        settings: Settings,
        found: Found,
        window: QWidget,
    ) -> None:
        super().__init__(commands)
        self._commands, self._keeping, self._browsing = commands, keeping, browsing
        self._settings, self._found, self._window = settings, found, window

    def fill(self, menu: QMenu) -> None:
        """Offer what there is now."""
        picks = bool(self._keeping.picks)
        menu.addAction(tr("&Save as a list…"), self.save).setEnabled(picks)
        self._add_saved(menu)
        menu.addSeparator()
        self._add_sources(menu)
        menu.addSeparator()
        menu.addAction(tr("&Export to a file…"), self.export).setEnabled(picks)
        menu.addAction(tr("&Import from a file…"), self.import_)

    def save(self) -> None:
        """Ask for a name and save the picked cards under it."""
        names = [saved.name for saved in self._keeping.lists]
        name, wanted = QInputDialog.getItem(
            self._window,
            tr("Save as a list"),
            tr("Name of the list; one that has it is replaced:"),
            ["", *names],
            0,
            True,
        )
        if wanted and (name := " ".join(name.split())):
            self._commands.save_list(name)

    def export(self) -> None:
        """Ask for a file and write the picked cards into it."""
        briefing = self._browsing.briefing
        if briefing is None:
            return
        offered = str(Path(self._settings.get(PICKS_FOLDER)) / "picked cards.txt")
        name, _ = QFileDialog.getSaveFileName(
            self._window, tr("Export the picked cards"), offered, _FILTER
        )
        if name:
            self.write(Path(name))

    def write(self, path: Path) -> None:
        """Write the picked cards into a file."""
        briefing = self._browsing.briefing
        if briefing is None:
            return
        picks = self._keeping.picks
        try:
            replace_file(path, pick_file(picks, briefing).encode("utf-8", "replace"))
        except OSError as error:
            self.said.emit(
                tr(
                    "{name} could not be written: {reason}",
                    name=path.name,
                    reason=error.strerror,
                )
            )
            return
        self._settings.set(PICKS_FOLDER, str(path.parent))
        self.said.emit(
            tr(
                "{picks} written to {path}",
                picks=ntr("{n} pick", "{n} picks", len(picks)),
                path=path,
            )
        )

    def import_(self) -> None:
        """Ask for a file and pick what it names."""
        folder = self._settings.get(PICKS_FOLDER)
        name, _ = QFileDialog.getOpenFileName(
            self._window, tr("Import picked cards"), folder, _FILTER
        )
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Pick what a file names; say which of its lines name nothing."""
        briefing = self._browsing.briefing
        if briefing is None:
            return
        try:
            with path.open("rb") as file:
                text = file.read(LONGEST).decode("utf-8", "replace")
        except OSError as error:
            self.said.emit(
                tr("{name} could not be read: {reason}", name=path.name, reason=error.strerror)
            )
            return
        read = read_pick_file(text, briefing)
        if read.picks:
            self._commands.put(read.picks, tr("from {name}", name=path.name))
            self._settings.set(PICKS_FOLDER, str(path.parent))
        if read.unknown or not read.picks:
            self.said.emit(_unknown_in_words(path.name, read.unknown, len(read.picks)))

    def _add_saved(self, menu: QMenu) -> None:
        lists = self._keeping.lists
        for saved in lists:
            words = f"{saved.name}  ({len(saved.picks)})".replace("&", "&&")
            menu.addAction(words, partial(self._commands.fetch_list, saved.name))
        if lists:
            gone = menu.addMenu(tr("&Delete a list"))
            for saved in lists:
                delete = partial(self._commands.delete_list, saved.name)
                gone.addAction(saved.name.replace("&", "&&"), delete)

    def _add_sources(self, menu: QMenu) -> None:
        briefing = self._browsing.briefing
        for agenda in briefing.agendas if briefing else ():
            words = tr("From the run order “{title}”", title=agenda.title).replace("&", "&&")
            put = partial(
                self._commands.put_cards, agenda.cards, tr("from “{title}”", title=agenda.title)
            )
            menu.addAction(words, put)
        if queries := self._settings.searches():
            words = tr("From the last search “{query}”", query=queries[0]).replace("&", "&&")
            menu.addAction(words, partial(self._pick_found, queries[0]))

    def _pick_found(self, query: str) -> None:
        cards = self._found(query)
        if cards:
            self._commands.put_cards(cards, tr("from the search “{query}”", query=query))
        else:
            self.said.emit(tr("“{query}” finds no card; what was picked stays", query=query))


def _unknown_in_words(name: str, unknown: tuple[tuple[int, str], ...], picked: int) -> str:
    if not unknown:
        return tr("{name} names no card; what was picked stays", name=name)
    lines = "; ".join(
        tr("line {number}, “{words}”", number=number, words=words[:40])
        for number, words in unknown[:_SHOWN]
    )
    more = tr(" and {unknown} more", unknown=len(unknown) - _SHOWN) if len(unknown) > _SHOWN else ""
    kept = ntr("{n} pick", "{n} picks", picked) if picked else tr("Nothing")
    return tr(
        "{kept} from {name}; not in this briefing: {lines}{more}",
        kept=kept,
        name=name,
        lines=lines,
        more=more,
    )
