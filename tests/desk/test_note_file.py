"""My notes as one Markdown file with citations."""

from __future__ import annotations

from briefer.briefing.model import Span
from briefer.briefing.reading import read_briefing
from briefer.desk.changes import WriteNote
from briefer.desk.model import Note
from briefer.desk.note_file import note_file
from briefer.desk.pick_file import passage_at
from tests.desk.material import HERE, a_desk, done
from tests.desktop.program_material import write_briefing


def test_cards_come_first_then_passages_then_what_has_no_card(tmp_path) -> None:
    briefing = read_briefing(write_briefing(tmp_path / "briefing"))
    passage = passage_at(briefing.document("article"), Span(20, 31))
    notes = (
        Note("gone", "Gone", "Where is it?"),
        Note("", "", "Since when?", passage),
        Note("old", "Formal talks", "Ask *again*."),
        Note("hotlines", "Crisis hotlines", "Call them.\n"),
    )
    assert note_file(notes, briefing) == (
        "# My notes on “Channels”\n\n"
        "## Crisis hotlines\n\nCall them.\n\n"
        "*Channel “Crisis hotlines”, Channels. Cites Article, ¶1 (A1).*\n\n"
        "## Formal talks\n\nAsk *again*.\n\n*Channel “Formal talks”, Channels.*\n\n"
        "## Article, ¶2 (A2)\n\n> Talks go on\n> — [@article, ¶2]\n\nSince when?\n\n"
        "## Gone (without a card)\n\nWhere is it?\n"
    )


def test_notes_on_passages_are_kept_apart_from_those_on_cards(tmp_path) -> None:
    briefing = read_briefing(write_briefing(tmp_path / "briefing"))
    article = briefing.document("article")
    one, two = passage_at(article, Span(0, 8)), passage_at(article, Span(20, 31))
    desk = a_desk(tmp_path)
    kept = done(
        desk,
        WriteNote(HERE, "", "", "first", one),
        WriteNote(HERE, "", "", "second", two),
        WriteNote(HERE, "hotlines", "Crisis hotlines", "third"),
        WriteNote(HERE, "", "", "first again", one),
    )
    assert [(note.words, note.passage) for note in kept.notes] == [
        ("first again", one),
        ("second", two),
        ("third", None),
    ]
    desk.close()
    assert a_desk(tmp_path).keep(HERE).notes == kept.notes
