"""The run on the console: a strip along the lower edge, and the overview of all its cards."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from briefer.desktop.console_run_model import RunModel
from briefer.desktop.console_tiles import Tiles, grid_size, strip_width
from briefer.desktop.overrides import override
from briefer.desktop.theme import Theme
from briefer.language import tr

_STRIP, _OVERVIEW = QSize(140, 96), QSize(228, 138)  # the least, on a small laptop
_OWN_KEYS = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}


class RunStrip(QListView):
    """The cards of the run in one row; a click goes to one."""

    card_chosen = Signal(int)  # its row

    def __init__(
        self, model: RunModel, console: Theme, room: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tiles = Tiles(console, room, _STRIP)
        _prepare(self, "strip", model, self._tiles)
        self.setAccessibleName(tr("The run"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self.card_chosen.emit(index.row()))

    def set_scale(self, scale: float) -> None:
        """Take tiles for a larger screen."""
        self._tiles.scale = scale
        self.setFixedHeight(round(_STRIP.height() * scale) + 4)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the tiles fill the row."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        scale, count = self._tiles.scale, self.model().rowCount()
        width = strip_width(self.viewport().width(), count, _STRIP.width() * scale)
        _resize(self, self._tiles, QSize(width, round(_STRIP.height() * scale)))

    def show_position(self, row: int) -> None:
        """Mark the card that the talk is at, and keep its neighbours in sight."""
        self._tiles.current = row
        last = self.model().rowCount() - 1
        for near in (max(row - 1, 0), min(row + 1, last), row):
            self.scrollTo(self.model().index(near, 0))
        self.viewport().update()


class RunOverview(QListView):
    """All cards of the run in a grid; arrows choose, all other keys are the talk's, Enter too."""

    card_chosen = Signal(int)

    def __init__(
        self, model: RunModel, console: Theme, room: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tiles = Tiles(console, room, _OVERVIEW)
        self._tiles.bright = True
        _prepare(self, "overview", model, self._tiles)
        self.setAccessibleName(tr("All cards of the run"))
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self._choose)

    def set_scale(self, scale: float) -> None:
        """Take tiles for a larger screen."""
        self._tiles.scale = scale
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the tiles fill the rows."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        bar = self.verticalScrollBar().sizeHint().width()  # Qt keeps room for it, shown or not
        room = QSize(self.contentsRect().width() - bar, self.viewport().height())
        least = _OVERVIEW * self._tiles.scale
        _resize(self, self._tiles, grid_size(room, self.model().rowCount(), least))

    def show_position(self, row: int) -> None:
        """Mark the card that the talk is at, and choose it."""
        self._tiles.current = row
        self.setCurrentIndex(self.model().index(row, 0))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the cards."""
        if event.key() in _OWN_KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.card_chosen.emit(index.row())


def _prepare(view: QListView, name: str, model: RunModel, tiles: Tiles) -> None:
    view.setObjectName(name)
    view.setModel(model)
    view.setItemDelegate(tiles)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setFlow(QListView.Flow.LeftToRight)
    view.setUniformItemSizes(True)
    view.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)


def _resize(view: QListView, tiles: Tiles, size: QSize) -> None:
    if size != tiles.size:
        tiles.size = size
        view.scheduleDelayedItemsLayout()
