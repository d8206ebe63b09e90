"""A package holds what its briefing is made of, always in the same bytes, and nothing besides."""

import zipfile
from pathlib import Path

import pytest

from briefer.briefing.errors import CannotPack
from briefer.briefing.packing import pack, packed_lines
from briefer.briefing.reading import read_briefing
from tests.briefing.conftest import MANIFEST, Write

CARDS = """# Channels

## Line
A line. ![A map](images/map.png) ![Elsewhere](../secret.png) ![Gone](images/gone.png)

### Notes

![For me](images/notes.png)
"""


@pytest.fixture
def folder(write: Write) -> Path:
    folder = write(CARDS)
    (folder / "images").mkdir()
    for name in ("map", "notes", "draft"):
        (folder / "images" / f"{name}.png").write_bytes(b"\x89PNG" + name.encode())
    (folder / ".git").mkdir()
    (folder / ".git" / "config").write_text("secret")
    (folder / "who-told-me.txt").write_text("secret")
    return folder


def test_a_package_opens_as_the_briefing_that_was_packed(folder: Path, tmp_path: Path) -> None:
    pack(read_briefing(folder), tmp_path / "x.briefing")
    one, other = read_briefing(folder), read_briefing(tmp_path / "x.briefing")
    assert (one.cards, one.documents, one.problems) == (other.cards, other.documents, ())
    assert other.files.read("images/map.png", 100) == b"\x89PNGmap"


def test_only_what_the_briefing_is_made_of_goes_in(folder: Path, tmp_path: Path) -> None:
    packed = pack(read_briefing(folder), folder / "x.briefing")
    inside = (
        "breakdown.md", "briefing.toml", "documents/article.txt",
        "images/map.png", "images/notes.png",
    )  # fmt: skip
    assert packed.names == inside
    assert packed.left_out == (".git/", "images/draft.png", "who-told-me.txt")
    with zipfile.ZipFile(folder / "x.briefing") as package:
        assert tuple(package.namelist()) == inside
    assert "who-told-me.txt" in packed_lines(packed, folder / "x.briefing")[1]


def test_the_same_briefing_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    pack(read_briefing(folder), tmp_path / "a.briefing")
    for path in folder.rglob("*"):
        path.touch()
    pack(read_briefing(folder), tmp_path / "b.briefing")
    pack(read_briefing(tmp_path / "a.briefing"), tmp_path / "c.briefing")
    one, other, third = ((tmp_path / f"{n}.briefing").read_bytes() for n in "abc")
    assert one == other == third


def test_what_would_look_like_a_bomb_is_packed_so_that_it_opens(
    write: Write, tmp_path: Path
) -> None:
    folder = write(CARDS, article="a " * 500_000)
    pack(read_briefing(folder), tmp_path / "x.briefing")
    assert read_briefing(tmp_path / "x.briefing").documents[0].text == "a " * 500_000


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("documents/gone.txt", "gone.txt is not there"),
        ("../secret.txt", "leads out of the briefing"),
        ("documents/con.txt", "keeps for a device"),
        ("documents/a:b.txt", "a colon"),
    ],
)
def test_what_can_t_go_in_is_named_and_nothing_is_written(
    write: Write, tmp_path: Path, file: str, said: str
) -> None:
    folder = write(CARDS, manifest=MANIFEST.replace("documents/article.txt", file))
    (tmp_path / "secret.txt").write_text("secret")
    for name in ("con.txt", "a:b.txt"):
        (folder / "documents" / name).write_text("words")
    with pytest.raises(CannotPack, match=said):
        pack(read_briefing(folder), tmp_path / "x.briefing")
    assert not (tmp_path / "x.briefing").exists()


def test_names_that_are_one_file_elsewhere_are_not_packed(folder: Path, tmp_path: Path) -> None:
    (folder / "documents" / "ARTICLE.txt").write_text("words")
    more = '\n[[documents]]\nid = "b"\ntitle = "B"\nfile = "documents/ARTICLE.txt"\n'
    (folder / "briefing.toml").write_text(MANIFEST + more)
    with pytest.raises(CannotPack, match="one file to some systems"):
        pack(read_briefing(folder), tmp_path / "x.briefing")


def test_a_package_has_its_ending_and_a_place(folder: Path, tmp_path: Path) -> None:
    briefing = read_briefing(folder)
    with pytest.raises(CannotPack, match=r"must end in \.briefing"):
        pack(briefing, tmp_path / "x.zip")
    with pytest.raises(CannotPack, match="can't be written: No such file"):
        pack(briefing, tmp_path / "none" / "x.briefing")
