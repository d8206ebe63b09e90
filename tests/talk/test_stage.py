"""Which window is where, as screens come and go and X is pressed."""

from __future__ import annotations

import pytest

from briefer.talk.stage import Placement, Stage, apart, placement

TWO = Stage(("laptop", "projector"), "laptop")
ONE = Stage(("laptop",), "laptop")


@pytest.mark.parametrize(
    ("screens", "wanted", "found"),
    [
        (("laptop",), ("", ""), ("laptop", "")),
        (("laptop",), ("projector", "laptop"), ("laptop", "")),
        (("laptop", "projector"), ("", ""), ("projector", "laptop")),
        (("laptop", "projector"), ("laptop", "projector"), ("laptop", "projector")),
        (("laptop", "left", "right"), ("right", "left"), ("right", "left")),
        (("laptop", "left", "right"), ("right", "gone"), ("right", "laptop")),
        (("laptop", "projector"), ("gone", "gone too"), ("projector", "laptop")),
    ],
)
def test_the_console_stays_on_the_laptop_and_the_room_elsewhere(screens, wanted, found) -> None:
    assert placement(screens, "laptop", Placement(*wanted)) == Placement(*found)


def test_x_swaps_two_screens_and_back() -> None:
    swapped = TWO.swapped()
    assert swapped.placement == Placement("laptop", "projector")
    assert swapped.swapped().placement == TWO.placement


def test_on_one_screen_x_brings_the_console_and_the_room_back() -> None:
    assert (ONE.console_shown, ONE.room_shown) == (False, True)
    asked = ONE.swapped()
    assert (asked.console_shown, asked.room_shown) == (True, False)
    assert asked.swapped() == ONE


def test_a_panel_on_one_screen_gives_the_room_its_view_back() -> None:
    opened = ONE.with_panel(opened=True)
    assert opened.console_shown
    assert opened.with_panel(opened=False).room_shown


def test_x_in_a_panel_of_a_lone_screen_brings_the_room_back_not_the_notes() -> None:
    assert ONE.with_panel(opened=True).swapped().room_shown


def test_when_the_projector_is_pulled_the_console_stays() -> None:
    assert TWO.with_screens(("laptop",), "laptop").console_shown


def test_when_the_laptop_is_closed_the_notes_do_not_come_up_on_the_projector() -> None:
    left = TWO.with_screens(("projector",), "projector")
    assert (left.room_shown, left.console_shown) == (True, False)


def test_when_both_are_back_both_windows_are() -> None:
    back = TWO.with_screens(("laptop",), "laptop").with_screens(TWO.screens, "laptop")
    assert (back.room_shown, back.console_shown) == (True, True)
    assert back.placement == TWO.placement


def test_nothing_moves_when_another_screen_is_called_the_first() -> None:
    same = TWO.with_screens(("projector", "laptop"), "projector")
    assert same.placement == TWO.placement
    third = TWO.with_screens(("projector", "laptop", "third"), "third")
    assert third.placement == TWO.placement


def test_a_screen_that_comes_to_a_lone_one_is_the_rooms() -> None:
    joined = ONE.with_screens(("laptop", "projector"), "projector")
    assert joined.placement == Placement("projector", "laptop")


def test_the_laptops_own_screen_has_the_console_whichever_is_called_the_first() -> None:
    screens = ("HDMI-1", "eDP-1")
    assert placement(screens, "HDMI-1", Placement("", "")) == Placement("HDMI-1", "eDP-1")
    opened = Stage(("HDMI-1",), "HDMI-1").with_screens(screens, "HDMI-1")
    assert opened.placement == Placement("HDMI-1", "eDP-1")


def test_a_screen_that_mirrors_another_is_no_second_one() -> None:
    laptop, projector = (0, 0, 1280, 800), (1280, 0, 1920, 1080)
    assert apart([laptop, projector]) == (0, 1)
    assert apart([laptop, laptop]) == (0,)
    assert apart([laptop, (0, 0, 1920, 1080), projector]) == (0, 2)


def test_a_swap_is_kept_while_a_screen_is_away() -> None:
    swapped = TWO.swapped()
    back = swapped.with_screens(("laptop",), "laptop").with_screens(TWO.screens, "laptop")
    assert back.placement == swapped.placement
