"""A document's new version: each cited passage is the same, moved, changed or gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer.briefing.model import Briefing
from briefer.evidence.checker import check
from briefer.evidence.model import Report
from briefer.evidence.replacing import CannotReplace, accept_version
from briefer.evidence.versions import (
    Changed,
    Fate,
    Gone,
    Moved,
    Same,
    VersionComparison,
    compare_with_file,
    version_lines,
)
from tests.evidence.material import briefing, card, document, quotation

OLD = "The line was used once.\nIt was kept open.\n"
MANIFEST = """\
# our briefing
title = "Trial"
[[documents]]
id = "other"
file = "documents/other.txt"

[[documents]]
id = "article"   # the one
  file = 'documents/article.txt'  # as published
title = "Article"
"""


def _trial() -> tuple[Briefing, Report]:
    quoted = (quotation("The line was used once."), quotation("It was kept open."))
    trial = briefing((document(OLD),), card("one", *quoted))
    return trial, check(trial)


def _compared(folder: Path, new: str) -> VersionComparison:
    path = folder / "new.txt"
    path.write_text(new, encoding="utf-8")
    trial, report = _trial()
    return compare_with_file(trial, report, "article", path)


def fates(folder: Path, new: str) -> list[type[Fate]]:
    return [type(compared.fate) for compared in _compared(folder, new).passages]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (OLD, [Same, Same]),
        ("The  line was used “once”.\nIt was kept open.\n", [Changed, Same]),
        ("The line was\tused once.\nIt was kept open!\n", [Same, Same]),
        ("New.\nThe line was used once.\nIt was kept open.\n", [Moved, Moved]),
        ("The line was used twice.\nNothing else is said here.\n", [Changed, Gone]),
        ("", [Gone, Gone]),
    ],
)
def test_every_cited_passage_is_followed(
    tmp_path: Path, new: str, expected: list[type[Fate]]
) -> None:
    assert fates(tmp_path, new) == expected


def test_a_change_is_told_from_the_old_words_to_the_new(tmp_path: Path) -> None:
    (first, _) = _compared(tmp_path, "The line was not used once.\n").passages
    assert isinstance(first.fate, Changed)
    assert [(c.change.value, c.quotation) for c in first.fate.difference.words][1] == (
        "insert",
        "not",
    )


def test_people_read_what_became_of_the_passages(tmp_path: Path) -> None:
    comparison = _compared(tmp_path, "The line was used twice.\nIt was kept open.\n")
    lines = list(version_lines(comparison))
    assert lines[0].startswith("changed  A1  “The line was used once.”: A number differs")
    assert lines[-1].endswith("1 same, 0 moved, 1 changed, 0 gone")
    assert not comparison.ok


@pytest.mark.parametrize("name", ["missing.txt", "folder.txt", "odd.pdf", "bytes.txt"])
def test_a_new_version_that_cannot_be_read_is_one_problem(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "odd.pdf").write_bytes(b"%PDF")
    (tmp_path / "bytes.txt").write_bytes(b"\xff\xfe")
    trial, report = _trial()
    comparison = compare_with_file(trial, report, "article", tmp_path / name)
    assert len(comparison.problems) == 1
    assert not comparison.ok
    assert list(version_lines(comparison))


def test_an_unknown_document_is_said() -> None:
    trial, report = _trial()
    (problem,) = compare_with_file(trial, report, "else", Path("x.txt")).problems
    assert problem.code == "document-unknown"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "article.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "briefing.toml").write_text(MANIFEST, encoding="utf-8")
    return tmp_path


def test_accepting_keeps_the_old_file_and_names_the_new_one(folder: Path) -> None:
    new = accept_version(folder, document(OLD), b"New text.\n")
    assert new.name == "article-2.txt"
    assert new.read_bytes() == b"New text.\n"
    assert (folder / "documents" / "article.txt").read_text("utf-8") == OLD
    manifest = (folder / "briefing.toml").read_text("utf-8")
    assert 'file = "documents/article-2.txt"  # as published\n  sha256 = "' in manifest
    assert manifest.startswith(MANIFEST[: MANIFEST.index("  file = 'documents/article")])


def test_accepting_again_counts_on_and_replaces_the_hash(folder: Path) -> None:
    first = document(OLD)
    accept_version(folder, first, b"Second.\n")
    second = first._replace(file="documents/article-2.txt")
    new = accept_version(folder, second, b"Third.\n")
    manifest = (folder / "briefing.toml").read_text("utf-8")
    assert new.name == "article-3.txt"
    assert manifest.count("sha256") == 1


@pytest.mark.parametrize(
    "manifest",
    [
        "title = ",
        'documents = [{id = "article", file = "documents/article.txt"}]\n',
        "title = 'x'\n",
    ],
)
def test_a_manifest_that_cannot_be_changed_safely_is_left_alone(
    folder: Path, manifest: str
) -> None:
    (folder / "briefing.toml").write_text(manifest, encoding="utf-8")
    with pytest.raises(CannotReplace):
        accept_version(folder, document(OLD), b"New text.\n")
    assert (folder / "briefing.toml").read_text("utf-8") == manifest
    assert [path.name for path in (folder / "documents").iterdir()] == ["article.txt"]


def test_a_failed_write_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(CannotReplace, match="No space left"):
        accept_version(folder, document(OLD), b"New text.\n")
    assert sorted(path.name for path in folder.iterdir()) == ["briefing.toml", "documents"]
    assert [path.name for path in (folder / "documents").iterdir()] == ["article.txt"]
    assert (folder / "briefing.toml").read_text("utf-8") == MANIFEST


def test_files_that_change_with_it_are_put_back_when_it_fails(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "breakdown.md").write_text("old", encoding="utf-8")
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target).name == "briefing.toml":
            raise OSError(13, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(CannotReplace, match=r"nothing was changed.*Permission denied"):
        accept_version(folder, document(OLD), b"New.\n", edits={"breakdown.md": b"new"})
    assert (folder / "breakdown.md").read_text("utf-8") == "old"
    assert [path.name for path in (folder / "documents").iterdir()] == ["article.txt"]


def test_a_packed_briefing_is_not_changed(tmp_path: Path) -> None:
    (tmp_path / "a.briefing").write_bytes(b"PK")
    with pytest.raises(CannotReplace, match="unpack it"):
        accept_version(tmp_path / "a.briefing", document(OLD), b"New.\n")


def test_windows_line_ends_stay(folder: Path) -> None:
    (folder / "briefing.toml").write_bytes(MANIFEST.replace("\n", "\r\n").encode())
    accept_version(folder, document(OLD), b"New text.\n")
    data = (folder / "briefing.toml").read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n")
