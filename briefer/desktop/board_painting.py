"""How a small card of the board is drawn: title and summary over pictures of all the rest."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefer.briefing.model import Kind
from briefer.desktop.board_model import BoardModel, SmallCard
from briefer.desktop.board_pictures import EDGE, GAP, BoardPictures, Ground, KindLine
from briefer.desktop.broken_lines import BrokenLines
from briefer.desktop.fonts import bold
from briefer.desktop.glance_view import Style
from briefer.desktop.kind_inks import KindInks
from briefer.desktop.overrides import override
from briefer.language import tr
from briefer.views.board import Group

_PAD = 11  # pixels between a card's edge and its words
_INSET = GAP + _PAD
_TOP = GAP + EDGE + _PAD - 4
_SELECTED = QStyle.StateFlag.State_Selected
_HEADING = int(Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextSingleLine)


class CardSize(IntEnum):
    """How much of a card is shown: the lines of its summary."""

    SMALL = 0
    MEDIUM = 2
    LARGE = 5

    @property
    def label(self) -> str:
        """Return the words that people read."""
        return _LABELS[self]


_LABELS = {
    CardSize.SMALL: tr("Small cards"),
    CardSize.MEDIUM: tr("Medium cards"),
    CardSize.LARGE: tr("Large cards"),
}


class BoardPainting(QStyledItemDelegate):
    """Draws cards from the values themselves.

    Ten thousand cards scroll at sixty frames a second: what is drawn for one card alone is its
    title and its summary, each at one stroke, and nothing is made for it that could be kept.
    """

    def __init__(self, style: Style, model: BoardModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view, self._cards = view, model
        self._kinds: dict[str, Kind] = {}
        self.set_look(style, CardSize.MEDIUM, view.font())

    def set_look(self, style: Style, size: CardSize, font: QFont) -> None:
        """Take other colours and sizes."""
        self._style, self._size = style, size
        small = QFont(font)
        if font.pixelSize() > 0:
            small.setPixelSize(max(8, round(font.pixelSize() * 0.88)))
        self._pictures = BoardPictures(style, small)
        self._body, self._bold = font, bold(font)
        self._titles, self._summaries = BrokenLines(self._bold), BrokenLines(self._body)
        self._title_line = QFontMetrics(self._bold).lineSpacing()
        self._body_line = QFontMetrics(self._body).lineSpacing()
        self._title_pens, self._body_pens = (
            tuple(QPen(QColor(self._pictures.ink(role, selected=on))) for on in (False, True))
            for role in ("text", "muted")
        )

    def set_kinds(self, kinds: tuple[Kind, ...]) -> None:
        """Learn the kinds of the cards to be drawn."""
        self._kinds = {kind.id: kind for kind in kinds}

    def card_height(self) -> int:
        """Return how high all cards are."""
        title = self._title_line * self._most_titles()
        summary = self._body_line * self._size + (4 if self._size else 0)
        return title + summary + 2 * self._pictures.line + 2 * _PAD + 2 * GAP + 10

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, self.card_height())

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        shown = self._cards.shown_at(index.row(), index.column())
        if isinstance(shown, SmallCard):
            is_current = index == self._view.currentIndex()
            is_selected = bool(option.state & _SELECTED)
            self._draw_card(painter, option.rect, shown, is_selected, is_current)
        elif shown is not None:
            self._draw_heading(painter, option.rect, shown)

    def _draw_heading(self, painter: QPainter, rect: QRect, group: Group) -> None:
        theme, kind = self._style.theme, self._kinds.get(group.kind)
        color = KindInks(theme).ink(kind.color) if kind else theme["text"]
        painter.setFont(self._bold)
        painter.setPen(QColor(color))
        room = rect.adjusted(GAP + 2, 0, 0, -4)
        painter.drawText(room, _HEADING, f"{group.title}  {len(group.cards)}")

    def _draw_card(
        self, painter: QPainter, rect: QRect, shown: SmallCard, selected: bool, current: bool
    ) -> None:
        pictures, ratio = self._pictures, self._view.devicePixelRatioF()
        x, y, width, height = rect.x(), rect.y(), rect.width(), rect.height()
        left, top, inner = x + _INSET, y + _TOP, width - 2 * _INSET
        card, kind = shown.card, self._kinds[shown.card.kind]
        ground = Ground(width, height, kind, selected, current)
        painter.drawPixmap(x, y, pictures.ground(ground, ratio))
        line = KindLine(inner, kind, card.field("status"), selected, shown.picked)
        painter.drawPixmap(left, top, pictures.kind_line(line, ratio))
        top += pictures.line + 2
        title = self._titles.broken(card.title, inner, self._most_titles())
        painter.setFont(self._bold)
        painter.setPen(self._title_pens[selected])
        painter.drawText(QRect(left, top, inner, height), 0, title.words)
        if self._size:
            top += title.number * self._title_line + 4
            summary = self._summaries.broken(card.summary, inner, self._size)
            painter.setFont(self._body)
            painter.setPen(self._body_pens[selected])
            painter.drawText(QRect(left, top, inner, height), 0, summary.words)
        counts = pictures.counts(shown.facts, inner, ratio, selected=selected)
        painter.drawPixmap(left, y + height - GAP - _PAD - pictures.line + 3, counts)

    def _most_titles(self) -> int:
        return 2 if self._size else 1
