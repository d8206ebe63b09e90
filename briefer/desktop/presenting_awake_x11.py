"""The X server's own screen saver and power saving, suspended where no desktop service is asked.

The server ends the suspension with the connection that asked for it, even after a crash.
"""

from __future__ import annotations

import ctypes
from contextlib import suppress

_LIBRARIES = ("libX11.so.6", "libXss.so.1")


class X11ScreenSaver:
    """A connection of its own, open for the time of a talk."""

    def __init__(self) -> None:
        self._x11: ctypes.CDLL | None = None
        self._display: int | None = None

    def hold(self) -> bool:
        """Suspend blanking; tell whether the libraries and the server can."""
        with suppress(OSError):
            self._x11, saver = _libraries()
            self._display = self._x11.XOpenDisplay(None)
            if self._display and _has_saver(saver, self._display):
                saver.XScreenSaverSuspend(self._display, 1)
                self._x11.XFlush(self._display)
                return True
            self.release()
        return False

    def release(self) -> None:
        """Close the connection."""
        if self._x11 is not None and self._display:
            self._x11.XCloseDisplay(self._display)
        self._display = None


def _libraries() -> tuple[ctypes.CDLL, ctypes.CDLL]:
    x11, saver = map(ctypes.CDLL, _LIBRARIES)
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XOpenDisplay.argtypes = [ctypes.c_char_p]
    for function in (x11.XCloseDisplay, x11.XFlush):
        function.argtypes = [ctypes.c_void_p]
    saver.XScreenSaverSuspend.argtypes = [ctypes.c_void_p, ctypes.c_int]
    saver.XScreenSaverQueryExtension.argtypes = [ctypes.c_void_p, *[ctypes.c_void_p] * 2]
    return x11, saver


def _has_saver(saver: ctypes.CDLL, display: int) -> bool:
    event, error = ctypes.c_int(), ctypes.c_int()
    known = saver.XScreenSaverQueryExtension(display, ctypes.byref(event), ctypes.byref(error))
    return bool(known)
