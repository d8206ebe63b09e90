"""Qt's plug-ins, without those that decode images which no briefing may show.

Qt looks for plug-ins of each sort in every folder of a list. Those folders are replaced by folders
of links to the same plug-ins, in which there is nothing for images but JPEG and GIF: TIFF, SVG, PDF
and the like cannot be loaded by anything in the process then. Made once, and kept in the cache.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from zlib import crc32

from PySide6 import __version__
from PySide6.QtCore import QCoreApplication

_WANTED = ("libqgif.so", "libqjpeg.so")  # PNG is built in
_IMAGES, _SVG_ICONS = "imageformats", "iconengines"


def offer_few_formats(kept: Path, *, may_write: bool = True) -> None:
    """Narrow what Qt can load; before the application is made. `kept` is a folder for the links.

    Where there are no links and none can be made, Qt's own folders stay.
    """
    if sys.platform != "linux":
        return
    paths = QCoreApplication.libraryPaths()
    narrowed = [_narrowed(path, kept, may_write=may_write) for path in paths]
    QCoreApplication.setLibraryPaths(narrowed)


def _narrowed(path: str, kept: Path, *, may_write: bool) -> str:
    if not (Path(path) / _IMAGES).is_dir():
        return path  # the application's own folder, say
    links = kept / f"plugins-{crc32(f'{path} {__version__}'.encode()):08x}"
    if not links.is_dir():
        if not may_write:
            return path
        try:
            _link(Path(path), links)
        except OSError:
            return path
    return str(links)


def _link(plugins: Path, links: Path) -> None:
    """Make the folder whole, under its own name only when it is: others may start meanwhile."""
    made = links.with_suffix(f".{os.getpid()}")
    (made / _IMAGES).mkdir(parents=True)
    for sort in plugins.iterdir():
        if sort.name not in (_IMAGES, _SVG_ICONS):
            (made / sort.name).symlink_to(sort)
    for image in (plugins / _IMAGES).iterdir():
        if image.name in _WANTED:
            (made / _IMAGES / image.name).symlink_to(image)
    made.rename(links)
