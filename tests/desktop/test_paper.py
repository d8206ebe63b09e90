"""Pages on their way to paper: through a spooler as they are, else painted page by page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QPdfWriter

from briefer import resources
from briefer.briefing.reading import read_briefing
from briefer.desktop import paper
from briefer.desktop.paper import Ticket, way_to_paper
from briefer.desktop.paper_painting import DOTS, ByDialog, Painting
from briefer.desktop.paper_spooling import BySpooler, printed
from briefer.evidence.checker import check
from briefer.guard.outside import Answer
from briefer.sheets.errors import WritingError
from briefer.sheets.options import ChosenCards, Options
from briefer.sheets.page_images import page_sizes
from briefer.sheets.printing import typeset_once
from tests.desktop.program_material import HandJobs, NotedOutside

OPTIONS = Options(date(2026, 11, 23), selection=ChosenCards(("crisis-hotlines", "reuters")))
A4 = (595.3, 841.9)
TICKET = Ticket("Title", OPTIONS, (A4,))


@pytest.mark.parametrize(
    ("ticket", "said"),
    [
        (TICKET, {"-t", "Title", "media=A4", "sides=one-sided"}),
        (TICKET._replace(sizes=((612.0, 792.0),)), {"media=Letter"}),
        (TICKET._replace(printer="attic", copies=3), {"-d", "attic", "-n", "3"}),
        (TICKET._replace(options=replace(OPTIONS, both_sides=True)), {"sides=two-sided-long-edge"}),
        (
            TICKET._replace(options=replace(OPTIONS, both_sides=True), sizes=((842.0, 595.0),)),
            {"sides=two-sided-short-edge"},
        ),
        (
            TICKET._replace(options=replace(OPTIONS, greyscale=True)),
            {"print-color-mode=monochrome"},
        ),
    ],
)
def test_the_spooler_is_told_what_was_chosen(ticket, said):
    outside = NotedOutside()
    outside.answer = Answer(True, "request id is office-12 (0 file(s))")
    assert printed(outside, b"pdf", ticket) == "Sent to the printer as office-12"
    ((_, program, options, pages),) = outside.asked
    assert (program, pages, options[-1]) == ("lp", b"pdf", "-")
    assert said <= set(options)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("lp: Error - No default destination.", "No default destination"),
        ("lp: Error - no default destination available.", "No printer is set up."),
        ("", "no reason given"),
    ],
)
def test_a_refusal_is_one_sentence_and_offers_the_pdf(words, sentence):
    outside = NotedOutside()
    outside.answer = Answer(False, words)
    result = printed(outside, b"pdf", TICKET)
    assert isinstance(result, WritingError)
    assert sentence in str(result)
    assert "ave the PDF" in str(result)


def test_each_system_prints_in_its_own_way(monkeypatch):
    monkeypatch.setattr(paper.sys, "platform", "win32")
    assert isinstance(way_to_paper(), ByDialog)
    monkeypatch.setattr(paper.sys, "platform", "linux")
    monkeypatch.setattr(paper.shutil, "which", lambda _: None)
    assert way_to_paper() is None
    monkeypatch.setattr(paper.shutil, "which", lambda _: "/usr/bin/lp")
    assert isinstance(way_to_paper(), BySpooler)


@pytest.fixture(scope="module")
def pages():
    briefing = read_briefing(resources.built_in_briefing())
    pdf = typeset_once(briefing, check(briefing), OPTIONS).pdf
    return pdf, page_sizes(pdf)


def test_painted_pages_are_whole_and_sharp(qtbot, pages, tmp_path: Path):
    pdf, sizes = pages
    writer, jobs, told = QPdfWriter(str(tmp_path / "out.pdf")), HandJobs(), []
    writer.setResolution(DOTS)
    painting = Painting(pdf, sizes, writer, jobs)
    painting.went_on.connect(lambda *at: told.append(at))
    painting.begin()
    with qtbot.waitSignal(painting.ended) as ended:
        for _ in sizes:
            jobs.finish("paper")
    assert ended.args == ["Sent to the printer."]
    assert told == [(number, len(sizes)) for number in range(1, len(sizes) + 1)]
    made = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    assert len(made) == len(sizes)
    assert made.get_page_size(0) == pytest.approx(A4, abs=1.5)
    one = made[0].render(scale=0.5).to_pil().convert("L")
    other = pypdfium2.PdfDocument(pdf)[0].render(scale=0.5).to_pil().convert("L").resize(one.size)
    differing = sum(abs(a - b) > 90 for a, b in zip(one.tobytes(), other.tobytes(), strict=True))
    assert differing < one.width * one.height / 100


def test_painting_stops_between_two_pages(qtbot, pages, tmp_path: Path):
    pdf, sizes = pages
    jobs = HandJobs()
    painting = Painting(pdf, sizes, QPdfWriter(str(tmp_path / "out.pdf")), jobs)
    painting.begin()
    painting.stop()
    with qtbot.waitSignal(painting.ended) as ended:
        jobs.finish("paper")
    assert ended.args == ["Printing was stopped."]
    assert "paper" not in jobs.waiting


def test_only_the_pages_that_were_asked_for_are_painted(qtbot, pages, tmp_path: Path):
    pdf, sizes = pages
    jobs, writer = HandJobs(), QPdfWriter(str(tmp_path / "out.pdf"))
    painting = Painting(pdf, sizes, writer, jobs, (1,))
    painting.begin()
    with qtbot.waitSignal(painting.ended):
        jobs.finish("paper")
    assert len(pypdfium2.PdfDocument(tmp_path / "out.pdf")) == 1
