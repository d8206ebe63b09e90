"""The reader's choices -> fonts, theme and motion of the application and its panes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from briefer.desktop.parts import Parts
from briefer.desktop.settings import (
    CARD_FONT,
    CARD_SIZE,
    INTERFACE_FONT,
    INTERFACE_SIZE,
    REDUCED_MOTION,
    TEXT_FONT,
    TEXT_SIZE,
    THEME,
    Settings,
)
from briefer.desktop.theme_choice import ThemeChoice

_BLINKING = 1000  # ms, of the cursor, where no desktop says otherwise


def letters(family: str, points: int, otherwise: QFont | None = None) -> QFont:
    """Return a font that is chosen only in part; the rest is inherited."""
    font = QFont(otherwise) if otherwise is not None else QFont()
    if family:
        font.setFamilies([family, *font.families()])
    if points:
        font.setPointSize(points)
    return font


class Applying(QObject):
    """Follows the settings; made before the window is shown, and costs nothing that is not set."""

    def __init__(self, settings: Settings, choice: ThemeChoice, parts: Parts) -> None:
        super().__init__(settings)
        self._settings, self._choice, self._parts = settings, choice, parts
        self._own = QFont(QApplication.font())  # as the system has it
        settings.changed.connect(self._apply)
        if settings.get(INTERFACE_FONT) or settings.get(INTERFACE_SIZE):
            self._set_interface()
        if settings.get(CARD_FONT) or settings.get(CARD_SIZE):
            self._set_card()
        if settings.get(TEXT_FONT) or settings.get(TEXT_SIZE):
            self._set_text()
        if settings.get(REDUCED_MOTION):
            self._set_motion()

    def _apply(self, setting: object) -> None:
        if setting is THEME:
            self._choice.choose(self._settings.get(THEME))
        elif setting in (INTERFACE_FONT, INTERFACE_SIZE):
            self._set_interface()
            self._set_card()
        elif setting in (CARD_FONT, CARD_SIZE):
            self._set_card()
        elif setting in (TEXT_FONT, TEXT_SIZE):
            self._set_text()
        elif setting is REDUCED_MOTION:
            self._set_motion()

    def _set_interface(self) -> None:
        family, points = self._settings.get(INTERFACE_FONT), self._settings.get(INTERFACE_SIZE)
        QApplication.setFont(letters(family, points, self._own))
        application = QApplication.instance()
        if isinstance(application, QApplication):  # styled widgets keep their letters until then
            application.setStyleSheet(application.styleSheet())

    def _set_card(self) -> None:
        family, points = self._settings.get(CARD_FONT), self._settings.get(CARD_SIZE)
        self._parts.card.set_letters(letters(family, points))

    def _set_text(self) -> None:
        self._parts.text.set_letters(self._settings.get(TEXT_FONT), self._settings.get(TEXT_SIZE))

    def _set_motion(self) -> None:
        still = self._settings.get(REDUCED_MOTION)
        QGuiApplication.styleHints().setCursorFlashTime(0 if still else _BLINKING)
        QApplication.setEffectEnabled(Qt.UIEffect.UI_General, not still)
