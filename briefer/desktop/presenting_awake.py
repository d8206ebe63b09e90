"""Keeping the screen awake during a talk, by the platform's own means, undone afterwards."""

from __future__ import annotations

import subprocess
import sys

_SERVICE = "org.freedesktop.ScreenSaver"
_PATHS = ("/org/freedesktop/ScreenSaver", "/ScreenSaver")
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2  # of SetThreadExecutionState


class Awake:
    """Keeps the screen awake from `hold` to `release`; where it cannot, the talk goes on."""

    def __init__(self) -> None:
        self._cookie: int | None = None
        self._path = ""
        self._caffeine: subprocess.Popen[bytes] | None = None

    def hold(self) -> bool:
        """Keep the screen awake; return whether the platform agreed."""
        if sys.platform == "win32":
            return _execution_state(_CONTINUOUS | _SYSTEM | _DISPLAY)
        if sys.platform == "darwin":
            self._caffeine = subprocess.Popen(["/usr/bin/caffeinate", "-d"])
            return True
        return self._inhibit()

    def release(self) -> None:
        """Let the screen sleep as it did before."""
        if sys.platform == "win32":
            _execution_state(_CONTINUOUS)
        if self._caffeine is not None:
            self._caffeine.terminate()
            self._caffeine.wait()
            self._caffeine = None
        if self._cookie is not None:
            _call(self._path, "UnInhibit", self._cookie)
            self._cookie = None

    def _inhibit(self) -> bool:
        for path in _PATHS:
            answer = _call(path, "Inhibit", "Briefer", "A talk is being given")
            if isinstance(answer, int):
                self._cookie, self._path = answer, path
                return True
        return False


def _call(path: str, method: str, *arguments: object) -> object:
    """Return what the desktop's screen saver answers; None when there is none."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return None
    message = QDBusMessage.createMethodCall(_SERVICE, path, _SERVICE, method)
    message.setArguments(list(arguments))
    answer = bus.call(message, timeout=500)
    given = answer.arguments()
    failed = answer.type() is QDBusMessage.MessageType.ErrorMessage
    return None if failed or not given else given[0]


def _execution_state(flags: int) -> bool:
    import ctypes

    return bool(ctypes.windll.kernel32.SetThreadExecutionState(flags))  # type: ignore[attr-defined]
