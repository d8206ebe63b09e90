"""An error of our own -> a dialog that says so, a line in a log, and details that can be copied.

Neither holds a word of a briefing: what an exception says may quote a card, so that only its kind
is told, with the lines of our own code that it came through.
"""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from briefer import __version__
from briefer.language import tr

_TEXT = tr(
    "Briefer made a mistake and could not finish this. Your briefing’s files are as they were."
)
_LARGEST = 200_000  # bytes of log; what is older goes

Kind = type[BaseException]


class Faults(QObject):
    """Takes every exception that nothing caught, from whatever thread, and shows it here."""

    happened = Signal(str)

    def __init__(self, parent: QWidget, log: Path | None) -> None:
        super().__init__(parent)
        self._parent, self._log = parent, log
        self._open = False
        self.happened.connect(self._show)

    def take(self, kind: Kind, error: BaseException, trace: TracebackType | None) -> None:
        """Print the error, write it to the log, and have it shown."""
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, Exception):
            self.happened.emit(noted(kind, trace, self._log))

    def _show(self, details: str) -> None:
        if self._open:  # a fault that comes again with each paint must not bury the window
            return
        self._open = True
        box = fault_box(details, self._parent)
        box.finished.connect(self._closed)
        box.open()

    def _closed(self) -> None:
        self._open = False


def show_faults(parent: QWidget, log: Path | None) -> None:
    """From now on show errors that nothing caught, besides printing them; log None keeps no log."""
    faults = Faults(parent, log)
    sys.excepthook = faults.take
    threading.excepthook = _in_thread(faults.take)


def _in_thread(take: Callable[[Kind, BaseException, TracebackType | None], None]):  # type: ignore[no-untyped-def]
    def told(args: threading.ExceptHookArgs) -> None:
        take(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)

    return told


def noted(kind: Kind, trace: TracebackType | None, log: Path | None) -> str:
    """Return what is told of an error, once it stands at the end of the log."""
    details = details_of(kind, trace)
    if log is None:
        return details
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        before = log.read_bytes()[-_LARGEST // 2 :] if _is_full(log) else None
        with log.open("wb" if before is not None else "ab") as file:
            file.write((before or b"") + details.encode() + b"\n")
    except OSError:
        return details
    return tr("{details}\nThis also stands in {log}", details=details, log=log)


def details_of(kind: Kind, trace: TracebackType | None) -> str:
    """Return where an error came from: versions, its kind, and the lines of code, no values."""
    import platform
    from datetime import UTC, datetime  # loaded by the first fault, not by each start

    moment = datetime.now(UTC).isoformat(timespec="seconds")
    versions = (
        f"Briefer {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.system()} {platform.machine()}"
    )
    lines = (
        f"  {_place(frame.filename)}, line {frame.lineno}, in {frame.name}"
        for frame in traceback.extract_tb(trace)
    )
    return "\n".join((f"{moment}  {versions}", f"{kind.__module__}.{kind.__qualname__}", *lines))


def _place(file: str) -> str:
    """Return a module's file without the folders of this machine."""
    return "/".join(Path(file).parts[-3:])


def _is_full(log: Path) -> bool:
    return log.exists() and log.stat().st_size > _LARGEST


def fault_box(details: str, parent: QWidget) -> QMessageBox:
    """Return the dialog with the details and a button that copies them."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("Briefer")
    box.setIcon(QMessageBox.Icon.Critical)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(_TEXT)
    box.setInformativeText(tr("The details name no card, no text and none of your folders’ files."))
    box.setDetailedText(details)
    copy = box.addButton(tr("Copy details"), QMessageBox.ButtonRole.ActionRole)
    copy.disconnect(box)  # the dialog stays open
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Close))
    return box
