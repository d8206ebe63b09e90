"""The parts of a small card that many cards share: its ground, its kind's line, its counts."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap

from briefer.briefing.model import Kind
from briefer.desktop.glance_view import Style
from briefer.desktop.kind_inks import KindInks
from briefer.desktop.pictures import Pictures
from briefer.language import ntr, tr
from briefer.views.board import CardFacts

GAP = 5  # pixels around a card
EDGE = 4  # the kind's colour
ICON = 14
_RADIUS = 7
_STAR = "mdi6.star"


class Ground(NamedTuple):
    """What the ground of a card shows; the size is that of its cell."""

    width: int
    height: int
    kind: Kind
    selected: bool
    current: bool


class KindLine(NamedTuple):
    """What stands above a card's title."""

    width: int
    kind: Kind
    status: str
    selected: bool
    picked: bool


class BoardPictures:
    """Draws and keeps them, for one look."""

    def __init__(self, style: Style, small: QFont) -> None:
        self._style, self._small = style, small
        self._inks = KindInks(style.theme)
        self._grounds, self._strips = Pictures(), Pictures()
        self.line = QFontMetrics(small).height()  # of the kind's line and of the counts

    def ink(self, role: str, *, selected: bool) -> str:
        """Return the colour of words on a card."""
        return self._read(self._style.theme[role], selected)

    def ground(self, ground: Ground, ratio: float) -> QPixmap:
        """Return the paper of a card with the kind's edge, and a ring around the current one."""
        return self._grounds.get(
            ground, ratio, ground.width, ground.height, lambda painter: self._paper(painter, ground)
        )

    def kind_line(self, line: KindLine, ratio: float) -> QPixmap:
        """Return the kind's icon and word with the status, and the star of a picked card."""
        high = max(self.line, ICON)
        return self._strips.get(
            line, ratio, line.width, high, lambda painter: self._name(painter, line, high)
        )

    def counts(self, facts: CardFacts, width: int, ratio: float, *, selected: bool) -> QPixmap:
        """Return how many relations and quotations a card has, and the signs of its grades."""
        return self._strips.get(
            (facts, width, selected),
            ratio,
            width,
            self.line,
            lambda painter: self._facts(painter, facts, selected),
        )

    def _read(self, color: str, selected: bool) -> str:
        return self._inks.chosen(color) if selected else color

    def _paper(self, painter: QPainter, ground: Ground) -> None:
        theme = self._style.theme
        rect = QRectF(GAP, GAP, ground.width - 2 * GAP, ground.height - 2 * GAP)
        outline = QPainterPath()
        outline.addRoundedRect(rect, _RADIUS, _RADIUS)
        painter.fillPath(outline, QColor(theme["selection" if ground.selected else "card"]))
        painter.save()
        painter.setClipPath(outline)
        color = self._inks.color(ground.kind.color)
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), EDGE), QColor(color))
        painter.restore()
        role = "accent" if ground.current or ground.selected else "border"
        painter.setPen(QPen(QColor(theme[role]), 2.4 if ground.current else 1))
        painter.drawPath(outline)

    def _name(self, painter: QPainter, line: KindLine, high: int) -> None:
        color = self._read(self._inks.ink(line.kind.color), line.selected)
        icon = self._style.icons.pixmap(line.kind.icon, color, ICON)
        left, right = 0, line.width
        if not icon.isNull():
            painter.drawPixmap(0, (high - ICON) // 2, icon)
            left = ICON + 5
        if line.picked:
            accent = self.ink("accent", selected=line.selected)
            star = self._style.icons.pixmap(_STAR, accent, ICON)
            painter.drawPixmap(right - ICON, (high - ICON) // 2, star)
            right -= ICON + 4
        words = f"{line.kind.singular} · {line.status}" if line.status else line.kind.singular
        painter.setFont(self._small)
        painter.setPen(QColor(color))
        shown = QFontMetrics(self._small).elidedText(
            words, Qt.TextElideMode.ElideRight, right - left
        )
        room = QRect(left, 0, right - left, high)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _facts(self, painter: QPainter, facts: CardFacts, selected: bool) -> None:
        parts = [(f"⇄ {facts.relations}", "muted"), (f"“” {facts.quotations}", "muted")]
        if facts.to_fix:
            parts.append((ntr("≠ {n} to fix", "≠ {n} to fix", facts.to_fix), "bad"))
        elif facts.quotations:
            parts.append(("✓", "good"))
        if facts.disputed:
            parts.append((tr("≠ disputed"), "bad"))
        painter.setFont(self._small)
        metrics = QFontMetrics(self._small)
        left = 0
        for words, role in parts:
            painter.setPen(QColor(self.ink(role, selected=selected)))
            painter.drawText(left, metrics.ascent(), words)
            left += metrics.horizontalAdvance(words) + 14
