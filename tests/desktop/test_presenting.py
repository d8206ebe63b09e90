"""A talk, by real keys and clicks in both windows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefer.desktop.console_window import Panel
from briefer.desktop.late_trees import LateTrees
from briefer.talk.talk import Aid, Showing
from tests.desktop.presenting_material import Talked, built_in, written

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def talked(qtbot, tmp_path):
    """Three cards: exact, altered (and a must, and marked SECRET), and without a quotation."""
    made = Talked(qtbot, written(tmp_path))
    yield made
    made.talking.end()


@pytest.fixture
def built(qtbot):
    made = Talked(qtbot, built_in())
    yield made
    made.talking.end()


def test_both_windows_take_the_keys(talked) -> None:
    talked.press(Qt.Key.Key_PageDown)
    assert talked.seen.card == "altered"
    talked.press(Qt.Key.Key_Right, window=talked.console)
    assert talked.seen.card == "without"
    talked.press(Qt.Key.Key_Backspace, window=talked.console)
    assert talked.seen.card == "altered"


def test_the_console_shows_what_the_room_sees(talked) -> None:
    talked.press(Qt.Key.Key_PageDown)
    assert talked.console.picture.view == talked.seen


def test_a_click_and_the_wheel_go_on(talked) -> None:
    QTest.mouseClick(talked.room.picture, Qt.MouseButton.LeftButton)
    assert talked.seen.card == "altered"
    at = QPointF(50, 50)
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    turn = QWheelEvent(at, at, QPoint(), QPoint(0, 120), none, Qt.KeyboardModifier.NoModifier,
                       phase, False)  # fmt: skip
    QApplication.sendEvent(talked.room, turn)
    assert talked.seen.card == "exact"


def test_black_is_shown_and_told_and_next_only_returns(talked) -> None:
    talked.press(".")
    assert talked.seen.showing is Showing.BLACK
    assert talked.console.head.tags() == ("BLACK",)
    talked.press(Qt.Key.Key_PageDown)
    assert (talked.seen.card, talked.seen.showing) == ("exact", Showing.CARD)


def test_the_black_room_is_black(talked) -> None:
    talked.press("b")
    assert talked.room.grab().toImage().pixelColor(640, 360).name() == "#000000"


def test_s_shows_the_source_and_s_again_returns(talked) -> None:
    talked.press("s")
    assert (talked.seen.showing, talked.console.head.tags()) == (Showing.SOURCE, ("SOURCE",))
    talked.press("s")
    assert talked.seen.showing is Showing.CARD


def test_a_key_of_the_clicker_shows_the_source(talked) -> None:
    talked.talking.press("Tab")
    assert talked.seen.showing is Showing.SOURCE


def test_a_card_without_a_quotation_says_so(talked) -> None:
    talked.press(Qt.Key.Key_End, "s")
    assert talked.seen.showing is Showing.CARD
    assert talked.console.message().startswith("No quotation")


def test_s_steps_through_several_quotations(built) -> None:
    count = len(built.talking.slides.sources("overview"))
    assert count > 2
    seen = []
    for _ in range(count + 1):
        built.press("s")
        seen.append((built.seen.showing, built.seen.source))
    assert seen == [(Showing.SOURCE, n) for n in range(count)] + [(Showing.CARD, 0)]


def test_a_frozen_room_stays_and_the_console_shows_what_comes_up(talked) -> None:
    talked.press("f", Qt.Key.Key_PageDown)
    assert talked.seen.card == "exact"
    assert talked.console.head.tags() == ("FROZEN",)
    assert talked.console.next.title.text() == "Altered"
    talked.press("f")
    assert talked.seen.card == "altered"


def test_the_next_card_tells_its_marking_and_its_grades_before_it_comes_up(talked) -> None:
    assert talked.console.next.marking.text() == "Next marking: SECRET"
    assert "“not” dropped" in talked.console.next.grades.text()
    assert talked.console.head.marking.text() == "INTERNAL"
    talked.press(Qt.Key.Key_PageDown)
    assert talked.console.head.marking.text() == "SECRET"
    assert talked.console.next.marking.text() == "Next marking: INTERNAL"


def test_the_notes_follow_the_card_and_their_size_can_be_changed(talked) -> None:
    assert "Say it slowly." in talked.console.notes.toPlainText()
    before = talked.console.notes.size_in_pixels
    QTest.keyClick(talked.room, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert talked.console.notes.size_in_pixels > before
    talked.press(Qt.Key.Key_PageDown)
    assert "No notes" in talked.console.notes.toPlainText()


def test_digits_and_enter_go_to_a_card(talked) -> None:
    talked.press("2")
    assert talked.console.message() == "Card 2, Altered, SECRET: Enter goes there"
    talked.press(Qt.Key.Key_Escape, "3")
    assert talked.console.message() == "Card 3, Without: Enter goes there"
    talked.press(Qt.Key.Key_Return)
    assert talked.seen.card == "without"


def test_m_goes_to_the_next_must(talked) -> None:
    talked.press("m")
    assert talked.seen.card == "altered"
    talked.press("m")
    assert (talked.seen.card, talked.console.message()) == ("altered", "No must-say card follows")


def test_f5_does_nothing(talked) -> None:
    before = talked.talking.talk
    talked.press(Qt.Key.Key_F5)
    assert talked.talking.talk == before


def test_escape_asks_and_a_second_one_ends(talked) -> None:
    talked.press(Qt.Key.Key_Escape)
    assert (talked.console.message(), talked.ended) == ("Press Esc again to end", [])
    talked.clock.seconds += 1
    talked.press(Qt.Key.Key_Escape)
    assert len(talked.ended) == 1


def test_a_late_second_escape_asks_again(talked) -> None:
    talked.press(Qt.Key.Key_Escape)
    talked.clock.seconds += 3
    talked.press(Qt.Key.Key_Escape)
    assert talked.ended == []


def test_closing_a_window_ends_the_talk_once_and_keeps_its_times(talked) -> None:
    talked.clock.seconds += 30
    talked.room.close()
    (talk,) = talked.ended
    assert talk.spent == {"exact": 30}


def test_the_end_of_the_run_stays_on_the_last_card(talked) -> None:
    talked.press(Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    assert talked.seen.card == "without"
    assert talked.console.next.title.text() == "End of the run"


def test_the_pages_of_a_long_card_are_turned_first(built) -> None:
    pages = len(built.talking.slides.card("overview").pages)
    assert pages > 1
    for _ in range(pages - 1):
        built.press(Qt.Key.Key_PageDown)
    assert (built.seen.card, built.seen.page) == ("overview", pages - 1)
    built.press(Qt.Key.Key_PageDown)
    assert built.seen.card == "crisis-hotlines"
    built.press(Qt.Key.Key_PageUp)
    assert (built.seen.card, built.seen.page) == ("overview", pages - 1)


def test_o_shows_all_cards_arrows_choose_and_enter_goes(talked) -> None:
    talked.press("o")
    assert talked.console.panel is Panel.OVERVIEW
    overview = talked.console.overview
    talked.press(Qt.Key.Key_Right, Qt.Key.Key_Right, window=overview)
    assert talked.seen.card == "exact"  # the room sees nothing of it
    talked.press(Qt.Key.Key_Return, window=overview)
    assert (talked.seen.card, talked.console.panel) == ("without", Panel.TALK)


def test_escape_leaves_the_overview_and_nothing_else(talked) -> None:
    talked.press("o")
    talked.press(Qt.Key.Key_Escape, window=talked.console.overview)
    assert talked.console.panel is Panel.TALK
    assert talked.talking.talk.asked_to_end is None


def test_the_overview_brings_the_console_up_where_it_was_hidden(qtbot, tmp_path) -> None:
    talked = Talked(qtbot, written(tmp_path), console=False)
    talked.press("o")
    assert talked.windows.console_shown
    talked.talking.end()


def test_a_card_is_looked_at_privately_and_then_sent(talked) -> None:
    talked.press(Qt.Key.Key_PageDown)
    QTest.keyClick(talked.room, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    finder = talked.console.finder
    talked.press("with", window=finder.box)
    assert finder.preview.view.card == "without"
    assert talked.seen.card == "altered"
    talked.press(Qt.Key.Key_Return, window=finder.box)
    assert (talked.seen.card, talked.console.panel) == ("without", Panel.TALK)


def test_a_passage_that_no_card_cites_can_be_sent_and_is_marked(talked) -> None:
    QTest.keyClick(talked.console, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    talked.jobs.finish("talk index")
    finder = talked.console.finder
    talked.press("nothing else said", window=finder.box)
    assert [found.target for found in finder.model.found] == ["passage:article:46-67"]
    talked.press(Qt.Key.Key_Return, window=finder.box)
    slide = talked.talking.slides.card(talked.seen.card)
    assert "Nothing else is said." in slide.text.toPlainText()
    assert talked.console.next.title.text() == "Exact"
    talked.press("f", Qt.Key.Key_PageDown)
    assert talked.talking.talk.card == "exact"


def test_behind_a_frozen_room_the_console_shows_a_picture_of_what_waits(talked) -> None:
    talked.press("f")
    assert not talked.console.next.picture.isVisible()
    talked.press(Qt.Key.Key_PageDown, "s")
    assert talked.seen.card == "exact"
    waiting = talked.console.next.picture
    assert (waiting.isVisible(), waiting.view.card) == (True, "altered")
    assert waiting.view.showing is Showing.SOURCE
    assert talked.console.next.marking.text() == "Next marking: SECRET"
    talked.press("f")
    assert not waiting.isVisible()
    assert talked.seen.showing is Showing.SOURCE


def test_a_key_that_is_held_does_what_it_does_once(talked) -> None:
    for _ in range(3):
        talked.talking.press("B", held=True)
        talked.talking.press("Esc", held=True)
    assert (talked.seen.showing, talked.ended) == (Showing.CARD, [])
    talked.talking.press("PgDown", held=True)
    assert talked.seen.card == "altered"


def test_tab_reaches_the_talk_in_both_windows(talked) -> None:
    talked.press(Qt.Key.Key_Tab)
    assert talked.seen.showing is Showing.SOURCE
    talked.press(Qt.Key.Key_Tab, window=talked.console)
    assert talked.seen.showing is Showing.CARD


def test_digits_in_the_overview_count_before_its_choice(talked) -> None:
    talked.press("o")
    overview = talked.console.overview
    talked.press(Qt.Key.Key_Right, "3", Qt.Key.Key_Return, window=overview)
    assert (talked.seen.card, talked.console.panel) == ("without", Panel.TALK)


def test_escape_leaves_the_room_as_it_was(talked) -> None:
    QTest.keyClick(talked.console, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    talked.press("with", Qt.Key.Key_Escape, window=talked.console.finder.box)
    assert (talked.seen.card, talked.console.panel) == ("exact", Panel.TALK)
    assert talked.talking.talk.asked_to_end is None


def test_a_pushed_card_leaves_the_run_where_it_stood(built) -> None:
    QTest.keyClick(built.console, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    built.press("jake", Qt.Key.Key_Return, window=built.console.finder.box)
    assert built.seen.card == "jake-sullivan"
    assert built.console.next.title.text() == "The network in one minute"
    assert "waits at card 1" in built.console.head.position.text()
    built.talking.press("End")


def test_the_key_list_names_every_key(talked) -> None:
    talked.press("?")
    assert talked.console.panel is Panel.KEYS
    talked.press(Qt.Key.Key_Escape, window=talked.console)
    assert talked.console.panel is Panel.TALK


def test_the_pointer_is_seen_by_the_room_where_the_presenter_points(talked) -> None:
    talked.press("l")
    talked.console.picture.pointed.emit(QPointF(0.5, 0.5))
    assert (talked.seen.aid, talked.console.head.tags()) == (Aid.POINTER, ("POINTER",))
    middle = talked.room.grab().toImage().pixelColor(640, 360)
    assert middle.name() == talked.talking.slides.theme["bad"]


def test_the_arrow_rests_after_a_while_and_gives_way_to_the_pointer(talked) -> None:
    room, blank = talked.room, Qt.CursorShape.BlankCursor
    room._rest.timeout.emit()
    assert room.cursor().shape() is blank
    room.picture.pointed.emit(QPointF(0.5, 0.5))
    assert room.cursor().shape() is not blank
    assert room._rest.isActive()
    talked.press("l")
    room.picture.pointed.emit(QPointF(0.6, 0.5))
    assert room.cursor().shape() is blank


def test_x_swaps(talked) -> None:
    talked.press("x")
    assert talked.windows.swaps == 1


def test_the_time_runs_rests_and_starts_anew(talked) -> None:
    talked.clock.seconds += 65
    talked.talking._show_time()
    assert talked.console.head.elapsed.text() == "01:05"
    talked.press("t")
    talked.clock.seconds += 100
    talked.talking._show_time()
    assert talked.console.head.elapsed.text() == "01:05"
    assert talked.console.head.pace.text() == "Timer paused"
    talked.press("t")
    QTest.keyClick(talked.room, Qt.Key.Key_T, Qt.KeyboardModifier.ShiftModifier)
    assert talked.console.head.elapsed.text() == "00:00"


def test_behind_is_said_in_words_and_colour(built) -> None:
    built.clock.seconds += 200
    built.talking._show_time()
    assert built.console.head.pace.text().endswith("behind")
    assert built.console.head.pace.property("sign") == "warning"
    assert built.console.head.rest.text() == "of 10:00 · 06:40 left"


def test_a_room_of_another_shape_keeps_the_card(built) -> None:
    built.press(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    card = built.seen.card
    built.room.resize(QSize(1024, 768))
    assert built.seen.card == card
    assert built.talking.slides.width == 1440


def test_hints_are_in_the_room_only_where_there_is_no_console(qtbot, tmp_path) -> None:
    talked = Talked(qtbot, written(tmp_path), console=False)
    talked.press(Qt.Key.Key_Escape)
    assert talked.room._said.isVisible()
    talked.windows.console_shown = True
    talked.talking._show_time()
    assert not talked.room._said.isVisible()
    talked.talking.end()


def test_grades_that_come_late_are_taken(qtbot, tmp_path) -> None:
    briefing, report = written(tmp_path)
    talked = Talked(qtbot, (briefing, None))
    assert talked.talking.slides.sources("exact") == ()
    talked.talking.take_report(report)
    talked.press("s")
    assert talked.seen.showing is Showing.SOURCE
    talked.talking.end()


def test_a_text_that_took_longer_comes_to_the_room_when_it_is_made(qtbot, tmp_path) -> None:
    slow = "word *emphasis* " * 2_000
    made = Talked(qtbot, written(tmp_path, f"# Channels\n\n## Long\n\n{slow}\n"))
    trees = LateTrees(made.jobs)
    made.talking.take_trees(trees)
    made.press("b", "b")
    typed = made.talking.talk.pages
    (job,) = made.jobs.waiting
    made.jobs.finish(job)
    assert made.talking.talk.pages > typed  # what was typed is cut on a slide
    made.talking.end()
