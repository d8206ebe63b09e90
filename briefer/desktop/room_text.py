"""HTML laid out at a width -> a text that knows where it may be cut, and paints a stretch of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPainter,
    QPalette,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)

from briefer.briefing.files import Files
from briefer.desktop.briefing_images import CardImages, fitted
from briefer.desktop.decorations import Looks, boxes_of, paint_boxes
from briefer.desktop.overrides import override
from briefer.desktop.room_paging import Break, Stretch, Worth
from briefer.desktop.room_styles import FAMILY, HEADING

_TALLEST = 0.6  # of a slide's room: what an image may fill, below a title and a sentence
_ROW = 0.5  # of a slide's room: a row of a table that is higher may be cut


@dataclass(frozen=True, slots=True)
class _Line:
    top: float
    bottom: float
    block: int
    state: int
    row: tuple[int, int] | None = None  # of a table: its place in the text, and its number


class RoomText(QTextDocument):
    """A slide's text; it reads nothing but the images of its briefing."""

    def __init__(self, files: Files, measure: QSize, letter: float) -> None:
        """Take the width of the text and the height of a page, in pixels of the slide."""
        super().__init__()
        self._images, self._measure = CardImages(files), measure
        self._decoded: dict[str, QImage] = {}
        font = QFont(FAMILY)
        font.setPixelSize(round(letter))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self.setDefaultFont(font)
        self.setUseDesignMetrics(True)
        self.setDocumentMargin(0)
        self.setIndentWidth(letter * 1.1)
        self.setUndoRedoEnabled(False)
        self.setTextWidth(measure.width())

    def show_html(self, html: str, css: str, looks: Looks, ink: str) -> None:
        """Lay HTML out."""
        self._looks, self._ink = looks, ink
        self.setDefaultStyleSheet(css)
        self.setHtml(html)
        self._boxes = boxes_of(self)
        self._lines = _merged(_lines(self), self._measure.height() * _ROW)

    @property
    def top(self) -> float:
        """Return where the first line begins."""
        return self._lines[0].top if self._lines else 0.0

    @property
    def bottom(self) -> float:
        """Return where the last line ends."""
        return max((line.bottom for line in self._lines), default=0.0)

    def breaks(self) -> tuple[Break, ...]:
        """Return every gap that goes through the whole width, from the top down."""
        pairs = zip(self._lines, self._lines[1:], strict=False)
        return tuple(Break(one.bottom, other.top, _worth(one, other)) for one, other in pairs)

    def paint(self, painter: QPainter, stretch: Stretch) -> None:
        """Paint a stretch with its top at the painter's origin."""
        area = QRectF(
            -60, stretch.top - 1, self.textWidth() + 120, stretch.bottom - stretch.top + 2
        )
        painter.save()
        painter.translate(0, -stretch.top)
        painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
        paint_boxes(painter, self, self._boxes, self._looks.frame)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(self._ink))
        context.clip = area
        self.documentLayout().draw(painter, context)
        painter.restore()

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give the briefing's images, no higher than a page, and nothing from anywhere else."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return QByteArray(b"")
        address = name.toString() if isinstance(name, QUrl) else name
        if address not in self._decoded:  # Qt asks again whenever it paints
            self._decoded[address] = self._image(address)
        return self._decoded[address]

    def _image(self, address: str) -> QImage:
        scheme, _, rest = address.partition(":")
        width, _, source = rest.partition("/")
        if scheme != "image":
            return _nothing()
        image = fitted(self._images.image(source), width, self._measure.width(), 1.0)
        most = round(self._measure.height() * _TALLEST)
        if image.height() > most:
            image = image.scaledToHeight(most, Qt.TransformationMode.SmoothTransformation)
        return _nothing() if image.isNull() else image


def _lines(document: QTextDocument) -> Iterator[_Line]:
    block: QTextBlock = document.begin()
    layout = document.documentLayout()
    while block.isValid():
        origin = layout.blockBoundingRect(block).top()
        lines, row = block.layout(), _row_of(block)
        for index in range(lines.lineCount()):
            rect = lines.lineAt(index).rect().translated(0, origin)
            yield _Line(rect.top(), rect.bottom(), block.blockNumber(), block.userState(), row)
        block = block.next()


def _row_of(block: QTextBlock) -> tuple[int, int] | None:
    cursor = QTextCursor(block)
    table = cursor.currentTable()
    return (table.firstPosition(), table.cellAt(cursor).row()) if table else None


def _merged(lines: Iterator[_Line], highest: float) -> tuple[_Line, ...]:
    """Return lines that stand beside one another as one, and a table's row that is not too high."""
    merged: list[_Line] = []
    for line in sorted(lines, key=lambda found: found.top):
        if merged and _is_one(merged[-1], line, highest):
            last = merged.pop()
            bottom = max(last.bottom, line.bottom)
            line = _Line(last.top, bottom, last.block, last.state, last.row)
        merged.append(line)
    return tuple(merged)


def _is_one(last: _Line, line: _Line, highest: float) -> bool:
    same_row = line.row is not None and line.row == last.row
    return line.top < last.bottom - 1 or (same_row and line.bottom - last.top <= highest)


def _worth(one: _Line, other: _Line) -> Worth:
    if one.state == HEADING:
        return Worth.AFTER_HEADING
    if one.block == other.block or (one.state >= 0 and one.state == other.state):
        return Worth.IN_BLOCK
    return Worth.BEFORE_HEADING if other.state == HEADING else Worth.BLOCKS


def _nothing() -> QImage:
    """Return one clear pixel: Qt draws an error sign, or reads a file, for no image at all."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image
