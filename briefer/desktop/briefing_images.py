"""Images of a briefing, decoded without trusting their names or their sizes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from briefer.briefing.files import Files

_LARGEST_FILE = 50_000_000  # bytes
_MOST_PIXELS = 25_000_000
MOST_TOGETHER = 200_000_000  # pixels of one card: a second or two
_FORMATS = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
)


class CardImages:
    """The images of one card; when they have had many pixels together, no further is decoded."""

    def __init__(self, files: Files) -> None:
        self._files, self._pixels = files, 0

    def image(self, name: str) -> QImage:
        """Return an image of the briefing; a null one like `briefing_image`."""
        if self._pixels >= MOST_TOGETHER:
            return QImage()
        image = briefing_image(self._files, name)
        self._pixels += image.width() * image.height()
        return image


def briefing_image(files: Files, name: str) -> QImage:
    """Return an image of the briefing; a null one when it is missing, too large, or none."""
    try:
        data = files.read(name, _LARGEST_FILE)
    except Exception:  # a broken image is the briefing's fault, and its problem is told elsewhere
        return QImage()
    return decoded(data)


def pixels_of(files: Files, name: str) -> int:
    """Return how many pixels the head of an image promises; 0 for what is never shown."""
    try:
        data = files.read(name, _LARGEST_FILE)
    except Exception:  # as above
        return 0
    with _reader(data) as reader:
        return _pixels(reader)


def decoded(data: bytes) -> QImage:
    """Return the PNG, JPEG or GIF in these bytes; null for anything else. Never SVG."""
    with _reader(data) as reader:
        return reader.read() if reader is not None and _pixels(reader) else QImage()


@contextmanager
def _reader(data: bytes) -> Iterator[QImageReader | None]:
    """Give a reader whose format is pinned by the first bytes; None for another format."""
    kind = next((name for magic, name in _FORMATS if data.startswith(magic)), "")
    if not kind:
        yield None
        return
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setDecideFormatFromContent(False)
    yield reader


def _pixels(reader: QImageReader | None) -> int:
    """Return the number of pixels by the image's head; 0 when none or too many."""
    size = reader.size() if reader is not None else QSize()
    pixels = size.width() * size.height() if size.isValid() else 0
    return pixels if pixels <= _MOST_PIXELS else 0


def fitted(image: QImage, width: str, measure: int, ratio: float) -> QImage:
    """Return the image no wider than the text, sharp on a screen with this pixel ratio.

    `width` is what the briefing asks for: "320" pixels, "50%" of the measure, or "".
    """
    if image.isNull():
        return image
    wanted = image.width()
    if width.endswith("%"):
        wanted = measure * int(width[:-1]) // 100
    elif width:
        wanted = int(width)
    pixels = round(min(max(wanted, 1), max(measure, 1)) * ratio)
    scaled = image.scaledToWidth(pixels, Qt.TransformationMode.SmoothTransformation)
    scaled.setDevicePixelRatio(ratio)
    return scaled
