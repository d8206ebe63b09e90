"""A header whose cards are written in their kind's colour; the current one is marked.

Titles are broken over several lines, or turned where a column is too narrow for their words. How
deep that makes the header is reckoned when it is asked to fit, not each time that Qt wants to know.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from briefer.desktop.broken_lines import Broken, BrokenLines
from briefer.desktop.fonts import bold
from briefer.desktop.overrides import override
from briefer.desktop.theme import Theme

_PAD, _INDENT = 8, 14  # pixels around a title; before one of a row
_MOST_FITTED = 300  # titles that are measured; what more there are has the room of these
_DEEPEST = 12.0  # letters' heights of turned titles
_ACROSS = Qt.Orientation.Horizontal
_CENTRE, _MIDDLE = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignVCenter
_IN_COLUMN, _IN_ROW = int(_CENTRE | _MIDDLE), int(Qt.AlignmentFlag.AlignLeft | _MIDDLE)


class Place(NamedTuple):
    """A section of the page: its number, where it begins, and how long it is."""

    number: int
    start: int
    length: int

    @property
    def end(self) -> int:
        """Return its last pixel, where its line is drawn."""
        return self.start + self.length - 1


class KindHeader(QHeaderView):
    """Sections with the titles that the model gives."""

    def __init__(self, orientation: Qt.Orientation, theme: Theme, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._is_across = orientation == _ACROSS
        self._marked, self._turned = -1, False
        self._deep, self._most = 0, 2
        self._take_letters()
        self.set_colors(theme, theme["text"])
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def set_colors(self, theme: Theme, *inks: str) -> None:
        """Take other colours; `inks` are those of the kinds, the last one for the rest."""
        self._pens = tuple(QPen(QColor(color)) for color in inks)
        self._border, self._marked_pen = (
            QPen(QColor(theme[role])) for role in ("border", "selected_text")
        )
        self._ground, self._marked_ground = (QColor(theme[role]) for role in ("card", "selection"))
        self.viewport().update()

    def set_letters(self, font: QFont) -> None:
        """Take other letters; `fit` comes after them."""
        self.setFont(font)
        self._take_letters()

    @property
    def turned(self) -> bool:
        """Tell whether the titles run from bottom to top."""
        return self._turned

    def longest_word(self) -> int:
        """Return how wide a section is that breaks no word."""
        words = {word for title in self._titles() for word in title.split()}
        return max((self._metrics.horizontalAdvance(word) for word in words), default=0) + 2 * _PAD

    def fit(self, *, most: int, turned: bool = False) -> None:
        """Make columns' titles readable whole, each in at most so many lines; sizes stay."""
        self._most, self._turned = most, turned
        titles = list(self._titles())
        if turned:
            longest = max((self._metrics.horizontalAdvance(title) for title in titles), default=0)
            self._take_depth(min(longest, round(self._line * _DEEPEST)) + 2 * _PAD)
            return
        numbers = (
            self._lines.broken(title, self.sectionSize(section) - 2 * _PAD, most).number
            for section, title in enumerate(titles)
        )
        self._take_depth(max(numbers, default=1) * self._line + 2 * _PAD)

    def fit_rows(self, least: int, most: int, high: int) -> None:
        """Be as wide as the titles of rows of this height need, within bounds."""
        self._most = max(1, (high - 4) // self._line)
        titles = list(self._titles())
        step = self._line
        for width in range(least, max(least, most) + step, step):
            room = min(width, most) - _INDENT - _PAD
            if all(self._is_whole(self._lines.broken(t, room, self._most), t) for t in titles):
                break
        self._take_depth(min(width, most))

    @property
    def marked(self) -> int:
        """Return the section that is marked; -1 when none is."""
        return self._marked

    def mark(self, section: int) -> None:
        """Mark the section of the current card; -1 marks none."""
        if section != self._marked:
            self._marked = section
            self.viewport().update()

    def on_page(self, start: int, end: int) -> list[Place]:
        """Return the sections between two pixels of the page."""
        first, last = self.visualIndexAt(start), self.visualIndexAt(end)
        numbers = range(max(first, 0), (last if last >= 0 else self.count() - 1) + 1)
        return [Place(n, self.sectionViewportPosition(n), self.sectionSize(n)) for n in numbers]

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, self._deep) if self._is_across else QSize(self._deep, 0)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        marked = section == self._marked
        painter.fillRect(rect, self._marked_ground if marked else self._ground)
        painter.setPen(self._border)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setFont(self._bold)
        pen = self._pens[min(section, len(self._pens) - 1)]
        painter.setPen(self._marked_pen if marked else pen)
        title = self._title(section)
        if self._turned:
            self._draw_turned(painter, rect, title)
            return
        left = _PAD if self._is_across else _INDENT
        shown = self._lines.broken(title, rect.width() - left - _PAD, self._most)
        room = rect.adjusted(left, 2, -_PAD, -2)
        painter.drawText(room, _IN_COLUMN if self._is_across else _IN_ROW, shown.words)

    def _draw_turned(self, painter: QPainter, rect: QRect, title: str) -> None:
        length, most = rect.height() - 2 * _PAD, max(1, (rect.width() - 6) // self._line)
        shown = self._lines.broken(title, length, most)
        painter.save()
        painter.translate(rect.left(), rect.bottom())
        painter.rotate(-90)
        painter.drawText(QRect(_PAD, 0, length, rect.width()), _IN_ROW, shown.words)
        painter.restore()

    def _take_letters(self) -> None:
        self._bold = bold(self.font())
        self._metrics, self._lines = QFontMetrics(self._bold), BrokenLines(self._bold)
        self._line = self._metrics.lineSpacing()

    def _take_depth(self, deep: int) -> None:
        if deep != self._deep:
            self._deep = deep
            self.updateGeometry()
            self.geometriesChanged.emit()
        self.viewport().update()

    def _is_whole(self, broken: Broken, title: str) -> bool:
        return broken.words.replace("\n", " ") == " ".join(title.split())

    def _title(self, section: int) -> str:
        return str(self.model().headerData(section, self.orientation()) or "")

    def _titles(self) -> Iterator[str]:
        for section in range(min(self.count(), _MOST_FITTED)):
            yield self._title(section)
