"""What the window remembers, as one typed table over QSettings; nothing else reads QSettings."""

from __future__ import annotations

from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QByteArray, QSettings

Value = TypeVar("Value", str, int, bool, QByteArray)


class Setting(NamedTuple, Generic[Value]):
    """A remembered value: its key, and what holds until it is set or when it is damaged."""

    key: str
    default: Value


THEME = Setting("window/theme", "system")  # system | light | dark | contrast
ZOOM = Setting("window/zoom", 100)  # percent
GEOMETRY = Setting("window/geometry", QByteArray())
SPLITTER = Setting("window/splitter", QByteArray())
NAVIGATOR_SHOWN = Setting("window/navigator", True)
TEXT_SHOWN = Setting("window/text", True)
SEARCHES = Setting("search/recent", "")  # what was searched, a line each, the newest first
PRINT_CHOICES = Setting("print/choices", "")
PRINT_FOLDER = Setting("print/folder", "")
SCREEN_PLACES = Setting("present/screens", "")  # as talk/places.py writes them
NOTES_SIZE = Setting("present/notes_size", 18)  # pixels on a small laptop
SMALLEST_LETTERS = Setting("present/smallest_letters", 34)  # on a slide that is 1080 high
SOURCE_KEY = Setting("present/source_key", "")  # a clicker's key that shows the source too


class Settings:
    """The settings in one file of the data folder."""

    def __init__(self, file: Path) -> None:
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    def get(self, setting: Setting[Value]) -> Value:
        """Return what was remembered, or the default when that is absent or of another type."""
        default = setting.default
        value = self._store.value(setting.key, default, type=type(default))
        return value if isinstance(value, type(default)) else default

    def set(self, setting: Setting[Value], value: Value) -> None:
        """Remember a value."""
        self._store.setValue(setting.key, value)

    def searches(self) -> tuple[str, ...]:
        """Return what was searched last, the newest first."""
        return tuple(self.get(SEARCHES).splitlines())

    def set_searches(self, queries: tuple[str, ...]) -> None:
        """Remember what was searched last."""
        self.set(SEARCHES, "\n".join(" ".join(query.split()) for query in queries))
