"""The window's arrangement <-> the settings."""

from __future__ import annotations

from zlib import crc32

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication

from briefer.desktop.parts import Parts
from briefer.desktop.settings import (
    NAVIGATOR_SHOWN,
    SPLITTER,
    TEXT_SHOWN,
    ZOOM,
    Setting,
    Settings,
    geometry_on,
)


def restore_arrangement(settings: Settings, parts: Parts) -> None:
    """Put the window as it was left on these screens, or as fits the screen."""
    geometry = settings.get(_place())
    if geometry.isEmpty() or not parts.window.restoreGeometry(geometry):
        parts.window.fit()
    parts.panes.arrange(settings.get(SPLITTER))
    parts.navigator.setVisible(settings.get(NAVIGATOR_SHOWN))
    parts.text.setVisible(settings.get(TEXT_SHOWN))


def remember_arrangement(settings: Settings, parts: Parts, zoom: int) -> None:
    """Note how the window stands, as it closes."""
    settings.set(_place(), QByteArray(parts.window.saveGeometry()))
    settings.set(SPLITTER, parts.panes.arrangement())
    settings.set(NAVIGATOR_SHOWN, not parts.navigator.isHidden())
    settings.set(TEXT_SHOWN, parts.panes.text_shown)
    settings.set(ZOOM, zoom)


def _place() -> Setting[QByteArray]:
    """Return the setting that belongs to the screens as they are now."""
    screens = []
    for screen in QGuiApplication.screens():
        place = screen.geometry()
        screens.append((screen.name(), place.x(), place.y(), place.width(), place.height()))
    screens.sort()
    return geometry_on(f"{crc32(repr(screens).encode()):08x}")
