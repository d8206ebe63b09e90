"""The list of cards by kind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

from briefer.briefing.reading import read_briefing
from briefer.desktop import navigator_model
from briefer.desktop.navigator import Navigator
from briefer.desktop.navigator_model import NavigatorModel
from briefer.desktop.theme import load_theme
from briefer.resources import themes_folder
from tests.desktop.program_material import write_briefing


class NoIcons:
    def pixmap(self, name: str, color: str, size: int) -> QPixmap:
        return QPixmap()


@pytest.fixture
def briefing(tmp_path):
    return read_briefing(write_briefing(tmp_path / "briefing"))


@pytest.fixture
def navigator(qtbot, briefing) -> Navigator:
    navigator = Navigator(load_theme(themes_folder(), "light"), NoIcons())
    qtbot.addWidget(navigator)
    navigator.show_briefing(briefing)
    navigator.resize(260, 500)
    navigator.show()
    return navigator


def card_index(navigator: Navigator, card_id: str):
    return navigator.model().index_of(card_id)


def test_the_model_keeps_qts_rules(qtmodeltester, briefing) -> None:
    model = NavigatorModel()
    model.show_briefing(briefing)
    qtmodeltester.check(model)


def test_kinds_hold_their_cards_in_the_order_of_the_breakdown(briefing) -> None:
    model = NavigatorModel()
    model.show_briefing(briefing)
    channels = model.index(1, 0)
    titles = [model.index(row, 0, channels).data() for row in range(model.rowCount(channels))]
    assert channels.data() == "Channels"
    assert titles == ["Crisis hotlines", "Formal talks"]


def test_a_click_chooses_the_card(qtbot, navigator) -> None:
    rect = navigator.visualRect(card_index(navigator, "hotlines"))
    with qtbot.waitSignal(navigator.card_chosen) as chosen:
        qtbot.mouseClick(navigator.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert chosen.args == ["hotlines"]


def test_arrow_keys_pass_through_the_cards(qtbot, navigator) -> None:
    navigator.select_card("hotlines")
    with qtbot.waitSignal(navigator.card_passed) as passed:
        qtbot.keyClick(navigator, Qt.Key.Key_Down)
    assert passed.args == ["formal-talks"]


def test_enter_chooses_the_card(qtbot, navigator) -> None:
    navigator.select_card("russia")
    with qtbot.waitSignal(navigator.card_chosen) as chosen:
        qtbot.keyClick(navigator, Qt.Key.Key_Return)
    assert chosen.args == ["russia"]


def test_selecting_from_outside_says_nothing(qtbot, navigator) -> None:
    with (
        qtbot.assertNotEmitted(navigator.card_passed),
        qtbot.assertNotEmitted(navigator.card_chosen),
    ):
        navigator.select_card("russia")
    assert navigator.currentIndex().data() == "Russia"


def test_a_click_on_the_kind_that_is_shown_closes_and_opens_it(qtbot, navigator) -> None:
    kind = navigator.model().index(1, 0)
    navigator.select_kind(kind.data(NavigatorModel.ValueRole).kind.id)
    for expanded in (False, True):
        center = navigator.visualRect(kind).center()
        qtbot.mouseClick(navigator.viewport(), Qt.MouseButton.LeftButton, pos=center)
        assert navigator.isExpanded(kind) is expanded


def test_a_closed_kind_stays_closed_when_the_briefing_is_read_again(navigator, briefing) -> None:
    navigator.collapse(navigator.model().index(1, 0))
    navigator.show_briefing(briefing)
    assert not navigator.isExpanded(navigator.model().index(1, 0))
    assert navigator.isExpanded(navigator.model().index(2, 0))


def test_a_title_in_the_tooltip_is_never_markup(navigator, briefing) -> None:
    card = briefing.cards[-1]
    tooltip = card_index(navigator, card.id).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" in card.title
    assert "<b>" not in tooltip
    assert "&lt;b&gt;" in tooltip


def test_of_very_many_changed_cards_it_is_told_kind_by_kind(briefing, monkeypatch) -> None:
    monkeypatch.setattr(navigator_model, "_MANY", 1)
    model = NavigatorModel()
    model.show_briefing(briefing)
    told: list[str] = []

    def note(first, last) -> None:
        rows = range(first.row(), last.row() + 1)
        told.extend(model.card_at(model.index(row, 0, first.parent())).id for row in rows)

    model.dataChanged.connect(note)
    model.show_noted(frozenset(card.id for card in briefing.cards))
    assert told == [card.id for card in briefing.cards]
