"""Decoders of image formats that no briefing may use are never loaded."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefer.resources import built_in_briefing

_WINDOW = """
import re, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox
from briefer.app import run
from briefer.desktop.briefing_images import briefing_image
from briefer.briefing.files import Folder
folder = Path(sys.argv[1])
def painted():
    for name in sorted((folder / "images").iterdir()):
        image = briefing_image(Folder(folder), f"images/{name.name}")
        print(name.name, image.width())
    global box, tick  # whose arrow and tick are pictures of the themes
    box, tick = QComboBox(), QCheckBox()
    box.addItem("Words")
    tick.setChecked(True)
    box.grab()
    tick.grab()
    QTimer.singleShot(300, close)
def close():
    maps = open("/proc/self/maps").read()
    print(*sorted(set(re.findall(r"plugins/imageformats/lib(q\\w+)", maps))))
    print(*sorted(set(re.findall(r"plugins/platforms/lib(q\\w+)", maps))))
    print(*sorted(bytes(name).decode() for name in QImageReader.supportedImageFormats()))
    QApplication.closeAllWindows()
home = folder.parent
run(folder, data_folder=home / "data", cache_folder=home / "cache", on_painted=painted)
"""
_IMAGES = ("PNG", "JPEG", "GIF", "TIFF", "TGA", "WEBP", "ICO", "BMP", "PPM", "ICNS", "PDF")
_SHOWN = {"GIF", "JPEG", "PNG"}
_BUILT_IN = {"bmp", "pbm", "pgm", "png", "ppm", "xbm", "xpm"}  # none may be taken out of Qt
_OFFERED = _BUILT_IN | {"gif", "jfif", "jpeg", "jpg"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The built-in briefing with an image of every sort on its first card, under two names each."""
    from PIL import Image

    folder = shutil.copytree(built_in_briefing(), tmp_path / "briefing")
    (folder / "images").mkdir()
    shown = []
    for kind in _IMAGES:
        for name in (kind.lower(), f"{kind.lower()}.png"):
            Image.new("RGB", (16, 16)).save(folder / "images" / name, format=kind)
            shown.append(f"![{kind}](images/{name})")
    for name in ("svg", "svg.png"):
        svg = '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"/>'
        (folder / "images" / name).write_text(svg)
        shown.append(f"![SVG](images/{name})")
    cards = folder / "breakdown" / "1-overview.md"
    cards.write_text(cards.read_text() + "\n" + "\n".join(shown) + "\n")
    return folder


@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells what is loaded")
def test_only_png_jpeg_and_gif_are_decoded_and_no_other_decoder_is_loaded(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _WINDOW, folder], capture_output=True, text=True, check=True
    )
    *images, formats, platforms, offered = done.stdout.splitlines()
    decoded = {line.split()[0] for line in images if line.split()[1] == "16"}
    assert decoded == {f"{k.lower()}{end}" for k in _SHOWN for end in ("", ".png")}
    assert len(images) == 2 * len(_IMAGES) + 2
    assert formats.split() == ["qgif", "qjpeg"]
    assert platforms.split() == ["qoffscreen"]
    assert set(offered.split()) == _OFFERED
