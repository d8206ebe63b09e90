"""An open package -> its entries, or the sentence that refuses it; nothing is unpacked for that.

The ZIP format's own words (APPNOTE 6.3): an end record names the directory, which names the
entries, each of which has a header of its own in front of its data. zipfile believes the directory
and reads entries that overlap or that call themselves otherwise in front of their data: here all
three have to agree, and no two entries share a byte.
"""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from briefer.briefing.package_names import folded_name, normal_name, strangeness
from briefer.language import tr

MOST_ENTRIES = 20_000
MOST_BYTES = 1024**3  # of all entries, unpacked
MOST_RATIO = 200
_DIRECTORY_LIMIT = 8 * 1024**2  # 20,000 names of 350 bytes

_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s4B4HL2L5H2L")
_LOCAL = struct.Struct("<4s2B4HL2L2H")
_LONGEST_COMMENT = 0xFFFF
_ENCRYPTED, _UTF_8 = 0x1, 0x800
STORED, DEFLATED = 0, 8
_AGAIN = tr("Ask for it to be packed again with “briefer pack”.")


class FaultyPackageError(Exception):
    """Why a package is refused: sentences for people, without the package's name."""

    def __init__(self, said: str, code: str = "package-damaged") -> None:
        super().__init__(said)
        self.said, self.code = said, code


class Entry(NamedTuple):
    """One file in a package; sizes in bytes."""

    name: str
    data: int  # where its packed bytes begin
    packed: int
    size: int
    crc: int
    method: int


class _Central(NamedTuple):
    """An entry as the directory tells of it."""

    raw: bytes  # its name
    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    mode: int
    header: int


def bytes_at(file: BinaryIO, start: int, length: int) -> bytes:
    """Return bytes of a file; fewer where it ends."""
    file.seek(start)
    return file.read(length)


def read_entries(file: BinaryIO) -> tuple[Entry, ...]:
    """Return the files of a package, sorted by name; raises FaultyPackageError."""
    length = os.fstat(file.fileno()).st_size
    count, start, size = _end_record(file, length)
    directory = bytes_at(file, start, size)
    found = tuple(_central_entries(directory, count))
    _refuse_bulk(found)
    _refuse_doubles(found)
    entries = tuple(_entry(file, central) for central in found)
    _refuse_overlaps(found, entries, start)
    files = (entry for entry in entries if not entry.name.endswith("/"))
    return tuple(sorted(files))


def _end_record(file: BinaryIO, length: int) -> tuple[int, int, int]:
    """Return how many entries the directory has, where it begins, and how long it is."""
    tail_start = max(0, length - _END.size - _LONGEST_COMMENT)
    tail = bytes_at(file, tail_start, length - tail_start)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        raise FaultyPackageError(
            "is not a packed briefing, or only a part of one. Copy or download it again."
        )
    _, disk, first, here, count, size, start, comment = _END.unpack_from(tail, at)
    if disk or first or here != count:
        raise FaultyPackageError(f"is one part of a package in several parts. {_AGAIN}")
    if count > MOST_ENTRIES or size > _DIRECTORY_LIMIT:
        raise FaultyPackageError(
            f"holds more than {MOST_ENTRIES:,} files. {_AGAIN}", "package-too-large"
        )
    if start + size != tail_start + at or len(tail) - at != _END.size + comment:
        raise FaultyPackageError(
            f"holds bytes that belong to none of its files, so it was changed on its way. {_AGAIN}"
        )
    return count, start, size


def _central_entries(directory: bytes, count: int) -> Iterator[_Central]:
    at = 0
    for _ in range(count):
        if len(directory) - at < _CENTRAL.size or directory[at : at + 4] != b"PK\x01\x02":
            raise FaultyPackageError(f"has a damaged list of its files. {_AGAIN}")
        fields = _CENTRAL.unpack_from(directory, at)
        flags, method = fields[5], fields[6]
        crc, packed, size, name_length, extra, comment = fields[9:15]
        at += _CENTRAL.size
        raw = directory[at : at + name_length]
        at += name_length + extra + comment
        mode = fields[17] >> 16
        yield _Central(raw, _name(raw, flags), flags, method, crc, packed, size, mode, fields[18])
    if at != len(directory):
        raise FaultyPackageError(f"has a damaged list of its files. {_AGAIN}")


def _name(raw: bytes, flags: int) -> str:
    try:
        name = raw.decode("utf-8" if flags & _UTF_8 or not raw.isascii() else "ascii")
    except UnicodeDecodeError:
        shown = raw.decode("cp437")
        raise FaultyPackageError(
            f"has a file whose name is not UTF-8: {_shown(shown)}. {_AGAIN}", "package-name"
        ) from None
    if said := strangeness(name.removesuffix("/")):
        raise FaultyPackageError(
            f"has a file whose name {said}: {_shown(name)}. Nothing of it was read; do not trust"
            " it, and ask who sent it.",
            "package-name",
        )
    return normal_name(name)


def _refuse_bulk(found: Iterable[_Central]) -> None:
    whole = 0
    for entry in found:
        whole += entry.size
        if entry.size > MOST_RATIO * max(entry.packed, 1):
            raise FaultyPackageError(
                f"would swell {_shown(entry.name)} to more than {MOST_RATIO} times its size when"
                " read. Nothing of it was read; do not trust it, and ask who sent it.",
                "package-too-large",
            )
    if whole > MOST_BYTES:
        raise FaultyPackageError(
            "holds more than 1 GB when unpacked. Make its documents or images smaller.",
            "package-too-large",
        )


def _refuse_doubles(found: Iterable[_Central]) -> None:
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    for entry in found:
        name = entry.name.removesuffix("/")
        folded = folded_name(name)
        is_folder = entry.name.endswith("/")
        if folded in files or (not is_folder and folded in folders):
            other = files.get(folded) or folders[folded]
            _refuse_double(other, name)
        if is_folder:
            folders.setdefault(folded, name)
        else:
            files[folded] = name
        _note_folders(name, folded, files, folders)


def _note_folders(name: str, folded: str, files: dict[str, str], folders: dict[str, str]) -> None:
    at = folded.rfind("/")
    while at > 0 and folded[:at] not in folders:
        if folded[:at] in files:
            _refuse_double(files[folded[:at]], name)
        folders[folded[:at]] = folded[:at]
        at = folded.rfind("/", 0, at)


def _refuse_double(one: str, other: str) -> None:
    raise FaultyPackageError(
        f"has two files that some systems take for one: {_shown(one)} and {_shown(other)}."
        f" {_AGAIN}",
        "package-name",
    )


def _entry(file: BinaryIO, central: _Central) -> Entry:
    """Return the entry, once the header in front of its data has said the same of it."""
    _refuse_special(central)
    head = bytes_at(file, central.header, _LOCAL.size + len(central.raw))
    if len(head) < _LOCAL.size + len(central.raw) or head[:4] != b"PK\x03\x04":
        raise _lying(central)
    fields = _LOCAL.unpack_from(head)
    flags, method = fields[3], fields[4]
    told, name_length, extra = fields[7:10], fields[10], fields[11]
    later = bool(flags & 0x8) and told == (0, 0, 0)  # told behind the data, as streams do
    agrees = later or told == (central.crc, central.packed, central.size)
    same_name = name_length == len(central.raw) and head[_LOCAL.size :] == central.raw
    same_way = method == central.method and not (flags ^ central.flags) & _ENCRYPTED
    whole = method != STORED or central.packed == central.size
    if not (agrees and same_name and same_way and whole):
        raise _lying(central)
    data = central.header + _LOCAL.size + name_length + extra
    return Entry(central.name, data, central.packed, central.size, central.crc, method)


def _refuse_special(central: _Central) -> None:
    shown = _shown(central.name)
    kind = stat.S_IFMT(central.mode)
    is_folder = central.name.endswith("/")
    if kind == stat.S_IFLNK:
        raise FaultyPackageError(f"holds a link instead of a file: {shown}. {_AGAIN}")
    if kind not in {0, stat.S_IFDIR if is_folder else stat.S_IFREG}:
        raise FaultyPackageError(f"holds what is not an ordinary file: {shown}. {_AGAIN}")
    if is_folder and central.size:
        raise _lying(central)
    if central.flags & _ENCRYPTED:
        raise FaultyPackageError(
            f"is locked with a password: {shown}. Unpack it to a folder and open that."
        )
    if central.method not in {STORED, DEFLATED}:
        raise FaultyPackageError(
            f"packs {shown} in a way that Briefer does not read (method {central.method}). {_AGAIN}"
        )
    if 0xFFFFFFFF in (central.packed, central.size, central.header):
        raise FaultyPackageError(
            f"packs {shown} as if it were larger than 4 GB. {_AGAIN}", "package-too-large"
        )


def _lying(central: _Central) -> FaultyPackageError:
    return FaultyPackageError(
        tr(
            "says of {shown} in its list of files what is not so in front of the file. "
            "Nothing of it was read; copy or download it again, and if that does not help "
            "ask who sent it.",
            shown=_shown(central.name),
        )
    )


def _refuse_overlaps(found: Iterable[_Central], entries: Iterable[Entry], directory: int) -> None:
    places = sorted(
        (central.header, entry.data + entry.packed, entry.name)
        for central, entry in zip(found, entries, strict=True)
    )
    free, before = 0, ""
    for start, end, name in [*places, (directory, directory, tr("its list of files"))]:
        if start < free:
            raise FaultyPackageError(
                f"has files that overlap: {_shown(before)} and {_shown(name)}. Nothing of it was"
                " read; do not trust it, and ask who sent it."
            )
        free, before = end, name


def _shown(name: str) -> str:
    """Return a name as a sentence may hold it: every character to be seen, and not too many."""
    cut = name if len(name) <= 80 else name[:79] + "…"
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in cut)
