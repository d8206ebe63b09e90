"""A PDF's pages -> their sizes, and pixels for the screen."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass

# PDFium is not made for two threads at once, not even in two documents.
_PDFIUM = threading.Lock()


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as pixels: 4 bytes each, blue, green, red and one unused, rows of `stride` bytes."""

    number: int  # counts from 0
    scale: float  # pixels per point
    width: int
    height: int
    stride: int
    pixels: bytes


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Return width and height of each page in points."""
    import pypdfium2

    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return tuple(document.get_page_size(number) for number in range(len(document)))
        finally:
            document.close()


def render_pages(pdf: bytes, numbers: Iterable[int], scale: float) -> tuple[PageImage, ...]:
    """Return pages as pixels at a scale in pixels per point."""
    import pypdfium2

    images = []
    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            for number in numbers:
                page = document[number]
                images.append(_rendered(page, number, scale))
                page.close()
        finally:
            document.close()
    return tuple(images)


def _rendered(page: object, number: int, scale: float) -> PageImage:
    bitmap = page.render(scale=scale, prefer_bgrx=True, maybe_alpha=False)  # type: ignore[attr-defined]
    try:
        pixels = bytes(bitmap.buffer)
        return PageImage(number, scale, bitmap.width, bitmap.height, bitmap.stride, pixels)
    finally:
        bitmap.close()
