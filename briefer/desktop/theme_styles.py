"""A theme -> the application's palette and its one style sheet."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from briefer.briefing.marking_colors import label_of
from briefer.desktop.theme import Theme, mixed

_FADED = 0.45  # how much of their colour the words of a disabled control keep
_ROLES = {
    QPalette.ColorRole.Window: "panel",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "hover",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.ToolTipBase: "panel",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "selected_text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "hover",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border",
    QPalette.ColorRole.Accent: "accent",
}
_WORDS = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def palette_of(theme: Theme) -> QPalette:
    """Return the palette that draws what the style sheet leaves to the style."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(theme[name]))
    faded = QColor(mixed(theme["text"], theme["panel"], _FADED))
    for role in _WORDS:
        palette.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return palette


def style_sheet_of(theme: Theme, folder: Path) -> str:
    """Return `window.qss` of the folder of themes with this theme's colours in their places."""
    sheet = (folder / "window.qss").read_text(encoding="utf-8")
    ink, accent_ink = ("white", "black") if theme.dark else ("black", "white")
    own = {
        "faded": mixed(theme["text"], theme["panel"], _FADED),
        "folder": folder.as_posix(),
        "ink": ink,
        "accent_ink": accent_ink,
    }
    return _filled(sheet, {**theme.colors, **own}) + "".join(
        _marking_rule(name, theme) for name in theme.markings
    )


def _filled(sheet: str, values: Mapping[str, str]) -> str:
    """Put values where ${their names} stand; string.Template would cost the first paint 2 ms."""
    first, *rest = sheet.split("${")
    parts = (part.partition("}") for part in rest)
    return first + "".join(values[name] + after for name, _, after in parts)


def _marking_rule(name: str, theme: Theme) -> str:
    """Return the rule for banners and badges whose `label` is this marking."""
    colors = theme.banner(name)
    said = f'[label="{name}"]'
    where = f"QLabel#marking{said}, QWidget#console QLabel#badge{said}"
    return f"\n{where} {{ background: {colors.ground}; color: {colors.ink}; }}"


def show_label(widget: QWidget, marking: str) -> None:
    """Let the style sheet know a widget's marking."""
    if (widget.property("label") or "") != label_of(marking):  # at first it has none
        widget.setProperty("label", label_of(marking))
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def dress(application: QApplication, theme: Theme, folder: Path) -> None:
    """Give the whole application a theme; live windows follow at once."""
    # Without it a style sheet keeps a widget's own palette from its viewport.
    application.setAttribute(Qt.ApplicationAttribute.AA_UseStyleSheetPropagationInWidgetStyles)
    application.setPalette(palette_of(theme))
    application.setStyleSheet(style_sheet_of(theme, folder))
