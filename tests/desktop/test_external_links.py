"""Links that leave the briefing."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget

from briefer.desktop import external_links
from briefer.desktop.external_links import ask, doubts, encoded, is_allowed, link_question

ADDRESS = "https://example.org/a?b=%3Cb%3Ec"
Buttons = QMessageBox.StandardButton


@pytest.fixture
def parent(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def answering(monkeypatch, answer: Buttons) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda box: answer)


@pytest.mark.parametrize(
    "address",
    ["https://a.org", "HTTP://a.org/x", "mailto:a@b.org", "mailto:a@b.org?Subject=x&body=y"],
)
def test_web_and_mail_may_be_opened(address) -> None:
    assert is_allowed(address)


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd", "javascript:alert(1)", "smb://host/x", "//host/x", "a.txt", "", "x:y",
        "https:", "https:///x", "http:a.org", "ftp://a.org/", "data:text/html,x",
        "mailto:a@b.org?subject=x&attach=/etc/passwd", "MAILTO:a@b.org?%41ttachment=file:///x",
    ],
)  # fmt: skip
def test_nothing_else_may_be_opened(address, parent, monkeypatch) -> None:
    answering(monkeypatch, Buttons.Open)
    assert not is_allowed(address)
    assert not ask(address, parent)


def test_the_question_shows_the_whole_address_as_plain_words(parent) -> None:
    box = link_question(ADDRESS, parent)
    assert box.informativeText().replace("\N{ZERO WIDTH SPACE}", "") == ADDRESS
    assert box.textFormat().name == "PlainText"


def test_a_site_in_other_letters_is_shown_as_it_goes_out(parent) -> None:
    address = "https://\u0430pple.com/x"  # a Cyrillic a
    assert encoded(address) == "https://xn--pple-43d.com/x"
    said = link_question(address, parent).informativeText()
    assert said.startswith("https://xn--pple-43d.com/x\n\n")
    assert "letters of another script: \u0430pple.com." in said


def test_what_stands_before_the_at_sign_is_no_site(parent) -> None:
    said = link_question("https://www.state.gov@evil.example/x", parent).informativeText()
    assert "only a user name. The site is evil.example." in said
    assert doubts("mailto:a@b.org") == ()
    assert doubts(ADDRESS) == ()


def test_what_turns_the_words_around_is_shown_and_never_sent(parent) -> None:
    address = "https://example.org/\u202egpj.exe"
    assert encoded(address) == "https://example.org/%E2%80%AEgpj.exe"
    assert "\u202e" not in link_question(address, parent).informativeText()


def test_cancel_is_the_first_answer(parent) -> None:
    box = link_question(ADDRESS, parent)
    assert box.defaultButton() is box.button(Buttons.Cancel)
    assert box.escapeButton() is box.button(Buttons.Cancel)


def test_only_yes_opens(parent, monkeypatch) -> None:
    answering(monkeypatch, Buttons.Cancel)
    assert not ask("https://example.org/", parent)
    answering(monkeypatch, Buttons.Open)
    assert ask("https://example.org/", parent)


def test_a_long_address_can_wrap() -> None:
    broken = external_links.breakable("https://example.org/" + "a" * 100)
    assert max(len(part) for part in broken.split("\N{ZERO WIDTH SPACE}")) <= 40
