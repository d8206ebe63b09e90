"""The card's colours can be read, in every theme."""

from __future__ import annotations

import pytest

from briefer.briefing.reading import read_briefing
from briefer.desktop.card_styles import Sizes, card_css, ink
from briefer.desktop.theme import contrast, load_theme
from briefer.resources import built_in_briefing, themes_folder


@pytest.mark.parametrize(("theme_id", "goal"), [("light", 4.5), ("dark", 4.5), ("contrast", 7.0)])
def test_words_on_chips_can_be_read(theme_id: str, goal: float) -> None:
    theme = load_theme(themes_folder(), theme_id)
    for kind in read_briefing(built_in_briefing()).kinds:
        color = ink(theme, kind.color)
        assert contrast(color, theme.kind_tint(kind.color)) >= goal
        assert contrast(color, theme["card"]) >= goal


def test_zoom_makes_letters_larger() -> None:
    theme = load_theme(themes_folder(), "light")
    assert "font-size: 26px" in card_css(theme, Sizes(12.0, 100), ())
    assert "font-size: 52px" in card_css(theme, Sizes(12.0, 200), ())


def test_no_element_gets_its_letters_from_two_rules() -> None:
    css = card_css(load_theme(themes_folder(), "light"), Sizes(12.0), ())
    names = [
        name.strip()
        for rule in css.split("}")
        if "font-size" in rule
        for name in rule.split("{")[0].split(",")
    ]
    assert len(names) == len(set(names))
    assert "p" not in names
