"""Briefings written to a folder, read, checked and printed, for the tests of the sheets."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import page
import pytest

from briefer.briefing.model import Briefing
from briefer.briefing.reading import read_briefing
from briefer.evidence.checker import check
from briefer.evidence.model import Report
from briefer.resources import built_in_briefing
from briefer.sheets.options import Options
from briefer.sheets.printing import typeset_once
from briefer.sheets.typesetting import Typeset

DAY = date(2026, 11, 23)

ARTICLE = (
    "The two sides keep a line open. It was used twice in 1998.\n"
    "Officials have not closed it.\n"
    "A third paragraph stands here for good measure.\n"
)


# WORKAROUND: page-validation 0.11 reports a stream whose last byte happens to be a line end.
_LENGTH = "STREAM-LENGTH-001"


def _lengths_hold(pdf: bytes) -> bool:
    """Tell whether each stream is as long as it says."""
    streams = list(re.finditer(rb"/Length (\d+)[^>]*>>\s*stream\r?\n", pdf))
    ends = [stream.end() + int(stream[1]) for stream in streams]
    return bool(ends) and all(pdf[end : end + 10] == b"\nendstream" for end in ends)


@dataclass(frozen=True, slots=True)
class Given:
    """A briefing with its report, ready to be printed."""

    briefing: Briefing
    report: Report

    def printed(self, **choices: Any) -> Typeset:
        """Typeset it as chosen."""
        return typeset_once(self.briefing, self.report, Options(DAY, **choices))


@pytest.fixture(scope="session")
def built_in() -> Given:
    """Return the built-in briefing with its report."""
    briefing = read_briefing(built_in_briefing())
    return Given(briefing, check(briefing))


@pytest.fixture
def briefing_of(tmp_path: Path) -> Callable[..., Given]:
    """Return a maker of briefings from the text of a breakdown."""

    def make(
        breakdown: str, *, article: str = ARTICLE, settings: str = "", unreadable: bool = False
    ) -> Given:
        folder = tmp_path / "briefing"
        (folder / "documents").mkdir(parents=True, exist_ok=True)
        (folder / "images").mkdir(exist_ok=True)
        (folder / "documents" / "article.txt").write_text(article, encoding="utf-8")
        (folder / "breakdown.md").write_text(breakdown, encoding="utf-8")
        (folder / "briefing.toml").write_text(
            f'title = "A test"\n{settings}\n[[documents]]\nid = "article"\n'
            'title = "Article"\nfile = "documents/article.txt"\n',
            encoding="utf-8",
        )
        if unreadable:
            (folder / "documents" / "article.txt").unlink()
        briefing = read_briefing(folder)
        return Given(briefing, check(briefing))

    return make


@pytest.fixture
def words_of(tmp_path: Path) -> Callable[[bytes], str]:
    """Return a reader of a PDF's text, white space as single spaces, breaks in words undone."""

    def read(pdf: bytes) -> str:
        path = tmp_path / "read.pdf"
        path.write_bytes(pdf)
        done = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
        text = done.stdout.decode().replace("\u200b", "").replace("\u00ad", "")
        return re.sub(r"\s+", " ", text)

    return read


@pytest.fixture
def faults_of() -> Callable[[bytes], list[str]]:
    """Return a checker of a PDF against PDF/UA-1 and PDF/A-2a: what is wrong with it."""

    def faults(pdf: bytes) -> list[str]:
        found = []
        for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
            report = page.validate_pdf_bytes(pdf, profile=profile)
            found += [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
        return [fault for fault in found if not (_LENGTH in fault and _lengths_hold(pdf))]

    return faults
