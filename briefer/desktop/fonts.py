"""The fonts that travel with the program -> the application's fonts, and their heavier letters."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

_NAMELESS = {"Sans Serif", "Sans", "sans-serif", ""}  # what Qt says where no desktop names a font
_INTERFACE = "Inter"
_SMALLEST = 10.0  # points, where nobody chose a size


def register_fonts(application: QApplication, folder: Path) -> None:
    """Add the fonts of the folder; where the platform has no font of its own, read in Inter."""
    for file in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    font = application.font()
    if font.family() in _NAMELESS:
        application.setFont(QFont(_INTERFACE, round(max(font.pointSizeF(), _SMALLEST))))


def bold(font: QFont) -> QFont:
    """Return a font's heavier letters."""
    heavier = QFont(font)
    heavier.setWeight(QFont.Weight.DemiBold)
    return heavier
