"""The console's first row: times, pace, what the room sees, marking, position."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from briefer.desktop.console_facts import TimeFacts
from briefer.desktop.theme_styles import show_label


class ConsoleHead(QWidget):
    """Shows what a glance must find."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.elapsed = plain_label("elapsed", self)
        self.rest = plain_label("quiet", self)
        self.pace = plain_label("pace", self)
        self.clock = plain_label("quiet", self)
        self.marking = plain_label("badge", self)
        self.position = plain_label("quiet", self)
        self._tags = tuple(plain_label("tag", self) for _ in range(3))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        left = (self.elapsed, self.rest, self.pace, self.clock, self.marking, *self._tags)
        for label in left:
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.position)

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
        self.marking.setText(marking)
        show_label(self.marking, marking)
        self.marking.setVisible(bool(marking))
        self.position.setText(position)

    def tags(self) -> tuple[str, ...]:
        """Return the tags that are shown."""
        return tuple(label.text() for label in self._tags if label.text())


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
