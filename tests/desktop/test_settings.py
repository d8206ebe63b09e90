"""What the window remembers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QCheckBox

import briefer
from briefer.desktop.settings import (
    CARD_FONT,
    CARD_SIZE,
    CHOSEN,
    INTERFACE_SIZE,
    TEXT_SIZE,
    THEME,
    ZOOM,
    Settings,
)
from briefer.desktop.settings_dialog import SettingsDialog
from briefer.desktop.zoom import STEPS, Zoom
from tests.desktop.desk_material import opened
from tests.desktop.program_material import write_briefing


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


def test_a_value_that_is_no_choice_is_as_good_as_none(qapp, tmp_path) -> None:
    file = tmp_path / "settings.ini"
    file.write_text("[window]\ntheme=pink\n[fonts]\ncard=Some font\n")
    assert Settings(file).get(THEME) == "system"
    assert Settings(file).get(CARD_FONT) == "Some font"


def test_in_private_nothing_is_written_and_all_holds_while_it_runs(qapp, tmp_path) -> None:
    file = tmp_path / "settings.ini"
    settings = Settings(file, private=True)
    settings.set(ZOOM, 125)
    assert settings.get(ZOOM) == 125
    settings.go_private(private=False)
    assert settings.get(ZOOM) == 100
    del settings
    assert not file.exists()


def test_nothing_but_the_table_reads_qsettings() -> None:
    package = Path(briefer.__file__).parent
    users = {file.name for file in package.rglob("*.py") if "QSettings" in file.read_text()}
    assert users == {"settings.py"}


def test_every_choice_has_a_row_that_changes_it(qtbot, tmp_path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)
    for setting in CHOSEN:
        field = dialog.field(setting)
        before = settings.get(setting)
        if isinstance(field, QCheckBox):
            field.click()
        elif field.isEnabled():
            field.setCurrentIndex(field.count() - 1)
            field.activated.emit(field.currentIndex())
        assert (settings.get(setting) != before) is field.isEnabled(), setting.key
        assert field.accessibleName()
    dialog._restore()
    assert all(settings.get(setting) == setting.default for setting in CHOSEN)


def test_fonts_and_sizes_are_taken_at_once(qtbot, tmp_path) -> None:
    program = opened(qtbot, tmp_path, write_briefing(tmp_path / "briefing"))
    settings, card = program._settings, program.parts.card
    before = card.text().document().defaultFont().pixelSize()
    settings.set(CARD_SIZE, 20)
    assert card.text().document().defaultFont().pixelSize() > before
    settings.set(TEXT_SIZE, 20)
    page = program.parts.text.focusProxy()
    assert page.document().defaultFont().pointSizeF() == 20
    settings.set(THEME, "dark")
    assert program._choice.theme.id == "dark"
    settings.set(CARD_SIZE, 0)
    assert card.text().document().defaultFont().pixelSize() == before


def test_the_interface_takes_a_size_and_gives_it_back(qtbot, tmp_path) -> None:
    program = opened(qtbot, tmp_path, write_briefing(tmp_path / "briefing"))
    before = QApplication.font()
    program._settings.set(INTERFACE_SIZE, 18)
    qtbot.waitUntil(lambda: program.window.menus.font().pointSize() == 18)
    program._settings.set(INTERFACE_SIZE, 0)
    assert QApplication.font() == before
