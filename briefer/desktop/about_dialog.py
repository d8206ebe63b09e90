"""Version, promise and licences."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QWidget,
)

from briefer.desktop.dialog_parts import dialog_column
from briefer.guard.network import Network
from briefer.language import tr

_DENIED = tr(
    "Nothing leaves this machine. Briefer opens no network connection, and has had this system "
    "refuse it every internet socket until it ends. A link leaves a briefing only when you say so."
)
_LICENCES = tr("""\
Briefer is free software under the MIT licence.

It is built with
  Qt for Python (PySide6), LGPL 3
  QtAwesome, MIT, with icon fonts under the SIL Open Font License, Apache 2.0 and MIT
  Python-Markdown, BSD
  tantivy, MIT
  Typst, Apache 2.0
  pypdfium2 and PDFium, Apache 2.0 and BSD
  RapidFuzz, MIT
  nh3 and ammonia, MIT
  platformdirs, MIT
  Inter and Source Serif 4, SIL Open Font License
""")


class AboutDialog(QDialog):
    """What this program is, and what it promises."""

    def __init__(
        self, version: str, network: Network | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Briefer"))
        self.resize(560, 460)
        title = _label(tr("Briefer {version}", version=version), self)
        title.setObjectName("pageTitle")
        licences = QPlainTextEdit(_LICENCES, self)
        licences.setReadOnly(True)
        licences.setTabChangesFocus(True)
        licences.setAccessibleName(tr("Licences"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = dialog_column(self)
        for widget in (title, _label(promise(network), self), licences, buttons):
            column.addWidget(widget)


def promise(network: Network | None) -> str:
    """Return what holds of this program on this machine, as it is."""
    if network is not None and network.denied:
        return _DENIED
    return tr(
        "Nothing leaves this machine: Briefer opens no network connection. It could not have this "
        "system refuse it one ({reason}), so that rests on how it is built alone. A link leaves a "
        "briefing only when you say so.",
        reason=network.why_not if network else tr("it was not asked to yet"),
    )


def _label(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
