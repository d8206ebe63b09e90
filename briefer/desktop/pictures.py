"""Pictures that are drawn once and shown often, kept by all that they show."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeAlias

from PySide6.QtCore import QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap

Draw: TypeAlias = Callable[[QPainter], None]
_MOST = 4_000_000  # pixels of a device, 16 MB: what a large page shows twice over


class Pictures:
    """As many as there is room for; when that is used up, all are drawn anew as they are shown."""

    def __init__(self, most: int = _MOST) -> None:
        self._most, self._used = most, 0
        self._drawn: dict[tuple[Hashable, float], QPixmap] = {}

    def clear(self) -> None:
        """Forget all: colours or letters are others."""
        self._drawn.clear()
        self._used = 0

    def get(self, key: Hashable, ratio: float, width: float, height: float, draw: Draw) -> QPixmap:
        """Return the picture of a key, drawn when it is not there; it is transparent at first.

        `key` says all that it shows; `ratio` is the device pixel ratio of where it is shown.
        """
        found = self._drawn.get((key, ratio))
        if found is None:
            size = (QSizeF(width, height) * ratio).toSize()
            self._used += size.width() * size.height()
            if self._used > self._most:
                self.clear()
                self._used = size.width() * size.height()
            found = self._drawn[key, ratio] = _drawn(size, ratio, draw)
        return found


def _drawn(size: QSize, ratio: float, draw: Draw) -> QPixmap:
    picture = QPixmap(size)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter)
    painter.end()
    return picture
