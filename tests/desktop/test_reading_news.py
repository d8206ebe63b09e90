"""What is unread, new and changed: marked in the navigator, listed, and shown word by word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from briefer.briefing.reading import read_briefing
from briefer.desk.changes import NotePlace, NoteRead, NoteVisit
from briefer.desk.model import Place
from briefer.desk.reading import read_card
from briefer.desktop.navigator_model import NavigatorModel
from briefer.desktop.news_dialog import NewsDialog
from briefer.desktop.program import Program
from tests.desk.material import a_desk, done
from tests.desktop.desk_material import keep, opened
from tests.desktop.program_material import BREAKDOWN, write_briefing

LATER = BREAKDOWN.replace("Lines for a crisis.", "Lines for any <b>crisis</b>.").replace(
    "## Formal talks", "## Back channel\nQuiet.\n\n## Formal talks"
)


@pytest.fixture
def folder(tmp_path):
    return write_briefing(tmp_path / "briefing")


@pytest.fixture
def program(qtbot, tmp_path, folder) -> Program:
    return with_news(opened(qtbot, tmp_path, folder))


def with_news(program: Program) -> Program:
    program._jobs.finish("digests")
    return program


def marks(program: Program) -> dict[str, str]:
    model = program.parts.navigator.model()
    cards = program.browsing.briefing.cards
    found = {c.id: model.index_of(c.id).data(NavigatorModel.NewsRole) for c in cards}
    return {card: news for card, news in found.items() if news}


@pytest.fixture
def later(qtbot, tmp_path, folder) -> Program:
    """A program on a briefing that was read whole, and changed since."""
    briefing = read_briefing(folder)
    ids = tuple(card.id for card in briefing.cards)
    visit = NoteVisit(str(folder), "", "Channels", 1.0, ids)
    desk = a_desk(tmp_path / "data")
    done(desk, visit, NoteRead(str(folder), tuple(map(read_card, briefing.cards))))
    desk.close()
    write_briefing(folder, LATER)
    return with_news(opened(qtbot, tmp_path, folder))


@pytest.fixture
def again(qtbot, tmp_path, folder) -> Program:
    """A program on a briefing that was left at its first card, with nothing read."""
    ids = tuple(card.id for card in read_briefing(folder).cards)
    desk = a_desk(tmp_path / "data")
    visit = NoteVisit(str(folder), "", "Channels", 1.0, ids)
    done(desk, visit, NotePlace(str(folder), Place(ids[0], "In short")))
    desk.close()
    return with_news(opened(qtbot, tmp_path, folder))


def test_all_is_unread_at_first_but_bears_no_mark(program) -> None:
    assert set(program.desk.news.news.values()) == {"unread"}
    assert marks(program) == {}
    program.browsing.go_to_card("russia")
    program.keeping.stayed.emit()
    keep(program)
    assert "russia" not in program.desk.news.news
    assert marks(program) == {}


def test_what_is_still_unread_is_marked_from_the_second_visit_on(again) -> None:
    assert set(marks(again).values()) == {"unread"}
    again.browsing.go_to_card("russia")
    again.keeping.stayed.emit()
    keep(again)
    assert "russia" not in marks(again)
    assert "hotlines" in marks(again)


def test_new_and_changed_cards_are_marked_for_eyes_and_ears(later) -> None:
    assert marks(later) == {"hotlines": "changed", "back-channel": "new"}
    index = later.parts.navigator.model().index_of("hotlines")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Crisis hotlines, changed"


def test_marking_all_as_read_is_taken_back(later) -> None:
    later.edit.mark_all_read()
    keep(later)
    assert marks(later) == {}
    later.edit.undo()
    keep(later)
    assert marks(later) == {"hotlines": "changed", "back-channel": "new"}


def the_dialog(program: Program) -> NewsDialog:
    news = program.desk.news
    dialog = NewsDialog(
        program.browsing.briefing,
        news.news,
        program.keeping.words_read,
        program.parts.card.theme,
        program.window,
    )
    dialog.read_wanted.connect(lambda card: news.mark((card,), read=True))
    news.news_changed.connect(dialog.show_news)
    return dialog


def test_the_words_that_changed_are_shown_struck_and_underlined(later) -> None:
    dialog = the_dialog(later)
    assert dialog.list.chosen() == "back-channel"
    item = dialog.list.topLevelItem(1).child(0)
    dialog.list.setCurrentItem(item)
    later._jobs.finish("words-read")
    shown = dialog.words.toPlainText()
    assert "Lines for a crisis. any <b>crisis</b>." in shown
    html = dialog.words.toHtml()
    assert "line-through" in html
    dialog.reject()


def test_a_card_marked_in_the_list_leaves_it_and_the_next_is_chosen(later) -> None:
    dialog = the_dialog(later)
    dialog._mark()
    keep(later)
    assert dialog.list.chosen() == "hotlines"
    later.edit.mark_all_read()
    keep(later)
    assert not dialog._all.isEnabled()
    assert "every card" in dialog._none.text()
    assert not dialog._none.isHidden()
    dialog.reject()


def test_reading_a_changed_card_again_ends_the_change(later) -> None:
    later.browsing.go_to_card("hotlines")
    later.keeping.stayed.emit()
    keep(later)
    assert marks(later) == {"back-channel": "new"}
