"""The table of the board: cards walked in two dimensions, several chosen at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from briefer.desktop.board_model import Board, BoardModel
from briefer.desktop.board_painting import BoardPainting, CardSize
from briefer.desktop.card_styles import ink
from briefer.desktop.glance_view import Style
from briefer.desktop.kind_header import KindHeader
from briefer.desktop.overrides import override
from briefer.language import tr

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDTHS = {CardSize.SMALL: 12.5, CardSize.MEDIUM: 14.8, CardSize.LARGE: 22.0}  # letters' heights
_WIDER = 2.0  # than that, where there is room


class BoardTable(QTableView):
    """Shows a board; says which card the reader comes to and opens."""

    card_reached = Signal(str)
    card_opened = Signal(str)
    room_changed = Signal()  # more or fewer cards fit beside each other now

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style, self._size, self._fitting = style, CardSize.MEDIUM, 0
        self._low: tuple[int, ...] = ()  # the rows that are as low as a heading
        self._cards = BoardModel(self)
        self._painting = BoardPainting(style, self._cards, self)
        self._heads = KindHeader(Qt.Orientation.Horizontal, style.theme, self)
        self.setHorizontalHeader(self._heads)
        self.setModel(self._cards)
        self.setItemDelegate(self._painting)
        self._set_look()

    @property
    def fitting(self) -> int:
        """Return how many cards fit beside each other."""
        return max(1, self.viewport().width() // self._width())

    def show_board(self, board: Board) -> None:
        """Show other groups; the current card stays, where it is still there."""
        here, chosen = self._cards.card_at(self.currentIndex()), self.chosen()
        self.clearSpans()
        self._painting.set_kinds(board.briefing.kinds)
        self._cards.show_board(board)
        self._heads.setVisible(not board.across)
        self._measure()
        self._fitting = self.fitting
        model = self.selectionModel()
        flags = model.SelectionFlag
        for card in chosen:
            model.select(self._cards.index_of(card), flags.Select)
        if (index := self._cards.index_of(here)).isValid():
            model.setCurrentIndex(index, flags.Select)

    def show_picked(self, picked: frozenset[str]) -> None:
        """Mark these cards as picked, and no others."""
        self._cards.show_picked(picked)

    def set_look(self, style: Style, size: CardSize) -> None:
        """Take other colours and sizes."""
        self._style, self._size = style, size
        letters = QFont(QApplication.font())
        letters.setPixelSize(round(QFontInfo(letters).pixelSize() * style.zoom / 100))
        self.setFont(letters)
        self._heads.set_letters(letters)
        self._painting.set_look(style, size, letters)
        self._measure()
        self.viewport().update()

    def select_card(self, card_id: str) -> None:
        """Go to a card, unless the keyboard is on it."""
        index = self._cards.index_of(card_id)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def chosen(self) -> tuple[str, ...]:
        """Return the chosen cards in the order of the board, column by column or row by row."""
        board = self._cards.board
        chosen = {self._cards.card_at(index) for index in self.selectedIndexes()}
        groups = board.groups if board else ()
        return tuple(card for group in groups for card in group.cards if card in chosen)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        if event.key() in _ENTER:
            if card := self._cards.card_at(before):
                self.card_opened.emit(card)
            return
        super().keyPressEvent(event)
        self._tell(before != self.currentIndex())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        before = self.currentIndex()
        super().mousePressEvent(event)
        self._tell(before != self.currentIndex())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if card := self._cards.card_at(self.indexAt(event.position().toPoint())):
            self.card_opened.emit(card)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground first: the page is opaque, so that Qt paints nothing below it."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._style.theme["window"]))
        painter.end()
        super().paintEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()
        if self.fitting != self._fitting:
            self._fitting = self.fitting
            self.room_changed.emit()

    def _tell(self, moved: bool) -> None:
        card = self._cards.card_at(self.currentIndex())
        if moved and card:
            self.card_reached.emit(card)

    def _set_look(self) -> None:
        self.setObjectName("board")
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Board"))
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for set_mode in (self.setHorizontalScrollMode, self.setVerticalScrollMode):
            set_mode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _width(self) -> int:
        return round(QFontInfo(self.font()).pixelSize() * _WIDTHS[self._size])

    def _measure(self) -> None:
        """Give rows and columns their sizes, and headings of groups the whole width."""
        board = self._cards.board
        height = self._painting.card_height()
        self.verticalHeader().setDefaultSectionSize(height)
        if board is None:
            return
        headings = self._cards.headings()
        for row in self._low:  # a header keeps their height, whatever the model holds now
            self.setRowHeight(row, height)
        self._low = headings
        for row in headings:
            self.setRowHeight(row, round(self.fontMetrics().height() * 2.2))
            if board.across > 1:
                self.setSpan(row, 0, 1, board.across)
        theme = self._style.theme
        colors = {kind.id: kind.color for kind in board.briefing.kinds}
        inks = (ink(theme, colors[g.kind]) if g.kind else theme["text"] for g in board.groups)
        self._heads.set_colors(theme, *inks)
        self._share_room()

    def _share_room(self) -> None:
        columns = max(self._cards.columnCount(), 1)
        width, shared = self._width(), self.viewport().width() // columns
        self._heads.setDefaultSectionSize(min(max(width, shared), round(width * _WIDER)))
        self._heads.fit(most=2)
