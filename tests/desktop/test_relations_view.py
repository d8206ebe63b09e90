"""The picture of the relations: what is lit, walked, unfolded and saved."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontInfo, QPixmap
from PySide6.QtWidgets import QFileDialog

from briefer.briefing.reading import read_briefing
from briefer.desktop.glance_view import Material, Style
from briefer.desktop.relations_canvas import RelationsCanvas
from briefer.desktop.relations_items import BoxItem, LinksItem
from briefer.desktop.relations_measures import fitting_letter, measures_of
from briefer.desktop.relations_view import RelationsView
from briefer.desktop.theme import load_theme
from briefer.evidence.checker import check
from briefer.resources import built_in_briefing, themes_folder
from briefer.views.citing import citings_of
from tests.views.material import many, tied_briefing

TIED = {
    "russia": "actors",
    "nato": "actors",
    "line": "channels",
    "talks": "channels",
    "calm": "purposes",
    "press": "sources",
}
TIES = {("russia", "line"), ("line", "calm"), ("nato", "talks"), ("line", "press")}


class NoIcons:
    def pixmap(self, name: str, color: str, size: int) -> QPixmap:
        return QPixmap()


def style(zoom: int = 100, theme: str = "light") -> Style:
    return Style(load_theme(themes_folder(), theme), NoIcons(), zoom)


def shown(qtbot, briefing, citings=None) -> RelationsView:
    view = RelationsView(style())
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show_material(Material(briefing, None, citings or {}, briefing.cards))
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def view(qtbot) -> RelationsView:
    return shown(qtbot, tied_briefing(TIED, TIES))


def canvas(view: RelationsView) -> RelationsCanvas:
    return view.findChild(RelationsCanvas)


def boxes(view: RelationsView) -> dict[str, BoxItem]:
    items = canvas(view).scene().items()
    return {item.node.id: item for item in items if isinstance(item, BoxItem)}


def bright(view: RelationsView) -> set[str]:
    return {node for node, box in boxes(view).items() if box.opacity() == 1.0}


def press(qtbot, view: RelationsView, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(canvas(view), key)


def place_of(view: RelationsView, node: str) -> QPoint:
    item = boxes(view)[node]
    return canvas(view).mapFromScene(item.boundingRect().center())


def click(qtbot, view: RelationsView, node: str, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    where = place_of(view, node)
    qtbot.mouseClick(canvas(view).viewport(), Qt.MouseButton.LeftButton, modifier, where)


def test_a_chosen_card_lights_its_neighbours_and_dims_the_rest(qtbot, view) -> None:
    assert bright(view) == set(TIED)
    with qtbot.waitSignal(view.card_selected) as told:
        click(qtbot, view, "line")
    assert told.args == ["line"]
    assert bright(view) == {"line", "russia", "calm", "press"}


def test_a_tie_past_a_column_is_drawn_when_it_is_lit(qtbot, view) -> None:
    def long_ones() -> list[tuple[str, str]]:
        items = canvas(view).scene().items()
        links = next(item for item in items if isinstance(item, LinksItem))
        return [(link.left, link.right) for link in links.drawn() if link.steps > 1]

    assert long_ones() == []
    view.select_card("line")
    assert long_ones() == [("line", "press")]


@pytest.mark.parametrize(("most", "height", "letter"), [(4, 600, 13), (12, 540, 13), (12, 420, 11)])
def test_letters_become_smaller_where_all_cards_fit_then(most, height, letter) -> None:
    assert fitting_letter(13, most, height) == letter
    measures = measures_of(letter, most, 4, (1000, height))
    assert measures.head + most * measures.pitch <= height
    assert measures.height < measures.pitch


def test_letters_stay_as_they_are_where_they_would_be_hard_to_read() -> None:
    assert fitting_letter(13, 14, 300) == 13


def test_a_second_card_shows_the_paths_between(qtbot, view) -> None:
    click(qtbot, view, "russia")
    click(qtbot, view, "calm", Qt.KeyboardModifier.ControlModifier)
    assert bright(view) == {"russia", "line", "calm"}
    assert view.lit().steps == 2


def test_the_paths_are_found_by_keys_too(qtbot, view) -> None:
    view.select_card("russia")
    press(qtbot, view, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert bright(view) == {"russia", "line", "calm"}
    assert view.lit().steps == 2


def test_arrows_walk_to_tied_cards_and_enter_opens(qtbot, view) -> None:
    view.select_card("nato")
    press(qtbot, view, Qt.Key.Key_Right)
    assert "talks" in bright(view)
    with qtbot.waitSignal(view.card_opened) as told:
        press(qtbot, view, Qt.Key.Key_Return)
    assert told.args == ["talks"]
    press(qtbot, view, Qt.Key.Key_Escape)
    assert bright(view) == set(TIED)


def test_what_is_chosen_is_told_in_words(view) -> None:
    view.select_card("line")
    words = canvas(view).accessibleDescription()
    assert words == "Line, Channel, no passage. Tied to Russia, Calm, Press"


def test_a_folded_group_opens_for_its_card(qtbot) -> None:
    view = shown(qtbot, many(100))
    assert len(boxes(view)) == 10
    view.select_card("channel-7")
    assert "channel-7" in bright(view)


def test_zooming_and_fitting(qtbot, view) -> None:
    picture = canvas(view)
    before = picture.transform().m11()
    press(qtbot, view, Qt.Key.Key_Plus)
    assert picture.transform().m11() > before
    press(qtbot, view, Qt.Key.Key_F)
    assert picture.transform().m11() <= 1.0


def test_no_step_of_the_zoom_makes_letters_that_nobody_reads(qtbot, view) -> None:
    press(qtbot, view, *[Qt.Key.Key_Minus] * 12)
    letters = QFontInfo(canvas(view).font()).pixelSize()
    assert canvas(view).transform().m11() * letters * 0.86 > 6


def test_the_zoom_of_the_window_enlarges_the_cards(view) -> None:
    before = boxes(view)["line"].boundingRect().width()
    view.set_style(style(150, "dark"))
    assert boxes(view)["line"].boundingRect().width() > before


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_it_is_saved_as_a_picture(qtbot, monkeypatch, tmp_path, ending) -> None:
    briefing = read_briefing(built_in_briefing())
    report = check(briefing)
    view = shown(qtbot, briefing, citings_of(briefing, report))
    file = tmp_path / f"picture.{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    with qtbot.waitSignal(view.said) as said:
        view._save(ending)
    assert said.args == [f"Saved as {file}"]
    if ending == "svg":
        assert ElementTree.parse(file).getroot().get("role") == "img"
    else:
        assert QPixmap(str(file)).width() > 1000


def test_a_file_that_cannot_be_written_is_named(qtbot, monkeypatch, tmp_path, view) -> None:
    file = tmp_path / "nowhere" / "picture.svg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    with qtbot.waitSignal(view.said) as said:
        view._save("svg")
    assert "could not be written" in said.args[0]


def test_arrows_pass_a_group_and_enter_opens_it(qtbot) -> None:
    view = shown(qtbot, many(100))
    view.select_card("actor-0")
    press(qtbot, view, Qt.Key.Key_Right)
    assert len(boxes(view)) == 10
    press(qtbot, view, Qt.Key.Key_Return)
    assert len(boxes(view)) == 9 + 20
    view.select_card("channel-1")
    assert len(boxes(view)) == 9 + 20
