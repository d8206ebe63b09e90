"""A child process typesets the same pages, and can be stopped."""

from __future__ import annotations

import re
import sys
import tempfile
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefer.sheets.errors import CancelledError, SelectionError, TypesettingError
from briefer.sheets.options import CardsOfKind, ChosenCards, Options
from briefer.sheets.press import Press

ONE = Options(date(2026, 11, 23), selection=ChosenCards(("crisis-hotlines",)))


@pytest.fixture
def press():
    press = Press()
    yield press
    press.close()


def test_the_child_gives_the_same_bytes_as_this_process(press, built_in):
    made = press.typeset(built_in.briefing, built_in.report, ONE)
    assert made == built_in.printed(selection=ONE.selection)


def test_the_child_stays_for_the_next_print(press, built_in):
    press.typeset(built_in.briefing, built_in.report, ONE)
    child = press._child
    press.typeset(built_in.briefing, built_in.report, replace(ONE, marking="X"))
    assert press._child is child


def test_what_the_child_cannot_print_comes_back_as_its_sentence(press, built_in):
    with pytest.raises(SelectionError, match="nothing here"):
        options = replace(ONE, selection=CardsOfKind("nothing here"))
        press.typeset(built_in.briefing, built_in.report, options)


def test_cancelling_stops_the_child_and_the_next_print_works(press, built_in):
    whole = Options(date(2026, 11, 23))
    timer = threading.Timer(0.2, press.cancel)
    timer.start()
    with pytest.raises(CancelledError):
        press.typeset(built_in.briefing, built_in.report, whole)
    timer.join()
    assert press.typeset(built_in.briefing, built_in.report, ONE).pages == 1


def test_a_child_that_dies_is_replaced(press, built_in):
    press.typeset(built_in.briefing, built_in.report, ONE)
    press._child.kill()
    press._child.wait()
    assert press.typeset(built_in.briefing, built_in.report, ONE).pages == 1


def test_a_closed_press_leaves_no_child(built_in):
    press = Press()
    press.typeset(built_in.briefing, built_in.report, ONE)
    child = press._child
    press.close()
    assert child.poll() is not None
    with pytest.raises(CancelledError):
        press.typeset(built_in.briefing, built_in.report, ONE)
    assert press._child is None


def test_pages_that_take_too_long_are_stopped_with_a_sentence(press, built_in, monkeypatch):
    monkeypatch.setattr("briefer.sheets.press._LONGEST", 0.2)
    with pytest.raises(TypesettingError, match="took longer than ten minutes"):
        press.typeset(built_in.briefing, built_in.report, Options(date(2026, 11, 23)))
    monkeypatch.undo()
    assert press.typeset(built_in.briefing, built_in.report, ONE).pages == 1


def test_a_typesetter_that_falls_over_is_told_and_replaced(press, built_in):
    press.typeset(built_in.briefing, built_in.report, ONE)
    timer = threading.Timer(0.2, press._child.kill)
    timer.start()
    with pytest.raises(TypesettingError, match="more memory"):
        press.typeset(built_in.briefing, built_in.report, Options(date(2026, 11, 23)))
    timer.join()
    assert press.typeset(built_in.briefing, built_in.report, ONE).pages == 1


@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells of limits")
def test_the_child_has_bounds_and_no_network(press, built_in):
    press.typeset(built_in.briefing, built_in.report, ONE)
    process = Path(f"/proc/{press._child.pid}")
    assert re.search(r"Max data size +\d", (process / "limits").read_text())
    assert "Seccomp:\t2" in (process / "status").read_text()
    assert list(press._folder.iterdir()) == []


def test_no_folder_of_images_is_left_behind(built_in, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    press = Press()
    press.typeset(built_in.briefing, built_in.report, ONE)
    assert list(tmp_path.iterdir())
    press.close()
    assert list(tmp_path.iterdir()) == []


def test_a_child_whose_parent_is_gone_tidies_up(built_in, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    press = Press()
    press.typeset(built_in.briefing, built_in.report, ONE)
    child = press._child
    child.stdin.close()
    child.wait()
    assert list(tmp_path.iterdir()) == []
    press.close()
