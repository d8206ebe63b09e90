"""Where icons come from, by name: what widgets are given to draw them."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QPixmap


class IconSource(Protocol):
    """Gives icons by their QtAwesome name."""

    def pixmap(self, name: str, color: str, size: int) -> QPixmap:
        """Return the icon in a colour "#rrggbb", `size` logical pixels square.

        Its device pixel ratio is the screen's. Null while the icon is not there yet.
        """
        ...
