"""The card as people meet it: what they choose goes out, and the place stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from pytestqt.qtbot import QtBot

from briefer.briefing.model import Briefing
from briefer.briefing.reading import read_briefing
from briefer.desktop.card_view import CardView
from briefer.desktop.decorations import link_rects
from briefer.desktop.theme import load_theme
from briefer.evidence.checker import check
from briefer.evidence.model import Report
from briefer.resources import built_in_briefing, themes_folder


class Icons:
    def pixmap(self, name: str, color: str, size: int) -> QPixmap:
        pixmap = QPixmap(size, size)
        pixmap.fill(QColor(color))
        return pixmap


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return read_briefing(built_in_briefing())


@pytest.fixture(scope="module")
def report(briefing: Briefing) -> Report:
    return check(briefing)


@pytest.fixture
def view(qtbot: QtBot) -> CardView:
    view = CardView(load_theme(themes_folder(), "light"), Icons())
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    return view


def click(view: CardView, qtbot: QtBot, href: str) -> None:
    text = view.text()
    link = next(link for link in text.links() if link.href.startswith(href))
    rect = link_rects(text.document(), link)[0]
    text.verticalScrollBar().setValue(int(rect.top()) - 100)
    rect.translate(0, -text.verticalScrollBar().value())
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())


def test_a_view_without_a_card_paints_itself(view: CardView) -> None:
    assert not view.grab().isNull()
    view.set_zoom(150)
    view.set_theme(load_theme(themes_folder(), "dark"))


def test_every_card_of_the_built_in_briefing_is_shown(
    view: CardView, briefing: Briefing, report: Report
) -> None:
    for card in briefing.cards:
        view.show_card(briefing, report, card.id)
        assert card.title in view.text().toPlainText()
        assert view.text().accessibleName().startswith(card.title)


def test_labels_stand_above_their_chips_where_a_card_is_narrow(
    view: CardView, briefing: Briefing, report: Report
) -> None:
    view.show_card(briefing, report, "crisis-hotlines")

    def chips_start() -> float:
        link = next(link for link in view.text().links() if link.href.startswith("chip:"))
        return link_rects(view.text().document(), link)[0].left()

    beside = chips_start()
    view.resize(330, 500)
    above = chips_start()
    assert above < beside / 2
    view.resize(700, 500)
    assert chips_start() == beside
    view.set_zoom(300)
    assert chips_start() < beside / 2


def test_a_chip_leads_to_its_card(
    view: CardView, briefing: Briefing, report: Report, qtbot: QtBot
) -> None:
    view.show_card(briefing, report, "crisis-hotlines")
    with qtbot.waitSignal(view.card_chosen) as chosen:
        click(view, qtbot, "chip:")
    assert chosen.args[0] in briefing.names.by_id


def test_show_in_text_leads_to_the_passage(
    view: CardView, briefing: Briefing, report: Report, qtbot: QtBot
) -> None:
    view.show_card(briefing, report, "crisis-hotlines")
    with qtbot.waitSignal(view.passage_chosen) as chosen:
        click(view, qtbot, "passage:")
    document, start, end = chosen.args
    found = briefing.document(document)
    assert found is not None
    assert found.text[start:end].startswith("This system includes formal talks")


def test_a_click_on_quoted_words_shows_their_passage(
    view: CardView, briefing: Briefing, report: Report, qtbot: QtBot
) -> None:
    view.show_card(briefing, report, "crisis-hotlines")
    text = view.text()
    place = text.document().find("This system includes")
    text.setTextCursor(place)
    text.ensureCursorVisible()
    point = text.cursorRect(place).center()
    place.clearSelection()
    text.setTextCursor(place)
    with qtbot.waitSignal(view.passage_chosen) as chosen:
        qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert chosen.args[0] == "article"


def test_a_click_on_other_words_shows_nothing(
    view: CardView, briefing: Briefing, report: Report, qtbot: QtBot
) -> None:
    view.show_card(briefing, report, "crisis-hotlines")
    with qtbot.assertNotEmitted(view.passage_chosen):
        point = view.text().viewport().rect().topLeft()
        qtbot.mouseClick(view.text().viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_the_overviews_buttons_are_commands(
    view: CardView, briefing: Briefing, report: Report, qtbot: QtBot
) -> None:
    view.show_card(briefing, report, "overview")
    for command in ("read", "print", "present"):
        with qtbot.waitSignal(view.command_chosen) as chosen:
            click(view, qtbot, f"command:{command}")
        assert chosen.args == [command]


def test_notes_unfold_and_fold_and_the_next_card_begins_folded(
    view: CardView, briefing: Briefing, report: Report, qtbot: QtBot
) -> None:
    view.show_card(briefing, report, "crisis-hotlines")
    folded = view.text().toPlainText()
    click(view, qtbot, "fold:")
    assert len(view.text().toPlainText()) > len(folded)
    view.show_card(briefing, report, "overview")
    view.show_card(briefing, report, "crisis-hotlines")
    assert view.text().toPlainText() == folded


def test_the_same_card_again_keeps_its_place_and_another_begins_at_the_top(
    view: CardView, briefing: Briefing, report: Report
) -> None:
    view.show_card(briefing, report, "overview")
    view.restore_place(0.5)
    view.show_card(briefing, report, "overview")
    assert view.scroll_place() == pytest.approx(0.5, abs=0.01)
    view.show_card(briefing, report, "crisis-hotlines")
    assert view.scroll_place() == 0.0


def test_the_place_survives_a_theme_and_a_zoom(
    view: CardView, briefing: Briefing, report: Report
) -> None:
    view.show_card(briefing, report, "overview")
    view.restore_place(0.5)
    view.set_theme(load_theme(themes_folder(), "dark"))
    view.set_zoom(130)
    assert view.scroll_place() == pytest.approx(0.5, abs=0.01)


def test_the_report_that_comes_later_moves_nothing(
    view: CardView, briefing: Briefing, report: Report
) -> None:
    view.show_card(briefing, None, "crisis-hotlines")
    before = view.text().document().size().height()
    view.show_card(briefing, report, "crisis-hotlines")
    after = view.text().document().size().height()
    assert abs(after - before) < 40


def test_a_briefing_that_is_not_whole_yet_is_shown(view: CardView, tmp_path: Path) -> None:
    from briefer.briefing.reading import read_outline

    outline = read_outline(built_in_briefing())
    view.show_card(outline, None, outline.cards[0].id)
    assert outline.cards[0].title in view.text().toPlainText()


def test_a_wide_window_keeps_the_lines_short(
    view: CardView, briefing: Briefing, report: Report
) -> None:
    view.resize(2400, 900)
    view.show_card(briefing, report, "overview")
    assert view.text().width() < 1000
    left = view.text().geometry().left()
    right = view.width() - view.text().geometry().right()
    assert abs(left - right) < 60


def colours(picture: QPixmap) -> set[str]:
    image = picture.toImage()
    places = ((x, y) for x in range(0, image.width(), 2) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in places}


def marked_words(view: CardView) -> list[str]:
    return [mark.cursor.selectedText() for mark in view.text().extraSelections()]  # type: ignore[attr-defined]


def test_searched_words_are_marked_on_the_next_card_too(
    view: CardView, briefing: Briefing, report: Report
) -> None:
    view.show_card(briefing, report, "overview")
    view.mark_words(("network", "hotlines"))
    assert "network" in marked_words(view)
    view.show_card(briefing, report, "crisis-hotlines")
    assert "hotlines" in marked_words(view)
    view.mark_words(())
    assert marked_words(view) == []


def test_only_words_in_view_are_marked_and_a_step_brings_the_next_into_view(
    view: CardView, briefing: Briefing, report: Report
) -> None:
    view.show_card(briefing, report, "overview")
    view.mark_words(("sparingly",))
    assert view.finding().count > 0
    assert marked_words(view) == []
    view.finding().step(1)
    assert "sparingly" in marked_words(view)
    colour = load_theme(themes_folder(), "light")["found"]
    assert colour in colours(view.text().viewport().grab())


def test_chips_are_found_though_their_spaces_do_not_break(
    view: CardView, briefing: Briefing, report: Report
) -> None:
    view.show_card(briefing, report, "crisis-hotlines")
    view.finding().find("united states")
    assert view.finding().count > 0


def test_another_report_is_another_page(view: CardView, briefing: Briefing, report: Report) -> None:
    view.show_card(briefing, None, "crisis-hotlines")
    assert "Exact" not in view.text().toPlainText()
    view.show_card(briefing, report, "crisis-hotlines")
    assert "Exact" in view.text().toPlainText()
    view.show_card(briefing, None, "crisis-hotlines")
    assert "Exact" not in view.text().toPlainText()
