"""How a small card of the board is drawn: title, summary, counts, grade signs, and the star."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from briefer.briefing.model import Card, Kind
from briefer.desktop.board_model import BoardModel
from briefer.desktop.card_styles import ink
from briefer.desktop.glance_view import Style
from briefer.desktop.overrides import override
from briefer.views.board import CardFacts, Group

_MOST_KEPT = 4096  # texts in lines
_GAP = 5  # pixels around a card
_PAD = 11
_TOP = 4  # the kind's colour
_RADIUS = 7
_ICON = 14
_STAR = "mdi6.star"


class CardSize(IntEnum):
    """How much of a card is shown: the lines of its summary."""

    SMALL = 0
    MEDIUM = 2
    LARGE = 5

    @property
    def label(self) -> str:
        """Return the words that people read."""
        return f"{self.name.title()} cards"


class Fonts(NamedTuple):
    """The letters of a card."""

    body: QFont
    bold: QFont
    small: QFont


class BoardPainting(QStyledItemDelegate):
    """Draws cards from the values themselves."""

    def __init__(self, style: Style, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view, self._style, self._size = view, style, CardSize.MEDIUM
        self._fonts = _fonts(view.font())
        self._kinds: dict[str, Kind] = {}
        self._wrapped: dict[tuple[str, bool, int, int], tuple[str, ...]] = {}

    def set_look(self, style: Style, size: CardSize, font: QFont) -> None:
        """Take other colours and sizes."""
        self._style, self._size, self._fonts = style, size, _fonts(font)
        self._wrapped.clear()

    def set_kinds(self, kinds: tuple[Kind, ...]) -> None:
        """Learn the kinds of the cards to be drawn."""
        self._kinds = {kind.id: kind for kind in kinds}

    def card_height(self) -> int:
        """Return how high all cards are."""
        body, bold = QFontMetrics(self._fonts.body), QFontMetrics(self._fonts.bold)
        small = QFontMetrics(self._fonts.small).height()
        title = bold.height() * (1 if self._size is CardSize.SMALL else 2)
        summary = body.height() * self._size + (4 if self._size else 0)
        return title + summary + 2 * small + 2 * _PAD + 2 * _GAP + 10

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
        value = index.data(BoardModel.ValueRole)
        if value is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(value, Group):
            self._draw_heading(painter, option.rect, value)
        else:
            facts = index.data(BoardModel.FactsRole)
            picked = bool(index.data(BoardModel.PickedRole))
            rect = option.rect.adjusted(_GAP, _GAP, -_GAP, -_GAP)
            self._draw_paper(painter, rect, value, index)
            self._draw_card(painter, rect, value, facts, picked=picked)
        painter.restore()

    def _draw_heading(self, painter: QPainter, rect: QRect, group: Group) -> None:
        theme, kind = self._style.theme, self._kinds.get(group.kind)
        painter.setFont(self._fonts.bold)
        painter.setPen(QColor(ink(theme, kind.color) if kind else theme["text"]))
        words = f"{group.title}  {len(group.cards)}"
        flags = Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextSingleLine
        painter.drawText(rect.adjusted(_GAP + 2, 0, 0, -4), int(flags), words)

    def _draw_paper(
        self,
        painter: QPainter,
        rect: QRect,
        card: Card,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme, view = self._style.theme, self._view
        selected = view.selectionModel().isSelected(index)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(rect), _RADIUS, _RADIUS)
        painter.fillPath(outline, QColor(theme["selection" if selected else "card"]))
        painter.save()
        painter.setClipPath(outline)
        color = theme.kind_color(self._kinds[card.kind].color)
        painter.fillRect(rect.left(), rect.top(), rect.width(), _TOP, QColor(color))
        painter.restore()
        current = index == view.currentIndex()
        role = "accent" if current or selected else "border"
        painter.setPen(QPen(QColor(theme[role]), 2.4 if current else 1))
        painter.drawPath(outline)

    def _draw_card(
        self, painter: QPainter, rect: QRect, card: Card, facts: CardFacts, *, picked: bool
    ) -> None:
        theme, fonts = self._style.theme, self._fonts
        left, width = rect.left() + _PAD, rect.width() - 2 * _PAD
        top = rect.top() + _TOP + _PAD - 4
        top = self._draw_kind(painter, left, top, width, card, picked=picked)
        titles = 1 if self._size is CardSize.SMALL else 2
        painter.setPen(QColor(theme["text"]))
        top = self._draw_lines(painter, fonts.bold, card.title, (left, top, width), titles)
        if self._size:
            painter.setPen(QColor(theme["muted"]))
            where = (left, top + 4, width)
            self._draw_lines(painter, fonts.body, card.summary, where, int(self._size))
        foot = QRect(left, rect.bottom() - _PAD - 12, width, 18)
        self._draw_foot(painter, foot, facts)

    def _draw_kind(
        self, painter: QPainter, left: int, top: int, width: int, card: Card, *, picked: bool
    ) -> int:
        """Draw the kind's icon and word, and the star; return where the title begins."""
        kind, theme = self._kinds[card.kind], self._style.theme
        color = ink(theme, kind.color)
        icon = self._style.icons.pixmap(kind.icon, color, _ICON)
        height = QFontMetrics(self._fonts.small).height()
        shift = 0
        if not icon.isNull():
            painter.drawPixmap(left, top + (height - _ICON) // 2, icon)
            shift = _ICON + 5
        painter.setFont(self._fonts.small)
        painter.setPen(QColor(color))
        status = card.field("status")
        words = f"{kind.singular} · {status}" if status else kind.singular
        room = QRect(left + shift, top, width - shift - (_ICON + 4 if picked else 0), height)
        shown = QFontMetrics(self._fonts.small).elidedText(
            words, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
        if picked:
            star = self._style.icons.pixmap(_STAR, theme["accent"], _ICON)
            painter.drawPixmap(left + width - _ICON, top + (height - _ICON) // 2, star)
        return top + height + 2

    def _draw_lines(
        self, painter: QPainter, font: QFont, words: str, where: tuple[int, int, int], most: int
    ) -> int:
        left, top, width = where
        metrics = QFontMetrics(font)
        painter.setFont(font)
        for line in self._lines(words, font, metrics, width, most):
            room = QRect(left, top, width, metrics.height())
            painter.drawText(room, int(Qt.TextFlag.TextSingleLine), line)
            top += metrics.height()
        return top

    def _lines(
        self, words: str, font: QFont, metrics: QFontMetrics, width: int, most: int
    ) -> tuple[str, ...]:
        """Return words in lines, kept for the next paint."""
        key = (words, font is self._fonts.bold, width, most)
        found = self._wrapped.get(key)
        if found is None:
            if len(self._wrapped) >= _MOST_KEPT:
                self._wrapped.clear()
            found = self._wrapped[key] = _lines(words, metrics, width, most)
        return found

    def _draw_foot(self, painter: QPainter, foot: QRect, facts: CardFacts) -> None:
        theme = self._style.theme
        parts = [(f"⇄ {facts.relations}", "muted"), (f"“” {facts.quotations}", "muted")]
        if facts.to_fix:
            parts.append((f"≠ {facts.to_fix} to fix", "bad"))
        elif facts.quotations:
            parts.append(("✓", "good"))
        if facts.disputed:
            parts.append(("≠ disputed", "bad"))
        painter.setFont(self._fonts.small)
        metrics = QFontMetrics(self._fonts.small)
        left = foot.left()
        for words, role in parts:
            painter.setPen(QColor(theme[role]))
            width = metrics.horizontalAdvance(words)
            room = QRect(left, foot.top(), width + 2, foot.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
            left += width + 14


def _fonts(font: QFont) -> Fonts:
    bold, small = QFont(font), QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    small.setPixelSize(max(8, round(font.pixelSize() * 0.88))) if font.pixelSize() > 0 else None
    return Fonts(font, bold, small)


def _lines(words: str, metrics: QFontMetrics, width: int, most: int) -> tuple[str, ...]:
    """Return words as at most so many lines, the last with an ellipsis where they go on."""
    left = words.split()
    lines: list[str] = []
    while left and len(lines) < most:
        if len(lines) == most - 1:
            rest = " ".join(left)[:400]
            lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        line = left.pop(0)
        while left and metrics.horizontalAdvance(f"{line} {left[0]}") <= width:
            line = f"{line} {left.pop(0)}"
        if metrics.horizontalAdvance(line) > width:  # one endless word
            line = metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)
        lines.append(line)
    return tuple(lines)
