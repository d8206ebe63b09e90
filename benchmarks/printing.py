"""24 dense cards and 500 cards to PDF, against Typst alone on the same pages.

Both start in turn as new processes, because Typst remembers within one. Ours is timed from the
briefing in memory to the file on disk: Markdown, layout data, typesetting, writing. Typst alone is
timed from the finished layout data to the bytes of the same PDF. Pandoc and Chromium, where they
are installed, make a PDF of the same cards in the same run, from our exports of them: without
tags, contents, page references and graded quotations.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.figures import Row, spread
from benchmarks.material import Material, write_briefing
from briefer.briefing.model import Briefing
from briefer.evidence.model import Report
from briefer.sheets.options import Options

_BAR = 1.3
_SIZES = ((24, 5), (500, 2))  # cards, rounds
_ENGINES = ("typst", "xelatex", "pdflatex", "weasyprint", "wkhtmltopdf")
_PATIENCE = 600  # seconds for a peer
_DENSE = 2_000  # signs of a card
_OPTIONS = Options(date(2026, 11, 23))


def rows() -> Iterator[Row]:
    """Measure both ways in turn and yield what design.md's table asks for."""
    for cards, rounds in _SIZES:
        with tempfile.TemporaryDirectory() as name:
            folder = write_briefing(Path(name), Material(cards, _DENSE, 800))
            ours, alone = [], []
            for _ in range(rounds):
                ours.append(_measured("ours", folder))
                alone.append(_measured("alone", folder))
            peers = [(name, _timed(commands)) for name, commands in _peers(folder)]
        ratio = min(ours) / min(alone)
        yield Row(
            f"{cards} dense cards to PDF",
            f"{ratio:.2f} times Typst alone; {spread(ours, 's')} against {spread(alone, 's')}",
            f"at most {_BAR} times",
            ratio <= _BAR,
        )
        for name, seconds in peers:
            yield Row(
                f"the same {cards} cards by {name}",
                f"{seconds:.2f} s, ours {min(ours):.2f} s and the start of Python",
                "shown beside ours",
                True,
            )


def _peers(folder: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """Write the exports, and yield who is installed with the commands that make a PDF of them."""
    from briefer.sheets.options import Format
    from briefer.sheets.writing import write_sheets

    briefing, report = _read(folder)
    page, text, out = (str(folder / f"peer.{end}") for end in ("html", "md", "pdf"))
    write_sheets(briefing, report, _OPTIONS, Path(page), Format.HTML)
    write_sheets(briefing, report, _OPTIONS, Path(text), Format.MARKDOWN)
    browser = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    headless = ["--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={out}"]
    if browser:
        yield "Chromium from HTML", [[browser, *headless, f"file://{page}"]]
    pandoc, engine = shutil.which("pandoc"), next(filter(shutil.which, _ENGINES), None)
    if pandoc and engine:
        yield f"pandoc with {engine}", [[pandoc, text, "-o", out, f"--pdf-engine={engine}"]]
    elif pandoc and browser:
        made = str(folder / "pandoc.html")
        first = [pandoc, text, "-s", "-o", made, "--metadata", "title=Cards"]
        yield "pandoc with Chromium", [first, [browser, *headless, f"file://{made}"]]


def _timed(commands: list[list[str]]) -> float:
    started = time.perf_counter()
    for command in commands:
        subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)
    return time.perf_counter() - started


def _measured(way: str, folder: Path) -> float:
    command = [sys.executable, "-m", "benchmarks.printing", way, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout)


def _read(folder: Path) -> tuple[Briefing, Report]:
    from briefer.briefing.reading import read_briefing
    from briefer.evidence.checker import check

    briefing = read_briefing(folder)
    return briefing, check(briefing)


def _ours(folder: Path) -> float:
    from briefer.sheets.writing import write_sheets

    briefing, report = _read(folder)
    started = time.perf_counter()
    write_sheets(briefing, report, _OPTIONS, folder / "sheets.pdf")
    return time.perf_counter() - started


def _alone(folder: Path) -> float:
    from briefer.sheets.cleaning import cleaned
    from briefer.sheets.pages import Shape, pages_of
    from briefer.sheets.typesetting import STANDARDS, Typesetter

    data, _images = pages_of(*_read(folder), _OPTIONS, Shape(contents=True))
    data = cleaned(data)
    started = time.perf_counter()
    typesetter = Typesetter()
    typesetter._compile(data, _OPTIONS.checked, STANDARDS, system=False)
    seconds = time.perf_counter() - started
    typesetter.close()
    return seconds


if __name__ == "__main__":
    print({"ours": _ours, "alone": _alone}[sys.argv[1]](Path(sys.argv[2])))
