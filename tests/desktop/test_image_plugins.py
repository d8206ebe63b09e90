"""Qt finds plug-ins for JPEG and GIF, and for no other images."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from briefer.desktop.image_plugins import offer_few_formats

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere they stay as they are")


@pytest.fixture
def paths(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Where Qt is told to look; the tests' own process goes on as it is."""
    told: list[Path] = []
    monkeypatch.setattr(
        QCoreApplication, "setLibraryPaths", lambda paths: told.extend(map(Path, paths))
    )
    return told


def _as_they_are() -> list[Path]:
    return list(map(Path, QCoreApplication.libraryPaths()))


def test_there_is_nothing_for_images_but_jpeg_and_gif(tmp_path: Path, paths: list[Path]) -> None:
    offer_few_formats(tmp_path)
    images = {name.name for path in paths for name in path.glob("imageformats/*")}
    assert images == {"libqgif.so", "libqjpeg.so"}
    assert any((path / "platforms" / "libqxcb.so").exists() for path in paths)
    assert not any((path / "iconengines").exists() for path in paths)  # only SVG's


def test_the_links_are_made_once(tmp_path: Path, paths: list[Path]) -> None:
    offer_few_formats(tmp_path)
    made = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    offer_few_formats(tmp_path)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == made
    assert paths[: len(paths) // 2] == paths[len(paths) // 2 :]


def test_a_folder_without_images_stays_as_it_is(
    tmp_path: Path, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt adds the folder of the program as soon as there is an application."""
    program = tmp_path / "bin"
    (program / "platforms").mkdir(parents=True)
    monkeypatch.setattr(QCoreApplication, "libraryPaths", lambda: [str(program)])
    offer_few_formats(tmp_path / "kept")
    assert paths == [program]
    assert not (tmp_path / "kept").exists()


def test_a_decoder_that_is_not_there_is_not_linked(
    tmp_path: Path, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    images = tmp_path / "plugins" / "imageformats"
    images.mkdir(parents=True)
    (images / "libqjpeg.so").write_bytes(b"")
    (images / "libqtiff.so").write_bytes(b"")
    monkeypatch.setattr(QCoreApplication, "libraryPaths", lambda: [str(images.parent)])
    offer_few_formats(tmp_path / "kept")
    (narrowed,) = paths
    assert [name.name for name in (narrowed / "imageformats").iterdir()] == ["libqjpeg.so"]


def test_where_no_link_can_be_made_all_stays_as_it_is(tmp_path: Path, paths: list[Path]) -> None:
    (tmp_path / "kept").write_text("no folder")
    offer_few_formats(tmp_path / "kept")
    assert paths == _as_they_are()


def test_a_private_window_makes_none(tmp_path: Path, paths: list[Path]) -> None:
    offer_few_formats(tmp_path / "kept", may_write=False)
    assert paths == _as_they_are()
    assert not (tmp_path / "kept").exists()
