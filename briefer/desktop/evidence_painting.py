"""How a sentence and the cards that cite it are drawn."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from briefer.briefing.model import Stance
from briefer.desktop.evidence_model import EvidenceModel
from briefer.desktop.kind_inks import KindInks
from briefer.desktop.overrides import override
from briefer.desktop.theme import Theme
from briefer.language import tr
from briefer.views.evidence_map import EvidenceRow, Use

_SERIF = "Source Serif 4"
_PAD = 9  # pixels around a sentence
_BAR = 4  # pixels of the bar that says how a sentence is used
_MOST = 5  # cards that a cell names
_BETWEEN = 3  # pixels between two of them
_SIGNS = {Stance.SUPPORTS: "", Stance.DISPUTES: "≠ ", Stance.CONTEXT: "· "}
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)


class EvidencePainting(QStyledItemDelegate):
    """Draws sentences in the documents' letters, and cards as chips in their kinds' colours."""

    def __init__(self, theme: Theme, model: EvidenceModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._cells, self._view = theme, model, view
        self._selected, self._inks = "", KindInks(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme, self._inks = theme, KindInks(theme)

    def mark_card(self, card_id: str) -> None:
        """Mark a card wherever it cites."""
        self._selected = card_id

    def height(self, row: EvidenceRow, most_uses: int, font: QFont, width: int) -> int:
        """Return how high a row has to be, for a text column of this width."""
        room = QRect(0, 0, width - 2 * _PAD - _BAR, 100_000)
        letters = QFontMetrics(serif(font))
        text = letters.boundingRect(room, _WRAPPED, row.text).height()
        if not row.uses:
            text += QFontMetrics(font).height() + 4
        chips = min(most_uses, _MOST + 1) * (self._chip(font) + _BETWEEN)
        return max(text, chips) + 2 * _PAD

    def card_at(self, point: QPoint, rect: QRect, uses: tuple[Use, ...], font: QFont) -> str:
        """Return the card whose chip is at a point of a cell; "" for none."""
        step = self._chip(font) + _BETWEEN
        number = (point.y() - rect.top() - _PAD) // step
        return uses[number].card if 0 <= number < min(len(uses), _MOST) else ""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, 40)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row, rect, theme = index.data(EvidenceModel.RowRole), option.rect, self._theme
        painter.fillRect(rect, QColor(theme["paper" if index.column() == 0 else "card"]))
        if index.column() == 0:
            self._draw_sentence(painter, rect, option.font, row)
        else:
            self._draw_uses(painter, rect, option.font, self._cells.uses_at(index), index.column())
        painter.setPen(QColor(theme["border"]))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(QPen(QColor(theme["accent"]), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _draw_sentence(self, painter: QPainter, rect: QRect, font: QFont, row: EvidenceRow) -> None:
        theme = self._theme
        bar = QRect(rect.left(), rect.top(), _BAR, rect.height())
        role = "warning" if row.is_unused else "muted" if not row.uses else "accent"
        if row.uses:
            painter.fillRect(bar, QColor(theme[role]))
        else:  # a broken bar, to be told from a whole one without its colour
            for top in range(rect.top(), rect.bottom(), 8):
                painter.fillRect(QRect(bar.left(), top, _BAR, 4), QColor(theme[role]))
        room = rect.adjusted(_BAR + _PAD, _PAD, -_PAD, -_PAD)
        if any(use.card == self._selected for use in row.uses):
            painter.fillRect(rect.adjusted(_BAR, 0, 0, 0), QColor(theme["mark"]))
            painter.setPen(QColor(theme["mark_text"]))
        else:
            painter.setPen(QColor(theme["text"]))
        painter.setFont(serif(font))
        painter.drawText(room, _WRAPPED, row.text)
        if not row.uses:
            words = (
                tr("○ Not used yet")
                if row.is_unused
                else tr("– Left out: {left_out}", left_out=row.left_out)
            )
            painter.setFont(font)
            painter.setPen(QColor(theme[role]))
            flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
            painter.drawText(room, int(flags), words)

    def _draw_uses(
        self, painter: QPainter, rect: QRect, font: QFont, uses: tuple[Use, ...], column: int
    ) -> None:
        color = self._cells.kinds[column - 1].color
        top, high = rect.top() + _PAD, self._chip(font)
        for use in uses[:_MOST]:
            chip = QRect(rect.left() + 6, top, rect.width() - 13, high)
            self._draw_chip(painter, chip, font, use, color)
            top += high + _BETWEEN
        if len(uses) > _MOST:
            painter.setFont(font)
            painter.setPen(QColor(self._theme["muted"]))
            more = QRect(rect.left() + 14, top, rect.width() - 20, high)
            painter.drawText(
                more,
                int(Qt.AlignmentFlag.AlignVCenter),
                tr("and {uses} more", uses=len(uses) - _MOST),
            )

    def _draw_chip(self, painter: QPainter, chip: QRect, font: QFont, use: Use, color: str) -> None:
        theme, against = self._theme, use.stance is Stance.DISPUTES
        chosen = use.card == self._selected
        edge = theme["bad"] if against else self._inks.edge(color)
        painter.setPen(QPen(QColor(theme["accent"] if chosen else edge), 2 if chosen else 1))
        painter.setBrush(QColor(theme["card"] if against else self._inks.tint(color)))
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        painter.setFont(font)
        painter.setPen(QColor(theme["bad"] if against else self._inks.ink(color)))
        room = chip.adjusted(9, 0, -8, 0)
        words = _SIGNS[use.stance] + self._cells.title_of(use)
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _chip(self, font: QFont) -> int:
        return QFontMetrics(font).height() + 5


def serif(font: QFont) -> QFont:
    """Return the letters of documents, a little larger."""
    letters = QFont(_SERIF)
    letters.setPixelSize(round(QFontInfo(font).pixelSize() * 1.12))
    return letters
