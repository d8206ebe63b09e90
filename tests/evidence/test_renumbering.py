"""Passages that moved: their citations get the new paragraph where the reader says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer.briefing.reading import read_briefing
from briefer.evidence.accepting import Accepted, accept
from briefer.evidence.checker import check
from briefer.evidence.renumbering import CannotRenumber
from briefer.evidence.replacing import CannotReplace
from briefer.evidence.versions import Moved, VersionComparison, compare_with_file

TOML = '[[documents]]\nid = "a"\ntitle = "A"\nfile = "documents/a.txt"\nparagraphs = "lines"\n'
OLD = "The line was used once.\nIt was kept open.\n"
NEW = "A new beginning.\n" + OLD
BREAKDOWN = """\
# Things

## One

> The line was used once.
> — [@a, ¶1] via Reuters

- > It was kept open.
  > -- [@a p2, disputes]

Told as “kept open” [@a, A2,
context], and “The line … kept open” [@a, 1–2]. And “was used once” [@a].
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "a.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "briefing.toml").write_text('title = "T"\n' + TOML, encoding="utf-8")
    (tmp_path / "breakdown.md").write_text(BREAKDOWN, encoding="utf-8")
    return tmp_path


def compared(folder: Path, new: str = NEW) -> tuple[Path, VersionComparison]:
    path = folder / "new.txt"
    path.write_text(new, encoding="utf-8")
    briefing = read_briefing(folder)
    return path, compare_with_file(briefing, check(briefing), "a", path)


def taken_in(folder: Path, *, ticked: bool = True) -> Accepted:
    path, comparison = compared(folder)
    moved = [p for p in comparison.passages if isinstance(p.fate, Moved)]
    return accept(folder, comparison, path, moved if ticked else ())


def test_ticked_citations_get_the_new_paragraph_in_every_form(folder: Path) -> None:
    assert taken_in(folder).citations == 4
    text = (folder / "breakdown.md").read_text("utf-8")
    expected = BREAKDOWN.replace("¶1] via", "¶2] via").replace("p2, dis", "p3, dis")
    assert text == expected.replace("A2,", "A3,").replace("1–2", "2–3")
    report = check(read_briefing(folder))
    assert [p for p in report.problems if p.code == "quotation-paragraph"] == []


def test_nothing_is_renumbered_without_a_tick(folder: Path) -> None:
    assert taken_in(folder, ticked=False).citations == 0
    assert (folder / "breakdown.md").read_text("utf-8") == BREAKDOWN
    assert read_briefing(folder).documents[0].text == NEW


def test_windows_line_ends_and_the_byte_order_mark_stay(folder: Path) -> None:
    data = b"\xef\xbb\xbf" + BREAKDOWN.replace("\n", "\r\n").encode()
    (folder / "breakdown.md").write_bytes(data)
    assert taken_in(folder).citations == 4
    after = (folder / "breakdown.md").read_bytes()
    assert after.startswith(b"\xef\xbb\xbf#")
    assert len(after) == len(data)
    assert b"\xc2\xb62] via Reuters\r\n" in after


def test_cards_that_changed_meanwhile_are_left_alone(folder: Path) -> None:
    path, comparison = compared(folder)
    changed = BREAKDOWN.replace("## One", "## One\n\nMore.")
    (folder / "breakdown.md").write_text(changed, encoding="utf-8")
    with pytest.raises(CannotRenumber, match="has changed since"):
        accept(folder, comparison, path, comparison.passages)
    assert (folder / "breakdown.md").read_text("utf-8") == changed
    assert [file.name for file in (folder / "documents").iterdir()] == ["a.txt"]


def test_only_the_version_that_was_compared_is_taken_in(folder: Path) -> None:
    path, comparison = compared(folder)
    path.write_text("Something else.\n", encoding="utf-8")
    with pytest.raises(CannotReplace, match="changed since it was compared"):
        accept(folder, comparison, path)
    assert read_briefing(folder).documents[0].text == OLD
