"""The musts and what fits."""

from __future__ import annotations

from briefer.talk.fitting import fitted_run, musts_of
from briefer.talk.run import whole_run
from tests.talk.material import briefing_of, card

CARDS = (
    card("Could", "Priority: could", "Minutes: 1"),
    card("Must", "Priority: must", "Minutes: 2"),
    card("Should", "Priority: should", "Minutes: 3"),
    card("Other"),
    card("Last", "Priority: Must", "Minutes: 1"),
)


def test_every_must_stays_and_what_should_be_said_comes_before_what_could(tmp_path) -> None:
    briefing = briefing_of(tmp_path, *CARDS)
    fitted = fitted_run(briefing, whole_run(briefing), 6)
    assert fitted.run.cards == ("must", "should", "last")
    assert (fitted.left_out, fitted.needed, fitted.run.minutes) == (("could", "other"), 6, 6)


def test_a_smaller_card_fits_where_a_larger_one_does_not(tmp_path) -> None:
    briefing = briefing_of(tmp_path, *CARDS)
    fitted = fitted_run(briefing, whole_run(briefing), 5)
    assert fitted.run.cards == ("could", "must", "other", "last")


def test_musts_stay_even_when_they_take_longer(tmp_path) -> None:
    briefing = briefing_of(tmp_path, *CARDS)
    fitted = fitted_run(briefing, whole_run(briefing), 1)
    assert (fitted.run.cards, fitted.needed) == (("must", "last"), 3)


def test_a_run_never_becomes_empty(tmp_path) -> None:
    briefing = briefing_of(tmp_path, card("Long", "Minutes: 9"))
    assert fitted_run(briefing, whole_run(briefing), 1).run.cards == ("long",)


def test_a_priority_in_any_case_counts(tmp_path) -> None:
    briefing = briefing_of(tmp_path, *CARDS)
    assert musts_of(briefing, whole_run(briefing)) == ("must", "last")
