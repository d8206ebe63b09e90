"""Two themes, the console's and the room's -> the console's palette and style sheet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from string import Template

from PySide6.QtWidgets import QWidget

from briefer.desktop.theme import Theme
from briefer.desktop.theme_styles import palette_of, style_sheet_of

_SIZES = (9, 10, 15, 25)  # points on a small laptop
_SPACES = (3, 5, 6, 8, 9, 11, 12)  # pixels there


@dataclass(frozen=True, slots=True)
class TalkThemes:
    """How a talk looks; `folder` holds window.qss and console.qss."""

    console: Theme
    room: Theme
    folder: Path


def scale_of(height: int) -> float:
    """Return how much larger than on a small laptop the console's letters are, in steps."""
    return max(1.0, min(round(height / 180) / 4, 3.0))


def dress_console(widget: QWidget, themes: TalkThemes, scale: float) -> None:
    """Give a window the console's colours and letters, whatever the application wears."""
    sheet = (themes.folder / "console.qss").read_text(encoding="utf-8")
    room = {f"room_{role}": color for role, color in themes.room.colors.items()}
    sizes = {f"pt{size}": f"{size * scale:.1f}pt" for size in _SIZES}
    spaces = {f"px{space}": f"{round(space * scale)}px" for space in _SPACES}
    own = Template(sheet).substitute({**themes.console.colors, **room, **sizes, **spaces})
    widget.setPalette(palette_of(themes.console))
    widget.setStyleSheet(style_sheet_of(themes.console, themes.folder) + own)
