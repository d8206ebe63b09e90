"""The next card on the console, with what might embarrass."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from briefer.desktop.console_facts import NextFacts
from briefer.desktop.console_head import plain_label, show_sign
from briefer.desktop.overrides import override
from briefer.desktop.room_slide import HEIGHT
from briefer.desktop.room_slides import Slides
from briefer.desktop.room_view import RoomViewWidget
from briefer.desktop.theme import Theme
from briefer.language import tr
from briefer.talk.talk import RoomView

_BAR = 6
_MARGINS = (18, 6, 18, 14)


class ConsoleNext(QFrame):
    """A card in short: kind, title, summary, marking and grades."""

    def __init__(self, theme: Theme, slides: Slides, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nextCard")
        self._theme = theme
        self._facts: NextFacts | None = None
        self._slides = slides
        self.picture = RoomViewWidget(slides, self)
        self._bar = QWidget(self)
        self._bar.setAutoFillBackground(True)
        self.kind = plain_label("nextKind", self)
        self.title = plain_label("nextTitle", self)
        self.summary = plain_label("nextSummary", self)
        self.grades = plain_label("nextFacts", self)
        self.marking = plain_label("nextMarking", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._bar)
        column.addWidget(self.picture)
        self._words = words = QVBoxLayout()
        for label in (self.kind, self.title, self.summary, self.grades, self.marking):
            label.setWordWrap(True)
            words.addWidget(label)
        column.addLayout(words)
        self.set_scale(1.0)

    def set_scale(self, scale: float) -> None:
        """Stand as far apart as the letters are large."""
        self._bar.setFixedHeight(round(_BAR * scale))
        self._words.setContentsMargins(*(round(scale * part) for part in _MARGINS))
        self._words.setSpacing(round(4 * scale))

    def show_next(self, facts: NextFacts, waiting: RoomView | None = None) -> None:
        """Show this card; with what waits behind a frozen room, a picture of that."""
        self.picture.setVisible(waiting is not None)
        self._bar.setVisible(waiting is None)
        if waiting is not None:
            self.picture.show_view(waiting)
        if facts == self._facts:
            return
        self._facts = facts
        self.kind.setText(facts.kind.upper())
        self.title.setText(facts.title)
        self.summary.setText(facts.summary)
        self.grades.setText(facts.grades)
        self.marking.setText(
            tr("Next marking: {marking}", marking=facts.marking) if facts.marking else ""
        )
        for label in (self.kind, self.summary, self.grades, self.marking):
            label.setVisible(bool(label.text()))
        for label in (self.kind, self.title, self.summary):
            label.setVisible(bool(label.text()) and waiting is None)
        color = self._theme.kind_color(facts.color) if facts.color else self._theme["muted"]
        for widget, role in (
            (self._bar, QPalette.ColorRole.Window),
            (self.kind, QPalette.ColorRole.WindowText),
        ):
            palette = widget.palette()
            palette.setColor(role, QColor(color))
            widget.setPalette(palette)
        sign = "bad" if facts.embarrassing else "plain"
        show_sign(self.grades, sign)
        self.setAccessibleName(tr("Next: {title}", title=facts.title))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the picture the slide's shape."""
        super().resizeEvent(event)
        self.picture.setFixedHeight(round(self.width() * HEIGHT / self._slides.width))
