"""The console's first row: times, pace, what the room sees, marking, position."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from briefer.desktop.console_facts import TimeFacts
from briefer.desktop.overrides import override
from briefer.desktop.theme_styles import show_label
from briefer.desktop.tooltips import plain_tooltip

_MARKING = 0.22  # of the width, at most


class ConsoleHead(QWidget):
    """Shows what a glance must find."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.elapsed = plain_label("elapsed", self)
        self.rest = plain_label("quiet", self)
        self.pace = plain_label("pace", self)
        self.clock = plain_label("quiet", self)
        self.marking = plain_label("badge", self)
        self.position = ElidedWords("quiet", self)
        self._tags = tuple(plain_label("tag", self) for _ in range(3))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        left = (self.elapsed, self.rest, self.pace, self.clock, self.marking, *self._tags)
        for label in left:
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.position, 1)
        self.position.setAlignment(Qt.AlignmentFlag.AlignRight)

    def set_scale(self, scale: float) -> None:
        """Stand as far apart as the letters are large."""
        self._row.setSpacing(round(20 * scale))

    def show_time(self, facts: TimeFacts) -> None:
        """Show the times; called every second and more."""
        self.elapsed.setText(facts.elapsed)
        self.rest.setText(facts.rest)
        self.rest.setVisible(bool(facts.rest))
        self.pace.setVisible(bool(facts.pace))
        self.pace.setText(facts.pace)
        show_sign(self.pace, facts.sign)
        now = QDateTime.currentDateTime().time()
        self.clock.setText(QLocale().toString(now, QLocale.FormatType.ShortFormat))

    def show_state(self, tags: tuple[str, ...], marking: str, position: str) -> None:
        """Show what the room sees, its marking, and where the run stands."""
        for label, words in zip(self._tags, (*tags, "", "", ""), strict=False):
            label.setText(words)
            label.setVisible(bool(words))
        most = max(round(self.width() * _MARKING), 1)
        metrics, end = self.marking.fontMetrics(), Qt.TextElideMode.ElideRight
        self.marking.setText(metrics.elidedText(marking, end, most))
        self.marking.setToolTip(plain_tooltip(marking))
        show_label(self.marking, marking)
        self.marking.setVisible(bool(marking))
        self.position.setText(position)

    def tags(self) -> tuple[str, ...]:
        """Return the tags that are shown."""
        return tuple(label.text() for label in self._tags if label.text())


class ElidedWords(QLabel):
    """A plain label that never asks for more room than there is, and ends in … instead."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for no width."""
        return QSize(0, super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as there is room for."""
        painter, room = QPainter(self), self.contentsRect()
        end = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.text(), end, room.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        where = (self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask) | (
            Qt.AlignmentFlag.AlignVCenter
        )
        painter.drawText(room, int(where), shown)


def show_sign(label: QLabel, sign: str) -> None:
    """Let a label look good, warning, bad or plain, as the style sheet has it."""
    if label.property("sign") != sign:
        label.setProperty("sign", sign)
        label.style().unpolish(label)
        label.style().polish(label)


def plain_label(name: str, parent: QWidget) -> QLabel:
    """Return a label that takes its words as they are; the style sheet knows it by its name."""
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
