"""How a row below the search box is drawn: plain words, the found ones marked."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)  # fmt: skip
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)  # fmt: skip
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefer.briefing.model import Span
from briefer.desktop.icon_source import IconSource
from briefer.desktop.offsets import Offsets
from briefer.desktop.overrides import override
from briefer.desktop.search_results_model import (
    CommandRow,
    ExampleRow,
    HeadingRow,
    HitRow,
    RecentRow,
    Row,
    SearchResultsModel,
)  # fmt: skip
from briefer.desktop.theme import Theme
from briefer.search.model import CardHit, Part

_ICON = 16
_EDGE = 6  # pixels between the list's edge and a row's ground
_LEFT = 16  # where icons begin
_WORDS = 42  # where words begin
_RIGHT = 18
_AIR = 7  # above and below the words of a row
_SNIPPET_LINES = 2
_TEXT_ICON = "mdi6.text-box-outline"
_RECENT_ICON = "mdi6.history"
_EXAMPLE_ICON = "mdi6.lightbulb-on-outline"
_COMMAND_ICON = "mdi6.chevron-right"
_PARTS = {Part.NOTES: "Speaker notes", Part.ALIASES: "Also known as", Part.FIELDS: "Fields"}


class SearchResultsPainting(QStyledItemDelegate):
    """Draws rows from the values themselves; nothing from a briefing is taken for rich text."""

    def __init__(self, theme: Theme, icons: IconSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self._font: QFont | None = None  # what the sizes below were measured for
        self._line = self._small_line = self._letter = 0

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; the view repaints."""
        self._theme = theme

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row = index.data(SearchResultsModel.ValueRole)
        return QSize(100, self.height(row, option.font, option.rect.width()))

    def height(self, row: Row, font: QFont, width: int) -> int:
        """Return a row's height in a list of this width; a snippet has two lines or fewer."""
        if self._font != font:
            self._font = QFont(font)
            self._line = QFontMetrics(font).height()
            small = QFontMetrics(_small(font))
            self._small_line, self._letter = small.height(), small.averageCharWidth()
        if isinstance(row, HeadingRow):
            return self._line + 16
        if not isinstance(row, HitRow):
            return self._line + 2 * _AIR
        words = len(row.hit.snippet.text) * self._letter
        lines = min(_SNIPPET_LINES, 1 + words // max(width - _WORDS - _RIGHT, 100)) if words else 0
        return self._line + lines * self._small_line + 2 * _AIR

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = index.data(SearchResultsModel.ValueRole)
        chosen = self._draw_ground(painter, option)
        match row:
            case HeadingRow():
                self._draw_heading(painter, option, row)
            case HitRow():
                self._draw_hit(painter, option, row, chosen=chosen)
            case CommandRow(words, keys, _):
                self._draw_line(painter, option, _COMMAND_ICON, words, keys, chosen=chosen)
            case RecentRow(query):
                self._draw_line(painter, option, _RECENT_ICON, query, "", chosen=chosen)
            case ExampleRow(typed, meaning):
                self._draw_line(painter, option, _EXAMPLE_ICON, typed, meaning, chosen=chosen)
        painter.restore()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> bool:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme["selection" if selected else "hover"]))
            painter.drawRoundedRect(option.rect.adjusted(_EDGE, 1, -_EDGE, -1), 6, 6)
        return selected

    def _ink(self, *, chosen: bool, muted: bool = False) -> QColor:
        if chosen:
            return QColor(self._theme["selected_text"])
        return QColor(self._theme["muted" if muted else "text"])

    def _draw_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, row: HeadingRow
    ) -> None:
        rect = option.rect.adjusted(_LEFT, 6, -_RIGHT, 0)
        color = self._theme.kind_color(row.kind.color) if row.kind else self._theme["muted"]
        font = _small(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(color))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        words = _elided(row.words, QFontMetrics(font), rect.width() - 80)
        painter.drawText(rect, flags, words)
        painter.setFont(_small(option.font))
        painter.setPen(QColor(self._theme["muted"]))
        painter.drawText(rect, flags | int(Qt.AlignmentFlag.AlignRight), row.count)

    def _draw_hit(
        self, painter: QPainter, option: QStyleOptionViewItem, row: HitRow, *, chosen: bool
    ) -> None:
        hit, rect = row.hit, option.rect.adjusted(_WORDS, _AIR, -_RIGHT, -_AIR)
        line = option.fontMetrics.height()
        self._draw_icon(painter, option.rect, row, line, chosen=chosen)
        top = QRect(rect.left(), rect.top(), rect.width(), line)
        ink = self._ink(chosen=chosen)
        if isinstance(hit, CardHit):
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            part = _PARTS.get(hit.snippet.part, "")
            room = self._draw_origin(painter, option, top, part, chosen=chosen) if part else 0
            self._draw_marked(
                painter, top.adjusted(0, 0, -room, 0), font, hit.title, hit.marks, ink
            )
        else:
            painter.setFont(option.font)
            painter.setPen(ink)
            painter.drawText(top, 0, f"{row.origin} · paragraph {hit.paragraph}")
        self._draw_snippet(painter, rect.adjusted(0, line, 0, 0), option, row, chosen=chosen)

    def _draw_snippet(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        row: HitRow,
        *,
        chosen: bool,
    ) -> None:
        snippet = row.hit.snippet
        ink = self._ink(chosen=chosen, muted=True)
        font = _small(option.font)
        self._draw_marked(painter, rect, font, snippet.text, snippet.marks, ink, _SNIPPET_LINES)

    def _draw_icon(
        self, painter: QPainter, rect: QRect, row: HitRow, line: int, *, chosen: bool
    ) -> None:
        name = row.kind.icon if row.kind else _TEXT_ICON
        color = self._theme["muted"]
        if row.kind:
            color = self._theme.kind_color(row.kind.color)
        if chosen and self._theme["selection"] == self._theme["accent"]:
            color = self._theme["selected_text"]
        icon = self._icons.pixmap(name, color, _ICON)
        if not icon.isNull():
            painter.drawPixmap(_LEFT, rect.top() + _AIR + (line - _ICON) // 2, icon)

    def _draw_origin(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        words: str,
        *,
        chosen: bool,
    ) -> int:
        """Draw the word for the kind at the right; return the room that it takes."""
        font = _small(option.font)
        painter.setFont(font)
        painter.setPen(self._ink(chosen=chosen, muted=True))
        shown = _elided(words, QFontMetrics(font), rect.width() // 2)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, int(flags | Qt.TextFlag.TextSingleLine), shown)
        return QFontMetrics(font).horizontalAdvance(shown) + 12

    def _draw_line(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        icon: str,
        words: str,
        keys: str,
        *,
        chosen: bool,
    ) -> None:
        rect = option.rect
        pixmap = self._icons.pixmap(icon, self._ink(chosen=chosen, muted=True).name(), _ICON)
        if not pixmap.isNull():
            painter.drawPixmap(_LEFT, rect.center().y() - _ICON // 2 + 1, pixmap)
        inner = rect.adjusted(_WORDS, 0, -_RIGHT, 0)
        room = self._draw_origin(painter, option, inner, keys, chosen=chosen) if keys else 0
        painter.setFont(option.font)
        painter.setPen(self._ink(chosen=chosen))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.drawText(inner, flags, _elided(words, option.fontMetrics, inner.width() - room))

    def _draw_marked(
        self,
        painter: QPainter,
        rect: QRect,
        font: QFont,
        words: str,
        marks: tuple[Span, ...],
        ink: QColor,
        lines: int = 1,
    ) -> None:
        """Draw words on a few lines, the marked ones on the colour of what was found."""
        shown = _fitting(words, QFontMetrics(font), rect.width(), lines)
        layout = QTextLayout(shown, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats(shown, marks))
        layout.beginLayout()
        height = 0.0
        for _ in range(lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(rect.width())
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        painter.setPen(ink)
        layout.draw(painter, QPointF(rect.topLeft()), clip=QRectF(rect))

    def _formats(self, shown: str, marks: tuple[Span, ...]) -> list[QTextLayout.FormatRange]:
        style = QTextCharFormat()
        style.setBackground(QColor(self._theme["find"]))
        style.setForeground(QColor(self._theme["find_text"]))
        offsets = Offsets(shown)
        ranges = []
        for mark in marks:
            if mark.start >= len(shown):
                break
            found = QTextLayout.FormatRange()
            found.start = offsets.to_qt(mark.start)
            found.length = offsets.to_qt(min(mark.end, len(shown))) - found.start
            found.format = style
            ranges.append(found)
        return ranges


def _small(font: QFont) -> QFont:
    changed = QFont(font)
    if font.pointSizeF() > 0:
        changed.setPointSizeF(max(font.pointSizeF() * 0.92, 7))
    return changed


def _elided(words: str, metrics: QFontMetrics, width: int) -> str:
    return metrics.elidedText(words.replace("\n", " "), Qt.TextElideMode.ElideRight, width)


def _fitting(words: str, metrics: QFontMetrics, width: int, lines: int) -> str:
    """Return the words cut with an ellipsis where they would need more lines."""
    return _elided(words, metrics, width if lines == 1 else int(width * (lines - 0.12)))
