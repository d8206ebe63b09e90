"""Icon shapes <-> one PNG file that carries its own table of contents."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

_LARGEST = 2048  # pixels a side, and bytes in thousands: more is not ours
_COLUMNS = 16
_TABLE = "Briefer"  # the PNG's text with the version and the places of the masks


class MaskKey(NamedTuple):
    """An icon at one size in device pixels."""

    name: str
    side: int


def read_atlas(file: Path, version: str) -> dict[MaskKey, QImage]:
    """Return the masks of an atlas of this version; none when it is absent, old or damaged."""
    try:
        if not file.is_file() or file.stat().st_size > _LARGEST * 1000:
            return {}
    except OSError:
        return {}
    reader = QImageReader(str(file), b"png")
    reader.setAutoDetectImageFormat(False)
    if not _is_small(reader):
        return {}
    image = reader.read()
    return {} if image.isNull() else _cut(image, version)


def write_atlas(file: Path, version: str, masks: Mapping[MaskKey, QImage]) -> None:
    """Replace the atlas whole; a cache that cannot be written is left alone."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return
    from PySide6.QtCore import QSaveFile

    saving = QSaveFile(str(file))
    if saving.open(QSaveFile.OpenModeFlag.WriteOnly):
        _pasted(masks, version).save(saving, "PNG")  # type: ignore[call-overload]
        saving.commit()


def _is_small(reader: QImageReader) -> bool:
    size = reader.size()
    return size.isValid() and max(size.width(), size.height()) <= _LARGEST


def _cut(image: QImage, version: str) -> dict[MaskKey, QImage]:
    try:
        of_version, *lines = image.text(_TABLE).split("\n")
        places = [_place(line) for line in lines] if of_version == version else []
    except ValueError:
        return {}
    whole = image.rect()
    if not all(whole.contains(rect) for _, rect in places):
        return {}
    return {key: image.copy(rect) for key, rect in places}


def _place(line: str) -> tuple[MaskKey, QRect]:
    side, x, y, name = line.split(" ", 3)
    return MaskKey(name, int(side)), QRect(int(x), int(y), int(side), int(side))


def _pasted(masks: Mapping[MaskKey, QImage], version: str) -> QImage:
    places = []
    x = y = height = width = 0
    for index, key in enumerate(masks):
        if index % _COLUMNS == 0:
            x, y, height = 0, y + height, 0
        places.append((*key, x, y))
        x, height = x + key.side, max(height, key.side)
        width = max(width, x)
    image = QImage(max(width, 1), max(y + height, 1), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    for (_, _, left, top), mask in zip(places, masks.values(), strict=True):
        painter.drawImage(left, top, mask)
    painter.end()
    lines = (f"{side} {x} {y} {name}" for name, side, x, y in places)
    image.setText(_TABLE, "\n".join((version, *lines)))
    return image
