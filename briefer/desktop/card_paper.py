"""The card as a sheet of paper: where it lies in its pane, and its edges."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from briefer.desktop.card_styles import BODY
from briefer.desktop.theme import Theme

_MARGIN = 20  # between the pane's edge and the card
_NARROW_MARGIN = 10
_PADDING = 28  # between the card's edge and its text
_RADIUS = 10
_TOP = 5  # the kind's colour
_LINE = 82  # mean letters in a line at most, which is some 75 characters of English


def card_rect(pane: QSize, letters: QFont, zoom: int) -> QRect:
    """Return where the card lies: as high as the pane, and no wider than is good to read."""
    measure = QFontMetricsF(letters).averageCharWidth() * _LINE * BODY * zoom / 100
    margin = _MARGIN if pane.width() > 560 else _NARROW_MARGIN
    width = min(pane.width() - 2 * margin, round(measure) + 2 * _PADDING)
    left = (pane.width() - width) // 2
    return QRect(left, margin, width, pane.height() - 2 * margin)


def text_rect(card: QRect) -> QRect:
    """Return where the card's text lies, with its scroll bar near the card's edge."""
    return card.adjusted(_PADDING, _TOP + 22, -6, -_RADIUS)


def paint_card(
    painter: QPainter, pane: QRect, card: QRect, theme: Theme, color: str, *, focused: bool
) -> None:
    """Paint the ground, the card, its top edge in a kind's colour, and a ring for the keyboard."""
    painter.fillRect(pane, QColor(theme["window"]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = QPainterPath()
    outline.addRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    painter.fillPath(outline, QColor(theme["card"]))
    painter.setPen(QColor(theme["border"]))
    painter.drawPath(outline)
    painter.setClipPath(outline)
    painter.fillRect(card.left(), card.top(), card.width(), _TOP, QColor(color))
    if focused:
        painter.setClipping(False)
        painter.setPen(QPen(QColor(theme["accent"]), 2))
        painter.drawPath(outline)
