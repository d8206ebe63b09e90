"""A desktop's screen saver service for tests, as a program: says what is asked, and by whom.

As real ones do it, it ends what a program asked for when that program's connection ends.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusServiceWatcher, QDBusVirtualObject

SERVICE, PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"


def say(words: str) -> None:
    """Tell the test."""
    print(words, flush=True)


class ScreenSaver(QDBusVirtualObject):
    """Answers Inhibit with a cookie."""

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        gone = QDBusServiceWatcher.WatchModeFlag.WatchForUnregistration
        self._watcher = QDBusServiceWatcher(self)
        self._watcher.setConnection(bus)
        self._watcher.setWatchMode(gone)
        self._watcher.serviceUnregistered.connect(lambda _: say("released"))

    def introspect(self, path: str) -> str:
        """Say nothing of itself."""
        return ""

    def handleMessage(self, message: QDBusMessage, bus: QDBusConnection) -> bool:
        """Answer Inhibit, and watch who asked."""
        if message.member() != "Inhibit":
            return False
        self._watcher.addWatchedService(message.service())
        say(f"held for {' '.join(map(str, message.arguments()))}")
        bus.send(message.createReply([7]))
        return True


if __name__ == "__main__":
    application = QCoreApplication(sys.argv)
    session = QDBusConnection.sessionBus()
    service = ScreenSaver(session)
    session.registerVirtualObject(PATH, service)
    session.registerService(SERVICE)
    say("there")
    application.exec()
