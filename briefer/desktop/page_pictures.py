"""A rendered page -> an image of Qt's."""

from __future__ import annotations

from PySide6.QtGui import QImage

from briefer.sheets.page_images import PageImage


def picture_of(page: PageImage) -> QImage:
    """Return the page as an image that owns its pixels."""
    kind = QImage.Format.Format_RGB32
    return QImage(page.pixels, page.width, page.height, page.stride, kind).copy()
