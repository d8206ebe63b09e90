"""The document pane from the reader's chair: clicks, keys, marks and places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from briefer.briefing.model import Briefing, Span
from briefer.briefing.reading import read_briefing
from briefer.desktop.document_page import DocumentPage
from briefer.desktop.document_view import DocumentView
from briefer.desktop.theme import load_theme
from briefer.evidence.checker import check
from briefer.evidence.model import Report
from briefer.resources import themes_folder

ARTICLE = """The armed forces opened a line. Nobody used the hotline on Monday.
The Pentagon spoke to its counterparts; a 🚀 flew. The weather was mild.
"""
BREAKDOWN = """# Channels

## Line
> opened a line
> — [@article, ¶1]

## Hotline
> used the hotline on Monday
> — [@article, ¶1, disputes]

# Actors

## Pentagon
> The Pentagon spoke to its counterparts
> — [@article, ¶2]

> opened a line
> — [@article, ¶1, context]

## Rocket <b>
> a 🚀 flew
> — [@article, ¶2]

# Left out

> The weather was mild.
> — [@article, ¶2]

Not our matter.
"""
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform
Shown = tuple[DocumentView, Briefing, Report]


def briefing_in(folder: Path, article: str = ARTICLE, breakdown: str = BREAKDOWN) -> Briefing:
    (folder / "documents").mkdir(exist_ok=True)
    (folder / "documents" / "article.txt").write_text(article, encoding="utf-8")
    (folder / "documents" / "other.txt").write_text("Another text altogether.")
    (folder / "briefing.toml").write_text(
        'title = "T"\n'
        '[[documents]]\nid = "article"\ntitle = "Article"\nfile = "documents/article.txt"\n'
        'paragraphs = "lines"\n'
        '[[documents]]\nid = "other"\ntitle = "Other"\nfile = "documents/other.txt"\n'
    )
    (folder / "breakdown.md").write_text(breakdown, encoding="utf-8")
    return read_briefing(folder)


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[Shown]:
    view = DocumentView(load_theme(themes_folder(), "light"))
    qtbot.addWidget(view)
    view.resize(460, 600)
    briefing = briefing_in(tmp_path)
    report = check(briefing)
    view.show_briefing(briefing, report)
    view.show()
    qtbot.waitExposed(view)
    yield view, briefing, report


def page_of(view: DocumentView) -> DocumentPage:
    page = view.findChild(DocumentPage)
    assert page is not None
    return page


def place_of(view: DocumentView, words: str) -> QPoint:
    """Return where on the page the middle of these words is."""
    page = page_of(view)
    cursor = page.document().find(words)
    assert not cursor.isNull()
    middle = (cursor.selectionStart() + cursor.selectionEnd()) // 2
    cursor.setPosition(middle)
    return page.cursorRect(cursor).center() + QPoint(2, 0)


def click(qtbot: QtBot, view: DocumentView, words: str) -> None:
    qtbot.mouseClick(page_of(view).viewport(), Qt.MouseButton.LeftButton, pos=place_of(view, words))


def span_of(words: str) -> Span:
    start = ARTICLE.index(words)
    return Span(start, start + len(words))


def said(view: DocumentView) -> list[str]:
    words: list[str] = []
    view.status_said.connect(words.append)
    return words


def colour_at(view: DocumentView, words: str) -> Callable[[str], bool]:
    """Return whether a colour is painted around these words."""
    page = page_of(view)
    image = page.viewport().grab().toImage()
    place = place_of(view, words)
    found = {
        image.pixelColor(place.x() + x, place.y() - 9 + y).name() for x in (0, 1) for y in range(18)
    }
    return lambda name: QColor(name).name() in found


def test_a_click_on_a_passage_of_one_card_leads_to_it(qtbot: QtBot, shown: Shown) -> None:
    view, *_ = shown
    start, end = span_of("used the hotline on Monday")
    chosen: list[tuple[object, ...]] = []
    view.passage_chosen.connect(lambda *passage: chosen.append(passage))
    view.card_chosen.connect(lambda *card: chosen.append(card))
    click(qtbot, view, "the hotline on")
    assert chosen == [("article", start, end), ("hotline",)]


def test_a_passage_of_several_cards_offers_them_in_a_menu(qtbot: QtBot, shown: Shown) -> None:
    view, *_ = shown
    click(qtbot, view, "opened a")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [
        "Line\tChannel · supports",
        "Pentagon\tActor · context",
    ]
    with qtbot.waitSignal(view.card_chosen) as chosen:
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert chosen.args == ["pentagon"]


def test_a_click_beside_the_passages_does_nothing(qtbot: QtBot, shown: Shown) -> None:
    view, *_ = shown
    with qtbot.assertNotEmitted(view.passage_chosen):
        click(qtbot, view, "The armed")


def test_tab_walks_the_passages_and_then_leaves(qtbot: QtBot, shown: Shown) -> None:
    view, *_ = shown
    page, words = page_of(view), said(view)
    page.setFocus()
    for _ in range(4):
        qtbot.keyClick(page, Qt.Key.Key_Tab)
    assert view.current_passage() == ("article", span_of("a 🚀 flew"))
    assert words[0].replace("\xa0", " ") == "Line · Channel · supports; Pentagon · Actor · context"
    assert not page.focusNextPrevChild(True) or not page.hasFocus()


def test_enter_goes_to_the_card_of_the_passage(qtbot: QtBot, shown: Shown) -> None:
    view, *_ = shown
    page = page_of(view)
    for _ in range(2):
        qtbot.keyClick(page, Qt.Key.Key_N)
    with qtbot.waitSignal(view.card_chosen) as chosen:
        qtbot.keyClick(page, Qt.Key.Key_Return)
    assert chosen.args == ["hotline"]
    qtbot.keyClick(page, Qt.Key.Key_P)
    assert view.current_passage() == ("article", span_of("opened a line"))


def test_an_emoji_before_a_passage_shifts_nothing(qtbot: QtBot, shown: Shown) -> None:
    view, *_ = shown
    with qtbot.waitSignal(view.passage_chosen) as chosen:
        click(qtbot, view, "flew")
    assert chosen.args == ["article", *span_of("a 🚀 flew")]


def test_the_current_cards_passages_are_marked_strongly(shown: Shown) -> None:
    view, *_ = shown
    theme = load_theme(themes_folder(), "light")
    assert not colour_at(view, "the hotline on")(theme["mark"])
    view.mark_card("hotline")
    assert colour_at(view, "the hotline on")(theme["mark"])
    assert not colour_at(view, "spoke to")(theme["mark"])
    view.mark_card("")
    assert colour_at(view, "the hotline on")(theme.kind_tint("#1f5fbf"))


def test_words_on_the_mark_stay_readable_in_every_theme(shown: Shown) -> None:
    view, *_ = shown
    view.mark_card("hotline")
    for name in ("dark", "contrast"):
        theme = load_theme(themes_folder(), name)
        view.set_theme(theme)
        (selection,) = page_of(view).extraSelections()
        assert selection.cursor.selectedText() == "used the hotline on Monday"
        assert selection.format.foreground().color().name() == theme["mark_text"]


def test_a_passage_far_down_is_brought_into_view(qtbot: QtBot, tmp_path: Path) -> None:
    view = DocumentView(load_theme(themes_folder(), "light"))
    qtbot.addWidget(view)
    view.resize(460, 300)
    article = "\n".join(f"Paragraph {n} has its words." for n in range(1, 2001))
    view.show_briefing(briefing_in(tmp_path, article), None)
    view.show()
    span = Span(article.index("Paragraph 1900"), article.index("Paragraph 1901") - 1)
    view.show_passage("article", span)
    page = page_of(view)
    assert 0 < place_of(view, "Paragraph 1900 has").y() < page.viewport().height()
    assert page.offset_at(place_of(view, "Paragraph 1900 has").toPointF()) in range(*span)


def test_a_place_comes_back_after_reading_elsewhere(qtbot: QtBot, tmp_path: Path) -> None:
    view = DocumentView(load_theme(themes_folder(), "light"))
    qtbot.addWidget(view)
    view.resize(460, 300)
    article = "\n".join(f"Paragraph {n} has its words." for n in range(1, 301))
    view.show_briefing(briefing_in(tmp_path, article), None)
    view.show()
    view.go_to_paragraph("article", 200)
    place = view.scroll_place()
    assert 0.5 < place < 0.7
    view.show_passage("other", Span(0, 7))
    assert view.scroll_place() == 1.0
    view.restore_place(place)
    assert view.scroll_place() == pytest.approx(place, abs=0.005)
    view.set_zoom(150)
    assert view.scroll_place() == pytest.approx(place, abs=0.005)
    view.resize(700, 300)
    assert view.scroll_place() == pytest.approx(place, abs=0.005)


def test_a_reload_of_the_same_text_keeps_the_place_and_the_passage(shown: Shown) -> None:
    view, briefing, report = shown
    span = span_of("a 🚀 flew")
    view.show_passage("article", span)
    view.show_briefing(briefing, None)
    view.show_briefing(briefing, report)
    assert view.current_passage() == ("article", span)


def test_the_walk_over_unused_sentences_passes_what_was_left_out(
    qtbot: QtBot, tmp_path: Path
) -> None:
    view = DocumentView(load_theme(themes_folder(), "light"))
    qtbot.addWidget(view)
    unused = "Somebody kept the minutes."
    briefing = briefing_in(tmp_path, ARTICLE + unused)
    view.show_briefing(briefing, check(briefing))
    words = said(view)
    view.next_unused_sentence()
    found = view.current_passage()
    assert found is not None
    assert (ARTICLE + unused)[found[1].start : found[1].end] == unused
    view.next_unused_sentence()  # goes on in the other text
    assert view.current_passage()[0] == briefing.documents[1].id
    assert words == ["Sentences not used yet: 1 of 2", "Sentences not used yet: 2 of 2"]


def test_without_unused_sentences_the_walk_says_so(shown: Shown) -> None:
    view, briefing, report = shown
    used = tuple(sentence for sentence in report.sentences if sentence.cards)
    view.show_briefing(briefing, report._replace(sentences=used))
    words = said(view)
    view.next_unused_sentence()
    assert words == ["No sentence is left unused"]
    assert view.current_passage() is None


def test_a_selection_is_copied_as_the_documents_own_words(qtbot: QtBot, shown: Shown) -> None:
    view, *_ = shown
    page = page_of(view)
    page.setTextCursor(page.document().find("a 🚀 flew. The"))
    qtbot.keyClick(page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "a 🚀 flew. The"


def test_copy_as_quotation_takes_the_selection_before_the_passage(
    qtbot: QtBot, shown: Shown
) -> None:
    view, *_ = shown
    page, words = page_of(view), said(view)
    view.show_passage("article", span_of("opened a line"))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page, Qt.Key.Key_Q, both)
    assert QGuiApplication.clipboard().text() == "> opened a line\n> — [@article, ¶1]\n"
    page.setTextCursor(page.document().find("🚀 fle"))
    qtbot.keyClick(page, Qt.Key.Key_Q, both)
    assert QGuiApplication.clipboard().text() == "> 🚀 flew\n> — [@article, ¶2]\n"
    assert words == ["Copied as a quotation"] * 2


def test_a_briefing_without_a_readable_text_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    view = DocumentView(load_theme(themes_folder(), "light"))
    qtbot.addWidget(view)
    briefing_in(tmp_path)
    (tmp_path / "documents" / "article.txt").unlink()
    briefing = read_briefing(tmp_path)
    view.show_briefing(briefing, check(briefing))
    page = page_of(view)
    why = "This text could not be read.\ndocuments/article.txt is not there."
    assert page.toPlainText() == why
    assert page.document().rootFrame().frameFormat().leftMargin() > 12
    view.show_passage("article", Span(0, 5))
    view.go_to_paragraph("article", 3)
    view.show()
    page.viewport().grab()
    assert page.toPlainText() == why
    (tmp_path / "documents" / "article.txt").write_text(ARTICLE, encoding="utf-8")
    briefing = read_briefing(tmp_path)
    view.show_briefing(briefing, check(briefing))
    assert page.toPlainText().startswith("The armed forces")


def test_controls_have_names_for_screen_readers(shown: Shown) -> None:
    view, *_ = shown
    for widget in (view, page_of(view), view.focusProxy()):
        assert widget.accessibleName()


def paper_at(view: DocumentView, words: str) -> str:
    """Return the colour of the page before the first letter of words."""
    page = page_of(view)
    start = page.document().find(words)
    start.setPosition(start.selectionStart())
    rect = page.cursorRect(start)
    return page.viewport().grab().toImage().pixelColor(rect.left() + 1, rect.top() + 2).name()


def test_searched_words_are_marked_in_a_colour_of_their_own(shown: Shown) -> None:
    view, _, _ = shown
    theme = load_theme(themes_folder(), "light")
    view.mark_words(("nobody",))
    assert paper_at(view, "Nobody") == theme["find"]
    view.finding().step(1)
    assert paper_at(view, "Nobody") == theme["found"]
    view.mark_words(())
    assert paper_at(view, "Nobody") == theme["paper"]


def test_words_behind_a_letter_of_two_units_are_marked_where_they_are(shown: Shown) -> None:
    view, _, _ = shown
    view.mark_words(("mild",))
    assert paper_at(view, "mild") == load_theme(themes_folder(), "light")["find"]


def test_the_next_document_is_looked_through_for_the_same(shown: Shown) -> None:
    view, _, _ = shown
    view.mark_words(("altogether",))
    assert view.finding().count == 0
    view.go_to_paragraph("other", 1)
    assert view.finding().count == 1


def test_what_is_found_far_down_comes_into_view(shown: Shown, tmp_path: Path) -> None:
    view, _, _ = shown
    article = "\n".join(f"Paragraph {number} of many." for number in range(400))
    view.show_briefing(briefing_in(tmp_path, article, "# Channels\n\n## A\nWords.\n"), None)
    view.finding().find("paragraph 300")
    page = page_of(view)
    assert page.viewport().rect().contains(page.cursorRect(page.document().find("Paragraph 300")))


def test_the_ring_of_a_passage_goes_when_another_card_comes(shown: Shown) -> None:
    view, _, _ = shown
    view.mark_card("line")
    view.show_passage("article", Span(0, 5))
    view.mark_card("hotline")
    assert view.current_passage() is None


def test_a_card_brings_its_first_passage_into_view(qtbot: QtBot, tmp_path: Path) -> None:
    filling = "\n".join(f"Sentence {number} says nothing of use." for number in range(300))
    briefing = briefing_in(tmp_path, article=f"{filling}\n{ARTICLE}")
    view = DocumentView(load_theme(themes_folder(), "light"))
    qtbot.addWidget(view)
    view.resize(460, 600)
    view.show_briefing(briefing, check(briefing))
    view.show()
    qtbot.waitExposed(view)
    assert page_of(view).top_offset() == 0
    view.mark_card("line")
    assert page_of(view).top_offset() > len(filling) // 2
    at = page_of(view).top_offset()
    view.mark_card("hotline")  # in view already
    assert page_of(view).top_offset() == at
