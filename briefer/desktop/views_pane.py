"""The pane in the middle: tabs above, and below them the card or another view of the whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedLayout,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from briefer.language import tr

CARD = "card"


class ViewName(NamedTuple):
    """A view by its id and the words of its tab."""

    id: str
    words: str


VIEWS = (
    ViewName("board", tr("Board")),
    ViewName(CARD, tr("Card")),
    ViewName("relations", tr("Relations")),
    ViewName("matrix", tr("Matrix")),
    ViewName("evidence", tr("Evidence")),
)
_EDGE = 20  # pixels between the pane's edge and tabs


class ViewsPane(QWidget):
    """Holds the views; those beside the card are put in when they are first asked for."""

    view_chosen = Signal(str)  # by its tab: to be made, filled and shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._views: dict[str, QWidget] = {}
        self._tabs = self._new_tabs()
        self._row = QHBoxLayout()
        self._row.setContentsMargins(_EDGE, 10, _EDGE, 0)
        self._row.addWidget(self._tabs)
        self._row.addStretch(1)
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addLayout(self._stack, 1)

    def assemble(self, card: QWidget) -> None:
        """Put the card into its place; once."""
        self._views[CARD] = card
        self._stack.addWidget(card)
        self._lend_focus(card)

    @property
    def view(self) -> str:
        """Return the id of the view whose tab is chosen."""
        return VIEWS[self._tabs.currentIndex()].id

    @property
    def shown(self) -> QWidget | None:
        """Return the view that is shown."""
        return self._stack.currentWidget()

    def choose(self, view: str) -> None:
        """Choose a tab; `view_chosen` tells when that is another."""
        self._tabs.setCurrentIndex([name.id for name in VIEWS].index(view))

    def step(self, by: int) -> None:
        """Choose the next tab, or the one before."""
        self._tabs.setCurrentIndex((self._tabs.currentIndex() + by) % len(VIEWS))

    def show_view(self, view: str, widget: QWidget, give_room: Callable[[], None]) -> None:
        """Show a view, put in when it is new; the keyboard goes on into it when it was here.

        `give_room` makes this pane as wide as the view has it. It is called while no view is seen,
        so that neither the old nor the new one is laid out for a room that it does not keep.
        """
        before = self._stack.currentWidget()
        focused = self._focused()
        had_keyboard = before is not None and before.isAncestorOf(focused)
        if had_keyboard:
            focused.clearFocus()  # or Qt lends it to the navigator meanwhile
        if before is not None:
            before.hide()
        give_room()
        if isinstance(splitter := self.parentWidget(), QSplitter):
            splitter.refresh()  # now: by itself it would after the view had been laid out
        if self._views.setdefault(view, widget) is widget and self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        self._lend_focus(widget)
        if had_keyboard:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_card(self) -> None:
        """Choose the card's tab."""
        self.choose(CARD)

    def add_beside_tabs(self, widget: QWidget) -> None:
        """Put what the views share at the right of the tabs."""
        self._row.addWidget(widget)

    def _new_tabs(self) -> QTabBar:
        tabs = QTabBar(self)
        tabs.setObjectName("views")
        tabs.setAccessibleName(tr("Views"))
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        tabs.setUsesScrollButtons(False)
        for view in VIEWS:
            tabs.addTab(view.words)
        tabs.setCurrentIndex([name.id for name in VIEWS].index(CARD))
        tabs.currentChanged.connect(lambda index: self.view_chosen.emit(VIEWS[index].id))
        return tabs

    def _focused(self) -> QWidget:
        return self.window().focusWidget() or self.window()

    def _lend_focus(self, view: QWidget) -> None:
        """Let the keyboard that comes to this pane go to the view, past the tabs."""
        self.setFocusProxy(view.focusProxy() or view)
