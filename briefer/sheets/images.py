"""Image files of a briefing -> pictures for Typst: PNG, JPEG and GIF, told by their bytes."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefer.briefing.files import Files

_BYTES = 20_000_000
_PIXELS = 25_000_000
_WIDEST, _HIGHEST = 400.0, 480.0  # points


@dataclass(slots=True)
class Pictures:
    """The pictures met so far: file names in the typesetter's folder, and their bytes."""

    files: Files
    assets: dict[str, bytes] = field(default_factory=dict)
    _known: dict[str, tuple[str, int, int] | None] = field(default_factory=dict)

    def take(self, source: str, width: str) -> dict[str, Any] | None:
        """Return the name to give Typst and the size in points; None when it can't be printed."""
        if source not in self._known:
            self._known[source] = self._read(source)
        known = self._known[source]
        if known is None:
            return None
        name, wide, high = known
        shown = min(_points(width, wide), _HIGHEST * wide / high)
        return {"file": name, "width": shown, "height": shown * high / wide}

    def _read(self, source: str) -> tuple[str, int, int] | None:
        try:
            data = self.files.read(source, _BYTES)
        except Exception:  # missing, outside or too large: its alternative text is printed
            return None
        shape = _shape(data)
        if shape is None or not 0 < shape[1] * shape[2] <= _PIXELS:
            return None
        name = f"image-{len(self.assets)}.{shape[0]}"
        self.assets[name] = data
        return name, shape[1], shape[2]


def _points(width: str, pixels: int) -> float:
    if width.endswith("%") and width[:-1].isdecimal():
        return max(0.1, min(1.0, int(width[:-1][:4]) / 100)) * _WIDEST
    wanted = int(width[:6]) if width.isdecimal() else pixels
    return max(8.0, min(_WIDEST, wanted * 0.75))


def _shape(data: bytes) -> tuple[str, int, int] | None:
    """Return format, width and height in pixels, from the first bytes; None when not known."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) > 24:
        return "png", *struct.unpack(">II", data[16:24])
    if data.startswith((b"GIF87a", b"GIF89a")) and len(data) > 10:
        return "gif", *struct.unpack("<HH", data[6:10])
    if data.startswith(b"\xff\xd8\xff"):
        return _jpeg_shape(data)
    return None


def _jpeg_shape(data: bytes) -> tuple[str, int, int] | None:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return "jpg", width, height
        at += 2 + max(length, 2)
    return None
