"""The speaker notes of the card that is shown, in letters of the presenter's choice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QFrame, QWidget

from briefer.desktop.rich_text import RichText
from briefer.desktop.room_styles import FAMILY, SlideLooks, slide_css
from briefer.desktop.theme import Theme
from briefer.language import tr

SIZES = (12, 14, 16, 18, 21, 24, 28, 32, 38, 44)  # pixels on a small laptop
NORMAL = 18
_NONE = tr("No notes for this card.")
_EMPTY = f'<p class="mark">{_NONE}</p>'
_SCROLL = 0.7  # of the pane, at a key


class ConsoleNotes(RichText):
    """Shows notes; it takes no focus, so that every key is the talk's."""

    size_changed = Signal(int)  # by the presenter

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self.setObjectName("notes")
        self.setAccessibleName(tr("Speaker notes"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme, self._html, self._color = theme, "", theme["muted"]
        self.size_in_pixels, self._scale = NORMAL, 1.0

    def show_notes(self, html: str, kind_color: str) -> None:
        """Show notes from their top."""
        self._html, self._color = html, kind_color
        self._render()

    def set_scale(self, scale: float) -> None:
        """Take letters for a larger screen."""
        self._scale = scale
        self._render()

    def step_size(self, by: int) -> None:
        """Take larger or smaller letters."""
        at = SIZES.index(self.size_in_pixels) + by
        self.set_size(SIZES[min(max(at, 0), len(SIZES) - 1)])
        self.size_changed.emit(self.size_in_pixels)

    def set_size(self, size: int) -> None:
        """Take letters of this size, or of the nearest that there is."""
        self.size_in_pixels = min(SIZES, key=lambda known: abs(known - size))
        self._render()

    def scroll(self, by: int) -> None:  # type: ignore[override]
        """Scroll down (1) or up (-1) by most of what is shown."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(by * _SCROLL * self.viewport().height()))

    def _render(self) -> None:
        size = round(self.size_in_pixels * self._scale)
        letters = QFont(FAMILY)
        letters.setPixelSize(size)
        css = slide_css(self._theme, size, self._color)
        self.set_style(letters, size, css)
        looks = SlideLooks(self._theme, size, self._color)
        self.set_looks(looks, QColor(self._theme["accent"]))
        self.show_html(self._html or _EMPTY)
