"""Slides: nothing clipped, nothing too small, no grade while all is exact, the passage marked."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from briefer.desktop import briefing_images
from briefer.desktop.late_trees import LateTrees
from briefer.desktop.room_html import notes_html, slide_html
from briefer.desktop.room_slide import HEIGHT
from briefer.desktop.room_slides import SMALLEST, Slides
from briefer.desktop.room_source import source_html
from tests.desktop.presenting_material import built_in, fonts, themes, written
from tests.desktop.program_material import HandJobs
from tests.desktop.test_briefing_images import png


def slides_of(material, smallest: int = SMALLEST) -> Slides:
    fonts()
    briefing, report = material
    slides = Slides(briefing, themes().room, smallest)
    slides.take_report(report)
    return slides


def painted(slides: Slides, slide, page: int = 0) -> QImage:
    image = QImage(slides.width, HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    slide.paint(painter, page)
    painter.end()
    return image


def html_of(slides: Slides, card_id: str) -> str:
    return slide_html(slides.written(card_id))


@pytest.mark.parametrize("shape", [(4, 3), (16, 9)])
def test_every_card_of_the_built_in_briefing_fits_its_pages(qapp, shape) -> None:
    slides = slides_of(built_in())
    slides.fit_room(*shape)
    for card in slides.briefing.cards:
        slide = slides.card(card.id)
        room = slide.frame.area.height()
        assert all(page.bottom - page.top <= room for page in slide.pages)
        assert slide.text.idealWidth() <= slide.frame.area.width() + 1
        assert slide.text.defaultFont().pixelSize() >= SMALLEST


@pytest.mark.parametrize("smallest", [30, 36, 44])
def test_letters_are_never_smaller_than_the_smallest(qapp, smallest) -> None:
    slides = slides_of(built_in(), smallest)
    sizes = [slides.card(c.id).text.defaultFont().pixelSize() for c in slides.briefing.cards]
    assert min(sizes) >= smallest


def test_a_short_card_has_large_letters_and_one_page(qapp, tmp_path) -> None:
    slide = slides_of(written(tmp_path)).card("without")
    assert len(slide.pages) == 1
    assert slide.text.defaultFont().pixelSize() == 60


def test_a_long_card_is_paged(qapp, tmp_path) -> None:
    long = "# Channels\n\n## Long\n" + "\n\n".join(
        f"Paragraph {n}. " + "Word " * 40 for n in range(20)
    )
    slide = slides_of(written(tmp_path, long)).card("long")
    assert len(slide.pages) > 3


def test_the_room_reads_the_reference_and_no_grade_while_all_is_exact(qapp, tmp_path) -> None:
    html = html_of(slides_of(written(tmp_path)), "exact")
    assert "Article, paragraph 1" in html
    assert "Exact" not in html.replace('title">Exact', "")


def test_the_room_is_told_when_a_quotation_is_not_exact(qapp, tmp_path) -> None:
    assert "“not” dropped" in html_of(slides_of(written(tmp_path)), "altered")


def test_names_are_words_and_never_markup(qapp, tmp_path) -> None:
    slides = slides_of(written(tmp_path, "# Channels\n\n## <b>Bold</b> & {#x}\nA <i>word</i>.\n"))
    html = html_of(slides, "x")
    assert "&lt;b&gt;Bold&lt;/b&gt; &amp;" in html
    assert "&lt;i&gt;word" in html


def test_notes_are_never_on_the_slide(qapp, tmp_path) -> None:
    slides = slides_of(written(tmp_path))
    assert "slowly" not in html_of(slides, "exact")
    assert "slowly" in notes_html(slides.written("exact"))


def test_the_source_is_marked_in_its_paragraph_and_graded(qapp, tmp_path) -> None:
    slides = slides_of(written(tmp_path))
    html = source_html(slides.briefing, slides.sources("exact")[0], None)
    assert '<span class="marked">Hotlines stay open, not closed.</span> Talks go on.' in html
    assert "Article, paragraph&nbsp;1" in html
    assert "Exact" in html
    assert "Nothing else is said." in html  # the paragraph after it


def test_the_source_of_an_endless_paragraph_is_on_one_page_with_its_passage(qapp, tmp_path) -> None:
    words = "filling words without end " * 400
    article = f"{words}. Hotlines stay open, not closed. {words}\n"
    slides = slides_of(written(tmp_path, article=article))
    slide, _ = slides.source("exact", 0)
    assert len(slide.pages) == 1
    assert "Hotlines stay open, not closed." in slide.text.toPlainText()
    assert slide.text.defaultFont().pixelSize() >= SMALLEST


def test_a_passage_longer_than_a_slide_is_paged_and_never_small(qapp, tmp_path) -> None:
    words = "Hotlines stay open, not closed, on every one of these many days. " * 30
    breakdown = f"# Channels\n\n## Long {{#long}}\n\n> {words}\n> — [@article, ¶1]\n"
    slides = slides_of(written(tmp_path, breakdown, f"{words}\n\nNothing else.\n"))
    steps = slides.source_steps("long")
    assert len(steps) == len(slides.source("long", 0)[0].pages) > 1
    assert [slides.source("long", number)[1] for number in range(len(steps))] == [
        step.page for step in steps
    ]
    assert slides.source("long", 0)[0].text.defaultFont().pixelSize() >= SMALLEST


def test_a_row_of_a_table_is_never_cut_between_pages(qapp, tmp_path) -> None:
    cell = "words that take more than one line of their cell " * 3
    rows = "".join(f"| {number} | {cell} |\n" for number in range(20))
    table = f"# Channels\n\n## Table {{#table}}\n\n| No | Words |\n| - | - |\n{rows}"
    slide = slides_of(written(tmp_path, table)).card("table")
    assert len(slide.pages) > 2
    block, tops = slide.text.begin(), []
    layout = slide.text.documentLayout()
    while block.isValid():
        if block.text().isdigit():
            tops.append(layout.blockBoundingRect(block).top())
        block = block.next()
    for page in slide.pages[1:]:
        assert min(abs(top - page.top) for top in tops) < 30  # a page begins with a row


def test_the_marked_passage_is_painted_in_its_colour(qapp, tmp_path) -> None:
    slides = slides_of(written(tmp_path))
    image = painted(slides, *slides.source("exact", 0))
    mark = QColor(themes().room["mark"])
    column = {image.pixelColor(x, y).name() for y in range(0, HEIGHT, 9) for x in (200, 260, 330)}
    assert mark.name() in column


def test_a_card_without_quotations_has_no_sources(qapp, tmp_path) -> None:
    assert slides_of(written(tmp_path)).sources("without") == ()


def test_a_marking_is_a_banner_at_both_ends_and_a_cards_own_comes_first(qapp, tmp_path) -> None:
    slides = slides_of(written(tmp_path))
    assert (slides.marking("exact"), slides.marking("altered")) == ("INTERNAL", "SECRET")
    image, banner = painted(slides, slides.card("exact")), themes().room["banner"]
    assert {image.pixelColor(5, y).name() for y in (3, HEIGHT - 3)} == {banner}


def test_another_shape_of_room_lays_slides_out_again(qapp, tmp_path) -> None:
    slides = slides_of(written(tmp_path))
    before = slides.card("exact")
    assert slides.card("exact") is before
    assert slides.fit_room(1024, 768)
    assert slides.card("exact") is not before
    assert not slides.fit_room(2048, 1536)


@pytest.mark.parametrize("scale", [0.5, 1, 2])
def test_the_largest_letters_are_painted_too(qapp, tmp_path, scale) -> None:
    slides = slides_of(written(tmp_path, "# Channels\n\n## IIIIIIII {#x}\n\n- a\n"))
    image = QImage(1920 * 2, HEIGHT * 2, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(scale, scale)
    slides.card("x").paint(painter, 0)
    painter.end()
    ink = QColor(slides.theme["text"]).name()
    title = range(round(200 * scale), round(320 * scale), 2)
    across = range(round(130 * scale), round(600 * scale))
    assert ink in {image.pixelColor(x, y).name() for y in title for x in across}


def test_what_takes_longer_stands_on_the_slide_as_typed_until_it_is_made(qapp, tmp_path) -> None:
    slow = "word *emphasis* " * 2_000
    jobs = HandJobs()
    slides = slides_of(written(tmp_path, f"# Channels\n\n## Long\n\n{slow}\n"))
    trees = LateTrees(jobs)
    trees.made.connect(slides.forget)
    slides.take_trees(trees.tree)
    assert "*emphasis*" in slides.card("long").text.toPlainText()
    assert "moment" not in slides.card("long").text.toPlainText()
    (job,) = jobs.waiting
    jobs.finish(job)
    assert "*emphasis*" not in slides.card("long").text.toPlainText()


def test_a_text_of_too_many_parts_is_cut_on_a_slide_which_says_so(
    qapp, tmp_path, monkeypatch
) -> None:
    monkeypatch.setattr("briefer.briefing.markup._DEADLINE", 60.0)  # it is about parts, not time
    table = "| a | b |\n| - | - |\n" + "| c | d |\n" * 2_500
    slides = slides_of(written(tmp_path, f"# Channels\n\n## Long\n\n{table}\n"))
    shown = slides.card("long").text.toPlainText()
    assert "too many parts for a slide. It is shown as typed." in shown
    assert "The window shows all of it, 17,019 characters more." in shown
    assert shown.count("| c | d |") < 801


def test_an_image_that_cannot_be_shown_is_said_on_the_slide(tmp_path) -> None:
    slides = slides_of(written(tmp_path, "# Channels\n\n## Seen\n\n![A chart](chart.svg)\n"))
    assert "[Image: A chart]" in slides.card("seen").text.toPlainText()


def test_an_image_is_decoded_once_however_often_its_slide_is_painted(
    qapp, tmp_path, monkeypatch
) -> None:
    asked: list[bytes] = []

    def decoded(data: bytes) -> QImage:
        asked.append(data)
        return QImage(9, 9, QImage.Format.Format_RGB32)

    monkeypatch.setattr(briefing_images, "decoded", decoded)
    given = png()
    (tmp_path / "a.png").write_bytes(given)
    slides = slides_of(written(tmp_path, "# Channels\n\n## Seen\n\n![A](a.png)\n"))
    slide = slides.card("seen")
    assert asked == [given]
    painted(slides, slide)
    painted(slides, slide)
    assert len(asked) == 1
