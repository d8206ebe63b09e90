"""One slide: a text on as many pages as it needs, with its head, its marking and its page mark."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from briefer.desktop.room_paging import Stretch, paged
from briefer.desktop.room_styles import FAMILY
from briefer.desktop.room_text import RoomText
from briefer.desktop.theme import Theme
from briefer.language import tr

HEIGHT = 1080  # every slide is laid out this high, and painted at any size
_SIDE = 0.068  # of the width
_BAR = 16  # the kind's colour
_BANNER = 48
_TOP, _BOTTOM = 84, 92
_HEAD = 78  # of the pages after the first
_FIRST_SIZES = (60, 54, 48, 44, 40)  # pixels of running text, tried from the largest
_PAGED_SIZES = (40, 37)
_MANY_PAGES = 12  # at which the smallest letters surely take fewer
_SAFELY = 2.0  # times that smaller letters may save more than their area does

Layout = Callable[[float], RoomText]  # with this size of letters


@dataclass(frozen=True, slots=True)
class Look:
    """What stands around a slide's text."""

    title: str  # at the head of the pages after the first
    color: str  # of the bar at the top
    marking: str
    theme: Theme


@dataclass(frozen=True, slots=True)
class Frame:
    """A slide's size, and where its text may stand."""

    width: int
    marked: bool  # with a banner at both ends

    @property
    def area(self) -> QRectF:
        """Return where the text of the first page stands."""
        banner = _BANNER if self.marked else 0
        side = round(self.width * _SIDE)
        top = banner + _BAR + _TOP
        return QRectF(side, top, self.width - 2 * side, HEIGHT - top - _BOTTOM - banner)

    @property
    def measure(self) -> QSize:
        """Return the width of the text and the height of a page."""
        return self.area.size().toSize()


@dataclass(frozen=True, slots=True)
class Slide:
    """A text laid out on its pages."""

    look: Look
    frame: Frame
    text: RoomText
    pages: tuple[Stretch, ...]

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page in pixels of the slide, from its left top corner."""
        page = min(page, len(self.pages) - 1)
        theme = self.look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(0, 0, self.frame.width, HEIGHT, QColor(theme["card"]))
        self._paint_ends(painter)
        area = self.frame.area
        if page:
            self._paint_head(painter, area)
        if len(self.pages) > 1:
            self._paint_page_mark(painter, area, page)
        painter.save()
        painter.translate(area.left(), area.top() + (_HEAD if page else 0))
        self.text.paint(painter, self.pages[page])
        painter.restore()

    def _paint_ends(self, painter: QPainter) -> None:
        banner = _BANNER if self.look.marking else 0
        painter.fillRect(0, banner, self.frame.width, _BAR, QColor(self.look.color))
        if not banner:
            return
        painter.setFont(_font(28, QFont.Weight.DemiBold))
        colors = self.look.theme.banner(self.look.marking)
        for top in (0, HEIGHT - banner):
            strip = QRectF(0, top, self.frame.width, banner)
            painter.fillRect(strip, QColor(colors.ground))
            _write(painter, strip.adjusted(40, 0, -40, 0), self.look.marking,
                   colors.ink, Qt.AlignmentFlag.AlignCenter)  # fmt: skip

    def _paint_head(self, painter: QPainter, area: QRectF) -> None:
        painter.setFont(_font(34, QFont.Weight.DemiBold))
        row = QRectF(area.left(), area.top() - 22, area.width(), 48)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        _write(painter, row, self.look.title, self.look.theme["muted"], left)

    def _paint_page_mark(self, painter: QPainter, area: QRectF, page: int) -> None:
        painter.setFont(_font(28, QFont.Weight.Normal))
        row = QRectF(area.left(), area.bottom() + 24, area.width(), 44)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        words = tr("{page} of {pages}", page=page + 1, pages=len(self.pages))
        _write(painter, row, words, self.look.theme["muted"], right)


def laid_out(layout: Layout, look: Look, frame: Frame, smallest: float) -> Slide:
    """Return a slide in the largest letters that fit on one page, else on several.

    `smallest` bounds the letters of running text, in pixels of the slide.
    """
    height = frame.area.height()
    sizes = [*(size for size in _FIRST_SIZES if size > smallest), smallest]
    while sizes:
        text = layout(sizes[0])
        tall = text.bottom - text.top
        if tall <= height:
            return Slide(look, frame, text, (Stretch(text.top, text.bottom),))
        hopeless = tall / height / _SAFELY  # larger letters than this take more than a page
        sizes = [size for size in sizes[1:] if (sizes[0] / size) ** 2 >= hopeless]
    if tall / height > _MANY_PAGES:
        return _paged(layout(smallest), look, frame)
    slides = [
        _paged(layout(size), look, frame)
        for size in (*(s for s in _PAGED_SIZES if s > smallest), smallest)
    ]
    return min(slides, key=lambda slide: len(slide.pages))  # the first, and largest, of equals


def _paged(text: RoomText, look: Look, frame: Frame) -> Slide:
    height = frame.area.height()
    pages = paged(text.top, text.bottom, text.breaks(), (height, height - _HEAD))
    return Slide(look, frame, text, pages)


def _font(size: int, weight: QFont.Weight) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(size)
    font.setWeight(weight)
    return font


def _write(
    painter: QPainter, place: QRectF, words: str, color: str, where: Qt.AlignmentFlag
) -> None:
    metrics = QFontMetricsF(painter.font())
    fitting = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    painter.setPen(QColor(color))
    painter.drawText(place, int(where | Qt.TextFlag.TextSingleLine), fitting)
