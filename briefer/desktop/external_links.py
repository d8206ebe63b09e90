"""A link that leaves the briefing: shown in full, and opened only after a yes."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QMessageBox, QWidget

from briefer.briefing.disguises import unmasked
from briefer.guard.mail_links import asked_besides
from briefer.language import tr

_ALLOWED = ("https", "http", "mailto")
_ENCODED = QUrl.ComponentFormattingOption.FullyEncoded


def is_allowed(address: str) -> bool:
    """Tell whether an address is of a sort that may be opened at all."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    web = url.scheme().casefold() in ("https", "http")
    if not url.isValid() or url.scheme().casefold() not in _ALLOWED or (web and not url.host()):
        return False
    return not asked_besides(address)


def encoded(address: str) -> str:
    """Return an address as it goes out: ASCII, with the site's name in punycode."""
    return bytes(QUrl(address, QUrl.ParsingMode.StrictMode).toEncoded().data()).decode("ascii")


def ask(address: str, parent: QWidget) -> bool:
    """Show the whole address, and tell whether the reader wants it to be opened."""
    if not is_allowed(address):
        _refusal(address, parent).exec()
        return False
    return link_question(address, parent).exec() == QMessageBox.StandardButton.Open


def link_question(address: str, parent: QWidget) -> QMessageBox:
    """Return the question; its first and default answer is Cancel."""
    said = "\n\n".join((breakable(encoded(address)), *doubts(address)))
    box = _box(tr("This link leaves the briefing"), said, parent)
    buttons = QMessageBox.StandardButton
    box.setIcon(QMessageBox.Icon.Question)
    box.setStandardButtons(buttons.Open | buttons.Cancel)
    box.setDefaultButton(buttons.Cancel)
    box.setEscapeButton(buttons.Cancel)
    return box


def doubts(address: str) -> tuple[str, ...]:
    """Return what might make the reader take the address for another one."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    site = url.host(_ENCODED)
    found = []
    if url.userInfo():
        found.append(
            tr("What stands before the @ is only a user name. The site is {site}.", site=site)
        )
    if any(part.startswith("xn--") for part in site.split(".")):
        letters = unmasked(url.host(QUrl.ComponentFormattingOption.FullyDecoded))
        found.append(
            tr("The site’s name holds letters of another script: {letters}.", letters=letters)
        )
    return tuple(found)


def _refusal(address: str, parent: QWidget) -> QMessageBox:
    said = breakable(unmasked(address))
    box = _box(tr("Only https, http and mailto links are opened"), said, parent)
    if asked_besides(address):
        box.setText(tr("A link may begin a mail with words only; this one asks for more"))
    box.setIcon(QMessageBox.Icon.Warning)
    return box


def _box(text: str, said: str, parent: QWidget) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle(tr("Open a link"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(said)
    return box


def breakable(address: str) -> str:
    """Return the address so that a long one wraps: a zero-width space every few letters."""
    return "\N{ZERO WIDTH SPACE}".join(address[n : n + 40] for n in range(0, len(address), 40))
