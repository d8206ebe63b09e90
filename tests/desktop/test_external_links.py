"""Links that leave the briefing."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from briefer.desktop import external_links
from briefer.desktop.external_links import ask_and_open, is_allowed, link_question

ADDRESS = "https://example.org/a?b=<b>c</b>"


@pytest.fixture
def opened(monkeypatch) -> list[str]:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    return opened


@pytest.fixture
def parent(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def answering(monkeypatch, answer: QMessageBox.StandardButton) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda box: answer)


@pytest.mark.parametrize("address", ["https://a.org", "http://a.org/x", "mailto:a@b.org"])
def test_web_and_mail_may_be_opened(address) -> None:
    assert is_allowed(address)


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "javascript:alert(1)", "smb://host/x", "//host/x", "a.txt", "", "x:y"],
)
def test_nothing_else_may_be_opened(address, opened, parent, monkeypatch) -> None:
    answering(monkeypatch, QMessageBox.StandardButton.Open)
    assert not is_allowed(address)
    ask_and_open(address, parent)
    assert opened == []


def test_the_question_shows_the_whole_address_as_plain_words(parent) -> None:
    box = link_question(ADDRESS, parent)
    assert box.informativeText().replace("\N{ZERO WIDTH SPACE}", "") == ADDRESS
    assert box.textFormat().name == "PlainText"


def test_cancel_is_the_first_answer(parent) -> None:
    box = link_question(ADDRESS, parent)
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)


def test_only_yes_opens(opened, parent, monkeypatch) -> None:
    answering(monkeypatch, QMessageBox.StandardButton.Cancel)
    ask_and_open("https://example.org/", parent)
    assert opened == []
    answering(monkeypatch, QMessageBox.StandardButton.Open)
    ask_and_open("https://example.org/", parent)
    assert opened == ["https://example.org/"]


def test_a_long_address_can_wrap() -> None:
    broken = external_links.breakable("https://example.org/" + "a" * 100)
    assert max(len(part) for part in broken.split("\N{ZERO WIDTH SPACE}")) <= 40
