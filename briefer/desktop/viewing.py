"""The views beside the card: made when first asked for, filled when they are looked at."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from briefer.briefing.model import Span
from briefer.desktop.browsing import Browsing
from briefer.desktop.destinations import PassageDestination
from briefer.desktop.file_commands import FileCommands, PresentCards
from briefer.desktop.glance_view import GlanceView, Material, Style
from briefer.desktop.icons import Icons
from briefer.desktop.keeping import Keeping
from briefer.desktop.parts import Parts
from briefer.desktop.selection_combo import SelectionCombo, selection_rows
from briefer.desktop.settings import Settings
from briefer.desktop.theme_choice import ThemeChoice
from briefer.desktop.views_pane import CARD
from briefer.desktop.zoom import Zoom
from briefer.language import tr
from briefer.sheets.options import ChosenCards, Layout, Selection, WholeBriefing
from briefer.sheets.selection import selected_cards
from briefer.views.citing import Citings, citings_of

if TYPE_CHECKING:
    from briefer.desktop.board_view import BoardView
    from briefer.desktop.evidence_view import EvidenceView
    from briefer.desktop.matrix_view import MatrixView
    from briefer.desktop.relations_view import RelationsView
    from briefer.views.matrix import MatrixChoice

_PAUSE = 200  # ms of reading, before other views are made ready for what is read
_FEW = 1_000  # cards that a view is filled with before it is looked at: a moment's work
Looks = tuple[ThemeChoice, Icons, Zoom]


class Viewing(QObject):
    """Follows the tabs, the browsing and the picks; the views learn of them through nobody else."""

    def __init__(
        self,
        parts: Parts,
        browsing: Browsing,
        keeping: Keeping,
        file: FileCommands,
        looks: Looks,
        present: PresentCards,
        settings: Settings,
    ) -> None:
        super().__init__(parts.window)
        self._parts, self._browsing, self._keeping = parts, browsing, keeping
        self._file, self._looks, self._present = file, looks, present
        self._settings = settings
        self._views: dict[str, GlanceView] = {}
        self._fresh: set[str] = set()  # the views that show what there is now
        self._behind: set[str] = set()  # of them, those that do not mark the reader's card yet
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._catch_up)
        self._selection: Selection = WholeBriefing()
        self._citings: tuple[object, Citings] = (None, {})
        self._found: tuple[str, tuple[str, ...]] = ("", ())
        self._picked: tuple[str, ...] = ()
        self._chooser = SelectionCombo(parts.views)
        self._chooser.selection_chosen.connect(self._choose)
        self._chooser.rows_wanted.connect(self._offer_selections)
        parts.views.add_beside_tabs(self._chooser)
        browsing.briefing_opened.connect(self._forget)
        for changed in (browsing.briefing_replaced, browsing.report_changed):
            changed.connect(self._refresh)
        browsing.card_changed.connect(self._select)
        keeping.kept_changed.connect(lambda _: self._show_picked())
        choice, icons, zoom = looks
        for changed in (choice.theme_changed, zoom.zoom_changed):
            changed.connect(self._restyle)
        icons.drawn.connect(self._take_icons)

    def show(self, view: str) -> None:
        """Show a view: the card with the text beside it, the others in the room of both."""
        parts, is_card = self._parts, view == CARD
        widget = parts.card if is_card else self._view(view)
        if not is_card:
            self._fill(view)
            self._mark(view)
        self._chooser.setVisible(not is_card)
        parts.views.show_view(view, widget, lambda: parts.panes.widen(not is_card))

    def _style(self) -> Style:
        choice, icons, zoom = self._looks
        return Style(choice.theme, icons, zoom.percent)

    def _restyle(self, *_: object) -> None:
        for view in self._views.values():
            view.set_style(self._style())

    def _take_icons(self) -> None:
        for view in self._views.values():
            view.take_icons()

    def _view(self, view: str) -> GlanceView:
        if view not in self._views:
            made = self._views[view] = _MAKERS[view](self)
            made.card_selected.connect(partial(self._browsing.go_to_card, passing=True))
            made.card_opened.connect(self._open_card)
            made.passage_chosen.connect(self._show_passage)
            made.said.connect(self._parts.window.status.say)
        return self._views[view]

    def _matrix(self) -> MatrixView:
        from briefer.desktop.matrix_view import MatrixView
        from briefer.desktop.view_manners import keep_matrix, matrix_choice

        view = MatrixView(self._style(), matrix_choice(self._settings))
        view.choice_changed.connect(partial(keep_matrix, self._settings))
        view.print_wanted.connect(self._print_matrix)
        return view

    def _relations(self) -> RelationsView:
        from briefer.desktop.relations_view import RelationsView

        view = RelationsView(self._style())
        view.print_wanted.connect(lambda: self._print(layout=Layout.RELATIONS))
        return view

    def _evidence(self) -> EvidenceView:
        from briefer.desktop.evidence_view import EvidenceView

        return EvidenceView(self._style())

    def _board(self) -> BoardView:
        from briefer.desktop.board_view import BoardView
        from briefer.desktop.view_manners import board_manner, keep_board

        view = BoardView(self._style(), board_manner(self._settings))
        view.manner_changed.connect(partial(keep_board, self._settings))
        view.print_wanted.connect(self._print_cards)
        view.present_wanted.connect(self._present_cards)
        return view

    def _shown(self) -> GlanceView | None:
        return self._views.get(self._parts.views.view)

    def _fill(self, view: str) -> None:
        """Give a view what there is to show, unless it has that already."""
        briefing, report = self._browsing.briefing, self._browsing.report
        if briefing is None or view in self._fresh:
            return
        self._fresh.add(view)
        self._behind.discard(view)
        self._offer_selections()
        if self._citings[0] is not report:
            self._citings = (report, citings_of(briefing, report))
        cards = selected_cards(briefing, self._selection)
        picked = frozenset(self._keeping.picked_cards())
        widget = self._views[view]
        widget.show_material(Material(briefing, report, self._citings[1], cards, picked))
        widget.select_card(self._browsing.card_id)

    def _refresh(self) -> None:
        """Show again what is looked at; the others follow while the reader reads."""
        self._fresh.clear()
        self._behind.clear()
        if self._parts.views.view in self._views:
            self._fill(self._parts.views.view)
        self._soon.start()

    def _forget(self) -> None:
        self._selection, self._found = WholeBriefing(), ("", ())
        self._refresh()

    def _choose(self, selection: Selection) -> None:
        self._selection = selection
        self._refresh()

    def _select(self, card_id: str) -> None:
        """Mark the card in the view that is looked at; the others follow while the reader reads."""
        self._behind = set(self._fresh)
        self._mark(self._parts.views.view)
        if self._behind:
            self._soon.start()

    def _mark(self, view: str) -> None:
        """Mark the reader's card in a view, unless it is marked there already."""
        if view in self._behind:
            self._behind.remove(view)
            self._views[view].select_card(self._browsing.card_id)

    def _catch_up(self) -> None:
        """Make one of the other views ready that were looked at, and the next a little later."""
        if view := self._next_behind():
            self._fill(view)
            self._mark(view)
            self._views[view].draw_ahead()
            self._soon.start()

    def _next_behind(self) -> str | None:
        """Return a view that does not show what it would if it were looked at."""
        briefing = self._browsing.briefing
        few = briefing is not None and briefing.complete and len(briefing.cards) <= _FEW
        empty = self._views.keys() - self._fresh if few else set()
        return min(empty | self._behind, default=None)

    def _show_picked(self) -> None:
        before = self._selection
        self._offer_selections()
        if self._selection != before:
            self._refresh()
        picked = frozenset(self._keeping.picked_cards())
        for view in self._views.values():
            view.show_picked(picked)

    def _offer_selections(self) -> None:
        briefing = self._browsing.briefing
        if briefing is None:
            return
        query, hits = self._parts.search_box.found_cards()
        if not hits:  # they stay when the box is emptied, but for those that an edit took away
            query, hits = self._found
        hits = tuple(hit for hit in hits if hit in briefing.names.by_id)
        picked = self._keeping.picked_cards()
        become = {ChosenCards(self._found[1]): hits, ChosenCards(self._picked): picked}
        if self._selection in become:  # what was chosen stays chosen, whatever it holds now
            self._selection = ChosenCards(become[self._selection])
        self._found, self._picked = (query, hits), picked
        rows = selection_rows(briefing, picked, self._found)
        self._chooser.show_rows(rows, self._selection)
        self._selection = rows[self._chooser.currentIndex()][0]

    def _open_card(self, card_id: str) -> None:
        self._browsing.go_to_card(card_id)
        self._parts.views.show_card()

    def _show_passage(self, document_id: str, start: int, end: int) -> None:
        self._browsing.go(PassageDestination(document_id, Span(start, end)))

    def _print_cards(self, chosen: tuple[str, ...]) -> None:
        if chosen:
            words = tr("Chosen on the board ({chosen})", chosen=len(chosen))
            self._file.print_view((ChosenCards(chosen), words), {})
        else:
            self._print()

    def _present_cards(self, chosen: tuple[str, ...]) -> None:
        briefing, report = self._browsing.briefing, self._browsing.report
        if briefing is None or not briefing.complete:
            return
        title = tr("Chosen cards") if chosen else self._chooser.words
        self._present(briefing, report, title, chosen or self._ids())

    def _ids(self) -> tuple[str, ...]:
        """Return the cards that the views work over."""
        briefing = self._browsing.briefing
        cards = selected_cards(briefing, self._selection) if briefing else ()
        return tuple(card.id for card in cards)

    def _print_matrix(self, choice: MatrixChoice) -> None:
        self._print(layout=Layout.MATRIX, matrix=choice)

    def _print(self, **changes: object) -> None:
        """Offer to print what the view works over, as the view shows it."""
        self._file.print_view((self._selection, self._chooser.words), changes)


_MAKERS: dict[str, Callable[[Viewing], GlanceView]] = {
    "board": Viewing._board,
    "relations": Viewing._relations,
    "matrix": Viewing._matrix,
    "evidence": Viewing._evidence,
}
