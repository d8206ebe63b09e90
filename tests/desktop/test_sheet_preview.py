"""The preview of pages: what it says while it draws, and that it draws each page once."""

from __future__ import annotations

import pikepdf
import pytest

from briefer.desktop.sheet_preview import SheetPreview
from briefer.desktop.theme import load_theme
from briefer.resources import themes_folder
from tests.desktop.program_material import HandJobs


class CountedJobs(HandJobs):
    """Jobs that the test does, and how often one was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def run(self, name, work, on_result) -> None:
        self.asked += 1
        super().run(name, work, on_result)


def blank_page() -> bytes:
    from io import BytesIO

    written, pdf = BytesIO(), pikepdf.new()
    pdf.add_blank_page(page_size=(595, 842))
    pdf.save(written)
    return written.getvalue()


def inks(view: SheetPreview) -> int:
    """Count the colours on the page: a blank one has one."""
    picture = view.grab().toImage()
    return len(
        {picture.pixel(x, 100) for x in range(60, 340)}
        | {picture.pixel(x, y) for x in range(120, 280) for y in range(100, 290)}
    )


@pytest.fixture
def shown(qtbot):
    def show(kind: type[SheetPreview]) -> tuple[SheetPreview, CountedJobs]:
        jobs = CountedJobs()
        view = kind(jobs, load_theme(themes_folder(), "dark"))
        qtbot.addWidget(view)
        view.setFixedSize(400, 300)
        view.show()
        view.show_pages(blank_page(), ((595.0, 842.0),))
        return view, jobs

    return show


def test_a_page_that_is_not_drawn_yet_says_so(shown) -> None:
    view, jobs = shown(SheetPreview)
    assert inks(view) > 1
    jobs.finish("sheet-images")
    assert inks(view) == 1


def test_a_page_that_is_being_drawn_is_not_begun_again(shown) -> None:
    view, jobs = shown(SheetPreview)
    view.grab()
    asked = jobs.asked
    view.grab()
    assert jobs.asked == asked
    view.zoom_in()
    view.grab()
    assert jobs.asked == asked + 1
    jobs.finish("sheet-images")
    view.zoom_out()
    view.grab()
    assert jobs.asked == asked + 2
