"""Before and after a talk: which run, which screen, which times."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from briefer.briefing.model import Span
from briefer.briefing.passage_names import NamedPassage
from briefer.desktop.presenting_choice import ChoiceDialog, Offer
from briefer.desktop.presenting_find import Finder
from briefer.desktop.presenting_options import TalkOptions
from briefer.desktop.presenting_runs import run_from, runs_of
from briefer.desktop.presenting_screens import Rehearsal
from briefer.desktop.presenting_start import TalkStarter, talk_themes
from briefer.desktop.presenting_times import TimesDialog
from briefer.desktop.settings import Settings
from briefer.desktop.theme import load_theme
from briefer.resources import themes_folder
from briefer.talk.run import run_of_cards
from briefer.talk.stage import Placement
from briefer.talk.talk import Talk
from tests.desktop.presenting_material import built_in, fonts, themes, written
from tests.desktop.program_material import HandJobs

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def nowhere(_screens):
    """No screens were ever seen."""
    return Placement("", "")


def test_the_agendas_come_first_and_everything_last() -> None:
    briefing, _ = built_in()
    titles = [run.title for run in runs_of(briefing)]
    assert titles[:2] == ["Ten minutes", "Three minutes"]
    assert titles[-1] == "All cards"


def test_a_card_begins_its_agenda_where_it_stands_in_it() -> None:
    choice = run_from(built_in()[0], "keep-a-line-open")
    assert (choice.run.title, choice.position) == ("Ten minutes", 2)


def test_a_card_of_no_agenda_begins_its_kind() -> None:
    choice = run_from(built_in()[0], "formal-talks")
    assert (choice.run.title, choice.run.cards[choice.position]) == ("Channels", "formal-talks")


@pytest.fixture
def dialog(qtbot):
    briefing, report = built_in()
    jobs = HandJobs()
    offer = Offer(briefing, ("russia",), Finder(briefing, report, jobs), nowhere)
    made = ChoiceDialog(offer, QApplication.instance(), TalkOptions(40, "Tab"))
    made.jobs = jobs
    qtbot.addWidget(made)
    made.show()
    return made


def test_enter_starts_the_first_agenda(qtbot, dialog) -> None:
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.runs, Qt.Key.Key_Return)
    choice = dialog.choice()
    assert (choice.run.title, choice.run.minutes, choice.rehearsal) == ("Ten minutes", 10, False)


def test_a_clickers_second_f5_starts(qtbot, dialog) -> None:
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.runs, Qt.Key.Key_F5)


def test_what_fits_is_shown_before_it_starts(dialog) -> None:
    whole = dialog.cards.count()
    dialog.minutes.set_value(4)
    dialog.fit.setChecked(True)
    kept = [dialog.cards.item(row) for row in range(whole)]
    said = [item for item in kept if item.flags()]
    assert len(said) == len(dialog.choice().run.cards) < whole == dialog.cards.count()
    assert said[-1].text().startswith(f"{len(said)}  ")
    assert dialog.choice().run.minutes == 4
    assert "left out" in dialog._sum.text()


def test_the_picked_cards_are_offered(dialog) -> None:
    names = [dialog.runs.item(row).text() for row in range(dialog.runs.count())]
    assert "Picked cards  (1 card)" in names


def test_what_a_search_finds_is_offered_first_and_chosen(dialog) -> None:
    QTest.keyClicks(dialog.query, "hotlines")
    run = dialog.choice().run
    assert run.title == "Search: hotlines"
    assert "crisis-hotlines" in run.cards
    in_titles = len(run.cards)
    dialog.jobs.finish("talk index")
    assert len(dialog.choice().run.cards) > in_titles
    dialog.query.clear()
    assert dialog.choice().run.title == "Ten minutes"


def test_a_search_without_a_card_says_so_and_changes_nothing(dialog) -> None:
    QTest.keyClicks(dialog.query, "zzzz")
    assert dialog._sum.text().startswith("No card found")
    assert dialog.choice().run.title == "Ten minutes"


def test_the_clicker_key_is_whatever_is_pressed_next(dialog) -> None:
    button = dialog._options.key_button
    for key, known in ((Qt.Key.Key_F5, "F5"), (Qt.Key.Key_Tab, "Tab"), (Qt.Key.Key_Escape, "")):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QTest.keyClick(button, key)
        assert dialog._options.source_key == known
    assert dialog.isVisible()
    assert button.text() == "None"


def test_no_minutes_are_no_limit(dialog) -> None:
    dialog.minutes.set_value(0)
    assert dialog.choice().run.minutes is None
    assert not dialog.fit.isEnabled()


def test_options_keep_what_was_set_before(qtbot) -> None:
    options = TalkOptions(40, "Tab")
    qtbot.addWidget(options)
    assert (options.letters, options.source_key) == (40, "Tab")


@pytest.fixture
def starter(qtbot, tmp_path):
    fonts()
    made = TalkStarter(QApplication.instance(), HandJobs(), Settings(tmp_path / "settings.ini"))
    yield made
    if made.presenting is not None:
        made.presenting.end()


def test_one_talk_is_given_at_a_time(starter) -> None:
    briefing, report = built_in()
    starter.present(briefing, report, "armed-forces-line", (), themes())
    first = starter.presenting
    assert first is not None
    assert first.talk.card == "armed-forces-line"
    starter.present(briefing, report, "overview", (), themes())
    assert starter.presenting is first
    assert first.talk.card == "armed-forces-line"


def test_a_passage_is_presented_among_the_cards_and_S_shows_it(starter) -> None:
    briefing, report = built_in()
    text = briefing.documents[0].text
    start = text.index("used sparingly")
    passage = NamedPassage("article", Span(start, start + 14)).name
    starter.present_cards(briefing, report, "Picked cards", ("russia", passage), themes())
    talk = starter.presenting
    talk.press("End")
    assert talk.talk.room.card == passage
    assert "used sparingly" in talk.slides.card(passage).text.toPlainText()
    assert [checked.quotation.words for checked in talk.slides.graded(passage)] == [
        "used sparingly"
    ]
    talk.press("S")
    assert "✓ Exact" in talk.slides.source(passage, 0)[0].text.toPlainText()
    talk.press("PgDown")
    assert talk.talk.room.card == passage  # the last one stays


def test_a_passage_among_the_picks_can_be_chosen(starter, monkeypatch) -> None:
    briefing, report = built_in()
    passage = NamedPassage("article", Span(0, 14)).name
    monkeypatch.setattr(ChoiceDialog, "exec", lambda self: choose(self, "Picked cards"))
    starter.present(briefing, report, "", (passage, "russia"), themes())
    assert starter.presenting.talk.run.cards == (passage, "russia")
    tiles = starter.presenting.console.strip.model()
    assert "Article, paragraph 1" in tiles.index(0, 0).data()


def choose(dialog: ChoiceDialog, title: str) -> bool:
    """Choose a run by its title; Enter."""
    rows = range(dialog.runs.count())
    row = next(row for row in rows if dialog.runs.item(row).text().startswith(title))
    dialog.runs.setCurrentRow(row)
    return True


def test_a_text_that_takes_longer_holds_no_talk_up(starter, tmp_path) -> None:
    briefing, report = written(tmp_path, f"# Channels\n\n## Long\n\n{'a *b* ' * 2_000}\n")
    starter.present(briefing, report, "long", (), themes())
    assert "*b*" in starter.presenting.slides.card("long").text.toPlainText()
    assert [job for job in starter._jobs.waiting if job.startswith("tree")]


def test_a_title_is_no_rich_text_in_a_tooltip_of_the_run(qtbot, tmp_path) -> None:
    title = "A <img src='/etc/hostname'> title"
    briefing, _ = written(tmp_path, f"# Channels\n\n## {title}\n\nA card.\n")
    offer = Offer(briefing, (), Finder(briefing, None, HandJobs()), nowhere)
    dialog = ChoiceDialog(offer, QApplication.instance(), TalkOptions(40, ""))
    qtbot.addWidget(dialog)
    assert "&lt;img" in dialog.cards.item(0).toolTip()


def test_any_cards_can_be_presented(starter) -> None:
    briefing, report = built_in()
    starter.present_cards(briefing, report, "Picked cards", ("russia", "overview"), themes())
    talk = starter.presenting.talk
    assert (talk.run.title, talk.run.cards) == ("Picked cards", ("russia", "overview"))


def test_on_one_screen_the_room_fills_it_and_x_brings_the_console(starter) -> None:
    briefing, report = built_in()
    starter.present(briefing, report, "overview", (), themes())
    talk = starter.presenting
    assert (talk.room.isVisible(), talk.console.isVisible()) == (True, False)
    assert talk.room.isFullScreen()
    QTest.keyClick(talk.room, Qt.Key.Key_X)
    assert (talk.room.isVisible(), talk.console.isVisible()) == (False, True)
    QTest.keyClick(talk.console, Qt.Key.Key_X)
    assert (talk.room.isVisible(), talk.console.isVisible()) == (True, False)


def test_on_one_screen_a_panel_is_left_for_the_room_and_not_for_the_notes(starter) -> None:
    briefing, report = built_in()
    starter.present(briefing, report, "overview", (), themes())
    talk = starter.presenting
    for key in (Qt.Key.Key_O, Qt.Key.Key_F1):
        QTest.keyClick(talk.room, key)
        assert (talk.room.isVisible(), talk.console.isVisible()) == (False, True)
        QTest.keyClick(talk.console, Qt.Key.Key_Escape)
        assert (talk.room.isVisible(), talk.console.isVisible()) == (True, False)


def test_the_size_of_the_notes_is_remembered(starter) -> None:
    briefing, report = built_in()
    for expected in (18, 21):
        starter.present(briefing, report, "overview", (), themes())
        talk = starter.presenting
        assert talk.console.notes.size_in_pixels == expected
        QTest.keyClick(talk.room, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
        talk.end()


def test_after_the_end_another_talk_can_begin(qtbot, starter) -> None:
    briefing, report = built_in()
    starter.present(briefing, report, "overview", (), themes())
    with qtbot.waitSignal(starter.ended):
        QTest.keyClick(starter.presenting.room, Qt.Key.Key_Escape)
        QTest.keyClick(starter.presenting.room, Qt.Key.Key_Escape)
    assert starter.presenting is None


def test_a_rehearsal_shows_both_windows_beside_each_other(qtbot) -> None:
    room, console = QWidget(), QWidget()
    qtbot.addWidget(room)
    qtbot.addWidget(console)
    Rehearsal(room, console, lambda: QRect(0, 0, 1600, 900)).arrange()
    assert room.isVisible()
    assert console.isVisible()
    assert not room.geometry().intersects(console.geometry())


def test_high_contrast_is_kept_in_both_windows() -> None:
    folder = themes_folder()
    worn = talk_themes(folder, load_theme(folder, "contrast"))
    assert (worn.console.id, worn.room.id) == ("contrast", "contrast")
    worn = talk_themes(folder, load_theme(folder, "dark"))
    assert (worn.console.id, worn.room.id) == ("dark", "light")


def test_after_a_talk_its_times_are_offered_and_after_a_look_they_are_not(starter) -> None:
    briefing, report = built_in()
    for seconds, offered in ((5.0, False), (60.0, True)):
        starter.present(briefing, report, "overview", (), themes())
        talk = starter.presenting
        clock = talk.talk.clock
        talk.talk = replace(talk.talk, clock=replace(clock, gathered=seconds))
        talk.end()
        assert (starter.times is not None) is offered
    assert starter.times.isVisible()
    assert starter.times.said.text().startswith("The talk took 01:00")
    starter.times.close()


@pytest.fixture
def times(qtbot, tmp_path):
    briefing, _ = written(tmp_path)
    talk = Talk(run_of_cards(briefing, "Run", ("exact", "altered"))).started(0)
    made = TimesDialog(briefing, talk.next(61).end(90))
    qtbot.addWidget(made)
    return made


def test_the_times_are_saved_as_markdown_or_csv(times, tmp_path) -> None:
    assert times.save(tmp_path / "times.md")
    assert "| Exact | 01:01 |" in (tmp_path / "times.md").read_text(encoding="utf-8")
    assert times.save(tmp_path / "times.csv")
    assert "exact,Exact,61," in (tmp_path / "times.csv").read_text(encoding="utf-8")


def test_times_that_cannot_be_saved_say_so(times, tmp_path) -> None:
    assert not times.save(tmp_path / "nowhere" / "times.md")
    assert times.said.text().startswith("times.md: ")
