"""How a row of the navigator is drawn: a kind with its icon and count, or a card's title."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from briefer.briefing.model import Card
from briefer.desktop.icon_source import IconSource
from briefer.desktop.navigator_model import KindRow, NavigatorModel
from briefer.desktop.overrides import override
from briefer.desktop.theme import Theme

_ICON = 16
_STAR = "mdi6.star"
_NOTE = "mdi6.note-text-outline"
_UNREAD = "unread"
_DOT = 5  # pixels
_EDGE = 8  # pixels between the pane's edge and a row's ground
_LEFT = 14  # where icons begin
_WORDS = 38  # where words begin
_ROOM = 12  # added to the height of a line


class RowState(NamedTuple):
    """How a row stands: the option's state tells it too, but that makes 600 names, 15 ms."""

    selected: bool
    hovered: bool
    focused: bool


class NavigatorPainting(QStyledItemDelegate):
    """Draws rows from the values themselves, in the colours of a theme."""

    def __init__(self, theme: Theme, icons: IconSource, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._icons, self._view = theme, icons, view

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; the view repaints."""
        self._theme = theme

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, option.fontMetrics.height() + _ROOM)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = self._state(option.rect, index)
        self._draw_ground(painter, option.rect, state)
        value = index.data(NavigatorModel.ValueRole)
        if isinstance(value, Card):
            room = self._draw_signs(painter, option, index, state)
            self._draw_card(painter, option, value, state, room=room)
        else:
            self._draw_kind(painter, option, value)
        painter.restore()

    def _state(self, row: QRect, index: QModelIndex | QPersistentModelIndex) -> RowState:
        view, ground = self._view, self._view.viewport()
        selected = view.selectionModel().isSelected(index)
        hovered = ground.underMouse() and row.contains(ground.mapFromGlobal(QCursor.pos()))
        return RowState(selected, hovered, view.hasFocus() and index == view.currentIndex())

    def _draw_ground(self, painter: QPainter, row: QRect, state: RowState) -> None:
        if not any(state):
            return
        role = "selection" if state.selected else "hover"
        painter.setBrush(QColor(self._theme[role]))
        ring = "accent" if self._theme["accent"] != self._theme[role] else "text"
        edge = QPen(QColor(self._theme[ring]), 2) if state.focused else QPen(Qt.PenStyle.NoPen)
        painter.setPen(edge)
        painter.drawRoundedRect(row.adjusted(_EDGE, 1, -_EDGE, -1), 6, 6)

    def _draw_card(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        card: Card,
        state: RowState,
        *,
        room: int,
    ) -> None:
        weight = QFont.Weight.DemiBold if state.selected else QFont.Weight.Normal
        font = _weighted(option.font, weight)
        color = self._theme["selected_text" if state.selected else "text"]
        rect = option.rect.adjusted(_WORDS, 0, -_EDGE - 6 - room, 0)
        _draw_words(painter, rect, card.title, font, color)

    def _draw_signs(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        state: RowState,
    ) -> int:
        """Draw what is the reader's own about a card; return the room taken at the right."""
        row, room = option.rect, 0
        if index.data(NavigatorModel.PickedRole):
            self._draw_icon(painter, row, _STAR, _LEFT)
        if index.data(NavigatorModel.NotedRole):
            room += _ICON + 6
            self._draw_icon(painter, row, _NOTE, row.right() - _EDGE - room)
        if news := str(index.data(NavigatorModel.NewsRole) or ""):
            room += 6
            at = row.adjusted(0, 0, -_EDGE - room, 0)
            room += self._draw_news(painter, option, news, at, selected=state.selected)
        return room

    def _draw_news(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        news: str,
        at: QRect,
        *,
        selected: bool,
    ) -> int:
        """Draw a word at the right edge, or a dot for what is only unread; return its width."""
        ink = QColor(self._theme["selected_text" if selected else "accent"])
        if news == _UNREAD:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(at.right() - _DOT, at.center().y() - _DOT // 2 + 1, _DOT, _DOT)
            return _DOT + 6
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(at, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, news)
        return QFontMetrics(font).horizontalAdvance(news) + 8

    def _draw_icon(self, painter: QPainter, row: QRect, name: str, left: int) -> None:
        icon = self._icons.pixmap(name, self._theme["accent"], _ICON)
        if not icon.isNull():
            painter.drawPixmap(left, row.center().y() - _ICON // 2 + 1, icon)

    def _draw_kind(self, painter: QPainter, option: QStyleOptionViewItem, row: KindRow) -> None:
        rect = option.rect
        icon = self._icons.pixmap(row.kind.icon, self._theme.kind_color(row.kind.color), _ICON)
        if not icon.isNull():
            painter.drawPixmap(_LEFT, rect.center().y() - _ICON // 2 + 1, icon)
        count = str(len(row.cards))
        width = option.fontMetrics.horizontalAdvance(count) + 12
        words = rect.adjusted(_WORDS, 0, -_EDGE - 6 - width, 0)
        bold = _weighted(option.font, QFont.Weight.DemiBold)
        _draw_words(painter, words, row.kind.heading, bold, self._theme["text"])
        painter.setFont(option.font)
        painter.setPen(QColor(self._theme["muted"]))
        right = rect.adjusted(0, 0, -_EDGE - 6, 0)
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)


def _weighted(font: QFont, weight: QFont.Weight) -> QFont:
    changed = QFont(font)
    changed.setWeight(weight)
    return changed


def _draw_words(painter: QPainter, rect: QRect, words: str, font: QFont, color: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(color))
    line = words.replace("\n", " ")
    shown = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, rect.width())
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(rect, int(flags), shown)
