"""A panel beside a view whose words look as those of a card do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor, QFont, QFontInfo
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from briefer.desktop.card_looks import CardLooks
from briefer.desktop.card_styles import Sizes
from briefer.desktop.glance_view import Style
from briefer.desktop.rich_text import RichText

Margins = tuple[int, int, int, int]


class SheetPanel(QFrame):
    """Shows HTML in a card's letters and colours."""

    def __init__(
        self, name: str, style: Style, margins: Margins, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self._style = style
        self._text = RichText(parent=self)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(*margins)
        column.addWidget(self._text)

    def sizes(self) -> Sizes:
        """Return the lengths that go with the panel's letters."""
        return Sizes(QFontInfo(self.font()).pixelSize(), self._style.zoom)

    def length(self, letters: float) -> int:
        """Return a length of so many letters' heights; half of the zoom is enough here."""
        letter = QFontInfo(self.font()).pixelSize()
        return round(letter * letters * (1 + (self._style.zoom - 100) / 200))

    def show_html(self, html: str, css: str, color: str, color_of: Callable[[str], str]) -> None:
        """Show words; `color` is the edge of quotations, `color_of` tells a chip's by address."""
        theme, px = self._style.theme, self.sizes()
        letters = QFont(self.font())
        letters.setPixelSize(px(1.0))
        self._text.set_paper(theme)
        self._text.set_style(letters, px(1.8), css)
        self._text.set_looks(CardLooks(theme, px, color, color_of), QColor(theme["accent"]))
        self._text.show_html(html)
