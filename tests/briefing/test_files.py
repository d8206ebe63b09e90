"""Files are read from inside the briefing only, and within bounds."""

import os
from pathlib import Path

import pytest

from briefer.briefing import files
from briefer.briefing.errors import FileProblem, UnreadableBriefing
from briefer.briefing.files import Folder, open_files


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    (tmp_path / "in" / "documents").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text("inside")
    (tmp_path / "secret.txt").write_text("outside")
    return Folder(tmp_path / "in")


def refused(folder: Folder, name: str) -> str:
    with pytest.raises(FileProblem) as caught:
        folder.read(name, 100)
    return caught.value.problem.code


def test_a_file_inside_is_read(folder: Folder) -> None:
    assert folder.read("a.txt", 6) == b"inside"
    assert folder.read("./a.txt", 6) == b"inside"


@pytest.mark.parametrize(
    "name",
    [
        "../secret.txt",
        "/etc/passwd",
        "documents/../../secret.txt",
        "C:/x",
        "..\\secret.txt",
        "\\\\host\\x",
        "a\0b",
        "a\nb",
    ],
)
def test_no_name_leads_outside(folder: Folder, name: str) -> None:
    assert refused(folder, name) == "file-outside"


def test_no_link_leads_outside(folder: Folder) -> None:
    (folder.path / "link.txt").symlink_to(folder.path.parent / "secret.txt")
    (folder.path / "up").symlink_to(folder.path.parent)
    assert refused(folder, "link.txt") == "file-outside"
    assert refused(folder, "up/secret.txt") == "file-outside"
    assert folder.names("up") == ()


@pytest.mark.skipif(os.open not in os.supports_dir_fd, reason="the system opens no file that way")
def test_a_folder_that_becomes_a_link_meanwhile_leads_nowhere(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder.path / "documents" / "secret.txt").write_text("inside")
    assert folder.read("documents/secret.txt", 100) == b"inside"

    def swap(name: str, mode: int) -> None:
        documents = folder.path / "documents"
        if not documents.is_symlink():
            documents.rename(folder.path / "gone")
            documents.symlink_to(folder.path.parent)

    monkeypatch.setattr(files, "_refuse_special", swap)
    assert refused(folder, "documents/secret.txt") in {"file-missing", "file-unreadable"}


def test_a_link_inside_is_followed(folder: Folder) -> None:
    (folder.path / "link.txt").symlink_to("a.txt")
    assert folder.read("link.txt", 100) == b"inside"


def test_special_files_are_refused_at_once(folder: Folder) -> None:
    os.mkfifo(folder.path / "pipe")
    (folder.path / "device").symlink_to("/dev/zero")
    (folder.path / "circle").symlink_to("circle")
    assert refused(folder, "pipe") == "file-special"
    assert refused(folder, "documents") == "file-special"
    assert refused(folder, "") == "file-special"
    assert refused(folder, "device") == "file-outside"
    assert refused(folder, "circle") == "file-unreadable"
    assert refused(folder, "none.txt") == "file-missing"
    assert refused(folder, "a.txt/b") == "file-missing"


def test_a_file_above_the_bound_is_refused(folder: Folder) -> None:
    with pytest.raises(FileProblem, match="larger than 5 bytes"):
        folder.read("a.txt", 5)


def test_names_are_sorted_and_of_files_only(folder: Folder) -> None:
    (folder.path / "documents" / "b.md").write_text("")
    (folder.path / "documents" / "a.md").write_text("")
    (folder.path / "documents" / "sub").mkdir()
    assert folder.names("documents") == ("documents/a.md", "documents/b.md")
    assert folder.names() == ("a.txt",)
    assert folder.names("none") == ()


@pytest.mark.parametrize(
    ("name", "said"),
    [("x.zip", "end in .briefing"), ("a.txt", "open the folder"), ("no", "not there")],
)
def test_what_is_no_briefing_says_so(folder: Folder, name: str, said: str) -> None:
    (folder.path / "x.zip").write_bytes(b"PK")
    with pytest.raises(UnreadableBriefing, match=said):
        open_files(folder.path / name)


def test_the_manifest_itself_opens_its_folder(folder: Folder) -> None:
    (folder.path / "briefing.toml").write_text("")
    assert open_files(folder.path / "briefing.toml") == folder
