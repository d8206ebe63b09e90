"""How a page of sentences and the cards that cite them is drawn, from pictures of both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QLine, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPainter, QPen

from briefer.briefing.model import Stance
from briefer.desktop.broken_lines import BrokenLines
from briefer.desktop.kind_header import Place
from briefer.desktop.kind_inks import KindInks
from briefer.desktop.pictures import Pictures
from briefer.desktop.theme import Theme
from briefer.language import ntr, tr
from briefer.views.evidence_map import EvidenceRow, Use

_SERIF = "Source Serif 4"
_PAD = 9  # pixels around a sentence
_BAR = 4  # pixels of the bar that says how a sentence is used
_MOST = 5  # cards that a cell names
_BETWEEN = 3  # pixels between two of them
_MOST_LINES = 1_000  # of a sentence: no row is cut, but for those that are not measured
_SIGNS = {Stance.SUPPORTS: "", Stance.DISPUTES: "≠ ", Stance.CONTEXT: "· "}
_VERTICALLY = int(Qt.AlignmentFlag.AlignVCenter)


class EvidencePainting:
    """Draws sentences in the documents' letters, and cards as chips in their kinds' colours."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        self._sentences, self._chips = Pictures(), Pictures()
        self._selected = ""
        self.set_look(theme, font)

    def set_look(self, theme: Theme, font: QFont) -> None:
        """Take other colours and letters."""
        self._theme, self._inks, self._font = theme, KindInks(theme), font
        self._serif = serif(font)
        self._lines = BrokenLines(self._serif)
        self._text_line = QFontMetrics(self._serif).lineSpacing()
        self._metrics = QFontMetrics(font)
        self._chip = self._metrics.height() + 5
        self._sentences.clear()
        self._chips.clear()

    def mark_card(self, card_id: str) -> None:
        """Mark a card wherever it cites."""
        self._selected = card_id

    def height(self, row: EvidenceRow, most_uses: int, width: int) -> int:
        """Return how high a row has to be, for a text column of this width."""
        text = self._lines.broken(row.text, self._room(width), _MOST_LINES).number * self._text_line
        if not row.uses:
            text += self._metrics.height() + 4
        chips = min(most_uses, _MOST + 1) * (self._chip + _BETWEEN)
        return max(text, chips) + 2 * _PAD

    def card_at(self, point: QPoint, rect: QRect, uses: tuple[Use, ...]) -> str:
        """Return the card whose chip is at a point of a cell; "" for none."""
        number = (point.y() - rect.top() - _PAD) // (self._chip + _BETWEEN)
        return uses[number].card if 0 <= number < min(len(uses), _MOST) else ""

    def draw_grounds(
        self, painter: QPainter, page: QRect, columns: Sequence[Place], rows: Sequence[Place]
    ) -> None:
        """Draw paper below the sentences, cards' ground below the chips, and lines between."""
        theme = self._theme
        painter.fillRect(page, QColor(theme["card"]))
        if not columns or not rows:
            return
        bottom, right = rows[-1].end + 1, columns[-1].end + 1
        if columns[0].number == 0:
            paper = QRect(columns[0].start, page.top(), columns[0].length, bottom - page.top())
            painter.fillRect(paper, QColor(theme["paper"]))
        painter.setPen(QPen(QColor(theme["border"])))
        ends = [row.end for row in rows]
        painter.drawLines([QLine(page.left(), end, right - 1, end) for end in ends])
        ends = [column.end for column in columns]
        painter.drawLines([QLine(end, page.top(), end, bottom - 1) for end in ends])

    def draw_sentence(self, painter: QPainter, rect: QRect, row: EvidenceRow) -> None:
        """Draw a sentence, with the bar that says how it is used."""
        width, height = rect.width() - 1, rect.height() - 1  # but for the lines
        marked = any(use.card == self._selected for use in row.uses)
        picture = self._sentences.get(
            (row.text, bool(row.uses), row.left_out, width, height, marked),
            painter.device().devicePixelRatioF(),
            width,
            height,
            lambda inner: self._sentence(inner, QRect(0, 0, width, height), row, marked),
        )
        painter.drawPixmap(rect.topLeft(), picture)

    def draw_uses(
        self,
        painter: QPainter,
        rect: QRect,
        uses: Sequence[Use],
        title_of: Callable[[Use], str],
        color: str,
    ) -> None:
        """Draw the cards of a cell in the colour of their kind."""
        ratio, width = painter.device().devicePixelRatioF(), rect.width() - 11
        left, top = rect.left() + 5, rect.top() + _PAD - 1
        for use in uses[:_MOST]:
            words = _SIGNS[use.stance] + title_of(use)
            against, chosen = use.stance is Stance.DISPUTES, use.card == self._selected
            chip = _Chip(words, width, color, against, chosen)
            draw = partial(self._draw_chip, chip)
            picture = self._chips.get(chip, ratio, width, self._chip + 2, draw)
            painter.drawPixmap(left, top, picture)
            top += self._chip + _BETWEEN
        if len(uses) > _MOST:
            rest = len(uses) - _MOST
            painter.setFont(self._font)
            painter.setPen(QColor(self._theme["muted"]))
            more = QRect(rect.left() + 14, top, rect.width() - 20, self._chip)
            painter.drawText(more, _VERTICALLY, ntr("and {n} more", "and {n} more", rest))

    def draw_ring(self, painter: QPainter, rect: QRect) -> None:
        """Draw a ring around the current cell."""
        painter.setPen(QPen(QColor(self._theme["accent"]), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _room(self, width: int) -> int:
        """Return the room for the words of a sentence in a column."""
        return width - 2 * _PAD - _BAR

    def _sentence(self, painter: QPainter, rect: QRect, row: EvidenceRow, marked: bool) -> None:
        theme, bar = self._theme, QRect(0, 0, _BAR, rect.height())
        role = "warning" if row.is_unused else "muted" if not row.uses else "accent"
        if row.uses:
            painter.fillRect(bar, QColor(theme[role]))
        else:  # a broken bar, to be told from a whole one without its colour
            for top in range(0, rect.height(), 8):
                painter.fillRect(QRect(0, top, _BAR, 4), QColor(theme[role]))
        if marked:
            painter.fillRect(rect.adjusted(_BAR, 0, 0, 0), QColor(theme["mark"]))
        room = rect.adjusted(_BAR + _PAD, _PAD, -_PAD, -_PAD)
        state = "" if row.uses else _state(row)
        high = room.height() - (self._metrics.height() + 4 if state else 0)
        most = max(1, (high + 2) // self._text_line)
        shown = self._lines.broken(row.text, self._room(rect.width() + 1), most)
        painter.setPen(QColor(theme["mark_text" if marked else "text"]))
        painter.setFont(self._serif)
        painter.drawText(room, int(Qt.TextFlag.TextDontClip), shown.words)
        if state:
            painter.setFont(self._font)
            painter.setPen(QColor(theme[role]))
            words = self._metrics.elidedText(state, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignBottom), words)

    def _draw_chip(self, chip: _Chip, painter: QPainter) -> None:
        theme, inks = self._theme, self._inks
        rect = QRectF(1, 1, chip.width - 2, self._chip)
        edge = theme["bad"] if chip.against else inks.edge(chip.color)
        pen = QPen(QColor(theme["accent"] if chip.chosen else edge), 2 if chip.chosen else 1)
        painter.setPen(pen)
        painter.setBrush(QColor(theme["card"] if chip.against else inks.tint(chip.color)))
        painter.drawRoundedRect(rect, self._chip / 2, self._chip / 2)
        painter.setFont(self._font)
        painter.setPen(QColor(theme["bad"] if chip.against else inks.ink(chip.color)))
        room = rect.adjusted(9, 0, -8, 0)
        shown = self._metrics.elidedText(chip.words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, _VERTICALLY, shown)


class _Chip(NamedTuple):
    words: str
    width: int
    color: str
    against: bool
    chosen: bool


def _state(row: EvidenceRow) -> str:
    if row.is_unused:
        return tr("○ Not used yet")
    return tr("– Left out: {why}", why=row.left_out)


def serif(font: QFont) -> QFont:
    """Return the letters of documents, a little larger."""
    letters = QFont(_SERIF)
    letters.setPixelSize(round(QFontInfo(font).pixelSize() * 1.12))
    return letters
