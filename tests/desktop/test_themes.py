"""Themes: the choice, the palette and the style sheet."""

from __future__ import annotations

from functools import partial
from itertools import product

import pytest
from PySide6.QtGui import QPalette

from briefer.desktop.kind_inks import KindInks
from briefer.desktop.theme import contrast, load_theme
from briefer.desktop.theme_choice import CHOICES, SYSTEM, ThemeChoice
from briefer.desktop.theme_styles import palette_of, style_sheet_of
from briefer.resources import themes_folder

THEMES = ("light", "dark", "contrast")
PAIRS = (
    ("text", "panel"), ("text", "card"), ("text", "window"), ("muted", "panel"),
    ("selected_text", "selection"), ("accent_text", "accent"), ("banner_text", "banner"),
    ("good", "panel"), ("warning", "panel"), ("bad", "panel"), ("mark_text", "mark"),
    ("find_text", "find"), ("found_text", "found"),
    *product(("text", "muted"), ("window", "card", "paper", "quotation", "hover")),
    *product(("accent", "good", "warning", "bad"), ("window", "card", "quotation")),
)  # fmt: skip


@pytest.mark.parametrize("theme_id", THEMES)
@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_words_are_readable_on_their_ground(theme_id, words, ground) -> None:
    theme = load_theme(themes_folder(), theme_id)
    assert contrast(theme[words], theme[ground]) >= 4.5


@pytest.mark.parametrize("theme_id", THEMES)
@pytest.mark.parametrize("kind", ["#1f5fbf", "#7a3fb0", "#0f7a5a", "#a8590b"])
def test_all_words_are_readable_on_a_chosen_card(theme_id, kind) -> None:
    theme = load_theme(themes_folder(), theme_id)
    inks = KindInks(theme)
    words = (inks.ink(kind), *(theme[role] for role in ("text", "muted", "good", "bad", "accent")))
    assert min(contrast(inks.chosen(color), theme["selection"]) for color in words) >= 4.5


@pytest.mark.parametrize("theme_id", THEMES)
def test_the_style_sheet_names_only_roles_that_the_theme_has(theme_id) -> None:
    theme = load_theme(themes_folder(), theme_id)
    assert "$" not in style_sheet_of(theme, themes_folder())


@pytest.mark.parametrize("theme_id", THEMES)
def test_the_palette_has_the_themes_colours(theme_id) -> None:
    theme = load_theme(themes_folder(), theme_id)
    palette = palette_of(theme)
    assert palette.color(QPalette.ColorRole.Text).name() == theme["text"]
    assert palette.color(QPalette.ColorRole.Base).name() == theme["card"]


@pytest.fixture
def choice(qapp):
    choice = ThemeChoice(qapp.styleHints(), partial(load_theme, themes_folder()), SYSTEM)
    yield choice
    choice.choose(SYSTEM)


def test_every_choice_leads_to_a_theme(choice) -> None:
    for wanted in CHOICES[1:]:
        choice.choose(wanted)
        assert choice.theme.id == wanted


def test_a_choice_that_changes_nothing_says_nothing(qtbot, choice) -> None:
    choice.choose("dark")
    with qtbot.assertNotEmitted(choice.theme_changed):
        choice.choose("dark")
