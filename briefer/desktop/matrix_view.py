"""The matrix: one kind by another, with the passages behind every meeting."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QMimeData, QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from briefer.briefing.model import Briefing
from briefer.desktop.arrange_menu import ArrangeMenu
from briefer.desktop.glance_view import GlanceView, Material, Style
from briefer.desktop.matrix_grid import MatrixGrid
from briefer.desktop.passage_list import CitingCard, PassageList
from briefer.desktop.quotations_panel import QuotationsPanel
from briefer.desktop.value_combo import ValueCombo
from briefer.desktop.view_head import ViewHead, menu_tool, tool
from briefer.language import in_sentence, tr
from briefer.views.matrix import Cell, Matrix, MatrixChoice, chosen_matrix
from briefer.views.matrix_table import as_html, sources_words, tabbed

_HINT = tr(
    "Each mark names the paragraphs behind it. Striped: one source only, or disputed. "
    "Enter lists the cards."
)
_NONE = tr("No cards here are tied to cards of another kind.")


class MatrixView(GlanceView):
    """A table of two kinds, and below it the quotations of the cell that is pointed at."""

    print_wanted = Signal(object)  # MatrixChoice
    choice_changed = Signal(object)  # MatrixChoice, by the reader

    def __init__(
        self, style: Style, choice: MatrixChoice | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(style, parent)
        self.setAccessibleName(tr("Matrix"))
        self._material: Material | None = None
        self._choice = choice or MatrixChoice()
        self._shown: Cell | None = None
        self._kinds: tuple[ValueCombo[str], ...] = ()
        self._head = ViewHead(self)
        self._grid = MatrixGrid(style, self)
        self._panel = QuotationsPanel(style, self)
        self._soon = QTimer(self, singleShot=True, interval=0)  # while the mouse passes over many
        self._soon.timeout.connect(self._show_quotations)
        self._controls = self._new_controls()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._grid)
        self.set_style(style)

    def show_material(self, material: Material) -> None:
        """Show the matrix of these cards."""
        is_other = self._material is None or self._material.briefing is not material.briefing
        self._material = material
        if is_other:
            self._offer_kinds(material.briefing)
        self._show_matrix()

    def select_card(self, card_id: str) -> None:
        """Go to the row or the column of a card."""
        self._grid.select_card(card_id)

    def set_style(self, style: Style) -> None:
        """Take other colours and sizes."""
        super().set_style(style)
        self._grid.set_style(style)
        self._panel.set_style(style)

    def copy(self) -> None:
        """Copy the table, for a spreadsheet and for a document."""
        matrix = self._grid.matrix
        if matrix is None:
            return
        data = QMimeData()
        data.setText(tabbed(matrix))
        data.setHtml(as_html(matrix))
        QGuiApplication.clipboard().setMimeData(data)
        self.said.emit(tr("Copied as a table: {title}", title=matrix.title))

    def _new_controls(self) -> tuple[QWidget, ...]:
        menu = ArrangeMenu(self._choice, self)
        menu.choice_changed.connect(self._rearrange)
        arrange = menu_tool(
            tr("Arrange"), tr("Sort rows and columns, and hide empty ones"), menu, self
        )
        copy = tool(
            tr("Copy"), tr("Copy the table, to be pasted into a spreadsheet (Ctrl+C)"), self
        )
        copy.clicked.connect(self.copy)
        printing = tool(tr("Print…"), tr("Print this matrix, or save it as a PDF"), self)
        printing.clicked.connect(self._ask_to_print)
        return arrange, copy, printing

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._head)
        column.addWidget(self._grid, 1)
        column.addWidget(self._panel)
        self._by = QLabel(tr("by"), self)
        self._by.setObjectName("muted")

    def _connect(self) -> None:
        grid, panel = self._grid, self._panel
        grid.cell_shown.connect(self._point_at)
        grid.row_reached.connect(self.card_selected)
        grid.header_opened.connect(self.card_opened)
        grid.cell_entered.connect(self._list_cards)
        grid.copy_wanted.connect(self.copy)
        panel.card_chosen.connect(self.card_opened)
        panel.passage_chosen.connect(self.passage_chosen)

    def _offer_kinds(self, briefing: Briefing) -> None:
        for old in (*self._kinds, *((self._by,) if self._kinds else ()), *self._controls):
            old.setParent(None)
        rows = tuple((kind.id, kind.heading) for kind in briefing.kinds)
        self._kinds = tuple(self._kind_combo(rows, words) for words in (tr("Rows"), tr("Columns")))
        down, across = self._kinds
        self._head.add(down, self._by, across, *self._controls)
        known = {kind.id for kind in briefing.kinds}
        if not {self._choice.rows, self._choice.columns} <= known:
            self._choice = replace(self._choice, rows="", columns="")

    def _kind_combo(self, rows: tuple[tuple[str, str], ...], words: str) -> ValueCombo[str]:
        combo = ValueCombo(rows, "", self)
        combo.setAccessibleName(words)
        combo.setMinimumContentsLength(8)
        combo.activated.connect(lambda _: self._choose_kind(combo))
        return combo

    def _choose_kind(self, combo: ValueCombo[str]) -> None:
        """Take the kinds of the boxes; one chosen for both goes to the box that had the other."""
        matrix = self._grid.matrix
        down, across = self._kinds
        rows, columns = down.value, across.value
        if rows == columns and matrix is not None:
            rows, columns = matrix.column_kind.id, matrix.row_kind.id
            if combo is down and rows != down.value:
                rows, columns = down.value, matrix.row_kind.id
        self._rearrange(replace(self._choice, rows=rows, columns=columns))

    def _rearrange(self, choice: MatrixChoice) -> None:
        kinds = (self._choice.rows, self._choice.columns)
        if not choice.rows:
            choice = replace(choice, rows=kinds[0], columns=kinds[1])
        self._choice = choice
        self._show_matrix()
        self.choice_changed.emit(choice)

    def _show_matrix(self) -> None:
        if self._material is None:
            return
        made = self._material
        matrix = chosen_matrix(made.briefing, made.citings, made.cards, self._choice)
        self._grid.show_matrix(matrix, self._empty_words(matrix))
        self._head.show_words(matrix.title if matrix else tr("Matrix"), _HINT)
        self._grid.setAccessibleName(matrix.title if matrix else tr("Matrix"))
        self._grid.setAccessibleDescription(_HINT)
        for combo, kind in zip(self._kinds, _pair(matrix), strict=True):
            with QSignalBlocker(combo):
                combo.choose(kind)
        self._shown = self._grid.current_cell()
        self._show_quotations()

    def _empty_words(self, matrix: Matrix | None) -> str:
        if matrix is None:
            return _NONE
        if matrix.cells and matrix.rows:
            return ""
        if matrix.cells:
            return _NONE
        rows, columns = in_sentence(matrix.row_kind.heading), matrix.column_kind.heading
        return tr(
            "No {rows} here are tied to any {columns}.", rows=rows, columns=in_sentence(columns)
        )

    def _point_at(self, cell: Cell | None) -> None:
        self._shown = cell or self._grid.current_cell()
        self._soon.start()

    def _show_quotations(self) -> None:
        made, cell, matrix = self._material, self._shown, self._grid.matrix
        self._panel.setVisible(matrix is not None)
        if made is None or matrix is None:
            return
        color = matrix.row_kind.color
        if cell is None:
            words = tr("Point at a mark to read the quotations behind it")
            self._panel.show_quotations(made.briefing, words, (), color)
            return
        row, column = made.briefing.card(cell.row), made.briefing.card(cell.column)
        words = " · ".join(filter(None, (f"{row.title} – {column.title}", sources_words(cell))))
        self._panel.show_quotations(made.briefing, words, cell.citings, color)

    def _list_cards(self, cell: Cell) -> None:
        """List the two cards and those of the sources behind them, to open one."""
        made = self._material
        assert made is not None
        by_id = made.briefing.names.by_id
        sources = [source for source in cell.sources if source in by_id]
        rows = [
            (cell.row, tr("row")),
            (cell.column, tr("column")),
            *((s, tr("says so")) for s in sources),
        ]
        cards = {by_id[card]: words for card, words in reversed(rows)}
        listed = tuple(
            CitingCard(card.id, card.title, made.briefing.kind(card.kind).singular, (words,))
            for card, words in reversed(cards.items())
        )
        popup = PassageList(self)
        popup.setAccessibleName(tr("Cards of this cell"))
        popup.card_chosen.connect(self.card_opened)
        popup.aboutToHide.connect(popup.deleteLater)
        rect = self._grid.visualRect(self._grid.currentIndex())
        popup.show_cards(listed, self._grid.viewport().mapToGlobal(rect.bottomLeft()))

    def _ask_to_print(self) -> None:
        rows, columns = _pair(self._grid.matrix)
        self.print_wanted.emit(replace(self._choice, rows=rows, columns=columns))


def _pair(matrix: Matrix | None) -> tuple[str, str]:
    return (matrix.row_kind.id, matrix.column_kind.id) if matrix else ("", "")
