"""Errors of our own reach the reader and a log, and no word of a briefing with them."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox, QWidget

from briefer.desktop import faults
from briefer.desktop.faults import fault_box, show_faults

SECRET = "a sentence of the card"


@pytest.fixture
def parent(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def log(tmp_path: Path, parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Faults are shown, and put back as they were at the end."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    show_faults(parent, tmp_path / "data" / "faults.log")
    return tmp_path / "data" / "faults.log"


def fails() -> None:
    raise ValueError(SECRET)


def raised() -> None:
    try:
        fails()
    except ValueError:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]


def boxes(parent: QWidget) -> list[QMessageBox]:
    return parent.findChildren(QMessageBox)


def test_enter_closes_the_fault_dialog(parent) -> None:
    box = fault_box("Traceback", parent)
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Close)


def test_an_error_in_a_slot_is_shown_and_logged_without_the_card_s_text(parent, log) -> None:
    raised()
    (box,) = boxes(parent)
    for told in (box.detailedText(), log.read_text()):
        assert "builtins.ValueError" in told
        assert "in fails" in told
        assert SECRET not in told
    assert str(log) in box.detailedText()
    assert str(Path(__file__).parent.parent.parent) not in log.read_text()


def test_the_same_error_again_and_again_opens_one_dialog(qtbot, parent, log) -> None:
    for _ in range(3):
        raised()
    (box,) = boxes(parent)
    assert log.read_text().count("ValueError") == 3
    box.reject()
    raised()
    assert len([box for box in boxes(parent) if box.isVisible()]) == 1


def test_an_error_on_a_thread_is_shown_by_the_window_s(qtbot, parent, log) -> None:
    thread = threading.Thread(target=fails)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(boxes(parent)))
    assert "in fails" in log.read_text()


def test_an_interrupt_is_no_fault(parent, log) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not boxes(parent)
    assert not log.exists()


def test_the_log_stays_small(parent, log, monkeypatch) -> None:
    monkeypatch.setattr(faults, "_LARGEST", 2_000)
    for _ in range(40):
        raised()
    assert log.stat().st_size < 3_000


def test_a_log_that_can_not_be_written_keeps_no_fault_from_being_shown(
    parent, tmp_path, log
) -> None:
    (tmp_path / "data").write_text("in the way")
    raised()
    (box,) = boxes(parent)
    assert "stands in" not in box.detailedText()
    QTimer.singleShot(0, box.reject)
