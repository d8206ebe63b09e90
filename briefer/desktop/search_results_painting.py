"""How a row below the search box is drawn: plain words, the found ones marked."""

from __future__ import annotations

from typing import NamedTuple

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
from briefer.desktop.fonts import bold
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
    ShowAllRow,
    is_waiting,
    part_of,
)  # fmt: skip
from briefer.desktop.theme import Theme
from briefer.language import tr
from briefer.search.model import CardHit

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
_ALL_ICON = "mdi6.chevron-down"


_SELECTED = QStyle.StateFlag.State_Selected.value
_HOVERED = QStyle.StateFlag.State_MouseOver.value
_ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_ONE_LINE_RIGHT = _ONE_LINE | int(Qt.AlignmentFlag.AlignRight)


class _Faces(NamedTuple):
    """The fonts of the rows, made once, and how much room they take."""

    plain: QFont
    bold: QFont
    small: QFont
    small_bold: QFont
    line: int
    small_line: int
    letter: int


class SearchResultsPainting(QStyledItemDelegate):
    """Draws rows from the values themselves; nothing from a briefing is taken for rich text."""

    def __init__(self, theme: Theme, icons: IconSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self._sizes: list[QSize] = []
        self._alike: QSize | None = None
        self._faces: _Faces | None = None
        self._kind_colors: dict[str, str] = {}
        self._wrapping = QTextOption()
        self._wrapping.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; the view repaints."""
        self._theme = theme
        self._kind_colors.clear()

    def take_heights(self, rows: tuple[Row, ...], font: QFont, width: int) -> int:
        """Measure the rows once, as the view asks again and again; return what all need."""
        self._alike = None
        heights = [self.height(row, font, width) for row in rows]
        self._sizes = [QSize(100, height) for height in heights]
        return sum(heights)

    def take_alike(self, count: int, font: QFont) -> int:
        """Give so many hits the same height, for there may be thousands; return what all need."""
        self._alike = QSize(100, self._hit_height(_SNIPPET_LINES, font))
        return count * self._alike.height()

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        if self._alike is not None:
            return self._alike
        number = index.row()
        if number < len(self._sizes):
            return self._sizes[number]
        row = index.data(SearchResultsModel.ValueRole)
        return QSize(100, self.height(row, option.font, option.rect.width()))

    def height(self, row: Row, font: QFont, width: int) -> int:
        """Return a row's height in a list of this width; a snippet has two lines or fewer."""
        faces = self._faces_of(font)
        if isinstance(row, HeadingRow):
            return faces.line + 16
        if not isinstance(row, HitRow):
            return faces.line + 2 * _AIR
        words = len(row.hit.snippet.text) * faces.letter
        lines = min(_SNIPPET_LINES, 1 + words // max(width - _WORDS - _RIGHT, 100)) if words else 0
        if is_waiting(row):
            lines = _SNIPPET_LINES
        return self._hit_height(lines, font)

    def least_height(self, font: QFont) -> int:
        """Return the height of a hit with a line of its snippet."""
        return self._hit_height(1, font)

    def _hit_height(self, lines: int, font: QFont) -> int:
        faces = self._faces_of(font)
        return faces.line + lines * faces.small_line + 2 * _AIR

    def _faces_of(self, font: QFont) -> _Faces:
        if self._faces is None or self._faces.plain != font:
            self._faces = _faces(font)
        return self._faces

    def _kind_color(self, color: str) -> str:
        if color not in self._kind_colors:
            self._kind_colors[color] = self._theme.kind_color(color)
        return self._kind_colors[color]

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
        chosen = not isinstance(row, HeadingRow) and self._draw_ground(painter, option)
        match row:
            case HeadingRow():
                self._draw_heading(painter, option, row)
            case HitRow():
                self._draw_hit(painter, option, row, chosen=chosen)
            case ShowAllRow(words, _):
                self._draw_line(painter, option, _ALL_ICON, words, "", chosen=chosen)
            case CommandRow(words, keys, _):
                self._draw_line(painter, option, _COMMAND_ICON, words, keys, chosen=chosen)
            case RecentRow(query):
                self._draw_line(painter, option, _RECENT_ICON, query, "", chosen=chosen)
            case ExampleRow(typed, meaning):
                self._draw_line(painter, option, _EXAMPLE_ICON, typed, meaning, chosen=chosen)
        painter.restore()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> bool:
        state = option.state.value  # Python's flags are slow
        selected = bool(state & _SELECTED)
        if selected or state & _HOVERED:
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
        color = self._kind_color(row.kind.color) if row.kind else self._theme["muted"]
        faces = self._faces_of(option.font)
        painter.setFont(faces.small_bold)
        painter.setPen(QColor(color))
        words = _elided(row.words, QFontMetrics(faces.small_bold), rect.width() - 80)
        painter.drawText(rect, _ONE_LINE, words)
        painter.setFont(faces.small)
        painter.setPen(QColor(self._theme["muted"]))
        painter.drawText(rect, _ONE_LINE_RIGHT, row.count)

    def _draw_hit(
        self, painter: QPainter, option: QStyleOptionViewItem, row: HitRow, *, chosen: bool
    ) -> None:
        hit, rect = row.hit, option.rect.adjusted(_WORDS, _AIR, -_RIGHT, -_AIR)
        line = option.fontMetrics.height()
        self._draw_icon(painter, option.rect, row, line, chosen=chosen)
        top = QRect(rect.left(), rect.top(), rect.width(), line)
        ink = self._ink(chosen=chosen)
        if isinstance(hit, CardHit):
            font = self._faces_of(option.font).bold
            part = part_of(hit)
            room = self._draw_origin(painter, option, top, part, chosen=chosen) if part else 0
            self._draw_marked(
                painter, top.adjusted(0, 0, -room, 0), font, hit.title, hit.marks, ink
            )
        else:
            if hit.snippet.mine:
                self._draw_origin(painter, option, top, part_of(hit), chosen=chosen)
            painter.setFont(option.font)
            painter.setPen(ink)
            painter.drawText(
                top,
                0,
                tr("{origin} · paragraph {paragraph}", origin=row.origin, paragraph=hit.paragraph),
            )
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
        font = self._faces_of(option.font).small
        self._draw_marked(painter, rect, font, snippet.text, snippet.marks, ink, _SNIPPET_LINES)

    def _draw_icon(
        self, painter: QPainter, rect: QRect, row: HitRow, line: int, *, chosen: bool
    ) -> None:
        name = row.kind.icon if row.kind else _TEXT_ICON
        color = self._theme["muted"]
        if row.kind:
            color = self._kind_color(row.kind.color)
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
        font = self._faces_of(option.font).small
        painter.setFont(font)
        painter.setPen(self._ink(chosen=chosen, muted=True))
        shown = _elided(words, QFontMetrics(font), rect.width() // 2)
        painter.drawText(rect, _ONE_LINE_RIGHT, shown)
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
        painter.drawText(inner, _ONE_LINE, _elided(words, option.fontMetrics, inner.width() - room))

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
        painter.setPen(ink)
        if lines == 1 and not marks:
            painter.setFont(font)
            painter.drawText(rect, _ONE_LINE, _elided(words, QFontMetrics(font), rect.width()))
            return
        layout, whole = self._laid_out(words, marks, font, rect.width(), lines)
        if not whole:
            shown = _fitting(words, QFontMetrics(font), rect.width(), lines)
            layout, _ = self._laid_out(shown, marks, font, rect.width(), lines)
        layout.draw(painter, QPointF(rect.topLeft()), clip=QRectF(rect))

    def _laid_out(
        self, shown: str, marks: tuple[Span, ...], font: QFont, width: int, lines: int
    ) -> tuple[QTextLayout, bool]:
        """Return words on at most so many lines, and whether that was room enough."""
        layout = QTextLayout(shown, font)
        layout.setTextOption(self._wrapping)
        layout.setFormats(self._formats(shown, marks))
        layout.beginLayout()
        height = 0.0
        for _ in range(lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        whole = not layout.createLine().isValid()
        layout.endLayout()
        return layout, whole

    def _formats(self, shown: str, marks: tuple[Span, ...]) -> list[QTextLayout.FormatRange]:
        if not marks:
            return []
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


def _faces(font: QFont) -> _Faces:
    small = _small(font)
    metrics = QFontMetrics(small)
    return _Faces(
        QFont(font),
        bold(font),
        small,
        bold(small),
        QFontMetrics(font).height(),
        metrics.height(),
        metrics.averageCharWidth(),
    )


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
