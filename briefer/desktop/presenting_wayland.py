"""Where the desktop alone places windows, as on Wayland: what to do about a wrong screen."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from briefer.language import tr

ADVICE = tr(
    "On this desktop a program may not choose the screen. If the room's view comes up on the "
    "wrong one, press X to swap, or move it with the keys of your desktop (often "
    "Super+Shift+arrow)."
)
SHORT_ADVICE = tr("On the wrong screen? X swaps; or move the window with Super+Shift+arrow")


def screens_are_the_desktops() -> bool:
    """Tell whether a program may not choose the screen of its windows."""
    return QGuiApplication.platformName().startswith("wayland")
