"""Theme, sizes and kinds -> how the chips and boxes of a card look."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor

from briefer.desktop.card_styles import SIDE, Box, Sizes
from briefer.desktop.decorations import Chip, Frame
from briefer.desktop.theme import Theme


class CardLooks:
    """The looks of one card: `own` is its kind's colour, `color_of` tells a chip's by address."""

    def __init__(self, theme: Theme, px: Sizes, own: str, color_of: Callable[[str], str]) -> None:
        self._theme = theme
        self._px = px
        self._own = theme.kind_color(own)
        self._color_of = color_of
        self._chips: dict[str, Chip | None] = {}
        self._kinds: dict[str, Chip] = {}

    def chip(self, address: str) -> Chip | None:
        """Return how a link's ground looks; None for a link in running text."""
        if address not in self._chips:
            self._chips[address] = self._new_chip(address)
        return self._chips[address]

    def frame(self, state: int) -> Frame | None:
        """Return how the box looks that blocks with this user state stand in."""
        bars = {
            Box.QUOTE: self._own,
            Box.WRONG: self._theme["bad"],
            Box.CALLOUT: self._theme["warning"],
            Box.CODE: self._theme["border"],
        }
        px = self._px
        fill, bar = QColor(self._theme["quotation"]), QColor(bars[Box(state - state % 10)])
        return Frame(fill, bar, px(0.25), px(0.85), px(SIDE), px(0.5))

    def _of_kind(self, color: str) -> Chip:
        if color not in self._kinds:
            fill = QColor(self._theme.kind_tint(color))
            edge = QColor(self._theme.kind_edge(color))
            px = self._px
            self._kinds[color] = Chip(fill, edge, px(0.26), px(0.4), px(1.2))
        return self._kinds[color]

    def _new_chip(self, address: str) -> Chip | None:
        scheme, _, rest = address.partition(":")
        theme, px = self._theme, self._px
        if scheme in ("chip", "kind"):
            return self._of_kind(self._color_of(address))
        if scheme == "command":
            fill = QColor(theme["accent"] if rest == "read" else theme["panel"])
            edge = QColor(theme["accent"] if rest == "read" else theme["border"])
            return Chip(fill, edge, px(0.4), px(0.5), px(0.5))
        if scheme == "fold":
            return Chip(QColor(theme["hover"]), QColor(theme["border"]), px(0.3), px(0.4), px(0.5))
        return None
