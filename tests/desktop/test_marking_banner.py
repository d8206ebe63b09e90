"""Markings wear their own colours; any other is neutral, and never the green of another."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.desktop.marking_banner import MarkingBanner
from briefer.desktop.theme import contrast, load_theme
from briefer.desktop.theme_styles import style_sheet_of
from briefer.resources import themes_folder

THEMES = ("light", "dark", "contrast")


def ground_of(banner: MarkingBanner) -> str:
    image: QImage = banner.grab().toImage()
    return image.pixelColor(2, 2).name()


@pytest.mark.parametrize("theme_id", THEMES)
def test_only_known_markings_wear_colours_of_their_own(
    qtbot: QtBot, qapp: QApplication, theme_id: str
) -> None:
    theme = load_theme(themes_folder(), theme_id)
    banner = MarkingBanner()
    qtbot.addWidget(banner)
    banner.resize(300, 24)
    banner.setStyleSheet(style_sheet_of(theme, themes_folder()))
    for marking, ground in (
        ("UNCLASSIFIED", "#2e7d32"),
        ("TOP SECRET", theme["banner"]),
        ("tlp: amber + strict", "#000000"),
        ("Anything", theme["banner"]),
    ):
        banner.show_marking(marking)
        assert ground_of(banner) == ground
        assert theme.banner(marking).ground == ground
    assert theme["banner"] != "#2e7d32"


@pytest.mark.parametrize("theme_id", THEMES)
def test_the_words_of_every_marking_can_be_read(theme_id: str) -> None:
    theme = load_theme(themes_folder(), theme_id)
    assert {"TLP:RED", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:GREEN", "TLP:CLEAR"} < set(
        theme.markings
    )
    for name in theme.markings:
        colors = theme.banner(name)
        assert contrast(colors.ink, colors.ground) >= 4.5
