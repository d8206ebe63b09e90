"""The console's parts, one by one."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel

from briefer.desktop.console_facts import (
    NextFacts,
    grades,
    here_facts,
    room_in_words,
    tags,
    time_facts,
)
from briefer.desktop.console_head import ConsoleHead
from briefer.desktop.console_keys import ConsoleKeys
from briefer.desktop.console_next import ConsoleNext
from briefer.desktop.console_notes import SIZES, ConsoleNotes
from briefer.desktop.console_run import RunOverview, RunStrip
from briefer.desktop.console_run_model import RunModel, Tile, tiles_of
from briefer.desktop.console_tiles import grid_size, strip_width
from briefer.desktop.presenting_keys import KEYS
from briefer.desktop.room_slides import Slides
from briefer.talk.clock import Clock
from briefer.talk.run import Run, whole_run
from briefer.talk.talk import Aid, Talk
from tests.desktop.presenting_material import themes, written

TILES = (Tile(1, "One", "#1f5fbf", must=True), Tile(2, "<b>Two</b>", "#7a5b00", must=False))


def test_the_model_of_the_run_is_a_sound_qt_model(qtmodeltester) -> None:
    model = RunModel(TILES)
    qtmodeltester.check(model)
    assert model.index(1, 0).data() == "2 <b>Two</b>"


def test_tiles_know_their_musts(tmp_path) -> None:
    briefing, _ = written(tmp_path)
    assert [tile.must for tile in tiles_of(briefing, whole_run(briefing))] == [False, True, False]


def test_a_click_on_the_strip_names_its_row(qtbot) -> None:
    strip = RunStrip(RunModel(TILES), themes().console, themes().room)
    qtbot.addWidget(strip)
    with qtbot.waitSignal(strip.card_chosen) as chosen:
        strip.clicked.emit(strip.model().index(1, 0))
    assert chosen.args == [1]


def test_the_overview_begins_at_the_card_that_is_shown(qtbot) -> None:
    overview = RunOverview(RunModel(TILES), themes().console, themes().room)
    qtbot.addWidget(overview)
    overview.show_position(1)
    assert overview.currentIndex().row() == 1


def test_time_without_minutes_says_only_what_has_gone(qapp) -> None:
    facts = time_facts(Talk(Run("R", ("a",)), clock=Clock(0, 0)), (), 75)
    assert (facts.elapsed, facts.rest, facts.pace) == ("01:15", "", "")


def test_overtime_is_bad_and_the_rest_is_negative() -> None:
    talk = Talk(Run("R", ("a",), 1), clock=Clock(0, 0))
    facts = time_facts(talk, (60.0,), 120)
    assert (facts.rest, facts.pace, facts.sign) == ("of 01:00 · -01:00 left", "1 min over", "bad")


def test_tags_tell_frozen_and_black_together() -> None:
    talk = Talk(Run("R", ("a", "b"))).helped(Aid.ZOOM).freeze().black()
    assert tags(talk) == ("BLACK", "FROZEN", "ZOOM")


def test_grades_name_the_faults(tmp_path) -> None:
    _, report = written(tmp_path)
    assert grades(report.quotations) == "1 exact, “not” dropped"
    assert grades(()) == "No quotations"


def test_the_head_shows_no_empty_badges(qtbot) -> None:
    head = ConsoleHead()
    qtbot.addWidget(head)
    head.show_state((), "", "Card 1 of 2")
    head.show()
    assert not head.marking.isVisible()
    assert head.tags() == ()


def test_the_next_card_takes_its_words_as_they_are(qtbot, tmp_path) -> None:
    briefing, _ = written(tmp_path)
    card = ConsoleNext(themes().room, Slides(briefing, themes().room))
    qtbot.addWidget(card)
    card.show_next(NextFacts("Channel", "#1f5fbf", "<b>x</b>", "<img src=x>", "1 exact"))
    assert card.title.text() == "<b>x</b>"
    assert {label.textFormat().name for label in card.findChildren(QLabel)} == {"PlainText"}


def test_the_notes_have_a_largest_and_a_smallest_size(qtbot) -> None:
    notes = ConsoleNotes(themes().console)
    qtbot.addWidget(notes)
    for _ in range(20):
        notes.step_size(1)
    assert notes.size_in_pixels == SIZES[-1]
    for _ in range(20):
        notes.step_size(-1)
    assert notes.size_in_pixels == SIZES[0]


def test_the_key_list_has_every_row_of_the_table(qtbot) -> None:
    keys = ConsoleKeys()
    qtbot.addWidget(keys)
    words = {label.text() for label in keys.findChildren(QLabel)}
    assert {row.sentence for row in KEYS} <= words


def test_a_strip_shows_the_whole_run_or_cuts_a_tile_to_tell_of_more() -> None:
    assert strip_width(1248, 8, 140) * 8 <= 1248
    assert strip_width(1248, 400, 140) * 7 < 1248 < strip_width(1248, 400, 140) * 8
    assert strip_width(1248, 1, 140) < 300


def test_a_grid_fills_its_room() -> None:
    size = grid_size(QSize(1236, 586), 8, QSize(228, 138))
    assert (size.width() * 5 <= 1236 < size.width() * 6, size.height()) == (True, 207)
    assert grid_size(QSize(1236, 586), 400, QSize(228, 138)).height() == 138


def test_what_is_known_of_the_card_that_is_up_is_said_in_words() -> None:
    talk = Talk(Run("Run", ("overview",), 1)).started(0)
    facts = here_facts(talk, 2, (), 1.0, 30)
    assert (facts.proof, facts.time) == (
        "S shows 2 passages · No quotations",
        "On this card 00:30 of 01:00",
    )
    assert (facts.sign, here_facts(talk, 0, (), 1.0, 61).sign) == ("plain", "warning")
    first, last = talk.next_source(2), talk.next_source(2).next_source(2)
    said = [here_facts(step, 2, (), None, 0).proof for step in (first, last)]
    assert said == [
        "The room sees passage 1 of 2; S shows the next",
        "The room sees passage 2 of 2; S shows the card again",
    ]


def test_what_the_room_sees_is_said_to_those_who_cannot_see_it() -> None:
    talk = Talk(Run("Run", ("overview",), 1))
    said = [room_in_words(step, "Overview") for step in (talk, talk.black(), talk.next_source(2))]
    assert said == [
        "The room sees Overview",
        "The room is black",
        "The room sees passage 1 behind Overview",
    ]
