"""Qt is loaded without what a start has no use for, and nothing that it can say is lost."""

import subprocess
import sys

_ERROR = """
from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
for call in (lambda: QLabel(1, 2, 3), lambda: QPoint("a"), lambda: QLabel("").setText(4)):
    try:
        call()
    except TypeError as error:
        print(error)
print(QPoint.__doc__)
"""
_OURS = "from briefer.desktop.qt_loading import load_qt; load_qt()"


def _printed(program: str) -> str:
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    return done.stdout


def test_errors_and_signatures_read_as_they_do_without_it() -> None:
    said = _printed(_OURS + _ERROR)
    assert "Supported signatures" in said
    assert said == _printed(_ERROR)


def test_what_describes_signatures_waits_until_it_is_asked_for() -> None:
    ask = "import sys; print('logging' in sys.modules, 'argparse' in sys.modules)"
    assert _printed(f"{_OURS}\n{ask}") == "False False\n"


def test_imports_and_compiling_are_left_as_they_were() -> None:
    ask = "import builtins; print(builtins.__import__.__name__, builtins.compile.__name__)"
    assert _printed(f"{_OURS}\n{ask}") == "__lazy_import__ compile\n"


_SHORT_NAMES = """
from PySide6.QtCore import QObject, Qt, Signal
class Speaker(QObject):
    pressed = Signal(Qt.MouseButton)
print(Qt.TopEdge, QObject.startTimer.__doc__)
print(Speaker.staticMetaObject.method(Speaker.staticMetaObject.methodOffset()).methodSignature())
"""


def test_short_names_and_signals_of_enumerations_work_after_the_start() -> None:
    settled = f"{_OURS}\nfrom briefer.desktop.enumerations import settle_enumerations as settle\n"
    said = _printed(f"{settled}from PySide6.QtCore import Qt; settle(){_SHORT_NAMES}")
    assert "MouseButton" in said
    assert said == _printed(_SHORT_NAMES)
