"""Where the windows were is known again, for each set of screens."""

from __future__ import annotations

from briefer.talk.places import place_in, with_place
from briefer.talk.stage import Placement

OFFICE, HALL = ("laptop", "projector"), ("laptop", "left", "right")


def test_each_set_of_screens_has_its_own_places() -> None:
    text = with_place("", OFFICE, Placement("laptop", "projector"))
    text = with_place(text, HALL, Placement("right", "left"))
    assert place_in(text, OFFICE) == Placement("laptop", "projector")
    assert place_in(text, ("right", "laptop", "left")) == Placement("right", "left")


def test_the_last_choice_counts() -> None:
    text = with_place("", OFFICE, Placement("laptop", "projector"))
    text = with_place(text, OFFICE, Placement("projector", "laptop"))
    assert text.count("\n") == 0
    assert place_in(text, OFFICE) == Placement("projector", "laptop")


def test_screens_never_seen_have_none_and_damage_is_forgotten() -> None:
    assert place_in("", OFFICE) == Placement("", "")
    assert place_in("nonsense\n\t\n", OFFICE) == Placement("", "")


def test_no_more_than_a_dozen_rooms_are_kept() -> None:
    text = ""
    for number in range(40):
        text = with_place(text, ("laptop", f"room {number}"), Placement("laptop", f"room {number}"))
    assert len(text.splitlines()) == 12
    assert place_in(text, ("laptop", "room 39")).console == "room 39"
