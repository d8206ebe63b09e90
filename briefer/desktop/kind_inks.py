"""A theme's colours for kinds, reckoned once: a painter asks for them with every card."""

from __future__ import annotations

from briefer.desktop.card_styles import ink
from briefer.desktop.theme import Theme, contrast


class KindInks:
    """The colours that a theme makes of a kind's own."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._known: dict[str, tuple[str, str, str, str]] = {}
        self._chosen: dict[str, str] = {}

    def ink(self, color: str) -> str:
        """Return the colour of words on the kind's chips and on cards."""
        return self._of(color)[0]

    def color(self, color: str) -> str:
        """Return the colour of stripes and icons."""
        return self._of(color)[1]

    def tint(self, color: str) -> str:
        """Return the pale ground of chips."""
        return self._of(color)[2]

    def edge(self, color: str) -> str:
        """Return the outline of chips."""
        return self._of(color)[3]

    def chosen(self, color: str) -> str:
        """Return a colour of words, or another where it can't be read on what is chosen."""
        if color not in self._chosen:
            theme = self._theme
            is_read = contrast(color, theme["selection"]) >= 4.5
            self._chosen[color] = color if is_read else theme["selected_text"]
        return self._chosen[color]

    def _of(self, color: str) -> tuple[str, str, str, str]:
        if color not in self._known:
            theme = self._theme
            self._known[color] = (
                ink(theme, color),
                theme.kind_color(color),
                theme.kind_tint(color),
                theme.kind_edge(color),
            )
        return self._known[color]
