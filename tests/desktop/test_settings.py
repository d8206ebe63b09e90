"""What the window remembers."""

from __future__ import annotations

from briefer.desktop.settings import THEME, ZOOM, Settings
from briefer.desktop.zoom import STEPS, Zoom


def test_what_was_set_is_there_again(qapp, tmp_path) -> None:
    file = tmp_path / "settings.ini"
    settings = Settings(file)
    settings.set(ZOOM, 125)
    settings.set(THEME, "dark")
    del settings
    assert Settings(file).get(ZOOM) == 125
    assert Settings(file).get(THEME) == "dark"


def test_a_damaged_value_is_as_good_as_none(qapp, tmp_path) -> None:
    file = tmp_path / "settings.ini"
    file.write_text("[window]\nzoom=large\n")
    assert Settings(file).get(ZOOM) in (0, ZOOM.default)
    assert Zoom(Settings(file).get(ZOOM)).percent in STEPS


def test_zoom_keeps_to_its_steps(qtbot) -> None:
    zoom = Zoom(104)
    assert zoom.percent == 100
    with qtbot.waitSignal(zoom.zoom_changed) as changed:
        zoom.step(1)
    assert changed.args == [110]
    zoom.step(100)
    assert zoom.percent == STEPS[-1]
    zoom.reset()
    assert zoom.percent == 100
