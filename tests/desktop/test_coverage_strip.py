"""The strip beside the document: where it paints, what it says, where a click goes."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from briefer.briefing.model import Kind, Span, Stance
from briefer.desktop.coverage_strip import CoverageStrip
from briefer.desktop.document_colors import inks_of
from briefer.desktop.document_marks import Marks, marks_of
from briefer.desktop.theme import load_theme
from briefer.evidence.model import SentenceUse
from briefer.evidence.passages import Passage, PassageUse
from briefer.resources import themes_folder

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform

THEME = load_theme(themes_folder(), "light")
KINDS = (
    Kind("channels", "Channels", "Channel", "", "#1f5fbf"),
    Kind("actors", "Actors", "Actor", "", "#7a3fb0"),
)
BRIEFING: Any = SimpleNamespace(
    card=lambda card_id: SimpleNamespace(kind="channels" if card_id == "line" else "actors")
)


def marks() -> Marks:
    """Return marks of a document of 100 code points: 0 to 50 and 25 to 50 cited, 90 on left out."""
    cards: dict[Span, Any] = {Span(0, 50): "line", Span(25, 50): "pentagon"}
    passages = tuple(
        Passage(span, (PassageUse(SimpleNamespace(card=card), Stance.SUPPORTS),))  # type: ignore[arg-type]
        for span, card in cards.items()
    )
    left_out = (SentenceUse("d", Span(90, 100), 1, (), "Routine"),)
    return marks_of(passages, left_out, BRIEFING, "pentagon")


@pytest.fixture
def strip(qtbot: QtBot) -> CoverageStrip:
    inks = inks_of(THEME, KINDS)
    strip = CoverageStrip(inks)
    qtbot.addWidget(strip)
    strip.resize(strip.sizeHint().width(), 410)
    strip.show_marks(marks(), 100, {kind.id: kind.heading for kind in KINDS}, inks)
    strip.show()
    return strip


def colours(strip: CoverageStrip, y: int) -> set[str]:
    image = strip.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(strip.width())}


def hint(strip: CoverageStrip, y: int) -> str:
    place = QPoint(3, y)
    QApplication.sendEvent(strip, QHelpEvent(QEvent.Type.ToolTip, place, strip.mapToGlobal(place)))
    return QToolTip.text()


def test_each_kind_has_a_lane_of_its_own(strip: CoverageStrip) -> None:
    channels, actors = (THEME.kind_color(kind.color) for kind in KINDS)
    assert channels in colours(strip, 50)
    assert actors not in colours(strip, 50)
    assert {channels, actors} <= colours(strip, 150)
    assert not {channels, actors} & colours(strip, 300)


def test_what_the_current_card_cites_lies_on_a_band_of_the_mark(strip: CoverageStrip) -> None:
    assert THEME["mark"] in colours(strip, 150)
    assert THEME["mark"] not in colours(strip, 50)


def test_a_click_goes_to_that_part_of_the_document(qtbot: QtBot, strip: CoverageStrip) -> None:
    with qtbot.waitSignal(strip.offset_chosen) as chosen:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(3, 205))
    assert chosen.args is not None
    assert 48 <= chosen.args[0] <= 52
    with qtbot.waitSignal(strip.offset_chosen) as chosen:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(3, 409))
    assert chosen.args == [99]


def test_the_hint_names_the_kinds_or_why_there_are_none(strip: CoverageStrip) -> None:
    assert "Cited by Channels, Actors" in hint(strip, 150)
    assert "Not used yet" in hint(strip, 300)
    assert "Left out on purpose: Routine" in hint(strip, 400)


def test_runs_that_meet_on_the_screen_are_filled_as_one(strip) -> None:
    stripes = sorted(strip._stripes())
    assert stripes == [("actors", 105.0, 205.0), ("channels", 5.0, 205.0)]
