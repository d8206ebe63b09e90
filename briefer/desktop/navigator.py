"""The list of cards by kind at the left of the window."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from briefer.briefing.model import Briefing
from briefer.desktop.icon_source import IconSource
from briefer.desktop.navigator_model import KindRow, NavigatorModel
from briefer.desktop.navigator_painting import NavigatorPainting
from briefer.desktop.overrides import override
from briefer.desktop.theme import Theme
from briefer.language import tr

_MANY = 2000  # cards; to open them all takes longer than to paint the window
_SIDE_BUTTONS = Qt.MouseButton.BackButton | Qt.MouseButton.ForwardButton


class Navigator(QTreeView):
    """Kinds and their cards; the card or kind that is shown is the selected row."""

    card_chosen = Signal(str)  # clicked, or Enter pressed on it
    card_passed = Signal(str)  # reached by the arrow keys
    kind_chosen = Signal(str)
    kind_passed = Signal(str)

    def __init__(self, theme: Theme, icons: IconSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = NavigatorModel(self)
        self._painting = NavigatorPainting(theme, icons, self)
        self._kind = ""  # the kind that is shown in place of a card
        self.setModel(self._cards)
        self.setItemDelegate(self._painting)
        self._set_look()
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_briefing(self, briefing: Briefing) -> None:
        """Show a briefing's cards, all kinds open; of very many, only the kind that is read."""
        closed = self._closed_kinds()
        self._cards.show_briefing(briefing)
        if len(briefing.cards) > _MANY:
            return
        for row in range(self._cards.rowCount()):
            index = self._cards.index(row, 0)
            self.setExpanded(index, _kind_id(index) not in closed)

    def select_card(self, card_id: str) -> None:
        """Select the row of the card that is shown, and bring it into view."""
        self._kind = ""
        index = self._cards.index_of(card_id)
        if index.isValid() and index != self.currentIndex():
            self.expand(index.parent())
            self.setCurrentIndex(index)
            if index.row() == 0:
                self.scrollTo(index.parent())  # the kind's heading comes into view with it
            self.scrollTo(index)

    def select_kind(self, kind_id: str) -> None:
        """Select the row of the kind that is shown, and bring it into view."""
        self._kind = kind_id
        index = self._cards.index_of_kind(kind_id)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def show_picked(self, picked: frozenset[str]) -> None:
        """Mark these cards as picked, and no others."""
        self._cards.show_picked(picked)

    def show_noted(self, noted: frozenset[str]) -> None:
        """Mark these cards as having a note of the reader's, and no others."""
        self._cards.show_noted(noted)

    def show_news(self, news: Mapping[str, str]) -> None:
        """Mark these cards with what is new about them, and no others."""
        self._cards.show_news(news)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._painting.set_theme(theme)
        self.viewport().update()

    def refresh_icons(self) -> None:
        """Draw again: icons have arrived."""
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        super().keyPressEvent(event)
        now = self.currentIndex()
        if now == before or not now.isValid():
            return
        card = self._cards.card_at(now)
        if card is not None:
            self.card_passed.emit(card.id)
        else:
            self.kind_passed.emit(_kind_id(now))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() & _SIDE_BUTTONS:
            event.ignore()  # the window goes back and forward with them
            return
        super().mousePressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        card = self._cards.card_at(index)
        if card is not None:
            self.card_chosen.emit(card.id)
        elif _kind_id(index) == self._kind:  # shown already: to choose it again folds it
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.expand(index)
            self.kind_chosen.emit(_kind_id(index))

    def _closed_kinds(self) -> set[str]:
        indexes = [self._cards.index(row, 0) for row in range(self._cards.rowCount())]
        return {_kind_id(index) for index in indexes if not self.isExpanded(index)}

    def _set_look(self) -> None:
        self.setObjectName("navigator")
        self.setAccessibleName(tr("Cards by kind"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)


def _kind_id(index: QModelIndex | QPersistentModelIndex) -> str:
    value = index.data(NavigatorModel.ValueRole)
    return value.kind.id if isinstance(value, KindRow) else ""
