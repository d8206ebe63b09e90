"""A theme and the kinds of a briefing -> how marks are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from briefer.briefing.model import Kind
from briefer.desktop.theme import Theme, mixed

_LINE = 0.45  # how much of its kind's colour an underline carries
_STYLES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
)


class KindInk(NamedTuple):
    """How passages cited by a kind are drawn; its line is told apart by more than its colour."""

    lane: int  # its place among the kinds
    ground: QColor
    line: QColor  # under the words
    lane_color: QColor  # in the strip
    style: Qt.PenStyle

    def pen(self, width: float) -> QPen:
        """Return the pen of its underline."""
        pen = QPen(self.line, width, self.style)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen


class Inks(NamedTuple):
    """All that is drawn on a document's page."""

    paper: QColor
    text: QColor
    muted: QColor
    groove: QColor  # where nothing is cited
    ring: QColor
    mark: QColor
    mark_text: QColor
    find: QColor
    find_text: QColor
    found: QColor  # of the found words, those that the reader is at
    found_text: QColor
    kinds: Mapping[str, KindInk]


def inks_of(theme: Theme, kinds: tuple[Kind, ...]) -> Inks:
    """Return the inks of a theme for these kinds, in their order."""
    return Inks(
        paper=QColor(theme["paper"]),
        text=QColor(theme["text"]),
        muted=QColor(theme["muted"]),
        groove=QColor(mixed(theme["muted"], theme["paper"], 0.15)),
        ring=QColor(theme["accent"]),
        mark=QColor(theme["mark"]),
        mark_text=QColor(theme["mark_text"]),
        find=QColor(theme["find"]),
        find_text=QColor(theme["find_text"]),
        found=QColor(theme["found"]),
        found_text=QColor(theme["found_text"]),
        kinds={kind.id: _kind_ink(theme, kind, lane) for lane, kind in enumerate(kinds)},
    )


def _kind_ink(theme: Theme, kind: Kind, lane: int) -> KindInk:
    ground = QColor(theme.kind_tint(kind.color))
    color = theme.kind_color(kind.color)
    line = QColor(mixed(color, theme["paper"], _LINE))
    return KindInk(lane, ground, line, QColor(color), _STYLES[lane % len(_STYLES)])
