"""The text browser: nothing is read or opened by itself, and links are walked by keyboard."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextCursor, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.desktop.decorations import Chip, Frame, box_rect, boxes_of, link_rects, links_of
from briefer.desktop.rich_text import RichText

_LINKS = '<p><a href="chip:a">One</a> and <a href="card:b">two <b>bold</b></a></p>' * 3


class Looks:
    def chip(self, address: str) -> Chip | None:
        red = QColor("#ff0000")
        return Chip(red, red, 3, 4, 8) if address.startswith("chip:") else None

    def frame(self, state: int) -> Frame | None:
        blue = QColor("#0000ff")
        return Frame(blue, blue, 3, 8, 12, 4)


@pytest.fixture
def text(qtbot: QtBot) -> RichText:
    text = RichText()
    qtbot.addWidget(text)
    text.resize(400, 300)
    text.set_looks(Looks(), QColor("#00ff00"))
    text.show()
    return text


def test_nothing_is_read_whatever_the_html_names(text: RichText, tmp_path: Path) -> None:
    image = QImage(50, 50, QImage.Format.Format_RGB32)
    name = str(tmp_path / "x.png")
    image.save(name)
    for source in (name, f"file://{name}", "//host/x.png"):
        loaded = text.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(source))
        assert isinstance(loaded, QImage)
        assert loaded.width() == 1
    sheet = text.loadResource(QTextDocument.ResourceType.StyleSheetResource.value, QUrl(name))
    assert bytes(sheet) == b""  # type: ignore[call-overload]


def test_only_the_given_source_gives_images(qtbot: QtBot) -> None:
    asked = []

    def source(address: str) -> QImage:
        asked.append(address)
        return QImage(20, 10, QImage.Format.Format_RGB32)

    text = RichText(source)
    qtbot.addWidget(text)
    text.show_html('<img src="image:50%25/a%20b.png">')
    text.grab()
    assert set(asked) == {"image:50%/a b.png"}


def test_a_source_that_fails_is_told_and_does_no_harm(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *rest: told.append(kind))

    def source(address: str) -> QImage:
        raise ValueError(address)

    text = RichText(source)
    qtbot.addWidget(text)
    text.show_html('<img src="image:x">')
    text.grab()
    assert ValueError in told


def test_a_browser_that_is_sent_somewhere_stays(text: RichText, tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text("other")
    text.show_html("<p>ours</p>")
    text.setSource(QUrl.fromLocalFile(str(tmp_path / "x.html")))
    assert text.toPlainText() == "ours"


def test_tab_walks_the_links_and_enter_activates(text: RichText, qtbot: QtBot) -> None:
    text.show_html(_LINKS)
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    with qtbot.waitSignal(text.link_activated) as activated:
        qtbot.keyClick(text, Qt.Key.Key_Return)
    assert activated.args == ["card:b"]
    qtbot.keyClick(text, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(text.link_activated) as activated:
        qtbot.keyClick(text, Qt.Key.Key_Enter)
    assert activated.args == ["chip:a"]


def test_a_focused_link_below_is_scrolled_into_sight(text: RichText, qtbot: QtBot) -> None:
    text.show_html("<p>words</p>" * 60 + '<p><a href="card:b">last</a></p>')
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert text.verticalScrollBar().value() > 0


def test_a_click_activates_a_link_and_a_drag_does_not(text: RichText, qtbot: QtBot) -> None:
    text.show_html(_LINKS)
    rect = link_rects(text.document(), text.links()[0])[0]
    with qtbot.waitSignal(text.link_activated) as activated:
        qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert activated.args == ["chip:a"]
    with qtbot.assertNotEmitted(text.link_activated):
        start = rect.center().toPoint()
        qtbot.mousePress(text.viewport(), Qt.MouseButton.LeftButton, pos=start)
        qtbot.mouseMove(text.viewport(), start + QPoint(60, 0))
        qtbot.mouseRelease(text.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))


def test_zooming_by_wheel_is_left_to_the_window(text: RichText) -> None:
    text.show_html("<p>words</p>")
    before = text.document().defaultFont().pointSizeF()
    wheel = QWheelEvent(
        QPointF(9, 9),
        QPointF(9, 9),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(text.viewport(), wheel)
    assert text.document().defaultFont().pointSizeF() == before


def test_copied_words_have_ordinary_spaces_and_no_addresses_of_ours(text: RichText) -> None:
    text.show_html(
        '<p><a href="chip:a">\u00a0Two\u00a0words\u00a0</a> <a href="https://a.b">web</a></p>'
    )
    text.selectAll()
    data = text.createMimeDataFromSelection()
    assert data.text() == " Two words  web"
    assert "chip:" not in data.html()
    assert 'href="https://a.b"' in data.html()


def test_links_are_found_whole_even_with_bold_words_in_them(text: RichText) -> None:
    text.show_html(_LINKS)
    links = links_of(text.document())
    assert [link.href for link in links] == ["chip:a", "card:b"] * 3
    assert links[1].end - links[1].start == len("two bold")


def test_boxes_are_runs_of_blocks_with_one_state(text: RichText) -> None:
    css = ".a { -qt-user-state: 10; } .b { -qt-user-state: 11; }"
    html = '<p class="a">1</p><p class="a">2</p><p class="b">3</p><p>4</p><p class="b">5</p>'
    text.set_style(text.font(), 20, css)
    text.show_html(html)
    assert [box.state for box in boxes_of(text.document())] == [10, 11, 11]
    rects = [box_rect(text.document(), box, 0, 0) for box in boxes_of(text.document())]
    assert rects[0].bottom() <= rects[1].top()
    assert rects[0].height() > 1.5 * rects[1].height()


def test_chips_boxes_and_the_ring_are_painted_under_the_text(text: RichText) -> None:
    css = ".a { -qt-user-state: 10; margin-top: 40px; }"
    text.set_style(text.font(), 20, css)
    text.show_html('<p><a href="chip:a">One</a></p><p class="a">box</p>')
    text.setFocus(Qt.FocusReason.TabFocusReason)
    text.activateWindow()
    picture = text.viewport().grab().toImage()
    colors = {picture.pixelColor(x, y).name() for x in range(200) for y in range(picture.height())}
    assert {"#ff0000", "#0000ff"} <= colors


def test_a_link_that_wraps_has_a_rectangle_for_each_line(text: RichText) -> None:
    text.show_html(f'<p><a href="chip:a">{"word " * 40}</a></p>')
    assert len(link_rects(text.document(), text.links()[0])) > 1


def test_right_to_left_links_have_rectangles_too(text: RichText) -> None:
    text.show_html('<p dir="rtl"><a href="chip:a">שלום עולם</a> עוד</p>')
    rect = link_rects(text.document(), text.links()[0])[0]
    assert rect.width() > 10
    assert rect.right() > text.viewport().width() / 2


def test_chips_follow_a_layout_that_moves_them_and_keeps_the_size(text: RichText) -> None:
    text.show_html(
        '<p style="margin-bottom: 3000px">A</p><p><a href="chip:a">One</a></p><p>B</p><p>C</p>'
    )
    text.viewport().grab()
    blocks = text.document().findBlockByNumber
    edit = QTextCursor(blocks(0))
    edit.beginEditBlock()
    for number, margin in ((0, 0), (2, 3000)):
        edit.setPosition(blocks(number).position())
        form = edit.blockFormat()
        form.setBottomMargin(margin)
        edit.setBlockFormat(form)
    edit.endEditBlock()
    chip = link_rects(text.document(), text.links()[0])[0]
    left = chip.center().toPoint() - QPoint(int(chip.width() / 2) + 2, 0)
    assert text.viewport().grab().toImage().pixelColor(left) == QColor("#ff0000")


def test_a_text_is_laid_out_whole_and_shown_from_its_top(text: RichText) -> None:
    text.resize(300, 200)
    text.show()
    text.show_html("<p>words</p>" * 60)
    bar = text.verticalScrollBar()
    bar.setValue(bar.maximum())
    text.show_html("<ul><li>words</li></ul>" * 40)
    assert text.document().isLayoutEnabled()
    assert bar.value() == 0
    assert bar.maximum() == round(text.document().size().height()) - text.viewport().height()
