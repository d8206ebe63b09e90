"""The strip beside the scroll bar: what of a document is cited, by which kinds, and what is not."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from briefer.briefing.model import Span
from briefer.desktop.document_colors import Inks
from briefer.desktop.document_marks import Marks
from briefer.desktop.overrides import override
from briefer.desktop.tooltips import plain_tooltip
from briefer.language import tr

_LANE = 3
_GAP = 1
_EDGE = 5


class CoverageStrip(QWidget):
    """A lane for each kind, from the top of the document to its end; a click jumps."""

    offset_chosen = Signal(int)

    def __init__(self, inks: Inks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inks = inks
        self._marks = Marks()
        self._lanes: QPixmap | None = None
        self.installEventFilter(self)
        self._length = 1
        self._names: dict[str, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("What is cited"))
        self.setAccessibleDescription(
            tr("Which parts of the text are cited, by which kinds of cards")
        )

    def show_marks(self, marks: Marks, length: int, names: dict[str, str], inks: Inks) -> None:
        """Show the runs of a document of this many code points; names are the kinds' headings."""
        if marks.runs is not self._marks.runs or inks is not self._inks:
            self._lanes = None
        self._marks, self._length, self._names, self._inks = marks, max(length, 1), names, inks
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        lanes = max(1, len(self._inks.kinds))
        return QSize(lanes * (_LANE + _GAP) + 2 * _EDGE, 100)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.offset_chosen.emit(self._offset_at(event.position().y()))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain_tooltip(self._hint(event.pos().y())), self)
            return True
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._inks.paper)
        for span in self._marks.spans_of_card():
            painter.fillRect(self._band(span), self._inks.mark)
        if self._lanes is None or self._lanes.deviceIndependentSize() != self.size().toSizeF():
            self._lanes = self._painted_lanes()
        painter.drawPixmap(0, 0, self._lanes)
        painter.end()

    def _painted_lanes(self) -> QPixmap:
        """Return the lanes over nothing: they stay while only the current card changes."""
        lanes = QPixmap(self.size() * self.devicePixelRatioF())
        lanes.setDevicePixelRatio(self.devicePixelRatioF())
        lanes.fill(Qt.GlobalColor.transparent)
        painter = QPainter(lanes)
        for lane in range(len(self._inks.kinds)):
            painter.fillRect(self._lane(lane, 0, self._length), self._inks.groove)
        for kind, top, bottom in self._stripes():
            ink = self._inks.kinds[kind]
            rect = QRectF(self._left(ink.lane), top, _LANE, bottom - top)
            painter.fillRect(rect, ink.lane_color)
        painter.end()
        return lanes

    def _stripes(self) -> Iterator[tuple[str, float, float]]:
        """Give what to fill: a kind, top and bottom; runs that meet on the screen are one.

        Thousands of runs share a few hundred lines of pixels.
        """
        scale = (self.height() - 2 * _EDGE) / self._length
        held: dict[str, tuple[float, float]] = {}
        for (start, end), kinds, _ in self._marks.runs:
            top, bottom = _EDGE + start * scale, _EDGE + end * scale
            bottom = max(bottom, top + 1.0)
            for kind in kinds:
                first, last = held.get(kind, (top, top))
                if top > last:
                    yield kind, first, last
                    first = top
                held[kind] = first, max(bottom, last)
        for kind, (first, last) in held.items():
            yield kind, first, last

    def _band(self, span: Span) -> QRectF:
        lane = self._lane(0, *span)
        return QRectF(1, lane.top() - 1, self.width() - 2, lane.height() + 2)

    def _lane(self, lane: int, start: int, end: int) -> QRectF:
        top, bottom = self._y(start), self._y(end)
        return QRectF(self._left(lane), top, _LANE, max(bottom - top, 1.0))

    def _left(self, lane: int) -> int:
        return _EDGE + lane * (_LANE + _GAP)

    def _y(self, offset: int) -> float:
        return _EDGE + offset / self._length * (self.height() - 2 * _EDGE)

    def _offset_at(self, y: float) -> int:
        share = (y - _EDGE) / max(1, self.height() - 2 * _EDGE)
        return round(min(max(share, 0.0), 1.0) * (self._length - 1))

    def _hint(self, y: float) -> str:
        offset = self._offset_at(y)
        runs = self._marks.runs_within(Span(offset, offset + 1))
        kinds = sorted(runs[0].kinds, key=lambda k: self._inks.kinds[k].lane) if runs else ()
        names = ", ".join(self._names[kind] for kind in kinds)
        left_out = self._marks.left_out_within(Span(offset, offset + 1))
        reasons = (
            tr("Left out on purpose: {left_out}", left_out=left_out[0].left_out)
            if left_out
            else tr("Not used yet")
        )
        return tr("Cited by {names}", names=names) if names else reasons
