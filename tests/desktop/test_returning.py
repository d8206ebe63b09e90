"""Places come back: the briefing, its card, the scroll, and the way there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from briefer.briefing.model import Span
from briefer.briefing.reading import read_briefing
from briefer.desktop.destinations import CardDestination, KindDestination, PassageDestination
from briefer.desktop.history import Visit
from briefer.desktop.history_words import history_words, visits_in
from briefer.desktop.last_place import Last, first_path, read_last, write_last
from briefer.desktop.program import Program
from tests.desktop.desk_material import ALT, keep, opened, press
from tests.desktop.program_material import write_briefing

VISITS = (
    Visit(CardDestination("hotlines"), 0.25, 0.5),
    Visit(KindDestination("actors")),
    Visit(PassageDestination("article", Span(0, 8)), 0.0, 0.125),
)


@pytest.fixture
def folder(tmp_path):
    return write_briefing(tmp_path / "briefing")


@pytest.fixture
def program(qtbot, tmp_path, folder) -> Program:
    return opened(qtbot, tmp_path, folder)


def close(program: Program) -> None:
    program.window.close()
    program._jobs.finish("last")
    keep(program)


def test_the_reader_stands_again_where_he_left_with_the_way_there(
    qtbot, program, tmp_path, folder
) -> None:
    program.browsing.go_to_card("hotlines")
    program.browsing.go_to_card("russia")
    close(program)
    again = opened(qtbot, tmp_path, folder)
    qtbot.waitUntil(lambda: again.browsing.card_id == "russia")
    assert again.parts.navigator.currentIndex().data() == "Russia"
    press(qtbot, again, Qt.Key.Key_Left, ALT)
    assert again.browsing.card_id == "hotlines"
    press(qtbot, again, Qt.Key.Key_End, ALT)
    assert again.browsing.card_id == "russia"


def test_who_has_moved_on_is_not_pulled_back_but_told(qtbot, program, tmp_path, folder) -> None:
    program.browsing.go_to_card("russia")
    close(program)
    again = opened(qtbot, tmp_path / "other", write_briefing(tmp_path / "second"))
    again.keeping._folder = tmp_path / "data"
    again.keeping._desk.close()
    again.keeping._desk = type(again.keeping._desk)(tmp_path / "data", again.keeping._desk._today)
    again.open(folder)
    again.browsing.go_to_card("hotlines")
    with qtbot.waitSignal(again.keeping.place_found):
        keep(again)
    assert again.browsing.card_id == "hotlines"
    assert again.actions["go_to_left"].isEnabled()


def test_the_way_is_written_and_read_again(folder) -> None:
    assert visits_in(history_words(VISITS), read_briefing(folder)) == VISITS


def test_a_way_through_what_is_gone_is_left_out(folder) -> None:
    gone = (Visit(CardDestination("gone")), Visit(KindDestination("gone")), *VISITS)
    gone += (Visit(PassageDestination("article", Span(0, 99_999))),)
    assert visits_in(history_words(gone), read_briefing(folder)) == VISITS


@pytest.mark.parametrize("words", ["", "{", "[1]", '[["card"]]', '[["passage","article",0,0,"x"]]'])
def test_damaged_words_are_no_way_at_all(folder, words) -> None:
    assert visits_in(words, read_briefing(folder)) == ()


def test_the_last_place_is_written_and_read_again(tmp_path) -> None:
    last = Last("/briefings/ö", "card", 0.25, 1.5, start=False)
    write_last(tmp_path / "new", last)
    assert read_last(tmp_path / "new") == last
    write_last(tmp_path / "new", None)
    assert read_last(tmp_path / "new") is None


@pytest.mark.parametrize(
    "words", ["", "x", "x\ny\n1\nz\nstart", "\n\n0\n0\nstart", "a\nb\n0\nstart"]
)
def test_a_damaged_last_place_is_none(tmp_path, words) -> None:
    (tmp_path / "last.txt").write_text(words)
    assert read_last(tmp_path) is None


def test_what_was_open_last_is_opened_unless_it_is_gone_or_not_wanted(tmp_path, folder) -> None:
    built_in, asked = tmp_path / "built-in", tmp_path / "asked"
    last = Last(str(folder))
    assert first_path(None, last, built_in) == folder
    assert first_path(asked, last, built_in) == asked
    assert first_path(None, last._replace(start=False), built_in) == built_in
    assert first_path(None, Last(str(tmp_path / "gone")), built_in) == built_in
    assert first_path(None, Last("\0"), built_in) == built_in


def test_closing_writes_where_the_next_start_begins(program, tmp_path, folder) -> None:
    program.browsing.go_to_card("russia")
    close(program)
    assert read_last(tmp_path / "data") == Last(str(folder), "russia")
