"""Keeping the screen awake during a talk, by the platform's own means, undone afterwards."""

from __future__ import annotations

import subprocess
import sys
from typing import Protocol

from PySide6.QtGui import QGuiApplication

from briefer.desktop.presenting_awake_x11 import X11ScreenSaver
from briefer.language import tr

_SERVICE = "org.freedesktop.ScreenSaver"
_PATHS = ("/org/freedesktop/ScreenSaver", "/ScreenSaver")
_OWN_CONNECTION = "briefer-talk"
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2  # of SetThreadExecutionState


class Means(Protocol):
    """One way to keep a screen awake; `hold` tells whether it works here."""

    def hold(self) -> bool: ...
    def release(self) -> None: ...


class Awake:
    """Keeps the screen awake from `hold` to `release`; where it cannot, the talk goes on."""

    def __init__(self) -> None:
        self._means = _means()
        self._held: list[Means] = []

    def hold(self) -> bool:
        """Keep the screen awake; return whether the platform agreed."""
        self._held = [means for means in self._means if means.hold()]
        return bool(self._held)

    def release(self) -> None:
        """Let the screen sleep as it did before."""
        for means in self._held:
            means.release()
        self._held = []


class DesktopService:
    """The desktop's screen saver service, over D-Bus.

    What it was asked for ends with the connection that asked, so that one is opened for a talk
    and closed after it. UnInhibit would need an unsigned number, which PySide cannot send.
    """

    def hold(self) -> bool:
        """Ask the service not to blank the screen."""
        from PySide6.QtDBus import QDBusConnection, QDBusMessage

        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _OWN_CONNECTION)
        agreed = False
        for path in _PATHS if bus.isConnected() else ():
            message = QDBusMessage.createMethodCall(_SERVICE, path, _SERVICE, "Inhibit")
            message.setArguments(["Briefer", tr("A talk is being given")])
            answer = bus.call(message, timeout=500)
            if answer.type() is QDBusMessage.MessageType.ReplyMessage:
                agreed = True
                break
        if not agreed:
            self.release()
        return agreed

    def release(self) -> None:
        """Let go of the connection, and of what was asked for with it."""
        from PySide6.QtDBus import QDBusConnection

        QDBusConnection.disconnectFromBus(_OWN_CONNECTION)


class Caffeine:
    """What macOS has for it."""

    _process: subprocess.Popen[bytes] | None = None

    def hold(self) -> bool:
        """Keep the display on for as long as the process runs."""
        self._process = subprocess.Popen(["/usr/bin/caffeinate", "-d"])
        return True

    def release(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._process = None


class ExecutionState:
    """What Windows has for it."""

    def hold(self) -> bool:
        """Keep system and display on."""
        return _execution_state(_CONTINUOUS | _SYSTEM | _DISPLAY)

    def release(self) -> None:
        """Let both go."""
        _execution_state(_CONTINUOUS)


def _means() -> tuple[Means, ...]:
    if sys.platform == "win32":
        return (ExecutionState(),)
    if sys.platform == "darwin":
        return (Caffeine(),)
    x11 = (X11ScreenSaver(),) if QGuiApplication.platformName() == "xcb" else ()
    return (DesktopService(), *x11)


def _execution_state(flags: int) -> bool:
    import ctypes

    return bool(ctypes.windll.kernel32.SetThreadExecutionState(flags))  # type: ignore[attr-defined]
