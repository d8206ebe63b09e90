"""How a small card of the board is drawn: title, summary, counts, grade signs, and the star."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from briefer.briefing.model import Card, Kind
from briefer.desktop.board_model import BoardModel
from briefer.desktop.fonts import bold
from briefer.desktop.glance_view import Style
from briefer.desktop.kind_inks import KindInks
from briefer.desktop.overrides import override
from briefer.language import tr
from briefer.views.board import CardFacts, Group

_MOST_KEPT = 4096  # texts in lines
_MOST_PAPERS = 64
_MOST_SIGNS = 400  # of a text: no card shows more
_GAP = 5  # pixels around a card
_CORNER = QPoint(_GAP, _GAP)
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
        return _SIZES[self]


_SIZES = {
    CardSize.SMALL: tr("Small cards"),
    CardSize.MEDIUM: tr("Medium cards"),
    CardSize.LARGE: tr("Large cards"),
}


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
        self._inks = KindInks(style.theme)
        self._color: Callable[[str], str] = str  # of words on the card that is drawn
        self._papers: dict[object, QPixmap] = {}
        self._widths: dict[bool, dict[str, int]] = {False: {}, True: {}}
        self._wrapped: dict[tuple[str, bool, int, int], tuple[str, ...]] = {}

    def set_look(self, style: Style, size: CardSize, font: QFont) -> None:
        """Take other colours and sizes."""
        self._style, self._size, self._fonts = style, size, _fonts(font)
        self._wrapped.clear()
        self._inks = KindInks(style.theme)
        self._papers.clear()
        self._widths = {False: {}, True: {}}

    def set_kinds(self, kinds: tuple[Kind, ...]) -> None:
        """Learn the kinds of the cards to be drawn."""
        self._kinds = {kind.id: kind for kind in kinds}

    def card_height(self) -> int:
        """Return how high all cards are."""
        body, heavy = QFontMetrics(self._fonts.body), QFontMetrics(self._fonts.bold)
        small = QFontMetrics(self._fonts.small).height()
        title = heavy.height() * (1 if self._size is CardSize.SMALL else 2)
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
            selected = self._view.selectionModel().isSelected(index)
            self._draw_paper(painter, rect, value, selected, index == self._view.currentIndex())
            self._color = self._inks.chosen if selected else str
            self._draw_card(painter, rect, value, facts, picked=picked)
        painter.restore()

    def _draw_heading(self, painter: QPainter, rect: QRect, group: Group) -> None:
        theme, kind = self._style.theme, self._kinds.get(group.kind)
        painter.setFont(self._fonts.bold)
        painter.setPen(QColor(self._inks.ink(kind.color) if kind else theme["text"]))
        words = f"{group.title}  {len(group.cards)}"
        flags = Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextSingleLine
        painter.drawText(rect.adjusted(_GAP + 2, 0, 0, -4), int(flags), words)

    def _draw_paper(
        self,
        painter: QPainter,
        rect: QRect,
        card: Card,
        selected: bool,
        current: bool,
    ) -> None:
        color = self._inks.color(self._kinds[card.kind].color)
        look = (rect.size().toTuple(), color, selected, current)
        paper = self._papers.get(look)
        if paper is None:
            if len(self._papers) >= _MOST_PAPERS:
                self._papers.clear()
            paper = self._papers[look] = self._paper(rect.size(), *look[1:])
        painter.drawPixmap(rect.topLeft() - _CORNER, paper)

    def _paper(self, size: QSize, color: str, selected: bool, current: bool) -> QPixmap:
        """Return the ground of a card: drawing a picture takes a tenth of drawing paths."""
        theme, ratio = self._style.theme, self._view.devicePixelRatioF()
        paper = QPixmap((size + QSize(2 * _GAP, 2 * _GAP)) * ratio)
        paper.setDevicePixelRatio(ratio)
        paper.fill(Qt.GlobalColor.transparent)
        rect = QRectF(_GAP, _GAP, size.width(), size.height())
        painter = QPainter(paper)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(rect, _RADIUS, _RADIUS)
        painter.fillPath(outline, QColor(theme["selection" if selected else "card"]))
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), _TOP), QColor(color))
        painter.restore()
        role = "accent" if current or selected else "border"
        painter.setPen(QPen(QColor(theme[role]), 2.4 if current else 1))
        painter.drawPath(outline)
        painter.end()
        return paper

    def _draw_card(
        self, painter: QPainter, rect: QRect, card: Card, facts: CardFacts, *, picked: bool
    ) -> None:
        theme, fonts = self._style.theme, self._fonts
        left, width = rect.left() + _PAD, rect.width() - 2 * _PAD
        top = rect.top() + _TOP + _PAD - 4
        top = self._draw_kind(painter, left, top, width, card, picked=picked)
        titles = 1 if self._size is CardSize.SMALL else 2
        painter.setPen(QColor(self._color(theme["text"])))
        top = self._draw_lines(painter, fonts.bold, card.title, (left, top, width), titles)
        if self._size:
            painter.setPen(QColor(self._color(theme["muted"])))
            where = (left, top + 4, width)
            self._draw_lines(painter, fonts.body, card.summary, where, int(self._size))
        foot = QRect(left, rect.bottom() - _PAD - 12, width, 18)
        self._draw_foot(painter, foot, facts)

    def _draw_kind(
        self, painter: QPainter, left: int, top: int, width: int, card: Card, *, picked: bool
    ) -> int:
        """Draw the kind's icon and word, and the star; return where the title begins."""
        kind, theme = self._kinds[card.kind], self._style.theme
        color = self._color(self._inks.ink(kind.color))
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
            star = self._style.icons.pixmap(_STAR, self._color(theme["accent"]), _ICON)
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
            widths = self._widths[font is self._fonts.bold]
            found = self._wrapped[key] = _lines(words, metrics, widths, width, most)
        return found

    def _draw_foot(self, painter: QPainter, foot: QRect, facts: CardFacts) -> None:
        theme = self._style.theme
        parts = [(f"⇄ {facts.relations}", "muted"), (f"“” {facts.quotations}", "muted")]
        if facts.to_fix:
            parts.append((tr("≠ {to_fix} to fix", to_fix=facts.to_fix), "bad"))
        elif facts.quotations:
            parts.append(("✓", "good"))
        if facts.disputed:
            parts.append((tr("≠ disputed"), "bad"))
        painter.setFont(self._fonts.small)
        metrics = QFontMetrics(self._fonts.small)
        left = foot.left()
        for words, role in parts:
            painter.setPen(QColor(self._color(theme[role])))
            width = metrics.horizontalAdvance(words)
            room = QRect(left, foot.top(), width + 2, foot.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
            left += width + 14


def _fonts(font: QFont) -> Fonts:
    small = QFont(font)
    small.setPixelSize(max(8, round(font.pixelSize() * 0.88))) if font.pixelSize() > 0 else None
    return Fonts(font, bold(font), small)


def _lines(
    words: str, metrics: QFontMetrics, widths: dict[str, int], width: int, most: int
) -> tuple[str, ...]:
    """Return words as at most so many lines, the last with an ellipsis where they go on.

    `widths` keeps what words have been measured before.
    """
    left = words[:_MOST_SIGNS].split()
    lines: list[str] = []
    at = 0
    while at < len(left) and len(lines) < most:
        if len(lines) == most - 1:
            rest = " ".join(left[at:])
            lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        end, room = at + 1, width - _width(left[at], metrics, widths)
        while end < len(left):
            room -= _width(left[end], metrics, widths) + _width(" ", metrics, widths)
            if room < 0:
                break
            end += 1
        line = " ".join(left[at:end])
        if end == at + 1 and _width(line, metrics, widths) > width:  # one endless word
            line = metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)
        lines.append(line)
        at = end
    return tuple(lines)


def _width(word: str, metrics: QFontMetrics, widths: dict[str, int]) -> int:
    found = widths.get(word)
    if found is None:
        found = widths[word] = metrics.horizontalAdvance(word)
    return found
