"""A talk's state: keys in, what the room sees out."""

from __future__ import annotations

from briefer.talk.clock import Clock, minutes_and_seconds
from briefer.talk.run import Run
from briefer.talk.talk import Aid, Showing, Talk

TALK = Talk(Run("Ten minutes", ("overview", "hotlines", "line"), 10))


def test_next_goes_through_the_run_and_stays_on_the_last_card() -> None:
    talk = TALK
    seen = [talk.card]
    for _ in range(4):
        talk = talk.next(0)
        seen.append(talk.card)
    assert seen == ["overview", "hotlines", "line", "line", "line"]


def test_previous_stays_on_the_first_card() -> None:
    assert TALK.previous(0).card == "overview"


def test_next_turns_the_pages_of_a_long_card_first() -> None:
    talk = TALK.with_pages(2).next(0)
    assert (talk.card, talk.page) == ("overview", 1)
    assert talk.next(0).card == "hotlines"


def test_from_black_next_only_returns() -> None:
    talk = TALK.black()
    assert talk.room.showing is Showing.BLACK
    assert (talk.next(0).card, talk.next(0).showing) == ("overview", Showing.CARD)


def test_black_again_returns() -> None:
    assert TALK.black().black().showing is Showing.CARD


def test_the_source_steps_through_the_quotations_and_returns() -> None:
    talk = TALK.next_source(2)
    assert (talk.showing, talk.source) == (Showing.SOURCE, 0)
    talk = talk.next_source(2)
    assert (talk.showing, talk.source) == (Showing.SOURCE, 1)
    assert talk.next_source(2).showing is Showing.CARD


def test_a_card_without_quotations_has_no_source_view() -> None:
    assert TALK.next_source(0).showing is Showing.CARD


def test_a_frozen_room_keeps_its_card_while_the_talk_goes_on() -> None:
    talk = TALK.freeze().next(0)
    assert (talk.room.card, talk.card) == ("overview", "hotlines")
    assert talk.freeze().room.card == "hotlines"


def test_the_first_escape_leaves_black_and_the_next_two_end() -> None:
    talk = TALK.black().escape(0)
    assert (talk.showing, talk.asked_to_end) == (Showing.CARD, None)
    asked = talk.escape(1)
    assert not asked.ended
    assert asked.escape(2.5).ended


def test_a_second_escape_that_comes_late_asks_again() -> None:
    late = TALK.escape(1).escape(4)
    assert not late.ended
    assert late.asked_to_end == 4


def test_a_pushed_card_leaves_the_run_where_it_stood() -> None:
    talk = TALK.next(0).with_card("elsewhere", 1)
    assert (talk.room.card, talk.following) == ("elsewhere", "hotlines")
    assert talk.next(2).card == "hotlines"


def test_a_number_past_the_end_goes_to_the_last_card() -> None:
    assert (TALK.at(2, 0).card, TALK.at(99, 0).card) == ("hotlines", "line")


def test_the_time_of_each_card_is_noted() -> None:
    talk = TALK.started(100).next(130).next(150).escape(160).escape(161)
    assert talk.spent == {"overview": 30, "hotlines": 20, "line": 11}


def test_a_paused_clock_stands_still() -> None:
    clock = Clock().started(10).paused(15)
    assert (clock.elapsed(99), clock.toggled(100).elapsed(101)) == (5, 6)


def test_overtime_is_told_with_a_minus() -> None:
    assert minutes_and_seconds(-61) == "-01:01"


def test_going_back_shows_the_last_page_of_the_card_before() -> None:
    talk = TALK.with_pages(3).next(0).next(0).next(0).with_pages(1)
    assert talk.card == "hotlines"
    back = talk.previous(0).with_pages(3)
    assert (back.card, back.page) == ("overview", 2)


def test_black_hides_even_what_is_frozen() -> None:
    talk = TALK.freeze().next(0).black()
    assert (talk.room.card, talk.room.showing) == ("overview", Showing.BLACK)
    assert talk.next(0).room.showing is Showing.CARD


def test_escape_leaves_black_before_the_freeze_and_then_asks() -> None:
    talk = TALK.freeze().black().escape(0)
    assert (talk.showing, talk.frozen is not None) == (Showing.CARD, True)
    assert talk.escape(0).frozen is None
    assert talk.escape(0).escape(0).asked_to_end == 0


def test_digits_and_enter_go_to_a_card() -> None:
    talk = TALK.digit("0").digit("3")
    assert talk.typed == "03"
    assert (talk.enter(0).card, talk.enter(0).typed) == ("line", "")


def test_enter_without_digits_goes_on() -> None:
    assert TALK.enter(0).card == "hotlines"


def test_escape_forgets_digits_first() -> None:
    talk = TALK.digit("7").escape(0)
    assert (talk.typed, talk.asked_to_end) == ("", None)


def test_the_next_must_is_found_beyond_other_cards() -> None:
    assert TALK.next_of({"line"}, 0).card == "line"
    assert TALK.next_of({"overview"}, 0).card == "overview"


def test_the_next_must_behind_a_pushed_card_may_be_the_one_the_run_waits_at() -> None:
    talk = TALK.next(0).with_card("elsewhere", 0)
    assert talk.next_of({"hotlines"}, 0).card == "hotlines"


def test_one_help_takes_the_place_of_another() -> None:
    talk = TALK.helped(Aid.POINTER).helped(Aid.SPOTLIGHT)
    assert talk.room.aid is Aid.SPOTLIGHT
    assert talk.helped(Aid.SPOTLIGHT).room.aid is Aid.NONE


def test_the_pointer_stays_from_card_to_card_but_the_zoom_does_not() -> None:
    assert TALK.helped(Aid.POINTER).next(0).aid is Aid.POINTER
    assert TALK.helped(Aid.ZOOM).next(0).aid is Aid.NONE


def test_escape_leaves_the_pointer_before_it_asks() -> None:
    talk = TALK.helped(Aid.POINTER).escape(0)
    assert (talk.aid, talk.asked_to_end) == (Aid.NONE, None)
