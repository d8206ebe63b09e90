"""Icons from the atlas, and the atlas itself."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage

from briefer.desktop.icon_atlas import MaskKey, read_atlas, write_atlas
from briefer.desktop.icons import Icons
from briefer.desktop.theme import load_theme
from briefer.resources import themes_folder
from tests.desktop.program_material import HandJobs

NAME = "mdi6.phone-outline"


def mask(side: int, color: str = "black") -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(color))
    return image


@pytest.fixture
def jobs() -> HandJobs:
    return HandJobs()


def test_masks_come_back_as_they_were_written(qapp, tmp_path) -> None:
    masks = {MaskKey(f"mdi6.n{n}", side): mask(side) for n in range(20) for side in (16, 24)}
    write_atlas(tmp_path / "cache" / "icons.png", "1", masks)
    read = read_atlas(tmp_path / "cache" / "icons.png", "1")
    assert list(read) == list(masks)
    assert all(read[key].size() == masks[key].size() for key in masks)
    assert all(read[key].pixelColor(3, 3) == QColor("black") for key in masks)


def test_an_atlas_of_another_version_is_not_used(qapp, tmp_path) -> None:
    write_atlas(tmp_path / "icons.png", "1", {MaskKey(NAME, 16): mask(16)})
    assert read_atlas(tmp_path / "icons.png", "2") == {}


@pytest.mark.parametrize("content", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 40])
def test_a_broken_atlas_is_as_good_as_none(qapp, tmp_path, content) -> None:
    (tmp_path / "icons.png").write_bytes(content)
    assert read_atlas(tmp_path / "icons.png", "1") == {}


def test_an_atlas_cut_short_never_fails(qapp, tmp_path) -> None:
    file = tmp_path / "icons.png"
    write_atlas(file, "1", {MaskKey(NAME, 16): mask(16)})
    whole = file.read_bytes()
    for length in range(0, len(whole), 7):
        file.write_bytes(whole[:length])
        assert len(read_atlas(file, "1")) <= 1


def test_a_folder_that_cannot_be_written_is_left_alone(qapp, tmp_path) -> None:
    (tmp_path / "file").write_text("in the way")
    write_atlas(tmp_path / "file" / "icons.png", "1", {MaskKey(NAME, 16): mask(16)})
    assert (tmp_path / "file").read_text() == "in the way"


def test_an_icon_is_null_until_it_is_drawn_and_then_stays(qtbot, tmp_path, jobs) -> None:
    icons = Icons(tmp_path / "icons.png", "1", jobs)
    assert icons.pixmap(NAME, "#ff0000", 16).isNull()
    icons.draw_missing()
    with qtbot.waitSignal(icons.drawn):
        jobs.finish("icons")
    pixmap = icons.pixmap(NAME, "#ff0000", 16)
    assert pixmap.deviceIndependentSize().toSize().width() == 16
    again = Icons(tmp_path / "icons.png", "1", jobs)
    assert not again.pixmap(NAME, "#0000ff", 16).isNull()
    assert jobs.waiting == {}


def test_an_icon_has_the_colour_that_was_asked_for(qapp, tmp_path, jobs) -> None:
    write_atlas(tmp_path / "icons.png", "1", {MaskKey(NAME, 16): mask(16)})
    icons = Icons(tmp_path / "icons.png", "1", jobs)
    assert icons.pixmap(NAME, "#123456", 16).toImage().pixelColor(8, 8) == QColor("#123456")


def test_a_button_keeps_its_room_while_its_icon_is_not_there(qapp, tmp_path, jobs) -> None:
    icons = Icons(tmp_path / "icons.png", "1", jobs)
    icon = icons.icon(NAME, load_theme(themes_folder(), "light"), 18)
    assert not icon.isNull()
    assert icon.pixmap(18, 18).toImage().pixelColor(9, 9).alpha() == 0


def test_nothing_is_drawn_before_the_first_paint(qapp, tmp_path, jobs) -> None:
    Icons(tmp_path / "icons.png", "1", jobs).pixmap(NAME, "#000000", 16)
    qapp.processEvents()
    assert jobs.waiting == {}


def test_an_icon_asked_for_later_is_drawn_by_itself(qtbot, tmp_path, jobs) -> None:
    icons = Icons(tmp_path / "icons.png", "1", jobs)
    icons.draw_missing()
    icons.pixmap(NAME, "#000000", 16)
    qtbot.waitUntil(lambda: "icons" in jobs.waiting)


@pytest.mark.parametrize("name", ["mdi6.no-such-icon-at-all", "evil", "../../etc/passwd", ""])
def test_a_name_that_no_font_has_gives_a_card(qtbot, tmp_path, jobs, name) -> None:
    icons = Icons(tmp_path / "icons.png", "1", jobs)
    icons.pixmap(name, "#000000", 16)
    icons.draw_missing()
    jobs.finish("icons")
    assert not icons.pixmap(name, "#000000", 16).isNull()
