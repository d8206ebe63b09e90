"""Ahead, behind, on time, over."""

from __future__ import annotations

from briefer.talk.pacing import Pace, Pacing, begun_at, pacing, planned_seconds
from briefer.talk.run import Run

RUN = Run("Ten minutes", ("a", "b", "c", "d"), 10)


def test_cards_without_minutes_share_the_time_evenly() -> None:
    assert planned_seconds(RUN, (None,) * 4) == (150, 300, 450, 600)


def test_the_cards_own_minutes_are_stretched_to_the_run() -> None:
    assert planned_seconds(RUN, (1, 1, 1, 2)) == (120, 240, 360, 600)


def test_a_card_that_names_no_minutes_gets_the_mean_of_the_others() -> None:
    assert planned_seconds(RUN, (1, None, 3, 2)) == (75, 225, 450, 600)


def test_without_minutes_there_is_no_plan_and_no_pace() -> None:
    plan = planned_seconds(Run("All", ("a",)), (1,))
    assert (plan, pacing(plan, 0, 99)) == ((), None)


def test_a_talk_that_stays_on_a_card_too_long_is_behind() -> None:
    plan = planned_seconds(RUN, (None,) * 4)
    found = pacing(plan, 0, 270)
    assert found == Pacing(Pace.BEHIND, 120)
    assert found.words == "2 min behind"


def test_a_talk_that_comes_early_to_a_card_is_ahead() -> None:
    found = pacing(planned_seconds(RUN, (None,) * 4), 2, 260)
    assert found is not None
    assert (found.pace, found.words) == (Pace.AHEAD, "40 s ahead")


def test_a_few_seconds_are_on_time() -> None:
    found = pacing(planned_seconds(RUN, (None,) * 4), 1, 149)
    assert found is not None
    assert found.words == "On time"


def test_past_the_end_the_talk_is_over_its_time_on_any_card() -> None:
    found = pacing(planned_seconds(RUN, (None,) * 4), 3, 690)
    assert found is not None
    assert found.words == "2 min over"


def test_a_talk_that_begins_in_the_middle_of_its_run_is_not_ahead() -> None:
    plan = begun_at(planned_seconds(RUN, (None,) * 4), 2)
    assert plan == (-150, 0, 150, 300)
    found = pacing(plan, 2, 10)
    assert found is not None
    assert found.pace is Pace.ON_TIME
