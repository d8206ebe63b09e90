"""File, Recent briefings: by title, with the place at the right and in full in the tooltip."""

from __future__ import annotations

from pathlib import Path

from briefer.desk.model import Visit
from briefer.desktop.recent_menu import RecentMenu


def menu_of(qtbot, *visits: Visit) -> RecentMenu:
    menu = RecentMenu(lambda: visits)
    qtbot.addWidget(menu)
    menu.fill()
    return menu


def test_a_briefing_is_listed_by_its_title_with_its_place(qtbot) -> None:
    menu = menu_of(qtbot, Visit("/srv/q/hot & cold", "Hot & cold lines", 1.0))
    assert menu.actions()[0].text() == "&1 Hot && cold lines\t/srv/q/hot && cold"
    assert "/srv/q/hot &amp; cold" in menu.actions()[0].toolTip()


def test_one_without_a_title_is_listed_by_its_folder(qtbot) -> None:
    assert (
        menu_of(qtbot, Visit("/srv/q/calls", " ", 1.0)).actions()[0].text().startswith("&1 calls")
    )


def test_long_titles_and_places_keep_the_menu_narrow(qtbot) -> None:
    menu = menu_of(qtbot, Visit("/srv/" + "folder/" * 60, "A long title " * 40, 1.0))
    assert menu.sizeHint().width() < 800


def test_choosing_leads_to_the_path(qtbot) -> None:
    menu = menu_of(qtbot, Visit("/srv/q/calls", "Calls", 1.0))
    with qtbot.waitSignal(menu.path_chosen) as chosen:
        menu.actions()[0].trigger()
    assert chosen.args == [Path("/srv/q/calls")]


def test_with_none_it_says_so(qtbot) -> None:
    menu = menu_of(qtbot)
    assert [action.text() for action in menu.actions()] == ["None yet"]
