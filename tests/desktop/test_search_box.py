"""The search box from the reader's chair: typing, choosing, leaving."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QListView, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefer.briefing.model import Briefing
from briefer.briefing.names import names_of
from briefer.briefing.reading import read_briefing
from briefer.desktop.action_set import Command
from briefer.desktop.destinations import CardDestination, PassageDestination
from briefer.desktop.search_box import SearchBox
from briefer.desktop.search_box_filters import operator_in, with_filter
from briefer.desktop.search_results_model import (
    CommandRow,
    ExampleRow,
    HeadingRow,
    HitRow,
    RecentRow,
    SearchResultsModel,
    ShowAllRow,
)
from briefer.desktop.theme import load_theme
from briefer.evidence.checker import check
from briefer.resources import themes_folder
from briefer.search.index import Index, build_index
from briefer.search.model import NOT_YET
from tests.search.material import KINDS, NoFiles, new_card

BREAKDOWN = """
# Channels

## Crisis hotlines
Actors: [[Jake Sullivan]]

Lines for a *crisis*.

> Crisis hotlines stay open.

## Formal talks

Talks, not hotlines.

# Actors

## Jake Sullivan

An adviser.
"""
MANIFEST = """
title = "Small"
[[documents]]
id = "article"
title = "Article"
file = "a.txt"
paragraphs = "lines"
"""


class NoIcons:
    def pixmap(self, name: str, color: str, size: int) -> QPixmap:
        return QPixmap()


class HandJobs:
    """Jobs that wait until the test does them; a newer one drops an older one."""

    def __init__(self) -> None:
        self.waiting: dict[str, tuple[Callable[[], object], Callable[[object], None]]] = {}

    def run(
        self, name: str, work: Callable[[], object], on_result: Callable[[object], None]
    ) -> None:
        self.waiting[name] = work, on_result

    def do(self) -> None:
        while self.waiting:
            _, (work, on_result) = self.waiting.popitem()
            on_result(work())


@pytest.fixture(scope="module")
def briefing(tmp_path_factory: pytest.TempPathFactory) -> Briefing:
    folder: Path = tmp_path_factory.mktemp("small")
    (folder / "briefing.toml").write_text(MANIFEST, encoding="utf-8")
    (folder / "breakdown.md").write_text(BREAKDOWN, encoding="utf-8")
    (folder / "a.txt").write_text("Nothing.\nCrisis hotlines stay open.", encoding="utf-8")
    return read_briefing(folder)


@pytest.fixture(scope="module")
def index(briefing: Briefing) -> Index:
    return build_index(briefing, check(briefing), None)


class Scene:
    """A window with a search box and something else that had the keyboard before."""

    def __init__(self, qtbot: QtBot, briefing: Briefing, index: Index | None) -> None:
        self.qtbot, self.jobs = qtbot, HandJobs()
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.theme = load_theme(themes_folder(), "light")
        self.box = SearchBox(self.theme, NoIcons(), self.jobs, self.window)
        self.other = QLineEdit(self.window)
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.box)
        layout.addWidget(self.other)
        layout.addStretch()
        self.window.resize(900, 700)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.other.setFocus()
        self.box.set_briefing(briefing)
        self.box.set_index(index)
        self.went: list[object] = []
        self.marked: list[tuple[str, ...]] = []
        self.box.destination_chosen.connect(self.went.append)
        self.box.words_found.connect(self.marked.append)

    def type(self, text: str) -> None:
        self.box.focus_box()
        if text.isascii():
            self.qtbot.keyClicks(self.box, text)
        else:
            self.box.insert(text)  # keyClicks knows ASCII only
        self.jobs.do()

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.qtbot.keyClick(self.box, key, modifier)

    @property
    def model(self) -> SearchResultsModel:
        model: QAbstractItemModel = self.box.popup().findChild(QListView).model()
        assert isinstance(model, SearchResultsModel)
        return model

    def said(self) -> list[str]:
        return [row.said for row in self.model.rows()]


@pytest.fixture
def scene(qtbot: QtBot, briefing: Briefing, index: Index) -> Iterator[Scene]:
    yield Scene(qtbot, briefing, index)


def test_hits_are_grouped_under_their_kinds(scene: Scene) -> None:
    scene.type("hotline")
    rows = scene.model.rows()
    assert [row.words for row in rows if isinstance(row, HeadingRow)] == ["Channels", "Text"]
    assert [row.origin for row in rows if isinstance(row, HitRow)] == ["Channel", "Channel", "A2"]
    assert scene.box.popup().isVisible()


def test_typing_keeps_the_keyboard(scene: Scene) -> None:
    scene.type("cris")
    assert scene.box.hasFocus()
    scene.qtbot.keyClicks(scene.box, "is")
    assert scene.box.text() == "crisis"


def test_enter_opens_the_best_hit_and_hands_on_its_words(scene: Scene) -> None:
    scene.type("hotline")
    scene.press(Qt.Key.Key_Return)
    assert scene.went == [CardDestination("crisis-hotlines")]
    assert "hotlines" in scene.marked[-1]
    assert not scene.box.popup().isVisible()
    assert scene.other.hasFocus()


def test_down_steps_over_headings_to_the_passage(scene: Scene) -> None:
    scene.type("hotline")
    scene.press(Qt.Key.Key_Down)
    scene.press(Qt.Key.Key_Down)
    scene.press(Qt.Key.Key_Down)  # stops at the end
    scene.press(Qt.Key.Key_Return)
    (place,) = scene.went
    assert isinstance(place, PassageDestination)
    assert place.document == "article"


@pytest.mark.parametrize("name", ["A1", " a1 "])
def test_the_name_of_a_paragraph_leads_there_at_once(scene: Scene, name: str) -> None:
    scene.type(name)
    scene.press(Qt.Key.Key_Return)
    (place,) = scene.went
    assert isinstance(place, PassageDestination)
    assert (place.document, place.span.start) == ("article", 0)


def test_up_goes_back(scene: Scene) -> None:
    scene.type("hotline")
    scene.press(Qt.Key.Key_Down)
    scene.press(Qt.Key.Key_Up)
    scene.press(Qt.Key.Key_Return)
    assert scene.went == [CardDestination("crisis-hotlines")]


def test_control_enter_opens_the_other_side(scene: Scene) -> None:
    scene.type("crisis hotlines")
    scene.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (place,) = scene.went
    assert isinstance(place, PassageDestination)


def test_enter_before_the_hits_opens_when_they_come(scene: Scene) -> None:
    scene.box.focus_box()
    scene.qtbot.keyClicks(scene.box, "sullivan")
    scene.press(Qt.Key.Key_Return)
    assert scene.went == []
    scene.jobs.do()
    assert scene.went == [CardDestination("jake-sullivan")]


def test_an_answer_to_an_older_query_is_dropped(scene: Scene) -> None:
    scene.box.focus_box()
    scene.qtbot.keyClicks(scene.box, "talks")
    older = scene.jobs.waiting["search"]
    scene.type(" sullivan")
    shown = scene.said()
    older[1](older[0]())
    assert scene.said() == shown


def test_escape_gives_the_keyboard_back_and_takes_marks_away(scene: Scene) -> None:
    scene.type("hotline")
    scene.press(Qt.Key.Key_Escape)
    assert scene.other.hasFocus()
    assert scene.box.text() == ""
    assert scene.marked == [()]
    assert not scene.box.popup().isVisible()
    assert scene.went == []


def test_leaving_the_box_closes_the_list(scene: Scene) -> None:
    scene.type("hotline")
    scene.other.setFocus()
    assert not scene.box.popup().isVisible()


def test_titles_answer_until_the_index_is_there(
    qtbot: QtBot, briefing: Briefing, index: Index
) -> None:
    scene = Scene(qtbot, briefing, None)
    scene.type("hotl")
    assert [row.hit.card for row in scene.model.rows() if isinstance(row, HitRow)] == [
        "crisis-hotlines"
    ]
    scene.box.set_index(index)
    scene.jobs.do()
    assert len([row for row in scene.model.rows() if isinstance(row, HitRow)]) == 3


def test_recent_searches_are_offered_while_the_box_is_empty(scene: Scene) -> None:
    scene.type("talks")
    scene.press(Qt.Key.Key_Return)
    scene.box.clear()
    scene.box.focus_box()
    assert RecentRow("talks") in scene.model.rows()
    scene.press(Qt.Key.Key_Down)
    scene.press(Qt.Key.Key_Return)
    assert scene.box.text() == "talks"


def test_ways_to_ask_are_offered(scene: Scene) -> None:
    scene.box.focus_box()
    assert any(isinstance(row, ExampleRow) for row in scene.model.rows())


def test_commands_stand_behind_a_sign(scene: Scene) -> None:
    done: list[str] = []
    commands = (
        Command("Keys", "F1", "List what can be printed", lambda: None),
        Command("Print…", "Ctrl+P", "Make a PDF", lambda: done.append("p")),
        Command("Open…", "Ctrl+O", "Open a briefing", lambda: None),
    )
    scene.box.set_commands(lambda: commands)
    scene.type(">pri")
    found = [row.words for row in scene.model.rows() if isinstance(row, CommandRow)]
    assert found == ["Print…", "Keys"]  # the name counts more than the sentence
    scene.press(Qt.Key.Key_Return)
    assert done == ["p"]
    assert scene.other.hasFocus()


def test_hits_can_be_printed_and_presented(scene: Scene) -> None:
    wanted: list[tuple[str, tuple[str, ...]]] = []
    scene.box.print_wanted.connect(lambda cards: wanted.append(("print", cards)))
    scene.box.present_wanted.connect(lambda cards: wanted.append(("present", cards)))
    for words in ("Print these…", "Present these"):
        scene.type("hotlines")
        buttons = {b.text(): b for b in scene.box.popup().findChildren(QToolButton)}
        scene.qtbot.mouseClick(buttons[words], Qt.MouseButton.LeftButton)
        assert not scene.box.popup().isVisible()
    found = ("crisis-hotlines", "formal-talks")
    assert wanted == [("print", found), ("present", found)]


def test_where_no_card_is_found_nothing_can_be_printed(scene: Scene) -> None:
    scene.type("nothing in:document")
    buttons = {b.text(): b for b in scene.box.popup().findChildren(QToolButton)}
    assert buttons["Print these…"].isHidden()


def test_hits_out_of_sight_get_their_snippets_when_typing_rests(qtbot: QtBot, index: Index) -> None:
    cards = tuple(new_card(f"c{n}", f"Card {n}", "A hotline.") for n in range(30))
    many = Briefing("Many", NoFiles(), kinds=KINDS, cards=cards, names=names_of(cards))
    scene = Scene(qtbot, many, build_index(many, None, None))
    scene.type("hotline")
    shown = len(scene.model.rows())
    assert 5 < shown < 31
    assert all(row.hit.snippet.text for row in scene.model.rows() if isinstance(row, HitRow))
    chosen = scene.box.popup().chosen()
    qtbot.waitUntil(lambda: bool(scene.jobs.waiting))
    scene.jobs.do()
    assert len(scene.model.rows()) == 31
    assert all(row.hit.snippet.text for row in scene.model.rows() if isinstance(row, HitRow))
    assert scene.box.popup().chosen() == chosen


@pytest.fixture
def crowd(qtbot: QtBot) -> Scene:
    """A scene of 300 channels and 3 actors that all have a hotline."""
    cards = (
        *(new_card(f"c{n}", f"Card {n}", "A hotline.") for n in range(300)),
        *(new_card(f"a{n}", f"Actor {n}", "A hotline.", kind="actors") for n in range(3)),
    )
    many = Briefing("Many", NoFiles(), kinds=KINDS, cards=cards, names=names_of(cards))
    return Scene(qtbot, many, build_index(many, None, None))


def rest(scene: Scene) -> None:
    """Let what waits for typing to rest, or for scrolling to stop, be done."""
    scene.qtbot.wait(150)
    scene.jobs.do()


def test_a_group_with_more_hits_leads_to_all_of_them(crowd: Scene) -> None:
    crowd.type("hotline")
    rest(crowd)
    ways = [row for row in crowd.model.rows() if isinstance(row, ShowAllRow)]
    more, beyond = ways
    assert (more.said, more.operator) == ("Show all 300 channels", "kind:channel")
    assert beyond.said == "Show all 3 actors"  # all of them rank behind the forty that are shown
    while crowd.box.popup().chosen() != more:
        crowd.press(Qt.Key.Key_Down)
    crowd.press(Qt.Key.Key_Return)
    crowd.jobs.do()
    assert crowd.box.text() == "kind:channel hotline"
    assert crowd.box.popup().isVisible()
    rows = crowd.model.rows()
    assert len(rows) == len({row.hit.card for row in rows if isinstance(row, HitRow)}) == 300
    rest(crowd)
    looked_into = [row.hit.snippet is not NOT_YET for row in crowd.model.rows()]
    assert looked_into[0]
    assert not looked_into[-1]  # nobody has seen it yet
    for _ in range(60):
        crowd.press(Qt.Key.Key_PageDown)
    rest(crowd)
    last = crowd.model.rows()[-1]
    assert last.hit.snippet is not NOT_YET
    assert crowd.box.popup().chosen() == last
    crowd.press(Qt.Key.Key_Return)
    assert crowd.went == [CardDestination(last.hit.card)]
    assert crowd.marked == [("hotline",)]


def test_all_hits_of_one_group_are_shown_with_the_query_as_it_is(crowd: Scene) -> None:
    crowd.type("hotline kind:channel")
    rest(crowd)
    more = crowd.model.rows()[-1]
    assert (more.said, more.operator) == ("Show all 300 channels", "")
    while crowd.box.popup().chosen() != more:
        crowd.press(Qt.Key.Key_Down)
    crowd.press(Qt.Key.Key_Return)
    crowd.jobs.do()
    assert crowd.box.text() == "hotline kind:channel"
    assert len(crowd.model.rows()) == 300


def test_typing_on_after_all_were_shown_lists_the_best_again(crowd: Scene) -> None:
    crowd.type("hotline kind:channel")
    rest(crowd)
    while not isinstance(crowd.box.popup().chosen(), ShowAllRow):
        crowd.press(Qt.Key.Key_Down)
    crowd.press(Qt.Key.Key_Return)
    crowd.type("s")  # before all are there
    rest(crowd)
    assert len(crowd.model.rows()) < 50


def test_a_chip_writes_its_operator(scene: Scene) -> None:
    scene.type("hotline")
    chips = {chip.text(): chip for chip in scene.box.popup().findChildren(QToolButton)}
    scene.qtbot.mouseClick(chips["Text"], Qt.MouseButton.LeftButton)
    scene.jobs.do()
    assert scene.box.text() == "in:document hotline"
    assert [row.origin for row in scene.model.rows() if isinstance(row, HitRow)] == ["A2"]


@pytest.mark.parametrize(
    ("query", "operator", "expected"),
    [
        ("hotline", "kind:channel", "kind:channel hotline"),
        ("hotline kind:actor", "kind:channel", "kind:channel hotline"),
        ("hotline kind:channel ", "kind:channel", "hotline"),
        ('kind:"key event" x', "in:document", "in:document x"),
        ("", "kind:actor", "kind:actor "),
        ("mankind:x y", "kind:actor", "kind:actor mankind:x y"),
    ],
)
def test_a_filter_takes_the_place_of_another(query: str, operator: str, expected: str) -> None:
    assert with_filter(query, operator) == expected
    assert operator_in(with_filter(query, operator)) in (operator, "")


@pytest.mark.parametrize("typed", ["(", '"', "-", "zzz", "kind:", "\u202e", "日本"])
def test_anything_can_be_typed(scene: Scene, typed: str) -> None:
    scene.type(typed)
    assert scene.box.popup().isVisible()


def test_the_list_of_results_is_a_sound_model(scene: Scene) -> None:
    QAbstractItemModelTester(scene.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    scene.type("hotline")
    assert scene.model.rowCount() > 0  # there is something for the tester to look at
    scene.box.clear()


def test_it_draws_in_every_theme(scene: Scene) -> None:
    scene.type("hotline")
    seen = set()
    for name in ("light", "dark", "contrast"):
        scene.box.set_theme(load_theme(themes_folder(), name))
        image = scene.box.popup().grab().toImage()
        seen.add(image.pixelColor(3, image.height() - 4).name())
    assert len(seen) == 3


def chips_of(scene: Scene) -> list[QToolButton]:
    return scene.box.popup().findChildren(QToolButton, "chip")


def test_nothing_found_is_said_with_the_chips_whole(scene: Scene) -> None:
    scene.type("zxqwv")
    assert [row.words for row in scene.model.rows() if isinstance(row, HeadingRow)] == [
        "Nothing found for “zxqwv”"
    ]
    assert all(chip.height() >= chip.sizeHint().height() for chip in chips_of(scene))


def test_chips_are_reached_by_tab_and_left_again(scene: Scene) -> None:
    scene.type("hotline")
    scene.press(Qt.Key.Key_Tab)
    first, second = chips_of(scene)[:2]
    assert first.hasFocus()
    assert scene.box.popup().isVisible()
    scene.qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    scene.qtbot.keyClick(second, Qt.Key.Key_Return)
    assert second.isChecked()
    assert "kind:" in scene.box.text()
    scene.qtbot.keyClick(second, Qt.Key.Key_Escape)
    assert scene.box.hasFocus()
    assert scene.box.popup().isVisible()
