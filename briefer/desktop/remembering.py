"""The window's arrangement <-> the settings."""

from __future__ import annotations

from PySide6.QtCore import QByteArray

from briefer.desktop.parts import Parts
from briefer.desktop.settings import (
    GEOMETRY,
    NAVIGATOR_SHOWN,
    SPLITTER,
    TEXT_SHOWN,
    THEME,
    ZOOM,
    Settings,
)


def restore_arrangement(settings: Settings, parts: Parts) -> None:
    """Put the window as it was left, or as fits the screen."""
    geometry = settings.get(GEOMETRY)
    if geometry.isEmpty() or not parts.window.restoreGeometry(geometry):
        parts.window.fit()
    parts.panes.arrange(settings.get(SPLITTER))
    parts.navigator.setVisible(settings.get(NAVIGATOR_SHOWN))
    parts.text.setVisible(settings.get(TEXT_SHOWN))


def remember_arrangement(settings: Settings, parts: Parts, theme: str, zoom: int) -> None:
    """Note how the window stands, as it closes."""
    settings.set(GEOMETRY, QByteArray(parts.window.saveGeometry()))
    settings.set(SPLITTER, parts.panes.arrangement())
    settings.set(NAVIGATOR_SHOWN, not parts.navigator.isHidden())
    settings.set(TEXT_SHOWN, parts.panes.text_shown)
    settings.set(THEME, theme)
    settings.set(ZOOM, zoom)
