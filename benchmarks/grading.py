"""1,800 quotations graded in a 1 MB document, against an approximate search for each of them."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import Row, spread
from benchmarks.scanned import Book, Quoted, scanned_book
from briefer.briefing.model import Document, Paragraph, Span
from briefer.evidence.grading import Searched, grade
from briefer.evidence.model import Altered, Missing, Outcome, Verbatim

_ROUNDS = 3
_SAMPLE = 60  # quotations that are also searched for approximately
_GRADES: dict[type[Outcome], str] = {Verbatim: "verbatim", Altered: "altered", Missing: "missing"}


def rows() -> Iterator[Row]:
    """Measure grading and searching in turn and yield what design.md's table asks for."""
    book = scanned_book()
    ours, theirs = [], []
    for _ in range(_ROUNDS):
        seconds, grades = _graded(book)
        ours.append(seconds)
        theirs.append(_searched(book))
    count = len(book.quotations)
    yield Row(
        f"{count} quotations graded in {len(book.text) / 1e6:.1f} MB",
        spread(ours, "s"),
        "at most 1.5 s with folding the document",
        min(ours) <= 1.5,
    )
    ratio = min(theirs) / min(ours)
    yield Row(
        "against an approximate search for each",
        f"{ratio:.0f} times faster than {spread(theirs, 's', 0)}, scaled from {_SAMPLE}",
        "at least 30 times",
        ratio >= 30,
    )
    yield _right(book.quotations, grades)
    yield _whole_check(book, min(ours))


def _document(text: str) -> Document:
    whole = (Paragraph(1, Span(0, len(text))),)
    return Document("book", "Book", "A", "documents/book.txt", text, whole, "")


def _graded(book: Book) -> tuple[float, list[str]]:
    """Return the seconds it takes, folding included, and the grades."""
    started = time.perf_counter()
    searched = Searched(_document(book.text))
    outcomes = [grade(quoted.words, searched).outcome for quoted in book.quotations]
    seconds = time.perf_counter() - started
    return seconds, [_GRADES.get(type(outcome), "shortened") for outcome in outcomes]


def _searched(book: Book) -> float:
    """Return the seconds that approximate searches would take, scaled up from a sample."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    step = len(book.quotations) // _SAMPLE
    started = time.perf_counter()
    for quoted in book.quotations[::step]:
        partial_ratio_alignment(quoted.words, book.text)
    return (time.perf_counter() - started) * step


def _right(quotations: tuple[Quoted, ...], grades: list[str]) -> Row:
    pairs = list(zip(quotations, grades, strict=True))
    right = sum(quoted.grade == grade for quoted, grade in pairs) / len(pairs)
    passed = sum(q.grade == "altered" and g in ("verbatim", "shortened") for q, g in pairs)
    return Row(
        "graded right",
        f"{right:.2%}; {passed} altered passed as exact",
        "99.9 %; never an altered one passed",
        right >= 0.999 and not passed,
    )


def _whole_check(book: Book, grading: float) -> Row:
    """Measure `briefer check --json` as a process, reading and printing included."""
    with tempfile.TemporaryDirectory() as folder:
        _write(Path(folder), book)
        times = []
        for _ in range(_ROUNDS):
            started = time.perf_counter()
            _run("check", folder, "--json")
            times.append(time.perf_counter() - started)
    ratio = min(times) / grading
    return Row(
        "briefer check as a whole",
        f"{ratio:.1f} times the grading: {spread(times, 's')}",
        "at most 3 times",
        ratio <= 3,
    )


def _run(*arguments: str) -> None:
    command = [sys.executable, "-c", "import sys; from briefer.cli import main; sys.exit(main())"]
    subprocess.run([*command, *arguments], stdout=subprocess.DEVNULL, check=False)


def _write(folder: Path, book: Book) -> None:
    (folder / "documents").mkdir()
    (folder / "documents" / "book.txt").write_text(book.text, encoding="utf-8")
    manifest = 'title = "Book"\n[[documents]]\nid = "book"\ntitle = "Book"\n'
    (folder / "briefing.toml").write_text(f'{manifest}file = "documents/book.txt"\n', "utf-8")
    cards = [
        f"## Card {number}\n\n> {quoted.words}\n> — [@book]\n"
        for number, quoted in enumerate(book.quotations)
    ]
    (folder / "breakdown.md").write_text("# Claims\n\n" + "\n".join(cards), encoding="utf-8")
