"""What was read, and what is unread, new or changed since."""

from __future__ import annotations

import pytest

from briefer.briefing.reading import read_briefing
from briefer.desk.changes import NoteRead, NoteVisit, PutSeen, Redo, Undo
from briefer.desk.model import ReadCard
from briefer.desk.reading import News, digests_of, news_of, read_card, seen_as
from tests.desk.material import HERE, a_desk, done
from tests.desktop.program_material import BREAKDOWN, write_briefing


@pytest.fixture
def briefing(tmp_path):
    return read_briefing(write_briefing(tmp_path / "briefing"))


def changed(tmp_path, *swaps: tuple[str, str]):
    text = BREAKDOWN
    for before, after in swaps:
        assert before in text
        text = text.replace(before, after)
    return read_briefing(write_briefing(tmp_path / "changed", text))


def visit(briefing) -> NoteVisit:
    return NoteVisit(HERE, "x", "X", 1.0, tuple(card.id for card in briefing.cards))


def news(kept, briefing):
    return news_of(briefing, digests_of(briefing), kept)


def all_read(briefing) -> tuple[ReadCard, ...]:
    return tuple(map(read_card, briefing.cards))


def test_at_the_first_visit_all_is_unread_and_nothing_new(tmp_path, briefing) -> None:
    kept = done(a_desk(tmp_path), visit(briefing))
    assert set(news(kept, briefing).values()) == {News.UNREAD}
    assert list(news(kept, briefing)) == [card.id for card in briefing.cards]


def test_what_was_read_has_no_news_until_it_says_something_else(tmp_path, briefing) -> None:
    kept = done(a_desk(tmp_path), visit(briefing), NoteRead(HERE, all_read(briefing)))
    assert news(kept, briefing) == {}
    later = changed(tmp_path, ("Lines for a crisis.", "Lines for any crisis."))
    assert news(kept, later) == {"hotlines": News.CHANGED}


def test_a_changed_field_and_changed_speaker_notes_are_changes(tmp_path, briefing) -> None:
    kept = done(a_desk(tmp_path), visit(briefing), NoteRead(HERE, all_read(briefing)))
    later = changed(
        tmp_path,
        ("Talks & more.", "Talks & more.\n\n### Notes\n\nSay this."),
        ("Actors: [[Russia]]", "Actors: [[Russia]]\nStatus: open"),
    )
    assert news(kept, later) == {"hotlines": News.CHANGED, "formal-talks": News.CHANGED}


def test_a_card_that_was_not_there_at_the_first_visit_is_new_until_read(tmp_path, briefing) -> None:
    desk = a_desk(tmp_path)
    done(desk, visit(briefing), NoteRead(HERE, all_read(briefing)))
    later = changed(tmp_path, ("## Formal talks", "## Back channel\nQuiet.\n\n## Formal talks"))
    kept = done(desk, visit(later))
    assert news(kept, later) == {"back-channel": News.NEW}
    kept = done(desk, NoteRead(HERE, all_read(later)))
    assert news(kept, later) == {}


def test_a_card_with_another_id_is_known_by_its_title(tmp_path, briefing) -> None:
    kept = done(a_desk(tmp_path), visit(briefing), NoteRead(HERE, all_read(briefing)))
    later = changed(tmp_path, ("{#hotlines}", "{#lines}"))
    assert news(kept, later) == {}
    assert seen_as(later.card("lines"), later, kept) == "hotlines"


def test_what_a_card_said_when_it_was_read_is_kept(tmp_path, briefing) -> None:
    desk = a_desk(tmp_path)
    done(desk, NoteRead(HERE, (read_card(briefing.card("hotlines")),)))
    words = desk.words_read(HERE, "hotlines")
    assert words is not None
    assert "Lines for a crisis." in words
    assert desk.words_read(HERE, "russia") is None


def test_marking_all_as_read_is_undone_and_reading_is_not(tmp_path, briefing) -> None:
    desk = a_desk(tmp_path)
    first, *_ = all_read(briefing)
    kept = done(desk, visit(briefing), NoteRead(HERE, (first,)))
    assert kept.undo == ""
    kept = done(desk, PutSeen(HERE, all_read(briefing)))
    assert (kept.undo, news(kept, briefing)) == ("mark as read", {})
    kept = done(desk, Undo())
    assert set(news(kept, briefing)) == {c.id for c in briefing.cards} - {first.card}
    assert news(done(desk, Redo()), briefing) == {}
    assert desk.words_read(HERE, first.card) == first.words


def test_a_card_is_marked_as_unread_again(tmp_path, briefing) -> None:
    desk = a_desk(tmp_path)
    done(desk, visit(briefing), NoteRead(HERE, all_read(briefing)))
    kept = done(desk, PutSeen(HERE, (ReadCard("hotlines", "Crisis hotlines"),)))
    assert news(kept, briefing) == {"hotlines": News.UNREAD}
    assert news(done(desk, Undo()), briefing) == {}
