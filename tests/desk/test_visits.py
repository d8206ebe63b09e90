"""Recent briefings, the places in them, and briefings that move."""

from __future__ import annotations

from briefer.briefing.reading import read_briefing
from briefer.desk.changes import AddPick, Forget, NotePlace, NoteVisit, Traces
from briefer.desk.identity import content_of
from briefer.desk.model import PickedCard, Place
from briefer.desk.settling import picked_names, settled_picks
from tests.desk.material import HERE, a_desk, card, done, picked
from tests.desktop.program_material import BREAKDOWN, write_briefing


def visit(path: str, when: float = 1.0, content: str = "") -> NoteVisit:
    return NoteVisit(path, content, path.strip("/"), when)


def test_recent_briefings_come_newest_first_and_once(tmp_path) -> None:
    desk = a_desk(tmp_path)
    kept = done(desk, visit("/a", 1), visit("/b", 2), visit("/a", 3))
    assert [recent.path for recent in kept.recent] == ["/a", "/b"]


def test_a_clock_that_goes_back_does_not_change_the_order(tmp_path) -> None:
    kept = done(a_desk(tmp_path), visit("/a", 9000.0), visit("/b", 1.0))
    assert [recent.path for recent in kept.recent] == ["/b", "/a"]


def test_only_ten_are_listed_and_more_are_kept(tmp_path) -> None:
    desk = a_desk(tmp_path)
    picked(desk, "a")
    kept = done(desk, visit(HERE, 0.5), *(visit(f"/{n}", n) for n in range(1, 20)))
    assert len(kept.recent) == 10
    assert desk.keep(HERE).picks == (card("a"),)


def test_the_place_comes_back(tmp_path) -> None:
    first = a_desk(tmp_path)
    place = Place("hotlines", "Crisis hotlines", 0.25, 0.5)
    done(first, visit(HERE), NotePlace(HERE, place))
    first.close()
    assert a_desk(tmp_path).keep(HERE).place == place


def test_forgetting_forgets_visits_and_places_and_no_picks(tmp_path) -> None:
    desk = a_desk(tmp_path)
    picked(desk, "a")
    kept = done(
        desk, visit(HERE), NotePlace(HERE, Place("a", "A")), Forget(frozenset({Traces.VISITS}))
    )
    assert (kept.recent, kept.place, kept.picks) == ((), None, (card("a"),))


def test_a_briefing_that_moved_keeps_its_picks(tmp_path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    desk = a_desk(tmp_path / "data")
    done(desk, visit(str(old), 1, "same"), AddPick(str(old), card("a")))
    kept = done(desk, visit(str(new), 2, "same"), path=str(new))
    assert kept.picks == (card("a"),)


def test_a_copy_of_a_briefing_that_is_still_there_starts_without_picks(tmp_path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    desk = a_desk(tmp_path / "data")
    done(desk, visit(str(old), 1, "same"), AddPick(str(old), card("a")))
    assert done(desk, visit(str(new), 2, "same"), path=str(new)).picks == ()


def test_content_is_the_same_in_another_folder_and_differs_by_a_word(tmp_path) -> None:
    here, there = (read_briefing(write_briefing(tmp_path / name)) for name in "ab")
    changed = BREAKDOWN.replace("Two channels", "Three channels")
    other = read_briefing(write_briefing(tmp_path / "c", changed))
    assert content_of(here) == content_of(there) != content_of(other)


def test_picks_find_their_cards_by_id_then_by_title_and_none_is_dropped(tmp_path) -> None:
    briefing = read_briefing(write_briefing(tmp_path / "briefing"))
    picks = (
        PickedCard("hotlines", "An older title"),
        PickedCard("renamed", "Formal talks"),
        PickedCard("gone", "Gone"),
    )
    settled = settled_picks(picks, briefing)
    assert [found.card for found in settled] == ["hotlines", "formal-talks", ""]
    assert [found.pick for found in settled] == list(picks)
    assert picked_names(settled_picks(picks, briefing)) == ("hotlines", "formal-talks")
