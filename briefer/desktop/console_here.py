"""What the room sees, and below it what the presenter should know about this card."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefer.desktop.console_facts import HereFacts
from briefer.desktop.console_head import ElidedWords, plain_label, show_sign
from briefer.desktop.overrides import override
from briefer.desktop.room_picture import slide_rect
from briefer.desktop.room_slides import Slides
from briefer.desktop.room_view import RoomViewWidget

_GAP = 4


class ConsoleHere(QWidget):
    """The picture at the top, as large as it fits, with its words right below it."""

    def __init__(self, slides: Slides, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slides = slides
        self.picture = RoomViewWidget(slides, self)
        self._words = QWidget(self)
        self.proof, self.time = ElidedWords("quiet", self._words), plain_label("cardTime", self)
        row = QHBoxLayout(self._words)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.proof, 1)
        row.addWidget(self.time)

    def show_here(self, facts: HereFacts) -> None:
        """Show what is known of the card, and how long it has been up."""
        self.proof.setText(facts.proof)
        self.time.setText(facts.time)
        show_sign(self.time, facts.sign)

    def fit(self) -> None:
        """Take the slide's shape."""
        low = self._words.sizeHint().height() + 2 * _GAP
        whole = QRectF(0, 0, self.width(), max(self.height() - low, 1))
        size = slide_rect(whole, self._slides.width).size().toSize()
        left = (self.width() - size.width()) // 2
        self.picture.setGeometry(left, 0, size.width(), size.height())
        self._words.setGeometry(left, size.height() + _GAP, size.width(), low - _GAP)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture in."""
        super().resizeEvent(event)
        self.fit()
