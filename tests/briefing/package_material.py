"""Packages of every sort, honest and not: written byte by byte, so that each part can lie."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field
from pathlib import Path

from tests.briefing.conftest import ARTICLE, MANIFEST

BREAKDOWN = "# Channels\n\n## Line\nA line.\n"


@dataclass
class Part:
    """An entry; what is left at None is told truly."""

    name: bytes
    data: bytes = b""
    method: int = 8
    flags: int = 0x800
    mode: int = 0o100644
    size: int | None = None
    packed: int | None = None
    local_name: bytes | None = None
    local_size: int | None = None
    crc: int | None = None
    header: int | None = None
    content: bytes = field(init=False)

    def __post_init__(self) -> None:
        deflated = zlib.compressobj(9, zlib.DEFLATED, -15)
        raw = deflated.compress(self.data) + deflated.flush()
        self.content = self.data if self.method == 0 else raw
        self.size = len(self.data) if self.size is None else self.size
        self.packed = len(self.content) if self.packed is None else self.packed
        self.local_size = self.size if self.local_size is None else self.local_size
        self.crc = zlib.crc32(self.data) if self.crc is None else self.crc
        self.local_name = self.name if self.local_name is None else self.local_name

    def local(self) -> bytes:
        head = struct.pack(
            "<4s5H3L2H", b"PK\x03\x04", 20, self.flags, self.method, 0, 33, self.crc,
            self.packed, self.local_size, len(self.local_name), 0,
        )  # fmt: skip
        return head + self.local_name + self.content

    def central(self, at: int) -> bytes:
        head = struct.pack(
            "<4s6H3L5H2L", b"PK\x01\x02", 0x314, 20, self.flags, self.method, 0, 33, self.crc,
            self.packed, self.size, len(self.name), 0, 0, 0, 0, self.mode << 16,
            at if self.header is None else self.header,
        )  # fmt: skip
        return head + self.name


def usual() -> list[Part]:
    return [
        Part(b"briefing.toml", MANIFEST.encode()),
        Part(b"breakdown.md", BREAKDOWN.encode()),
        Part(b"documents/article.txt", ARTICLE.encode()),
    ]


def packed(parts: list[Part], *, count: int | None = None, disk: int = 0) -> bytes:
    body, directory = bytearray(), bytearray()
    for part in parts:
        directory += part.central(len(body))
        body += part.local()
    count = len(parts) if count is None else count
    end = struct.pack(
        "<4s4H2LH", b"PK\x05\x06", disk, 0, count, count, len(directory), len(body), 0
    )
    return bytes(body + directory + end)


def write_package(folder: Path, parts: list[Part], name: str = "x.briefing") -> Path:
    path = folder / name
    path.write_bytes(packed(parts))
    return path
