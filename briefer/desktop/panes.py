"""Navigator, card, text and problems side by side, with movable borders."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from briefer.desktop.overrides import override
from briefer.desktop.problems_panel import ProblemsPanel

_SHARES = (19, 50, 31)  # of the width, as in a window that nobody has arranged yet
_ROOMY_SHARE = 21  # the navigator's, where the card keeps its measure
_CARD = 640  # pixels of that measure
_LEAST = (150, 320, 230)  # pixels
_NARROWEST_NAVIGATOR, _WIDEST_NAVIGATOR = 190, 300


class Panes(QSplitter):
    """The three panes and, below them, the problems; knows which of them has the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("canvas")
        self.columns = QSplitter(Qt.Orientation.Horizontal, self)
        self._arranged = False
        self._below: list[QWidget] = []
        self._text_was: bool | None = None  # shown, while another view has its room
        self._text_width = 0  # then

    def assemble(
        self, navigator: QWidget, card: QWidget, text: QWidget, problems: ProblemsPanel
    ) -> None:
        """Put the panes into their places; once."""
        self.navigator, self.card, self.text, self.problems = navigator, card, text, problems
        for pane, least in zip((navigator, card, text), _LEAST, strict=True):
            self.columns.addWidget(pane)
            pane.setMinimumWidth(least)
        for column, stretch in enumerate((0, 5, 3)):
            self.columns.setStretchFactor(column, stretch)
        self.addWidget(self.columns)
        self.addWidget(problems)
        self.setStretchFactor(0, 1)
        self.setSizes([1000, 180])
        problems.hide()
        for splitter in (self, self.columns):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        self.columns.splitterMoved.connect(self._keep_arrangement)

    def arrangement(self) -> QByteArray:
        """Return the widths, to be remembered; empty when nobody has moved a border."""
        return self.columns.saveState() if self._arranged else QByteArray()

    def arrange(self, remembered: QByteArray) -> None:
        """Put the borders where they were."""
        self._arranged = not remembered.isEmpty() and self.columns.restoreState(remembered)
        self.columns.setHandleWidth(1)

    @property
    def text_shown(self) -> bool:
        """Tell whether the text is shown beside the card, or will be when that is back."""
        return not self.text.isHidden() if self._text_was is None else self._text_was

    def widen(self, wide: bool) -> None:
        """Give the middle pane the text's room too, or give it back as it was."""
        if wide and self._text_was is None:
            self._text_was = not self.text.isHidden()
            self._text_width = self.text.width()
            self.text.hide()
        elif not wide and self._text_was is not None:
            # Qt squeezes what is hidden; as wide as it was, the text is not laid out anew
            self.text.resize(self._text_width, self.text.height())
            self.text.setVisible(self._text_was)
            self._text_was = None

    def add_below(self, pane: QWidget) -> None:
        """Put a pane, still hidden, between the columns and the problems."""
        self._below.append(pane)
        pane.hide()
        self.insertWidget(len(self._below), pane)
        self.setSizes([1000, *(190 for _ in self._below), 180])

    def focus_next(self, by: int) -> None:
        """Move the keyboard to the next visible pane, or to the one before."""
        panes = tuple(self._visible())
        here = self.focused_pane()
        index = panes.index(here) + by if here in panes else 0
        focus_in(panes[index % len(panes)])

    def focused_pane(self) -> QWidget | None:
        """Return the pane that has the keyboard, if one has."""
        focused = QApplication.focusWidget()
        return next(
            (p for p in self._visible() if focused is p or (focused and p.isAncestorOf(focused))),
            None,
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._arranged:
            self.columns.setSizes(list(_widths(event.size().width())))

    def _visible(self) -> Iterator[QWidget]:
        panes = (self.navigator, self.card, self.text, *self._below, self.problems)
        return (pane for pane in panes if pane.isVisible())

    def _keep_arrangement(self) -> None:
        self._arranged = True


def focus_in(pane: QWidget) -> None:
    """Give the keyboard to a pane, or to the first in it that takes it."""
    policy = pane.focusPolicy() | (pane.focusProxy() or pane).focusPolicy()
    if policy != Qt.FocusPolicy.NoFocus:
        pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return
    takers = (w for w in pane.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus)
    first = next((widget for widget in takers if widget.isVisible()), None)
    if first is not None:
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _widths(width: int) -> tuple[int, int, int]:
    least, most = (width * share // 100 for share in (_SHARES[0], _ROOMY_SHARE))
    reading = _SHARES[1] + _SHARES[2]
    navigator = min(max(width - _CARD * reading // _SHARES[1], least), most)
    navigator = min(max(navigator, _NARROWEST_NAVIGATOR), _WIDEST_NAVIGATOR)
    text = (width - navigator) * _SHARES[2] // reading
    return navigator, width - navigator - text, text
