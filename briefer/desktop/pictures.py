"""Pictures that are drawn once and shown often, kept by all that they show."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeAlias

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap

Draw: TypeAlias = Callable[[QPainter], None]


class Pictures:
    """At most so many pictures; when there are more, all are drawn anew as they are asked for."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._drawn: dict[tuple[Hashable, float], QPixmap] = {}

    def clear(self) -> None:
        """Forget all: colours or letters are others."""
        self._drawn.clear()

    def get(self, key: Hashable, ratio: float, width: float, height: float, draw: Draw) -> QPixmap:
        """Return the picture of a key, drawn when it is not there; it is transparent at first.

        `key` says all that it shows; `ratio` is the device pixel ratio of where it is shown.
        """
        found = self._drawn.get((key, ratio))
        if found is None:
            if len(self._drawn) >= self._most:
                self._drawn.clear()
            found = self._drawn[key, ratio] = _drawn(ratio, width, height, draw)
        return found


def _drawn(ratio: float, width: float, height: float, draw: Draw) -> QPixmap:
    picture = QPixmap((QSizeF(width, height) * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter)
    painter.end()
    return picture
