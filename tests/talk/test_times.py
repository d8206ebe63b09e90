"""The times of a talk, to be kept."""

from __future__ import annotations

from briefer.talk.run import run_of_cards
from briefer.talk.talk import Talk
from briefer.talk.times import card_times, times_csv, times_markdown
from tests.talk.material import briefing_of, card


def _times(folder, title="One | two"):
    cards = (card(title + " {#one}", "Minutes: 1"), card("Next"), card("Pushed"))
    briefing = briefing_of(folder, *cards)
    talk = Talk(run_of_cards(briefing, "Run", ("one", "next"))).started(0)
    talk = talk.with_card("pushed", 30).next(40).next(100).escape(130).escape(131)
    return card_times(briefing, talk)


def test_the_times_are_those_of_the_clock_in_the_order_of_the_run(tmp_path) -> None:
    found = [(time.card, time.seconds) for time in _times(tmp_path)]
    assert found == [("one", 90), ("next", 31), ("pushed", 10)]


def test_the_time_of_passages_is_not_lost(tmp_path) -> None:
    briefing = briefing_of(tmp_path, card("One"))
    talk = Talk(run_of_cards(briefing, "Run", ("one",))).started(0)
    talk = talk.with_card("passage:article:3-9", 30).next(40).end(50)
    found = [(time.title, time.seconds) for time in card_times(briefing, talk)]
    assert found == [("One", 40), ("Passages", 10)]


def test_markdown_keeps_its_columns_whatever_a_title_holds(tmp_path) -> None:
    lines = times_markdown("Talk", _times(tmp_path)).splitlines()
    assert lines[4] == "| One \\| two | 01:30 | 01:00 |"
    assert lines[-1] == "| **Together** | 02:11 | |"


def test_csv_gives_seconds(tmp_path) -> None:
    lines = times_csv(_times(tmp_path)).splitlines()
    assert lines[:2] == ["card,title,seconds,planned_seconds", "one,One | two,90,60"]


def test_a_title_is_never_a_formula(tmp_path) -> None:
    assert "one,'=1+1,90,60" in times_csv(_times(tmp_path, "=1+1"))
