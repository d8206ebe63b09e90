"""Forgetting for good, and a private desk that writes nothing."""

from __future__ import annotations

import pytest

from briefer.desk.changes import Forget, NotePlace, NoteRead, NoteVisit, PutList, Traces, WriteNote
from briefer.desk.model import Place, ReadCard
from tests.desk.material import HERE, TODAY, a_desk, card, done, names, picked

SECRET = "Kompromat-7781"


@pytest.fixture
def full(tmp_path):
    """A desk with a trace of every kind, each with the secret in it, and its copy of the day."""
    desk = a_desk(tmp_path)
    done(
        desk,
        NoteVisit(HERE, "abc", f"About {SECRET}", 5.0, ("a", SECRET)),
        NotePlace(HERE, Place("a", SECRET, 0.1, 0.2, SECRET)),
        NoteRead(HERE, (ReadCard("a", "A", "d", SECRET * 50),)),
        WriteNote(HERE, "a", "A", SECRET),
        PutList(HERE, SECRET, (card("a"),)),
    )
    picked(desk, SECRET)
    desk.close()
    return desk


def bytes_in(folder) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def test_forgetting_all_leaves_no_byte_of_it_in_the_file_or_its_copies(tmp_path, full) -> None:
    (tmp_path / "desk-damaged-2026-01-01-1.sqlite3").write_text(SECRET)
    assert SECRET.encode() in bytes_in(tmp_path)
    desk = a_desk(tmp_path)
    kept = done(desk, Forget(frozenset(Traces)))
    assert SECRET.encode() not in bytes_in(tmp_path)
    desk.close()
    assert SECRET.encode() not in bytes_in(tmp_path)
    assert (kept.picks, kept.notes, kept.lists, kept.seen, kept.recent) == ((), (), (), (), ())
    assert [copy.name for copy in (tmp_path / "backups").iterdir()] == [f"desk-{TODAY}.sqlite3"]


@pytest.mark.parametrize("trace", list(Traces))
def test_only_what_is_chosen_is_forgotten(tmp_path, full, trace) -> None:
    kept = done(a_desk(tmp_path), Forget(frozenset({trace})))
    there = {
        Traces.VISITS: bool(kept.recent or kept.place),
        Traces.READING: bool(kept.seen or kept.known),
        Traces.PICKS: bool(kept.picks or kept.lists),
        Traces.NOTES: bool(kept.notes),
    }
    assert there == {other: other is not trace for other in Traces}


def test_what_is_forgotten_cannot_be_undone(tmp_path) -> None:
    desk = a_desk(tmp_path)
    picked(desk, "a")
    assert done(desk, Forget(frozenset({Traces.PICKS}))).undo == ""


def test_a_private_desk_shows_what_there_is_and_writes_nothing(tmp_path, full) -> None:
    before = bytes_in(tmp_path)
    desk = a_desk(tmp_path, private=True)
    kept = picked(desk, "b")
    assert (names(kept), kept.private, kept.trouble) == ([SECRET, "b"], True, "")
    assert done(desk, Forget(frozenset(Traces))).picks == ()
    desk.close()
    assert bytes_in(tmp_path) == before


def test_a_private_desk_makes_no_folder(tmp_path) -> None:
    desk = a_desk(tmp_path / "data", private=True)
    assert names(picked(desk, "a")) == ["a"]
    desk.close()
    assert not (tmp_path / "data").exists()


def test_going_private_keeps_what_was_asked_before_and_nothing_after(tmp_path) -> None:
    from briefer.desk.changes import AddPick

    desk = a_desk(tmp_path)
    desk.ask(AddPick(HERE, card("a")))
    desk.go_private(private=True)
    assert names(picked(desk, "b")) == ["a", "b"]
    desk.go_private(private=False)
    kept = desk.keep(HERE)
    assert (names(kept), kept.private, kept.undo) == (["a"], False, "")
