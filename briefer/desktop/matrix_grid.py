"""The table of the matrix: frozen headers, columns that share the room, Enter and hover told."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from briefer.desktop.card_styles import ink
from briefer.desktop.glance_view import Style
from briefer.desktop.matrix_model import Index, MatrixModel
from briefer.desktop.matrix_painting import CellPainting, KindHeader
from briefer.desktop.overrides import override
from briefer.views.matrix import Cell, Matrix

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NARROWEST, _WIDEST = 6.5, 13.0  # letters' pixel sizes that a column is wide


class MatrixGrid(QTableView):
    """Shows a matrix; says what the reader points at."""

    cell_shown = Signal(object)  # Cell | None: pointed at by mouse or keyboard
    row_reached = Signal(str)  # the card of the row that the keyboard or a click came to
    cell_entered = Signal(object)  # Cell: Enter or a double click
    header_opened = Signal(str)  # the card of a header that was double-clicked
    copy_wanted = Signal()

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style, self._empty = style, ""
        self._cells = MatrixModel(self)
        self._painting = CellPainting(style.theme, self)
        self._across = KindHeader(Qt.Orientation.Horizontal, style.theme, self)
        self._down = KindHeader(Qt.Orientation.Vertical, style.theme, self)
        self.setHorizontalHeader(self._across)
        self.setVerticalHeader(self._down)
        self.setItemDelegate(self._painting)
        self.setModel(self._cells)
        self._set_look()
        self.entered.connect(lambda index: self.cell_shown.emit(self._cells.cell_at(index)))
        self.doubleClicked.connect(lambda _: self._enter())
        for header in (self._across, self._down):
            header.sectionDoubleClicked.connect(self._opener(header))
        self._down.sectionClicked.connect(self._go_to_row)
        self._across.sectionClicked.connect(self._go_to_column)

    @property
    def matrix(self) -> Matrix | None:
        """Return what is shown."""
        return self._cells.matrix

    def current_cell(self) -> Cell | None:
        """Return the cell that the keyboard is on."""
        return self._cells.cell_at(self.currentIndex())

    def show_matrix(self, matrix: Matrix | None, empty: str) -> None:
        """Show a matrix, or the words that say why there is none; the place stays by its cards."""
        place = self._place()
        self._empty = empty
        self._cells.show_matrix(matrix)
        self._color()
        self._share_room()
        self._return_to(place)

    def set_style(self, style: Style) -> None:
        """Take other colours and sizes."""
        self._style = style
        letters = QFont(QApplication.font())
        letters.setPixelSize(round(QFontInfo(letters).pixelSize() * style.zoom / 100))
        self.setFont(letters)
        for header in (self._across, self._down):
            header.setFont(letters)
        self._color()
        self._share_room()

    def select_card(self, card_id: str) -> None:
        """Go to the row or the column of a card; mark its header."""
        matrix = self.matrix
        rows = [card.id for card in matrix.rows] if matrix else []
        columns = [card.id for card in matrix.columns] if matrix else []
        row = rows.index(card_id) if card_id in rows else -1
        column = columns.index(card_id) if card_id in columns else -1
        self._down.mark(row)
        self._across.mark(column)
        here = self.currentIndex()
        if row >= 0 and row != here.row():
            self.setCurrentIndex(self._cells.index(row, self._tied_column(row, here.column())))
        elif column >= 0 and column != here.column():
            self.setCurrentIndex(self._cells.index(max(here.row(), 0), column))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._enter()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            before = self.currentIndex().row()
            super().keyPressEvent(event)
            self._tell_row(before)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        before = self.currentIndex().row()
        super().mousePressEvent(event)
        self._tell_row(before)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.cell_shown.emit(self._cells.cell_at(current))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.cell_shown.emit(self.current_cell())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._empty:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(self._style.theme["muted"]))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            room = self.viewport().rect().adjusted(24, 24, -24, -24)
            painter.drawText(room, int(flags), self._empty)

    def _set_look(self) -> None:
        self.setObjectName("matrix")
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for set_mode in (self.setHorizontalScrollMode, self.setVerticalScrollMode):
            set_mode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _color(self) -> None:
        theme, matrix = self._style.theme, self.matrix
        if matrix is not None:
            self._painting.set_colors(theme, theme.kind_tint(matrix.row_kind.color))
            self._across.set_colors(theme, ink(theme, matrix.column_kind.color))
            self._down.set_colors(theme, ink(theme, matrix.row_kind.color))
        self.viewport().update()

    def _share_room(self) -> None:
        """Give the columns the room there is, within what reads well; rows two lines each."""
        letter = QFontInfo(self.font()).pixelSize()
        columns = max(self._cells.columnCount(), 1)
        room = self.viewport().width() // columns
        width = min(max(round(letter * _NARROWEST), room), round(letter * _WIDEST))
        self._across.setDefaultSectionSize(width)
        self._across.fit_titles()
        self._down.setDefaultSectionSize(round(self.fontMetrics().height() * 2.6))

    def _place(self) -> tuple[str, str]:
        index, matrix = self.currentIndex(), self.matrix
        if matrix is None or not index.isValid():
            return "", ""
        return matrix.rows[index.row()].id, matrix.columns[index.column()].id

    def _return_to(self, place: tuple[str, str]) -> None:
        matrix = self.matrix
        if matrix is None or not matrix.rows or not matrix.columns:
            return
        rows, columns = [c.id for c in matrix.rows], [c.id for c in matrix.columns]
        row = rows.index(place[0]) if place[0] in rows else 0
        wanted = columns.index(place[1]) if place[1] in columns else -1
        self.setCurrentIndex(self._cells.index(row, self._tied_column(row, wanted)))

    def _tied_column(self, row: int, wanted: int) -> int:
        """Return the column wanted, or else the first that the row is tied to."""
        matrix = self.matrix
        if wanted >= 0 or matrix is None:
            return max(wanted, 0)
        tied = (n for n, c in enumerate(matrix.columns) if matrix.cell(matrix.rows[row], c))
        return next(tied, 0)

    def _enter(self) -> None:
        if cell := self.current_cell():
            self.cell_entered.emit(cell)

    def _tell_row(self, before: int) -> None:
        """Tell which row the reader came to: a place that we chose ourselves is no news."""
        row = self.currentIndex().row()
        if self.matrix is not None and row >= 0 and row != before:
            self.row_reached.emit(self.matrix.rows[row].id)

    def _go_to_row(self, row: int) -> None:
        before = self.currentIndex().row()
        self.setCurrentIndex(self._cells.index(row, max(self.currentIndex().column(), 0)))
        self._tell_row(before)

    def _go_to_column(self, column: int) -> None:
        self.setCurrentIndex(self._cells.index(max(self.currentIndex().row(), 0), column))

    def _opener(self, header: KindHeader) -> object:
        def open_card(section: int) -> None:
            card = self._cells.headerData(section, header.orientation(), MatrixModel.CardRole)
            if card is not None:
                self.header_opened.emit(card.id)

        return open_card
