"""Images of a briefing are decoded by what they are, not by what they are called."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from xml.etree.ElementTree import Element

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from briefer.briefing.files import Folder
from briefer.desktop import briefing_images
from briefer.desktop.briefing_images import CardImages, decoded, fitted
from briefer.desktop.image_html import ImageHtml


def png(width: int = 4, height: int = 2) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def test_a_png_is_an_image() -> None:
    assert decoded(png()).width() == 4


def test_an_svg_never_is() -> None:
    assert decoded(b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>').isNull()
    assert decoded(b"\x89PNG\r\n\x1a\n<svg/>").isNull()


def test_nothing_broken_is() -> None:
    for data in (b"", b"GIF89a", b"BM" + bytes(60), png()[:20]):
        assert decoded(data).isNull()


def test_a_bomb_is_refused_before_it_is_decoded() -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")
    assert decoded(bomb).isNull()


def test_an_image_is_no_wider_than_the_text_and_sharp() -> None:
    image = QImage(800, 400, QImage.Format.Format_RGB32)
    assert fitted(image, "", 500, 1.0).width() == 500
    assert fitted(image, "50%", 500, 2.0).width() == 500
    assert fitted(image, "100", 500, 2.0).deviceIndependentSize().width() == 100
    assert fitted(image, "9999", 500, 1.0).width() == 500
    assert fitted(QImage(), "", 500, 1.0).isNull()


def test_what_cannot_be_shown_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png())
    (tmp_path / "a.svg").write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg"/>')
    (tmp_path / "b.png").write_bytes(b"%PDF-1.7")
    images = ImageHtml(Folder(tmp_path))
    assert images.html(Element("img", src="a.png", alt="A")) == '<img src="image:/a.png" alt="A" />'
    for name in ("a.svg", "b.png", "none.png", "../a.png", "/etc/hostname"):
        said = images.html(Element("img", src=name, alt="A <chart>"))
        assert said == '<span class="muted">[Image: A &lt;chart&gt;]</span>'
    assert ">[Image: a.svg]<" in images.html(Element("img", src="a.svg", alt=""))


def test_images_past_what_a_card_decodes_are_said_in_words(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(briefing_images, "MOST_TOGETHER", 12)
    (tmp_path / "a.png").write_bytes(png())
    images = ImageHtml(Folder(tmp_path))
    written = [images.html(Element("img", src="a.png", alt="A")) for _ in range(3)]
    assert [line.startswith("<img") for line in written] == [True, True, False]


def test_the_images_of_a_card_are_bounded_together(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(briefing_images, "MOST_TOGETHER", 12)
    (tmp_path / "a.png").write_bytes(png())
    images = CardImages(Folder(tmp_path))
    assert [images.image("a.png").isNull() for _ in range(4)] == [False, False, True, True]
    assert not CardImages(Folder(tmp_path)).image("a.png").isNull()
