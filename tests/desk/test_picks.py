"""Picked cards and passages, notes, and taking back what was done."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefer.desk.changes import (
    AddPick,
    MovePick,
    PutPicks,
    Redo,
    RemovePick,
    Together,
    Undo,
    WriteNote,
)
from briefer.desk.model import Note, PickedPassage
from tests.desk.material import HERE, a_desk, card, done, names, picked


def test_picks_stay_in_their_order_when_the_desk_is_opened_again(tmp_path) -> None:
    passage = PickedPassage("article", 3, 9, "passage")
    first = a_desk(tmp_path)
    picked(first, "b", "a")
    done(first, AddPick(HERE, passage))
    first.close()
    assert a_desk(tmp_path).keep(HERE).picks == (card("b"), card("a"), passage)


def test_a_card_is_picked_once(tmp_path) -> None:
    assert names(picked(a_desk(tmp_path), "a", "b", "a")) == ["a", "b"]


def test_each_briefing_has_its_own_picks(tmp_path) -> None:
    desk = a_desk(tmp_path)
    picked(desk, "a")
    assert desk.keep("/briefings/other").picks == ()


def test_picks_are_moved_and_no_further_than_the_ends(tmp_path) -> None:
    desk = a_desk(tmp_path)
    picked(desk, "a", "b", "c")
    assert names(done(desk, MovePick(HERE, card("a"), 1))) == ["b", "a", "c"]
    assert names(done(desk, MovePick(HERE, card("b"), 99))) == ["a", "c", "b"]
    assert names(done(desk, MovePick(HERE, card("b"), -5))) == ["b", "a", "c"]


def test_what_was_done_is_taken_back_and_done_again(tmp_path) -> None:
    desk = a_desk(tmp_path)
    picked(desk, "a", "b", "c")
    done(desk, RemovePick(HERE, card("b")), MovePick(HERE, card("c"), 0))
    done(desk, PutPicks(HERE, ()), WriteNote(HERE, "a", "A", "mine"))
    kept = desk.keep(HERE)
    assert (kept.picks, kept.notes, kept.undo) == ((), (Note("a", "A", "mine"),), "note")
    seen = [names(done(desk, Undo())) for _ in range(4)]
    assert seen == [[], ["c", "a"], ["a", "c"], ["a", "b", "c"]]
    kept = done(desk, *[Redo()] * 4)
    assert (kept.picks, kept.notes, kept.redo) == ((), (Note("a", "A", "mine"),), "")


def test_several_picks_are_taken_back_at_once(tmp_path) -> None:
    desk = a_desk(tmp_path)
    picked(desk, "a", "b", "c")
    several = (AddPick(HERE, card("b")), AddPick(HERE, card("d")), AddPick(HERE, card("e")))
    kept = done(desk, Together("pick of 3 cards", several))
    assert (names(kept), kept.undo) == (["a", "b", "c", "d", "e"], "pick of 3 cards")
    assert names(done(desk, Undo())) == ["a", "b", "c"]  # what was picked before stays
    assert names(done(desk, Redo())) == ["a", "b", "c", "d", "e"]
    done(desk, Together("unpick", (RemovePick(HERE, card("d")), RemovePick(HERE, card("a")))))
    assert names(done(desk, Undo())) == ["a", "b", "c", "d", "e"]
    assert done(desk, Together("nothing", (AddPick(HERE, card("a")),))).undo == "pick of 3 cards"


def test_a_new_change_ends_what_could_be_done_again(tmp_path) -> None:
    desk = a_desk(tmp_path)
    picked(desk, "a")
    assert done(desk, Undo()).redo == "pick"
    assert picked(desk, "b").redo == ""


def test_undo_passes_over_what_another_window_has_made_void(tmp_path) -> None:
    desk, other = a_desk(tmp_path), a_desk(tmp_path)
    picked(desk, "a", "b")
    done(other, RemovePick(HERE, card("b")))
    assert names(done(desk, Undo())) == []


def test_undoing_with_nothing_to_undo_is_quiet(tmp_path) -> None:
    kept = done(a_desk(tmp_path), Undo(), Redo())
    assert (kept.picks, kept.undo, kept.redo, kept.trouble) == ((), "", "", "")


def test_a_note_is_replaced_and_taken_away(tmp_path) -> None:
    desk = a_desk(tmp_path)
    assert done(desk, WriteNote(HERE, "a", "A", "x")).notes == (Note("a", "A", "x"),)
    assert done(desk, WriteNote(HERE, "a", "A", "y")).notes == (Note("a", "A", "y"),)
    assert done(desk, WriteNote(HERE, "a", "A", "")).notes == ()


_NAMES = st.sampled_from("abcde")
_CHANGES = st.one_of(
    st.builds(lambda n, i: AddPick(HERE, card(n), i), _NAMES, st.none() | st.integers(0, 5)),
    st.builds(lambda n: RemovePick(HERE, card(n)), _NAMES),
    st.builds(lambda n, i: MovePick(HERE, card(n), i), _NAMES, st.integers(-1, 6)),
    st.builds(lambda ns: PutPicks(HERE, tuple(map(card, ns))), st.lists(_NAMES, max_size=4)),
    st.builds(
        lambda n, w: WriteNote(HERE, n, n.title(), w), _NAMES, st.sampled_from(["", "x", "y"])
    ),
)


@given(st.lists(_CHANGES, max_size=8))
def test_undoing_all_leads_back_and_redoing_all_leads_there_again(changes) -> None:
    import sqlite3
    from contextlib import closing

    from briefer.desk.carrying_out import Done, carry_out
    from briefer.desk.desk import kept_in
    from briefer.desk.schema import migrate

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as tables:
        migrate(tables)
        after = carry_out(tables, Done(), changes)
        there = kept_in(tables, HERE, Done())
        back = carry_out(tables, after, [Undo()] * len(after.undo))
        assert kept_in(tables, HERE, Done()).picks == ()
        assert kept_in(tables, HERE, Done()).notes == ()
        carry_out(tables, back, [Redo()] * len(back.redo))
        again = kept_in(tables, HERE, Done())
        assert (again.picks, set(again.notes)) == (there.picks, set(there.notes))
