"""A QtAwesome name -> its shape; importing this module costs as much as importing Qt."""

from __future__ import annotations

import qtawesome
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage


def draw_mask(name: str, fallback: str, side: int) -> QImage:
    """Return the icon in black, `side` device pixels square; the fallback for unknown names."""
    size = QSize(side, side)
    try:
        icon = qtawesome.icon(name, color="black")
    except Exception:  # qtawesome raises the bare class for a name that it does not know
        icon = qtawesome.icon(fallback, color="black")
    pixmap = icon.pixmap(size, 1.0)
    image: QImage = pixmap.toImage()
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
