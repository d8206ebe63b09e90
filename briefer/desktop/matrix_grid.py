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
from briefer.desktop.kind_header import KindHeader
from briefer.desktop.matrix_model import Index, MatrixModel
from briefer.desktop.matrix_painting import MatrixPainting
from briefer.desktop.overrides import override
from briefer.views.matrix import Cell, Matrix

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NARROWEST, _WIDEST = 6.5, 13.0  # letters' pixel sizes that a column is wide
_NARROWEST_ROW, _WIDEST_ROW = 11.0, 22.0  # that the titles of the rows have
_ROWS_SHARE = 0.3  # of the width, at the most
_TITLE_SHARES = (1.0, 0.92, 0.84)  # of the font's size that titles may have
_TITLE_LINES = 4  # above a column
_EMPTY = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)


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
        self._painting = MatrixPainting(style.theme)
        self._room = 0  # the width that the columns were made for
        self._across = KindHeader(Qt.Orientation.Horizontal, style.theme, self)
        self._down = KindHeader(Qt.Orientation.Vertical, style.theme, self)
        self.setHorizontalHeader(self._across)
        self.setVerticalHeader(self._down)
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
            header.set_letters(letters)
        self._painting.set_letters(letters)
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
        if self.width() != self._room:
            self._share_room()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page at once: Qt would ask for each cell of it, most of them empty."""
        page = event.rect()
        across = self._across.on_page(page.left(), page.right())
        down = self._down.on_page(page.top(), page.bottom())
        painter = QPainter(self.viewport())
        self._painting.draw(painter, page, across, down, self.matrix)
        if (current := self.currentIndex()).isValid():
            ring = self.visualRect(current)
            self._painting.draw_ring(painter, ring, has_focus=self.hasFocus())
        if self._empty:
            painter.setPen(QColor(self._style.theme["muted"]))
            room = self.viewport().rect().adjusted(24, 24, -24, -24)
            painter.drawText(room, _EMPTY, self._empty)
        painter.end()

    def _set_look(self) -> None:
        self.setObjectName("matrix")
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
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
        """Give the columns the room there is, within what reads well; rows two lines each.

        Columns are as wide as their longest word. Where not all have that room, titles are somewhat
        smaller; where that does not help but turning them would, they are turned.
        """
        self._room = self.width()
        letter = QFontInfo(self.font()).pixelSize()
        high = round(self.fontMetrics().height() * 2.6)
        self._down.setDefaultSectionSize(high)
        widest = min(round(letter * _WIDEST_ROW), round(self._room * _ROWS_SHARE))
        self._down.fit_rows(round(letter * _NARROWEST_ROW), widest, high)
        columns = max(self._cells.columnCount(), 1)
        bar = self.verticalScrollBar().sizeHint().width()
        room = (self._room - self._down.sizeHint().width() - bar) // columns
        least, most = round(letter * _NARROWEST), round(letter * _WIDEST)
        for share in _TITLE_SHARES:
            self._across.set_letters(_scaled(self.font(), share))
            word = max(self._across.longest_word(), least)
            if word <= room:
                break
        turned = word > most or least <= room < word
        self._across.setDefaultSectionSize(min(max(least if turned else word, room), most))
        self._across.fit(most=_TITLE_LINES, turned=turned)

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


def _scaled(font: QFont, share: float) -> QFont:
    scaled = QFont(font)
    scaled.setPixelSize(round(QFontInfo(font).pixelSize() * share))
    return scaled
