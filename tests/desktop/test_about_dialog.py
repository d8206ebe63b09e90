"""About says what holds on this machine."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from briefer.desktop.about_dialog import AboutDialog
from briefer.guard.network import Network


def words(qtbot, network: Network | None) -> str:
    dialog = AboutDialog("1.0", network)
    qtbot.addWidget(dialog)
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_it_says_that_the_network_is_denied(qtbot) -> None:
    said = words(qtbot, Network(True))
    assert "refuse it every internet socket" in said
    assert "could not" not in said


def test_it_says_when_it_is_not_and_why(qtbot) -> None:
    said = words(qtbot, Network(False, "seccomp: invalid argument"))
    assert "could not" in said
    assert "(seccomp: invalid argument)" in said
    assert "not asked to yet" in words(qtbot, None)
