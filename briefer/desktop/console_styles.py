"""Two themes, the console's and the room's -> the console's palette and style sheet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from string import Template

from PySide6.QtWidgets import QWidget

from briefer.desktop.theme import Theme
from briefer.desktop.theme_styles import palette_of, style_sheet_of


@dataclass(frozen=True, slots=True)
class TalkThemes:
    """How a talk looks; `folder` holds window.qss and console.qss."""

    console: Theme
    room: Theme
    folder: Path


def dress_console(widget: QWidget, themes: TalkThemes) -> None:
    """Give a window the console's colours, whatever the application wears."""
    sheet = (themes.folder / "console.qss").read_text(encoding="utf-8")
    room = {f"room_{role}": color for role, color in themes.room.colors.items()}
    own = Template(sheet).substitute({**themes.console.colors, **room})
    widget.setPalette(palette_of(themes.console))
    widget.setStyleSheet(style_sheet_of(themes.console, themes.folder) + own)
