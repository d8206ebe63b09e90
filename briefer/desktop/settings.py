"""What is remembered and chosen, as one typed table over QSettings; nothing else reads QSettings.

Rows with a section are choices that the settings dialog shows; the others are what the window
remembers by itself.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from briefer.language import AS_THE_SYSTEM, LANGUAGES, tr

Value = TypeVar("Value", str, int, bool, QByteArray)

AS_IT_IS = ""  # a font or paper that nobody chose


class Setting(NamedTuple, Generic[Value]):
    """A remembered value: its key, and what holds until it is set or when it is damaged.

    `choices` are the values and the words for them. A font is any family besides; a switch needs
    none.
    """

    key: str
    default: Value
    section: str = ""
    label: str = ""  # with the & of its mnemonic
    choices: tuple[tuple[Value, str], ...] = ()
    hint: str = ""


def _points(nobody: str, *sizes: int) -> tuple[tuple[int, str], ...]:
    return ((0, nobody), *((size, tr("{size} pt", size=size)) for size in sizes))


_APPEARANCE, _READING, _COPYING = tr("Appearance"), tr("Reading"), tr("Printing and copying")
_START = tr("Starting and privacy")

# fmt: off
THEME = Setting(
    "window/theme", "system", _APPEARANCE, tr("&Theme"),
    (("system", tr("As the system")), ("light", tr("Light")), ("dark", tr("Dark")),
     ("contrast", tr("High contrast"))),
)
LANGUAGE = Setting(
    "window/language", AS_THE_SYSTEM, _APPEARANCE, tr("&Language"),
    ((AS_THE_SYSTEM, tr("As the system")), *LANGUAGES.items()), tr("Holds from the next start on."),
)
INTERFACE_FONT = Setting(
    "fonts/interface", AS_IT_IS, _APPEARANCE, tr("&Interface font"),
    ((AS_IT_IS, tr("As the system")),),
)
INTERFACE_SIZE = Setting(
    "fonts/interface_size", 0, _APPEARANCE, tr("Interface si&ze"),
    _points(tr("As the system"), *range(8, 19)),
)
REDUCED_MOTION = Setting(
    "window/reduced_motion", False, _APPEARANCE, tr("Reduce &motion"),
    hint=tr("No blinking cursor, no fading menus."),
)
CARD_FONT = Setting(
    "fonts/card", AS_IT_IS, _READING, tr("&Card font"), ((AS_IT_IS, tr("As the interface")),)
)
CARD_SIZE = Setting(
    "fonts/card_size", 0, _READING, tr("Card si&ze"),
    _points(tr("As the interface"), *range(8, 25)),
)
TEXT_FONT = Setting(
    "fonts/text", AS_IT_IS, _READING, tr("Te&xt font"), ((AS_IT_IS, "Source Serif 4"),)
)
TEXT_SIZE = Setting(
    "fonts/text_size", 0, _READING, tr("Text siz&e"),
    _points(tr("{size} pt", size=12), *range(8, 25)),
)
PAPER = Setting(
    "print/paper", AS_IT_IS, _COPYING, tr("&Paper"),
    ((AS_IT_IS, tr("As the briefing says")), ("a4", "A4"), ("us-letter", "US Letter")),
)
COPIES = Setting(
    "copy/what", "cited", _COPYING, tr("Copy &gives"),
    (("cited", tr("The words with their citation")), ("words", tr("The words alone")),
     ("markdown", tr("A quotation in Markdown"))),
    tr("Ctrl+Shift+C always gives the words alone."),
)
START_WITH_LAST = Setting(
    "start/last", True, _START, tr("Start with the briefing that was open &last"),
    hint=tr("Else Briefer starts with the built-in briefing."),
)
PRIVATE = Setting(
    "start/private", False, _START, tr("Start in pri&vate mode"),
    hint=tr("Picks, notes, places and searches are forgotten as the window closes."),
)
# fmt: on

ZOOM = Setting("window/zoom", 100)  # percent
SPLITTER = Setting("window/splitter", QByteArray())
NAVIGATOR_SHOWN = Setting("window/navigator", True)
TEXT_SHOWN = Setting("window/text", True)
BOARD_GROUPING = Setting("board/grouping", "")  # a field's key, or as the board calls it
BOARD_IN_ROWS = Setting("board/rows", False)
BOARD_SIZE = Setting("board/size", 2)  # lines of a card's summary
MATRIX_ROWS = Setting("matrix/rows", "")  # a kind's id
MATRIX_COLUMNS = Setting("matrix/columns", "")
MATRIX_ROW_ORDER = Setting("matrix/row_order", "")
MATRIX_COLUMN_ORDER = Setting("matrix/column_order", "")
MATRIX_HIDE_EMPTY = Setting("matrix/hide_empty", False)
SEARCHES = Setting("search/recent", "")  # what was searched, a line each, the newest first
PRINT_CHOICES = Setting("print/choices", "")
PRINT_FOLDER = Setting("print/folder", "")
SCREEN_PLACES = Setting("present/screens", "")  # as talk/places.py writes them
NOTES_SIZE = Setting("present/notes_size", 18)  # pixels on a small laptop
PICKS_FOLDER = Setting("picks/folder", "")
SMALLEST_LETTERS = Setting("present/smallest_letters", 34)  # on a slide that is 1080 high
SOURCE_KEY = Setting("present/source_key", "")  # a clicker's key that shows the source too

CHOSEN: tuple[Setting[Any], ...] = (
    *(THEME, LANGUAGE, INTERFACE_FONT, INTERFACE_SIZE, REDUCED_MOTION),
    *(CARD_FONT, CARD_SIZE, TEXT_FONT, TEXT_SIZE),
    *(PAPER, COPIES, START_WITH_LAST, PRIVATE),
)
FONTS: tuple[Setting[str], ...] = (INTERFACE_FONT, CARD_FONT, TEXT_FONT)


def geometry_on(screens: str) -> Setting[QByteArray]:
    """Return the window's place on these screens: a laptop alone and at its desk are two."""
    return Setting(f"window/geometry-{screens}", QByteArray())


class Settings(QObject):
    """The settings in one file of the data folder; a private one writes nothing."""

    changed = Signal(object)  # Setting

    def __init__(self, file: Path, *, private: bool = False) -> None:
        super().__init__()
        self._store = QSettings(str(file), QSettings.Format.IniFormat)
        self._unwritten: dict[str, object] = {}
        self.private = private or self.get(PRIVATE)

    def get(self, setting: Setting[Value]) -> Value:
        """Return what was remembered, or the default when that is absent or of another type."""
        default = setting.default
        value = self._unwritten.get(setting.key)
        if value is None:
            value = self._store.value(setting.key, default, type=type(default))
        fits = isinstance(value, type(default)) and _is_choice(value, setting)
        return value if fits else default  # type: ignore[return-value]

    def set(self, setting: Setting[Value], value: Value) -> None:
        """Remember a value: for good, or in private as long as this runs."""
        before = self.get(setting)
        if self.private and setting.key != PRIVATE.key:
            self._unwritten[setting.key] = value
        else:
            self._store.setValue(setting.key, value)
        if value != before:
            self.changed.emit(setting)

    def go_private(self, *, private: bool) -> None:
        """Write nothing from now on; or again, without what was set meanwhile."""
        self.private = private
        self._unwritten.clear()

    def searches(self) -> tuple[str, ...]:
        """Return what was searched last, the newest first."""
        return tuple(self.get(SEARCHES).splitlines())

    def set_searches(self, queries: tuple[str, ...]) -> None:
        """Remember what was searched last."""
        self.set(SEARCHES, "\n".join(" ".join(query.split()) for query in queries))


def _is_choice(value: object, setting: Setting[Any]) -> bool:
    anything = not setting.choices or setting in FONTS
    return anything or any(value == known for known, _ in setting.choices)
