"""The table of the evidence: sentences down, kinds across; chips are clicked, cells walked."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from briefer.briefing.model import Briefing, Span
from briefer.desktop.card_styles import ink
from briefer.desktop.evidence_model import EvidenceModel
from briefer.desktop.evidence_painting import EvidencePainting
from briefer.desktop.glance_view import Style
from briefer.desktop.kind_header import KindHeader
from briefer.desktop.overrides import override
from briefer.views.evidence_map import EvidenceRow

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TEXT_SHARE = 0.42  # of the width
_NARROWEST, _GOOD = 104, 136  # pixels of a kind's column
_MEASURED = 600  # sentences; the height of more is reckoned, not measured


class EvidenceTable(QTableView):
    """Shows sentences with the cards that cite them; says what the reader chooses."""

    card_chosen = Signal(str)  # its chip was clicked
    card_opened = Signal(str)  # its chip was clicked twice
    uses_entered = Signal(object)  # the Uses of the cell that Enter was pressed on
    sentence_entered = Signal(object)  # Span of the sentence: Enter or a double click

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._cells = EvidenceModel(self)
        self._painting = EvidencePainting(style.theme, self.font())
        self._heads = KindHeader(Qt.Orientation.Horizontal, style.theme, self)
        self._numbers = KindHeader(Qt.Orientation.Vertical, style.theme, self)
        self.setHorizontalHeader(self._heads)
        self.setVerticalHeader(self._numbers)
        self.setModel(self._cells)
        self._room = 0  # the width that columns and rows were made for
        self._card, self._was_seen = "", False  # the marked card; whether the page ever was
        self._none = ""  # what is said where there are no rows
        self._set_look()

    def show_rows(
        self, briefing: Briefing, letter: str, rows: tuple[EvidenceRow, ...], none: str = ""
    ) -> None:
        """Show sentences, or say why there are none; the place stays where it was."""
        self._none = none
        row, top = self.currentIndex().row(), self.verticalScrollBar().value()
        self._cells.show_rows(briefing, letter, rows)
        self._share_room()
        if rows:
            self.setCurrentIndex(self._cells.index(min(max(row, 0), len(rows) - 1), 0))
        self.verticalScrollBar().setValue(top)

    def set_style(self, style: Style) -> None:
        """Take other colours and sizes."""
        self._style = style
        letters = QFont(QApplication.font())
        letters.setPixelSize(round(QFontInfo(letters).pixelSize() * style.zoom / 100))
        self.setFont(letters)
        for header in (self._heads, self._numbers):
            header.set_letters(letters)
        self._painting.set_look(style.theme, letters)
        self._share_room()
        self.viewport().update()

    def select_card(self, card_id: str) -> None:
        """Mark a card wherever it cites, and bring the first such sentence into view."""
        self._card = card_id
        self._painting.mark_card(card_id)
        rows = self._cells.rows
        at = next((n for n, row in enumerate(rows) if any(u.card == card_id for u in row.uses)), -1)
        if at >= 0 and not self._is_seen(card_id):
            across = self.horizontalScrollBar().value()  # Qt would centre the column too
            self.scrollTo(self._cells.index(at, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
            self.horizontalScrollBar().setValue(across)
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._enter()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if card := self._card_under(event):
            self.card_chosen.emit(card)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if card := self._card_under(event):
            self.card_opened.emit(card)
        else:
            self._enter()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Bring the marked card into view again: at first the room was not known yet."""
        super().showEvent(event)
        if not self._was_seen:
            self._was_seen = True
            self.select_card(self._card)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.width() != self._room:
            self._share_room()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page at once, from pictures of what is on it."""
        painter = QPainter(self.viewport())
        self._paint_page(painter, event.rect())
        if not self._cells.rows:
            painter.setPen(QColor(self._style.theme["muted"]))
            painter.drawText(self.viewport().rect(), int(Qt.AlignmentFlag.AlignCenter), self._none)
        if self.hasFocus() and (current := self.currentIndex()).isValid():
            self._painting.draw_ring(painter, self.visualRect(current))
        painter.end()

    def draw_ahead(self) -> None:
        """Have the pictures of what is on the page ready, before it is seen."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.viewport().size() * ratio)
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        self._paint_page(painter, self.viewport().rect())
        painter.end()

    def _paint_page(self, painter: QPainter, page: QRect) -> None:
        painting, cells = self._painting, self._cells
        columns = self._heads.on_page(page.left(), page.right())
        rows = self._numbers.on_page(page.top(), page.bottom())
        painting.draw_grounds(painter, page, columns, rows)
        for row in rows:
            for column in columns:
                rect = QRect(column.start, row.start, column.length, row.length)
                if column.number == 0:
                    painting.draw_sentence(painter, rect, cells.rows[row.number])
                elif uses := cells.uses_of(row.number, column.number):
                    color = cells.kinds[column.number - 1].color
                    painting.draw_uses(painter, rect, uses, cells.title_of, color)

    def _set_look(self) -> None:
        self.setObjectName("matrix")
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for set_mode in (self.setHorizontalScrollMode, self.setVerticalScrollMode):
            set_mode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _share_room(self) -> None:
        """Give sentences their share of the width, kinds the rest, and rows their height."""
        self._room = self.width()
        kinds, theme, letter = len(self._cells.kinds), self._style.theme, self.fontMetrics()
        inks = (ink(theme, kind.color) for kind in self._cells.kinds)
        self._heads.set_colors(theme, theme["muted"], *inks)
        self._numbers.set_colors(theme, theme["muted"])
        line = letter.height()
        self._numbers.fit_rows(line * 3, line * 6, line + 4)
        bar = self.verticalScrollBar().sizeHint().width()
        room = self._room - self._numbers.sizeHint().width() - bar - 2
        text = max(min(round(room * _TEXT_SHARE), room - kinds * _GOOD), 300) if kinds else room
        self._heads.resizeSection(0, text)
        for column in range(1, kinds + 1):
            self._heads.resizeSection(column, max((room - text) // kinds, _NARROWEST))
        self._heads.fit(most=2)
        rows = self._cells.rows
        if len(rows) > _MEASURED:
            self._numbers.setDefaultSectionSize(line * 7)
            return
        for number, row in enumerate(rows):
            high = self._painting.height(row, self._cells.most_uses(number), text)
            self._numbers.resizeSection(number, high)

    def _is_seen(self, card_id: str) -> bool:
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        seen = self._cells.rows[max(first, 0) : last + 1 if last >= 0 else None]
        return any(use.card == card_id for row in seen for use in row.uses)

    def _card_under(self, event: QMouseEvent) -> str:
        point = event.position().toPoint()
        index = self.indexAt(point)
        uses = self._cells.uses_at(index)
        return self._painting.card_at(point, self.visualRect(index), uses)

    def _enter(self) -> None:
        index = self.currentIndex()
        if not index.isValid():
            return
        if uses := self._cells.uses_at(index):
            self.uses_entered.emit(uses)
        else:
            span: Span = self._cells.rows[index.row()].span
            self.sentence_entered.emit(span)
